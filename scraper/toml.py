"""TOML text as values, whatever it holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Final, cast

from scraper.issues import ScraperError, quoted
from scraper.limits import LONGEST_NUMBER
from scraper.text import Text

DEEPEST: Final = 20
"""Tables and arrays within each other: a file of ours has four."""
LONGEST_KEY: Final = 1_000
"""Dots on a line up to its value: for each part of a key the parser looks at all before it."""

_NUMBER = re.compile("[0-9A-Fa-f_]+")


def loads(text: str, *, file: str, way_out: str = "") -> dict[str, object]:
    """The values of a text; `file` is how errors call it, and `way_out` their end.

    Raises ScraperError when the text is no TOML, or holds what no file of ours does: deep nesting, long keys.
    """
    words = _odd(text)
    try:
        values: dict[str, object] = {} if words else tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words = f"not TOML: {quoted(Text(str(error)))[1:-1]}"
    except RecursionError:
        words = _TOO_DEEP
    else:
        words = words or (_TOO_DEEP if _depth(values) > DEEPEST else "")
        if not words:
            return values
    raise ScraperError(f"{file}: {words}{f'; {way_out}' if way_out else ''}")


_TOO_DEEP = f"tables nest deeper than {DEEPEST} levels"


def _odd(text: str) -> str:
    """What the parser would take too long for, or Python could not print."""
    if any(line.count(".") > LONGEST_KEY for line in text.splitlines()):
        return f"a line has more than {LONGEST_KEY} dots"
    if any(len(digits) > LONGEST_NUMBER for digits in _NUMBER.findall(text)):
        return f"a number has more than {LONGEST_NUMBER} digits"
    return ""


def _depth(values: object) -> int:
    """How many tables and arrays lie within each other, counted no further than it matters."""
    level, depth = [values], 0
    while level and depth <= DEEPEST:
        depth += 1
        level = [
            inner
            for each in level
            for inner in _members(each)
            if isinstance(inner, dict | list)
        ]
    return depth


def _members(value: object) -> list[object]:
    if isinstance(value, Mapping):
        return list(cast("Mapping[str, object]", value).values())
    return cast("list[object]", value)
