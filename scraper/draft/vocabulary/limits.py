"""The words by which descriptions state limits, as patterns with the groups `low` and
`high`. Data only."""

from __future__ import annotations

from typing import Final

_NUMBER = (
    r"[+-]?(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}(?![0-9])|[0-9]+)(?:\.[0-9]+)?(?:e[+-]?[0-9]{1,3})?(?![0-9])"
    r"|zero|one|two|three|four|five|six|seven|eight|nine|ten"
)
LOW: Final = rf"(?P<low>{_NUMBER})"
HIGH: Final = rf"(?P<high>{_NUMBER})"
_UNIT = r"(?:\s?(?!to\b|and\b)[A-Za-z%]{1,8})?"
_LOW_EDGE = r"(?:\s*+\((?P<low_edge>inclusive|exclusive|included|excluded)\))?"
_HIGH_EDGE = r"(?:\s*+\((?P<high_edge>inclusive|exclusive|included|excluded)\))?"
_SPAN = (
    rf"{LOW}{_UNIT}{_LOW_EDGE}\s*+(?:to|and|-|–|~|through)\s*+{HIGH}{_UNIT}{_HIGH_EDGE}"
)
_CHARACTERS = (
    r"\s++(?:unicode |ascii |utf-8 )?(?:characters?|chars?|letters and digits)\b"
)
_NO_LENGTH = r"(?!\s*+(?:unicode )?(?:characters?|bytes?)\b)"
_IS = r"(?:\s++(?:is|must be|should be|can be|of))?\s*+:?\s*+"
_VALUE = r"(?:^|(?<=[.;:,] )|(?<=\band ))(?:it(?= (?:cannot|must not|must) be\b)|(?:the |its )?(?:parameter |field )?values?(?: of this parameter)?)"

INTERVAL: Final = (
    r"\b(?:ranges?|values?|between|from|in|interval)\b[^.\[(]{0,30}?"
    r"(?P<opening>[\[(（])\s*+(?P<low>[+-]?[0-9]+(?:\.[0-9]+)?)\s*+,\s*+"
    r"(?P<high>[+-]?[0-9]+(?:\.[0-9]+)?|\+?∞)\s*+(?P<closing>[\])）])"
)
"""Brackets include their number, parentheses do not."""

NUMBERS: Final = (
    rf"(?<!length )\b(?:ranges?|ranging)(?: is)? (?:from |between ){_SPAN}{_NO_LENGTH}",
    rf"(?<!length )\brange(?: is| of)?\s*+:?\s*+{_SPAN}{_NO_LENGTH}",
    rf"(?:^|(?<=[.;,] ))values?\s*+[:：]\s*+{_SPAN}{_NO_LENGTH}",
    rf"\brange(?: is| of)?\s*+:?\s*+\[\s*+{LOW}\s*+(?:-|–|~|to)\s*+{HIGH}\s*+\]",
    rf"\b(?:an integer|a number) greater than or equal to {LOW}",
    rf"\bvalues? (?:is|are|must be|can be|should be)(?: an integer)? (?:from |between |in the range of )+{_SPAN}",
    rf"\b(?:an integer|a number|integers) (?:ranging )?(?:from|between) {_SPAN}",
    rf"\bminimum(?: value)?(?: of this parameter)?(?: is|\s*+:)\s*+{LOW}",
    rf"\bvalues? (?:begins?|starts?) (?:from|at|with) {LOW}",
    rf"\bmaximum(?: value)?(?: of this parameter)?(?: is|\s*+:)\s*+{HIGH}",
)
"""Limits of a number, both included unless the edge says otherwise."""

COMPARED: Final = rf"{_VALUE}\b(?P<between>[^.]{{0,30}}?)\s(?P<comparison>%s)\s++{LOW}"
"""A number compared; `%s` takes the comparisons."""
ALSO_COMPARED: Final = rf",?\s++(?:and|but)\s++(?P<comparison>%s)\s++{LOW}"
"""The other side, right behind it."""
COMPARISONS: Final = {
    "greater than or equal to": "minimum",
    "no less than": "minimum",
    "not less than": "minimum",
    "not be less than": "minimum",
    "cannot be less than": "minimum",
    "cannot be lower than": "minimum",
    "no lower than": "minimum",
    "not be lower than": "minimum",
    "must not be less than": "minimum",
    "no smaller than": "minimum",
    "cannot be smaller than": "minimum",
    "at least": "minimum",
    "greater than": "exclusive_minimum",
    "larger than": "exclusive_minimum",
    "more than": "exclusive_minimum",
    "less than or equal to": "maximum",
    "no greater than": "maximum",
    "no more than": "maximum",
    "no larger than": "maximum",
    "not greater than": "maximum",
    "cannot be greater than": "maximum",
    "cannot be larger than": "maximum",
    "cannot be more than": "maximum",
    "cannot exceed": "maximum",
    "must not exceed": "maximum",
    "at most": "maximum",
    "less than": "exclusive_maximum",
    "smaller than": "exclusive_maximum",
}
"""What a comparison says of the number after it; negated ones are entries of their own.
"""
NOT_NEGATIVE: Final = (
    r"\bcannot be (?:a )?negative\b|\bnon-negative\b|\bmust not be negative\b"
)
POSITIVE: Final = (
    r"\b(?:must be|is) a positive integer\b|\bvalue[^.]{0,20} positive integer\b"
)

