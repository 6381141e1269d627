"""The text of a lock.toml: sorted, a line for each name and each change, so that git shows what happened."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scraper.diff.model import Change
from scraper.emit.sinks import toml
from scraper.emit.sinks.tree import Key
from scraper.lock.model import Lock
from scraper.names import Named, Names
from scraper.releases.model import Alias, Entry, History

_HEAD = """\
# What is remembered of this service from run to run. `scraper generate` and `scraper update` write this file; keep it in git.
"""
_NAMES = """\
# Every public name of the generated package, by what bears it. A name given away does not change because a page appeared
# or a title was reworded. To rename something on purpose, change its line, and add the former name to [[aliases]] for those
# who use it; an operation's id is better corrected in corrections.toml.
"""
_SURFACE = """\
# What the last release offered to Python. The next version follows from what differs.
"""
_FACTS = """\
# What it promised besides: where requests go, and what they may hold.
"""


def written(lock: Lock) -> str:
    """The text of a lock."""
    parts = [_HEAD, *_release(lock.history), *_names(lock.names)]
    if surface := lock.history.surface:
        parts.append(f"{_SURFACE}\n{_table('surface', surface)}")
    if facts := lock.history.facts:
        parts.append(f"{_FACTS}\n{_table('facts', facts)}")
    parts.extend(_entry(entry) for entry in lock.history.entries)
    return "\n".join(parts)


def _release(history: History) -> Iterator[str]:
    if history.commit:
        yield _table("upstream", {"commit": history.commit})
    if history.version:
        yield _table("release", {"version": history.version, "digest": history.digest})
    for alias in history.aliases:
        yield _alias(alias)


def _names(names: Names) -> Iterator[str]:
    if any(names.of(kind) for kind in Named):
        yield _NAMES
    for kind in Named:
        if given := names.of(kind):
            yield _table(kind.value, dict(sorted(given.items())))


def _table(name: str, values: Mapping[str, str]) -> str:
    lines = (f"{_key(key)} = {toml.string(value)}\n" for key, value in values.items())
    return f"[{name}]\n{''.join(lines)}"


def _key(key: str) -> str:
    """Our own keys stand bare, what came from a document in quotes."""
    return key if key in _OWN else toml.string(key)


_OWN = ("commit", "version", "digest")


def _alias(alias: Alias) -> str:
    return (
        "[[aliases]]\n"
        f"kind = {toml.string(alias.kind.value)}\n"
        f"former = {toml.string(alias.former)}\n"
        f"name = {toml.string(alias.name)}\n"
        f"since = {toml.string(alias.since)}\n"
    )


def _entry(entry: Entry) -> str:
    changes = "".join(f"  {_change(change)},\n" for change in entry.changes)
    listed = f"[\n{changes}]" if changes else "[]"
    return (
        "[[entries]]\n"
        f"version = {toml.string(entry.version)}\n"
        f"commit = {toml.string(entry.commit)}\n"
        f"changes = {listed}\n"
    )


def _change(change: Change) -> str:
    values: dict[str, Key | None] = {
        "kind": change.kind.value,
        "verdict": change.verdict.value,
        "place": change.place,
        "old": change.old,
        "new": change.new,
        "effect": change.effect or None,
        "source": change.source or None,
    }
    parts = [
        f"{key} = {toml.string(value)}"
        for key, value in values.items()
        if value is not None
    ]
    if change.used_by:
        parts.append(f"used_by = [{', '.join(map(toml.string, change.used_by))}]")
    return f"{{ {', '.join(parts)} }}"
