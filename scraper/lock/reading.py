"""A lock.toml as values; what `write` would not have written is refused."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar, cast

from scraper import toml
from scraper.diff.model import Change, Kind, Verdict
from scraper.issues import ScraperError, quoted
from scraper.lock.model import Lock
from scraper.names import Named, Names
from scraper.releases.model import Alias, Entry, History
from scraper.releases.versions import VERSION
from scraper.text import Text

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")

_TYPE = re.compile(r"[A-Z][A-Za-z0-9]*")
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TYPES = (Named.OPERATION, Named.GROUP, Named.HOME, Named.SCHEMA, Named.ENUMERATION)
_FORMS = {
    **dict.fromkeys(Named, _IDENTIFIER),
    **dict.fromkeys(_TYPES, _TYPE),
}
_MEMBER = re.compile(r"[A-Z][A-Za-z0-9]*/[A-Za-z][A-Za-z0-9_]*")
_COMMIT = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})?")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_ANY = re.compile(r".*", re.DOTALL)
_WAY_OUT = "take it from git again"


def read(text: str, *, file: str) -> Lock:
    """What a lock.toml holds; `file` is how errors call it. An empty text holds nothing.

    Raises ScraperError that names file and key where the text is not what `write` writes.
    """
    values = toml.loads(text, file=file, way_out=_WAY_OUT)
    root = _Table(values=values, file=file)
    kinds = [kind.value for kind in Named]
    root.only("upstream", "release", "surface", "facts", "aliases", "entries", *kinds)
    return Lock(
        names=Names(
            given={
                kind: _names(kind, root.table(kind.value))
                for kind in Named
                if kind.value in values
            }
        ),
        history=_history(root),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A table whose errors name the file and the key."""

    values: Mapping[str, object]
    file: str
    at: str = ""

    def error(self, key: str, expected: str, found: object) -> ScraperError:
        place, value = quoted(Text(f"{self.at}{key}")), quoted(Text(repr(found)))
        return ScraperError(
            f"{self.file}: {place}: expected {expected}, found {value}; {_WAY_OUT}"
        )

    def only(self, *keys: str) -> _Table:
        for key, value in self.values.items():
            if key not in keys:
                raise self.error(key, f"one of {', '.join(keys)}", value)
        return self

    def table(self, key: str) -> _Table:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "a table", value)
        return self._inside(cast("dict[str, object]", value), key)

    def tables(self, key: str) -> list[_Table]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise self.error(key, "a list of tables", values)
        found: list[_Table] = []
        for number, value in enumerate(cast("list[object]", values)):
            if not isinstance(value, dict):
                raise self.error(key, "a list of tables", value)
            inside = cast("dict[str, object]", value)
            found.append(self._inside(inside, f"{key}[{number}]"))
        return found

    def _inside(self, values: Mapping[str, object], key: str) -> _Table:
        return _Table(values=values, file=self.file, at=f"{self.at}{key}.")

    def string(
        self, key: str, form: re.Pattern[str] = _ANY, expected: str = "a string"
    ) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise self.error(key, expected, value)
        return value

    def optional(self, key: str, read: Callable[[str], V], missing: V) -> V:
        return read(key) if key in self.values else missing

    def text(self, key: str) -> Text:
        return Text(self.string(key))

    def one_of(self, key: str, kinds: type[E]) -> E:
        value = self.string(key)
        try:
            return kinds(value)
        except ValueError:
            known = ", ".join(each.value for each in kinds)
            raise self.error(key, f"one of {known}", value) from None

    def strings(self, key: str) -> tuple[str, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise self.error(key, "a list of strings", values)
        found: list[str] = []
        for value in cast("list[object]", values):
            if not isinstance(value, str):
                raise self.error(key, "a list of strings", value)
            found.append(value)
        return tuple(found)


def _names(kind: Named, table: _Table) -> dict[str, str]:
    return {one: _name(table, one, _FORMS[kind]) for one in table.values}


def _name(table: _Table, key: str, form: re.Pattern[str]) -> str:
    name = table.string(key, form, "a name of letters and digits")
    if form is not _TYPE and keyword.iskeyword(name.rpartition("/")[2]):
        raise table.error(key, "no keyword of Python", name)
    return name


def _history(root: _Table) -> History:
    upstream = root.table("upstream").only("commit")
    release = root.table("release").only("version", "digest")
    surface, facts = root.table("surface"), root.table("facts")
    known = bool(release.values)
    return History(
        commit=upstream.optional("commit", upstream.string, ""),
        version=release.string("version", VERSION, "a version") if known else "",
        digest=release.string("digest", _DIGEST, "a digest") if known else "",
        surface={name: surface.string(name) for name in surface.values},
        facts={name: facts.string(name) for name in facts.values},
        aliases=tuple(_alias(table) for table in root.tables("aliases")),
        entries=tuple(_entry(table) for table in root.tables("entries")),
    )


def _alias(table: _Table) -> Alias:
    table.only("kind", "former", "name", "since")
    kind = table.one_of("kind", Named)
    form = _MEMBER if kind is Named.MEMBER else _FORMS[kind]
    return Alias(
        kind=kind,
        former=_name(table, "former", form),
        name=_name(table, "name", _FORMS[kind]),
        since=table.string("since", VERSION, "a version"),
    )


def _entry(table: _Table) -> Entry:
    table.only("version", "commit", "changes")
    return Entry(
        version=table.string("version", VERSION, "a version"),
        commit=table.string("commit", _COMMIT, "a commit"),
        changes=tuple(_change(change) for change in table.tables("changes")),
    )


def _change(table: _Table) -> Change:
    table.only("kind", "verdict", "place", "old", "new", "effect", "used_by", "source")
    return Change(
        kind=table.one_of("kind", Kind),
        verdict=table.one_of("verdict", Verdict),
        place=table.text("place"),
        old=table.optional("old", table.text, None),
        new=table.optional("new", table.text, None),
        effect=table.optional("effect", table.string, ""),
        used_by=table.strings("used_by"),
        source=table.optional("source", table.text, Text("")),
    )
