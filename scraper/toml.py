"""The files that people write, as values; and these values in what is said of a mistake."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Final, cast

from scraper.issues import ScraperError, quoted
from scraper.limits import DEEPEST_TOML, MOST_DOTS
from scraper.text import Text

_STRING = re.compile(r""""(?:[^"\\]|\\.)*"?|'[^']*'?""")
_INTEGERS = range(-(2**63), 2**63)
"""Those that TOML promises; Python has no digits for the longest ones."""
_TOO_DEEP: Final = f"tables and lists nest deeper than {DEEPEST_TOML} levels"


def parsed(text: str, file: str, way_out: str = "") -> Mapping[str, object]:
    """The values of a text; `file` is how errors call it, and `way_out` their end.

    Raises ScraperError when the text is no TOML, or holds what no file of ours does: deep nesting, long keys, large
    integers.
    """
    try:
        return _values(text)
    except tomllib.TOMLDecodeError as error:
        words = f"not TOML: {error}"
    except RecursionError:
        words = _TOO_DEEP
    except ValueError as error:  # of ours, or of Python for a number of 4,300 digits
        words = str(error)
    end = f"; {way_out}" if way_out else ""
    raise ScraperError(f"{file}: {quoted(Text(words))[1:-1]}{end}")


def shown(value: object) -> str:
    """A value in quotation marks."""
    return quoted(Text(repr(value)))


def _values(text: str) -> Mapping[str, object]:
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
    """What a table or a list holds; raises ValueError for an integer that TOML does not promise."""
    match value:
        case Mapping():
            return list(cast("Mapping[str, object]", value).values())
        case list():
            return cast("list[object]", value)
        case int() if value not in _INTEGERS:
            raise ValueError("an integer has more than 64 bits")
        case _:
            return []
