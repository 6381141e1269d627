"""TOML text as values, whatever it holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Final, cast

from scraper.issues import ScraperError, quoted
from scraper.limits import DEEPEST_TOML, LONGEST_NUMBER, MOST_DOTS
from scraper.text import Text

_STRING = re.compile(r""""(?:[^"\\]|\\.)*"?|'[^']*'?""")
_LARGEST: Final = 10**LONGEST_NUMBER


def loads(text: str, *, file: str, way_out: str = "") -> dict[str, object]:
    """The values of a text; `file` is how errors call it, and `way_out` their end.

    Raises ScraperError when the text is no TOML, or holds what no file of ours does: deep nesting, long keys.
    """
    try:
        return _parsed(text)
    except tomllib.TOMLDecodeError as error:
        words = f"not TOML: {quoted(Text(str(error)))[1:-1]}"
    except RecursionError:
        words = _TOO_DEEP
    except ValueError as error:  # of ours, or of Python for a number of 4,300 digits
        words = quoted(Text(str(error)))[1:-1]
    raise ScraperError(f"{file}: {words}{f'; {way_out}' if way_out else ''}")


_TOO_DEEP = f"tables nest deeper than {DEEPEST_TOML} levels"


def _parsed(text: str) -> dict[str, object]:
    # For each part of a key the parser looks at all before it.
    if any(_STRING.sub("", line).count(".") > MOST_DOTS for line in text.splitlines()):
        raise ValueError(f"a line has more than {MOST_DOTS:,} dots outside of strings")
    values = tomllib.loads(text)
    level: list[object] = [values]
    for _ in range(DEEPEST_TOML + 1):  # what the deepest hold is one level more
        level = [inner for each in level for inner in _inside(each)]
    if level:
        raise ValueError(_TOO_DEEP)
    return values


def _inside(value: object) -> list[object]:
    """What a table or a list holds; raises ValueError for a number that Python would not print."""
    match value:
        case Mapping():
            return list(cast("Mapping[str, object]", value).values())
        case list():
            return cast("list[object]", value)
        case int() if abs(value) >= _LARGEST:
            raise ValueError(f"a number has more than {LONGEST_NUMBER:,} digits")
        case _:
            return []