LENGTHS: Final = (
    rf"{_SPAN}{_CHARACTERS}",
    (
        rf"\b(?:maximum(?: length)?(?: of)?|no more than|not more than|up to|at most|(?:not|cannot|must not) exceed"
        rf"|no longer than|less than or equal to|within|max\.?)\s++{HIGH}{_CHARACTERS}"
    ),
    rf"\bmaximum(?: of)? {HIGH}{_CHARACTERS}",
    rf"\bcontains? only {HIGH} character\b",
    rf"\bonly {HIGH} character can be used\b",
    rf"\b(?:minimum(?: length)?(?: of)?|at least|no fewer than|no less than|not less than)\s++{LOW}{_CHARACTERS}",
    rf"\bmaximum length{_IS}{HIGH}(?!\s*+(?:bytes?|kb|mb))",
    rf"\bminimum length{_IS}{LOW}(?!\s*+(?:bytes?|kb|mb))",
    rf"(?:^|(?<=[.;,] ))minimum\s*+:\s*+{LOW}",
    rf"(?:^|(?<=[.;,] )|(?<=[0-9] ))maximum\s*+:\s*+{HIGH}",
    rf"\blength (?:ranges? |is )(?:from |between ){_SPAN}(?!\s*+(?:bytes?|kb|mb))",
    rf"\b(?:value )?length\s*+:\s*+{_SPAN}",
    rf"\b(?:maximum(?: length)?(?: of)?|no more than|not more than|up to|at most|(?:not|cannot|must not) exceed) {HIGH} bytes\b",
    rf"\b(?:(?P<low>1)|[02-9][0-9]*|1[0-9]+)\s*+(?:to|-|–|~)\s*+{HIGH} bytes\b",
    rf"\b{HIGH}{_CHARACTERS} (?:at most|or (?:less|fewer))\b",
    rf"\b{HIGH} bytes (?:at most|or (?:less|fewer))\b",
)
"""Limits of a string's length in characters. As many bytes at most are as many characters at most; with bytes at
least there is nothing to say of characters."""
LENGTH_ABOVE: Final = (
    rf"\blength\b[^.]{{0,40}}?\bgreater than {LOW}(?!\s*+(?:bytes?|kb|mb|or))"
)
LENGTH_BELOW: Final = (
    rf"\blength\b[^.]{{0,60}}?\bless than {HIGH}(?!\s*+(?:bytes?|kb|mb|or))"
)
EXACT_LENGTH: Final = (
    rf"\b(?:exactly|fixed length of|fixed length\s*+:|length is fixed at) {LOW}{_CHARACTERS}"
    r"|^(?:an? )?(?P<of>[0-9]{1,4})-(?:byte|character) [a-z]"
)

ITEMS: Final = (
    rf"^(?:currently, )?(?:a maximum of|at most|up to|no more than) {HIGH} [a-z][\w -]{{1,40}}? (?:can be|are|is|may be)\b",
    rf"^(?:the |this )?(?:array|list)(?: can| must)? contains? (?:a maximum of|at most|up to|no more than) {HIGH} ",
    rf"^you can (?:add|configure|enter|set|specify) (?:a maximum of|at most|up to|no more than) {HIGH} [a-z]",
    rf"\barray length\s*+:\s*+{_SPAN}",
    rf"\barray length (?:ranges? |is )(?:from |between ){_SPAN}",
    rf"^(?:this|one|each|a|an) (?:[a-z][\w-]* ){{0,2}}?(?:array|list|field|parameter)(?: can| must)? contains? (?:a maximum of|at most|up to|no more than) {HIGH} (?!characters?\b|bytes?\b|chars?\b)",
)
"""Limits of how many items an array holds."""
OF_ITEMS: Final = (
    rf"(?:^|(?<=[.;,] ))minimum\s*+:\s*+{LOW}",
    rf"(?:^|(?<=[.;,] )|(?<=[0-9] ))maximum\s*+:\s*+{HIGH}",
)
"""Limits of how many items there are, where the items have no limits themselves."""
TIMES: Final = (
    r"[0-9]\s?(?P<one>seconds?|minutes?|hours?|days?|months?|years?)\s*+(?:to|and|-|–|~)\s*+[0-9.,]+\s?(?P<other>seconds?|minutes?|hours?|days?|months?|years?)"
)
"""Two times, which may be counted in different units."""
NOT_EMPTY: Final = (
    r"\b(?:list|array|it)\b[^.]{0,20} (?:cannot|must not) be (?:an )?empty\b"
)
"""An array that holds something."""
LABELS_OF_LIMITS: Final = frozenset(
    {
        "array length",
        "default",
        "default value",
        "length",
        "max",
        "maximum",
        "maximum length",
        "maximum value",
        "min",
        "minimum",
        "minimum length",
        "minimum value",
        "note",
        "range",
        "value",
        "value length",
        "value range",
    }
)
"""What stands before a colon and names no kind of thing that has limits of its own."""
EACH_HAS: Final = (
    rf"^(?:each|an?|one) [\w -]{{1,30}}? (?:contains?|has|can have|can contain) "
    rf"(?:a maximum of|at most|up to|no more than) {HIGH} (?P<items>\w+)"
)
"""The same, said of what has the array."""
NOT_A_LIMIT: Final = r"\brecommended\b|\bsuggested\b|\bfor example\b|\badvised\b"
