"""lock.toml: what the program remembers of a service from run to run, in git beside the documents."""

from __future__ import annotations

import keyword
import re
import tomllib
from collections.abc import Mapping
from typing import cast

from scraper.emit.sinks import toml
from scraper.issues import ScraperError, quoted
from scraper.names import Named, Names
from scraper.text import Text

_HEAD = """\
# Every public name of the generated package, by what bears it. `scraper generate` writes this file and keeps to it: a name
# given away does not change because a page appeared or a title was reworded. Keep it in git. To rename something on
# purpose, change or delete its line; an operation's id is better corrected in corrections.toml.
"""
_TYPE = re.compile(r"[A-Z][A-Za-z0-9]*")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TYPES = (
    Named.OPERATION,
    Named.GROUP,
    Named.HOME,
    Named.SCHEMA,
    Named.ENUMERATION,
)
_FORMS = {
    **dict.fromkeys(Named, _IDENTIFIER),
    **dict.fromkeys(_TYPES, _TYPE),
}


def read(text: str, *, file: str) -> Names:
    """The names of a lock.toml; `file` is how errors call it. An empty text holds none.

    Raises ScraperError that names file and key where the text is not what `write` writes.
    """
    try:
        values: Mapping[str, object] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        words = quoted(Text(str(error)))[1:-1]
        raise ScraperError(f"{file}: not TOML: {words}; {_WAY_OUT}") from None
    known = [kind.value for kind in Named]
    for key, table in values.items():
        if key not in known or not isinstance(table, dict):
            raise _error(file, key, f"one of the tables {', '.join(known)}", table)
    return Names(
        given={
            kind: _names(kind, cast("dict[str, object]", values[kind.value]), file)
            for kind in Named
            if kind.value in values
        }
    )


def write(names: Names) -> str:
    """The text of a lock.toml: sorted, one line a name."""
    parts = [_HEAD]
    for kind in Named:
        if given := names.of(kind):
            lines = (
                f"{toml.string(identity)} = {toml.string(name)}\n"
                for identity, name in sorted(given.items())
            )
            parts.append(f"[{kind.value}]\n{''.join(lines)}")
    return "\n".join(parts)


_WAY_OUT = "take it from git again, or delete it to have all names given anew"


def _names(kind: Named, table: Mapping[str, object], file: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for identity, name in table.items():
        place = f"{kind.value}.{identity}"
        if not isinstance(name, str) or not _FORMS[kind].fullmatch(name):
            raise _error(file, place, "a name of letters and digits", name)
        if keyword.iskeyword(name):
            raise _error(file, place, "no keyword of Python", name)
        found[identity] = name
    return found


def _error(file: str, key: str, expected: str, found: object) -> ScraperError:
    place, value = quoted(Text(key)), quoted(Text(repr(found)))
    return ScraperError(
        f"{file}: {place}: expected {expected}, found {value}; {_WAY_OUT}"
    )
