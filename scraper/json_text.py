"""JSON that others wrote: read as far as it can be handled afterwards."""

from __future__ import annotations

import json
from typing import Final, NoReturn, cast

from scraper.limits import DEEPEST_JSON, LONGEST_NUMBER


def loads(text: str) -> object:
    """The value of JSON text.

    Raises ValueError where it is none, nests too deep, has NaN, or a number with too many digits.
    """
    try:
        return _checked(_DECODER.decode(text))
    except RecursionError:
        raise _TOO_DEEP from None


def decode(text: str, start: int) -> tuple[object, int]:
    """The value that begins at a place, and where it ends; raises ValueError likewise."""
    try:
        value, end = _DECODER.raw_decode(text, start)
    except RecursionError:
        raise _TOO_DEEP from None
    return _checked(value), end


_TOO_DEEP: Final = ValueError(f"JSON nests deeper than {DEEPEST_JSON} levels")


def _checked(value: object) -> object:
    level = [value]
    for _ in range(DEEPEST_JSON):
        level = [inner for each in level for inner in _inside(each)]
    if level:
        raise _TOO_DEEP
    return value


def _inside(value: object) -> list[object]:
    """The arrays and objects in an array or object."""
    if isinstance(value, dict):
        members = list(cast("dict[str, object]", value).values())
    elif isinstance(value, list):
        members = cast("list[object]", value)
    else:
        return []
    return [one for one in members if isinstance(one, dict | list)]


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number has more than {LONGEST_NUMBER} digits")
    return int(digits)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse, parse_int=_whole)
