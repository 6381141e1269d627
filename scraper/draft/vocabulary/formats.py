"""The words by which descriptions state the format of a string, as patterns for one sentence. Data only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_OPENING = r"^(?:specifies |indicates )?(?:an? |the )?"
_UUID = r"(?:UUID|universally unique identifier(?: \(UUID\))?)"
_BASE64 = r"base[ -]?64"
_URL = r"(?:URL|URI)"
_TIME = (
    r"(?<![\w~])(?:YYYY|CCYY)-MM-DD['’\"]?T['’\"]?hh:mm:ss(?:\.s{1,9}|\[\.s{1,9}\])?"
    r"(?:['’\"]?Z['’\"]?|\+/-hh:mm|±hh:mm|\+hh:mm)(?![\w~/-])"
)
_MOMENT = (
    r"(?<![\w~])[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?"
    r"(?:Z|[+-][0-9]{2}:[0-9]{2})(?![\w~/-])"
)

STATED: Final[Mapping[str, tuple[str, ...]]] = {
    "uuid": (
        rf"\bin (?:the |an? )?(?:standard )?{_UUID} format\b",
        rf"\bin the format of (?:the |an? )?{_UUID}(?![\w-])",
    ),
    "date-time": (
        _TIME,
        rf"\b(?:ISO[ -]?8601|in the (?:following )?format(?: of)?)\b.{{0,40}}{_MOMENT}",
        r"\bRFC[ -]?3339\b(?! date)",
    ),
    "uri": (
        rf"{_OPENING}(?:remote login|callback) {_URL}\b(?! path)",
        rf"{_OPENING}(?:[\w-]+ ){{0,4}}{_URL}\b[^:]{{0,60}}\b(?:for example|such as|e\.g\.)[,:]? \"?https?://",
        rf"^(?:it|the (?:value|{_URL})) (?:must |should )?(?:starts?|begins?) with \"?https?://",
    ),
    "byte": (
        rf"\b(?:must|should|needs? to|has to) be (?:encoded (?:with|using|in|by) {_BASE64}|{_BASE64}[- ]encoded)\b",
        rf"\b(?:is|are) (?:encoded (?:with|using|in|by) {_BASE64}|{_BASE64}[- ]encoded)\b",
        rf"{_OPENING}{_BASE64}[- ]encoded\b",
        rf"\bin (?:the )?{_BASE64} format\b",
    ),
}
"""What says that a value has a format of OpenAPI. The bare word says less: "the project UUID" names what has no hyphens,
"ISO 8601" also a date or a local time, and a URL may be a path of a bucket."""

_OF_A_PART = r"\b(?:contain|includ|consist|separated|followed|prefix|suffix)"
_OR_ELSE = r"\bor\b|\bnot\b|\bnull\b"

NOT_STATED: Final[Mapping[str, str]] = {
    "uuid": rf"{_OF_A_PART}|{_OR_ELSE}|\bhyphens?\b|\b32[ -](?:bit|byte|digit|character)",
    "date-time": rf"{_OF_A_PART}|{_OR_ELSE}",
    "uri": rf"{_OF_A_PART}|\bnot\b|\bOBS\b|\brelative\b|\b(?:ID|name|path) or\b|\bor (?:(?:the|an?) )?(?:ID|name|path)\b",
    "byte": rf"{_OF_A_PART}|{_OR_ELSE}|\b(?:before|after|if|when)\b",
}
"""In such a sentence the words hold for a part of the value, in some cases only, or of another form."""

VALUE_OF: Final = (
    r"\b(?:values?|contents?) of (?:the )?(?:\x02(?P<literal>[^\x02\x03]*+)\x03|(?P<word>\w+_\w+))"
)
"""The property that a sentence is about."""

EXAMPLE: Final = (
    r"\b(?:for example|for instance|such as|e\.g\.|examples?(?: [a-z]+){0,3})(?:\s*+[,:])?\s++"
)
"""What stands before a value that shows the form."""

SHAPES: Final[Mapping[str, str]] = {
    "uuid": r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "date-time": r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})",
    "uri": r"[A-Za-z][A-Za-z0-9+.-]*://[^\s<>\"{}|\\^`]+",
    "byte": r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
}
"""What a value of the format looks like."""

SHORTEST: Final[Mapping[str, int]] = {
    "uuid": 36,
    "date-time": 20,
    "uri": 4,
    "byte": 0,
}
"""Characters that a value of the format has at least."""
