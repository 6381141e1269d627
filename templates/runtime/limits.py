"""How large and how deeply nested an answer may be."""

from __future__ import annotations

import json
import math
import re
from itertools import accumulate
from typing import Any, Final

from .errors import ConfigurationError

DEFAULT_MAX_RESPONSE_SIZE: Final = 100 * 1024 * 1024
"""Bytes of an operation's answer, decompressed."""
DEFAULT_MAX_RESPONSE_DEPTH: Final = 100
"""Levels of objects and arrays in it."""

_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_STEPS: Final = dict(zip(b"[{]}", (1, 1, -1, -1), strict=True))
_NO_BRACKETS: Final = bytes(set(range(256)) - _STEPS.keys())


class TooDeepError(ValueError):
    """Data is nested more deeply than it may be."""


def parsed(content: bytes | str, *, depth: float = DEFAULT_MAX_RESPONSE_DEPTH) -> Any:
    """JSON data, of at most so many levels: that is checked before it is parsed.

    Raises:
        TooDeepError: There are more.
        ValueError: It is no JSON.
    """
    text = content if isinstance(content, str) else _decoded(content)
    if _is_deeper(text, depth):
        raise TooDeepError
    try:
        return json.loads(text)
    except RecursionError:  # should the limit be too high for Python
        raise TooDeepError from None


def _decoded(content: bytes) -> str:
    """As json.loads would do it."""
    return content.decode(json.detect_encoding(content), "surrogatepass")


def _is_deeper(text: str, depth: float) -> bool:
    """Whether brackets are nested so deeply, those in strings aside."""
    if text.count("[") + text.count("{") <= depth:
        return False
    outside = _STRING.sub("", text).encode("ascii", "replace")
    brackets = outside.translate(None, delete=_NO_BRACKETS)
    levels = accumulate(map(_STEPS.__getitem__, brackets))
    return any(map(depth.__lt__, levels))


def check_max_response_size(value: object) -> None:
    """Raises ConfigurationError for what is no number of bytes."""
    if not _is_limit(value):
        raise ConfigurationError(
            "max_response_size: expected a whole number of bytes from 1, or math.inf"
            " for no limit"
        )


def check_max_response_depth(value: object) -> None:
    """Raises ConfigurationError for what is no number of levels."""
    if not _is_limit(value):
        raise ConfigurationError(
            "max_response_depth: expected a whole number of levels from 1, or math.inf"
            " for no limit"
        )


def _is_limit(value: object) -> bool:
    return value == math.inf or (type(value) is int and value > 0)
