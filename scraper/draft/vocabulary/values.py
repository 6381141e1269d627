"""The words by which descriptions state values, defaults and conditions. Data only;
patterns are written in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Words instead of a value.

NO_VALUE: Final = frozenset({"null", "nil", "n/a"})
"""What stands where a value would, and says that there is none."""
NO_WORD: Final = frozenset({"none", "empty", "blank", "left", "not", "no", "na"})
"""The same, unless it is marked as a literal."""
EMPTY_STRING: Final = frozenset({"empty string", "null string", '""', "''"})
NUMBERS: Final[Mapping[str, int]] = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}

# Sentences.

ABBREVIATIONS: Final = frozenset(
    {
        "e.g",
        "i.e",
        "etc",
        "vs",
        "no",
        "nos",
        "approx",
        "fig",
        "max",
        "min",
        "cf",
        "incl",
    }
)
"""What a full stop may follow without ending a sentence."""
NOTE: Final = r"notes?\s*+[:：]"
"""What may stand before a sentence and says nothing."""
NEW_SENTENCE: Final = r"(?:This|The|Default|Example|If|When|Options|To)\s"
"""How a sentence begins after a literal, even where the full stop is missing. Case matters."""
CONDITIONAL_START: Final = (
    r"(?:however,\s*+)?(?:if|when|whenever|once|unless|until|after|before|otherwise|in case|in this case|in such a case|in that case"
    r"|for (?!details|example|more|a description|instance))\b"
)
"""How a sentence begins that holds in one case only."""
OWN_ABSENCE: Final = (
    r"(?:if|when) (?:(?:this|the) (?:parameter|field|value|attribute|item)|it) is "
    r"(?:not (?:specified|set|delivered|configured|transferred|provided|passed|carried|included|entered)"
    r"|left (?:blank|empty|unspecified)|omitted|unspecified|empty|blank|null)|if not specified|if omitted"
    r"|(?:if|when) no [\w -]{1,40}? (?:(?:is|are|has been|have been) (?:created|specified|set|configured|selected|provided)|exists?)\b"
)
"""The case that the property itself is absent: what holds then is its default."""
CONDITIONAL_END: Final = (
    r"\s*+,?\s*+(?:only )?(?:if|when|unless|in case|for)\b(?! details| example)"
)
"""How a sentence goes on after a value that holds in one case only."""
IN_CASE: Final = r"\b(?:if|when|unless)\b[^.;]{0,200},\s*+(?:the|its)?\s*+\Z"
"""How a sentence begins, up to a statement, that holds in one case only."""
EXAMPLE: Final = (
    r"for example|for instance|\bexamples?\b|\be\.g\.|such as|recommended|suggested|\badvised\b"
)

SHOWS: Final = r"\bexamples?\b|\be\.g\.|\bsuch as\b|\bfor instance\b"
"""What stands before a value that is shown."""

# Lists of values.

INTRODUCTION: Final = (
    r"\boptions?\b|\b(?:possible|valid|available|allowed|supported|following|enumerated|enumeration) values?\b"
    r"|\bvalues?(?: of (?:this|the) (?:parameter|field|attribute))? "
    r"(?:(?:can|may|must)(?: only| also)? be|(?:are|is)(?: one of)?|include)(?: the following| as follows)?\s*+:?$"
    r"|^(?:values?|(?:value )?ranges?)\s*+:?$|(?<!formats )\bare supported\s*+:?$"
    r"|\b(?:values?|it|this parameter) (?:can|may|must) be (?:any|one|either) of the following(?: values)?"
    r"(?: \([^()]{0,60}\)| and is case[- ](?:in)?sensitive)?\s*+:?$"
)
"""The end of what stands before a list of values."""
NO_INTRODUCTION: Final = (
    r"\bformats?\b|\bwhere,?$|\bparameters?\b.{0,30}follow|\bfollowing (?:[\w-]+ ){0,3}(?:parameters|attributes|keys|conditions|items)\b|\bexamples?\b|\brules?\b|\brequirements?\b|\bconstraints?\b"
    r"|\bnotes?\b|\brestrictions?\b|\bconditions?\b|\bscenarios?\b|\berrors?\b|\bfields?\b|\bstructures?\b|\bways?\b"
    r"|\bmethods? (?:is|are)\b|\bsteps?\b|\bprecautions?\b|\bdetails\b|\bconsists? of\b|\bcontains?\b"
)
"""What stands before a list of something else."""
LEADING: Final = frozenset(
    {
        "default",
        "default value",
        "enumeration values",
        "options",
        "range",
        "value options",
        "value range",
        "example",
        "examples",
    }
)
"""Headings inside a description that say what the next paragraph holds."""
LABELS: Final = LEADING | frozenset(
    {
        "constraint",
        "constraints",
        "definition",
        "description",
        "details",
        "explanation",
        "format",
        "function",
        "meaning",
        "note",
        "parameter",
        "parameter description",
        "restriction",
        "restrictions",
        "unit",
    }
)
"""All headings inside a description; two of them in front of paragraphs are no values."""
MEANS: Final = r"(?:indicates?|specif(?:y|ies)|means?|represents?|stands? for)\b"
"""Between a value and its meaning, where there is no colon."""
OF_THE_VALUE: Final = (
    r"(?:(?:if|when) (?:the value|it|this parameter) is(?: set to)?|(?:the )?value|set (?:the value|it|this parameter) to)\s++"
)
"""How an item begins that says what one value means: "If the value is a, …"."""
IN_EACH_CASE: Final = (
    r"(?:for|if|when)\b[^,]{1,120}, the value (?:can be|may be|must be|is)\s++"
)
"""How an item begins that lists the values of one case: "For an old lamp, the value is a or b"."""
REFERENCE: Final = r"for (?:more )?(?:details|information)\b.*\bsee\b|see\b"
"""How a sentence begins that leads elsewhere; a list after it belongs to the one before."""
OF_A_KIND: Final = r"for (?!details|example|more|instance)[^,]{1,80}, "
"""How a sentence begins that is about things of one kind."""
KIND: Final = r"\b(?:type|state|status|mode|method)[.]?$"
"""What the words before a list of single words end in, if those are values."""
EXPLAINED: Final = (
    r"\s*+(?P<value>\x02[A-Z][A-Z0-9_.-]+\x03)\s*+[:：]\s++(?P<meaning>.+[.])"
)
"""A sentence of one value, in capitals, and its meaning: `**ON**: lit.`"""
CAPITALS: Final = r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z]{3,}"
"""A word that is a value by its looks."""
DASHED: Final = r"(?P<values>[A-Z][A-Z0-9_]*)(?P<separator>-)(?P<meaning>[a-z].*)"
"""A value in capitals and, right behind it, what it means."""
THE_VALUE_IS: Final = r":\s*+the value is\s++"
"""Between a meaning and its value, where the value comes last."""
SPELLING: Final = r"-?[0-9]+|true|false|yes|no|null"
"""A value that can be spelt in several ways: `0/false`."""
PATTERN: Final = (
    r"y{2,4}[-/.]?[mM]{2}[-/.]?d{2}|[hH]{2}:?mm(?::?ss)?|[{}<>*…]|\bx{2,}\b|\.\.\.|\bX{3,}\b"
)
"""What shows that a literal describes values rather than being one."""
JOINED: Final = (
    r"\bseparat(?:e|ed|es|ing)\b[^.]{0,60}\b(?:by|with|using)\b|\b(?:hyphens?|commas?|semicolons?|spaces?|vertical bars?)"
    r"\b[^.]{0,30}\bto separate\b|\bcomma-separated\b|\bjoined (?:by|with)\b"
)
"""The value is one string of several, each from the list."""

# Values in a sentence; each is followed by one value or several.

_VALUE_IS_MINE = r"(?:^|(?<=[\s(:]))(?:the |its |whose |their )?(?:parameter |field |attribute )?values?"
SORTED: Final = r"(?:records|results|entries|items|data)"
_OF_THIS = r"(?: of (?:this|the) (?:parameter|field|attribute))?"
STATED: Final = (
    (
        rf"{_VALUE_IS_MINE}{_OF_THIS} (?:can|may|must|should|could)(?: only| also)? be(?: set to| one of(?: the following)?"
        r"| either)?:?\s*+(?:empty,\s*+(?:or\s++)?)?"
    ),
    (
        rf"(?:^|(?<=[.(:] ))(?:the |its |whose )(?:parameter )?value{_OF_THIS} is"
        r"(?: always| consistently| fixed to| fixed to be| fixed as| fixed at| either)?\s++"
    ),
    r"\bwhich (?:can|may|must|should)(?: only)? be(?: set to| either| one of)?\s++",
    r"\band can be set to\s++",
    rf"\bthe {SORTED} (?:can be|are) sorted by\s++",
    r"^(?:currently, )?(?:this parameter|this field|it|the parameter) (?:can|may|must)(?: only)? be(?: set to)?\s++",
    r"^you can set (?:it|this parameter|this field) to\s++(?=[^.]{1,60}\bor\b)",
    r"^set (?:it|this parameter|this field|the parameter|the parameter value|the value) to\s++",
    (
        r"(?:^|(?<=[\s(\x03]))(?:the )?(?:(?:possible|valid|available|allowed|supported|enumerated|enumeration|optional) values?"
        r"|(?:value )?options?|values)(?: are| is| include)?(?: as follows)?:?\s*+"
    ),
    r"^(?:(?:value )?ranges?|enum(?:eration)?s?|(?:valid )?value)\s*+:\s*+",
    r"^[\w -]{2,50}, which is\s++(?=\x02[^\x02\x03]*+\x03[.]?$)",
)
ONLY: Final = (
    r"\bonly(?: the)?(?: values?)?\s++(?P<list>.{1,200}?)(?<!\s)\s++(?:is|are|can be) (?:supported|available|allowed|valid|used)\b"
)
"""What alone is possible; the list between."""
SUPPORTED: Final = (
    r"(?:currently,? )?(?P<list>.{1,400}?)(?<!\s)\s++(?:is|are) (?:currently )?supported[.]?"
)
"""What is possible, as a whole sentence; the list first."""
ALTERNATIVES: Final = r":\s++"
"""Before two values or more that "or" joins and that end the sentence."""
_LITERAL: Final = r"\x02[^\x02\x03]*+\x03"
EACH_MEANS: Final = (
    rf"\s*+(?:the )?(?:value )?(?P<value>{_LITERAL}) {MEANS}(?: that)?\s++(?P<meaning>.+)"
)
"""One value and its meaning, in a sentence of several: `0 means dark, and 1 means lit`."""
NEXT_MEANS: Final = (
    rf"(?:,(?:\s*+(?:and|while))?|;|(?<!\s)\s++(?:and|while))\s++(?=(?:the )?(?:value )?{_LITERAL} {MEANS})"
)
"""Between two of them."""
ORDERED: Final = (
    rf"(?<![\w-])[\w-]+ (?:order )?\((?P<first>{_LITERAL})\) or [\w-]+ (?:order )?\((?P<second>{_LITERAL})\)"
)
"""Two values behind what they mean: `ascending (asc) or descending (desc)`."""
LIST_GOES_ON: Final = (
    r"\s*+,?\s*+(?:or|and (?:other|more|so|the(?! default)|any|others)|etc|through|to|by default|if|when|only(?!\s*+(?:[.,;]|$))|for|unless|because)\b"
    r"|\s++(?:is|are|was|in|of|as)\b|\s*+(?:[:=+/*&…~]|\.\.\.|-)"
)
"""What may not follow a list of values: then it is not a whole one."""

# Conditions and state.

_THIS = r"(?:this|the) (?:parameter|field|attribute|object)"
_NEEDED = r"(?:mandatory|required|optional|not required|not mandatory)"
CONDITIONS: Final = (
    (
        rf"(?:{_THIS}|it|which|\x03) (?:is|are|becomes?) (?:only )?{_NEEDED},? (?:only )?"
        r"(?:when|if|for|in|unless|after|once)\b"
    ),
    rf"^(?:if|when)\b.*(?:\b{_THIS}|\bit|\x03) (?:is|becomes) {_NEEDED}",
    rf"^{_NEEDED} (?:only )?(?:when|if|for|unless)\b",
    r"\beither\b.{1,200}\bor\b.{1,80}\b(?:must|is|are|can|should|needs)\b",
    r"\b(?:specify|set|use|configure) either\b.{1,200}\bor\b",
    r"\b(?:must|should|can) (?:be )?used (?:together )?with\b",
    r"\bmust (?:be used|exist|be set|be specified|be configured) (?:together|at the same time)\b",
    (
        r"\bcannot (?:be (?:used|specified|set|configured|modified)|co-?exist)\b.{0,80}?"
        r"\b(?:together|when|if|with|at the same time)\b"
    ),
    r"\bmutually exclusive\b",
    (
        rf"(?:{_THIS}|it|\x03|\band) (?:takes effect|is (?:valid|available|used|returned|displayed|mandatory|configured)) only "
        r"(?:when|if|for|in|by|after)\b"
    ),
    rf"(?:{_THIS}) (?:is (?:returned|displayed|available|valid)) (?:when|if)\b",
    rf"(?:{_THIS}|\x03) must be (?:specified|set|configured) (?:when|if)\b",
    rf"^(?:if|when)\b.*(?:{_THIS}|\x03) must be (?:specified|set|configured)\b",
    rf"{_THIS} (?:is not required|does not need to be set)",
    rf"^(?:if|when)\b.*{_THIS} cannot be (?:used|specified|set)\b",
)
OPTIONAL: Final = (
    r"^\(optional\)",
    r"^optional\s*+(?:[.,;:]\s|[.]?$)",
    rf"^{_THIS} is optional(?:\s++and\b|[.,]|$)",
    r"^it is optional[.]?$",
    r"\bwhich is optional(?:[.,]|\s++and\b|$)",
)
MANDATORY: Final = (
    r"^\(mandatory\)",
    r"^\(required\)",
    rf"^{_THIS} is (?:mandatory|required)[.]?$",
    r"^mandatory[.]?$",
)
DEPRECATED: Final = (
    r"^\(?(?:discarded|deprecated|obsolete)\)?[.:]?$",
    r"^\((?:discarded|deprecated|obsolete)\)",
    rf"^(?:{_THIS}|it|this api) (?:has been|have been|is|was|will be) (?:discarded|deprecated|obsolete|removed)\b",
    rf"^(?:{_THIS}|it|this api) is (?:no longer (?:used|supported|in use|available|recommended)|not used any ?more)\b",
    r"^please do not use (?:it|this)\b",
    r"^reserved(?: field| parameter)?, (?:no longer|not) used\b",
)
