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

_FEW: Final = 100_000
_BYTES_EACH: Final = 100
"""Objects and arrays that any answer may have; and the bytes that give one more."""
_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_STEPS: Final = dict(zip(b"[{]}", (1, 1, -1, -1), strict=True))
_NO_BRACKETS: Final = bytes(set(range(256)) - _STEPS.keys())


class TooMuchError(ValueError):
    """There is more data than there may be; the text says of what."""


def parsed(
    content: bytes | str,
    *,
    depth: float = DEFAULT_MAX_RESPONSE_DEPTH,
    size: float = DEFAULT_MAX_RESPONSE_SIZE,
) -> Any:
    """JSON data, of which limits are checked before it is parsed.

    Args:
        content: The text; bytes in any encoding that JSON may have.
        depth: How many levels of objects and arrays there may be.
        size: How many bytes there may be, to which goes a number of objects and arrays:
            a hostile text of two bytes for each would take hundreds of times its size.

    Raises:
        TooMuchError: There is more.
        ValueError: It is no JSON.
    """
    text = content if isinstance(content, str) else _decoded(content)
    _check(text, depth, most=max(_FEW, size / _BYTES_EACH))
    try:
        return json.loads(text)
    except RecursionError:  # should the limit be too high for Python
        raise _too_deep(depth) from None


def _decoded(content: bytes) -> str:
    """As json.loads would do it."""
    return content.decode(json.detect_encoding(content), "surrogatepass")


def _check(text: str, depth: float, most: float) -> None:
    """Look at the brackets, those in strings aside."""
    if text.count("[") + text.count("{") <= min(depth, most):
        return
    outside = _STRING.sub("", text).encode("ascii", "replace")
    brackets = outside.translate(None, delete=_NO_BRACKETS)
    if brackets.count(b"[") + brackets.count(b"{") > most:
        raise TooMuchError(
            f"has more than {most:.0f} objects and arrays, which go with its"
            " max_response_size"
        )
    levels = accumulate(map(_STEPS.__getitem__, brackets))
    if any(map(depth.__lt__, levels)):
        raise _too_deep(depth)


def _too_deep(depth: float) -> TooMuchError:
    return TooMuchError(f"is nested deeper than max_response_depth ({depth} levels)")


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
