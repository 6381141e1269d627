"""The files that people write, as values; and these values in what is said of a mistake."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import cast

from scraper.issues import ScraperError, quoted
from scraper.text import Text

_INTEGERS = range(-(2**63), 2**63)
"""Those that TOML promises; Python has no digits for the longest ones."""


def parsed(text: str, file: str, way_out: str = "") -> Mapping[str, object]:
    """The whole text; raises ScraperError when it is not TOML."""
    try:
        values = tomllib.loads(text)
        _check(values)
    except (ValueError, RecursionError) as error:
        problem = f"{file}: not TOML: {quoted(Text(str(error)))[1:-1]}"
        raise ScraperError(f"{problem}; {way_out}" if way_out else problem) from None
    return values


def _check(values: Mapping[str, object]) -> None:
    """No integer has more than 64 bits."""
    left: list[object] = [values]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left.extend(cast("dict[str, object]", value).values())
        elif isinstance(value, list):
            left.extend(cast("list[object]", value))
        elif isinstance(value, int) and value not in _INTEGERS:
            raise ValueError("an integer of more than 64 bits")


def shown(value: object) -> str:
    """A value in quotation marks; of one that is nested too deeply to be written, what it is."""
    try:
        return quoted(Text(repr(value)))
    except RecursionError:
        return quoted(Text(type(value).__name__))
