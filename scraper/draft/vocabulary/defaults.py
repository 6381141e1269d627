"""The words by which descriptions state defaults. Data only; patterns are written in lower case."""

from __future__ import annotations

from typing import Final

from scraper.draft.vocabulary.values import SORTED

DEFAULT: Final = (
    r"\bdefault(?: parameter)?(?: value)?(?: of (?:which|this parameter|the parameter|this field))? is(?: set to| fixed to)?\s++",
    r"\bdefault (?:type|mode|offset|number|method|order|size|limit|port) is\s++",
    r"\bdefault value on each page is\s++",
    r"\bdefault(?: value)?\s*+[:：]\s*+",
    r"\x02default value\x03\s*+[:：]\s*+",
    r"\bdefaults to\s++",
    r"\bthe default(?: parameter)? value (?=\x02[^\x02\x03]*+\x03 (?:is|will be) used\b)",
    r"\bby default, the (?:[a-z]+ ){1,3}is (?=[\x020-9])",
    rf"\bby default, the {SORTED} are sorted by\s++",
    r"\bby default, (?:this parameter|the value|it|the parameter|this field)(?: of this parameter)? is(?: set to)?\s++",
)
"""What stands before a default value."""
LABELLED_DEFAULT: Final = (
    r"default(?: value)?:\s*+(?P<value>[^\x02\x03.\w\s-]|(?=[^\x02\x03]*[0-9])[^\x02\x03.,;\s]{1,20} [^\x02\x03.,;\s]{1,20})"
)
"""A sign, or two words with a digit, that stand alone below such a label."""
DEFAULT_OF: Final = (
    r"\bdefault value of (?:the )?\x02%s\x03(?: parameter| field)? is(?: set to)?\s++"
)
"""The same, the property called by its name, which `%s` takes."""
COUNTED: Final = (
    r"(?:not specified|left blank|not set|omitted|is empty)[^.]{0,20}, (?P<value>[0-9]+) [a-z]+ (?:are|is|will be) [a-z]+[^.]{0,30} by default\b"
)
"""How many there are of something where the parameter is absent."""
_FUNCTION: Final = (
    r"(?:it|which|this|(?:this|the) (?:function|feature|option|parameter|switch|mode))"
)
_STATE: Final = r"is (?P<not>not )?(?P<state>enabled|disabled)"
SWITCHED: Final = (
    rf"\b{_FUNCTION} {_STATE} by default\b",
    rf"\bby default,? {_FUNCTION} {_STATE}\b",
    r"^(?P<not>not )?(?P<state>enabled|disabled) by default[.]?$",
    rf"^by default, (?:[a-z]+ ){{1,3}}{_STATE}[.]?$",
)
"""How the default of a switch is said; `disabled` and `not enabled` are false."""
DISABLES: Final = (
    r"\bwhether to (?:disable|turn off|forbid|skip)\b|\bwhether \S+ is disabled\b"
)
"""A switch that disables: `disabled` says nothing of its value."""
DEFAULT_AFTER: Final = (
    r"(?:\b(?:which|it|and|the value|this parameter|parameter value|the (?:[a-z]+ ){1,3})\s*+(?<= )is (?:set to )?)"
)
"""What stands before a value that `by default` follows."""
MARKED: Final = (
    r"(?<![0-9])(?P<value>[0-9]+)\x03? \((?:the )?default(?: value)?\)",
    r"\(\s*+\x02(?P<value>[^\x02\x03]*+)\x03 by default\)",
    r"\bvalue is \x02(?P<value>[^\x02\x03]*+)\x03 (?:when|if) this parameter is not (?:set|specified|configured)\b",
)
"""A value that is said to be the default right behind it."""
UNIT: Final = r"\bin (seconds|minutes|hours|days|months|years)\b"
OTHER_UNIT: Final = r"\s*+(seconds?|minutes?|hours?|days?|months?|years?)\b"
"""The unit of the property, and that of a value."""
USED_BY_DEFAULT: Final = (
    r"\x02(?P<value>[^\x02\x03]*+)\x03 (?:is|will be) used by default\b"
)
IS_DEFAULT: Final = (
    r"\((?:the )?(?:default|by default)(?: value| option| setting)?\)"
    r"|(?:^|[.:;,]\s*+)(?:the )?default(?: value| option| setting)?\s*+(?:[.;,]|$)"
    r"|\b(?:it|this) is the default(?: value| option| setting)?\b"
    r"|\bwhich is (?:also )?the default(?: value| option| setting)?\b"
)
"""In the meaning of one value: that one is the default."""
