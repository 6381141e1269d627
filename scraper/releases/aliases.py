"""Public names that went, and go on as aliases for one major version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.diff.model import Verdict
from scraper.names import Former, Named, Names, most
from scraper.releases.model import Alias, History
from scraper.releases.versions import following, is_later, major

_FOLLOWED = (Named.SCHEMA, Named.ENUMERATION)


def former_names(given: Names, now: Names, renamed: Mapping[str, str]) -> Former:
    """The names given before that nothing bears now, and what stands in their places.

    `renamed` are operations that people call by another id. A name whose places are gone has no successor.
    """
    found: dict[Named, dict[str, str]] = {Named.OPERATION: dict(renamed)}
    for kind in _FOLLOWED:
        names = now.of(kind)
        borne = frozenset(names.values())
        successors: dict[str, Counter[str]] = {}
        for identity, name in given.of(kind).items():
            if name not in borne and identity in names:
                successors.setdefault(name, Counter())[names[identity]] += 1
        found[kind] = {name: most(counts) for name, counts in successors.items()}
    return {kind: names for kind, names in found.items() if names}


def carried_on(history: History, former: Former, now: Names) -> tuple[Alias, ...]:
    """The aliases of the last release, and those that come with the names that went now.

    What was renamed twice leads to the last name. An alias ends where something new bears the name, or nothing bears
    the one it leads to.
    """
    new = [
        Alias(kind=kind, former=old, name=name, since=_next(history))
        for kind, names in former.items()
        for old, name in names.items()
    ]
    again = {(one.kind, one.former) for one in new}
    led = [
        replace(one, name=_last(one, history, former))
        for one in history.aliases
        if (one.kind, one.former) not in again
    ]
    return tuple(
        sorted(
            (one for one in (*led, *new) if _leads(one, now)),
            key=lambda one: (one.kind, one.former),
        )
    )


def _last(alias: Alias, history: History, former: Former) -> str:
    """The name at the end of a chain of former names."""
    known = {one.former: one.name for one in history.aliases if one.kind is alias.kind}
    name, seen = former.get(alias.kind, {}).get(alias.name, alias.name), {alias.former}
    owner = alias.former.rpartition("/")[0]
    while (key := f"{owner}/{name}" if owner else name) in known and key not in seen:
        seen.add(key)
        name = known[key]
    return name


def _next(history: History) -> str:
    """Any version after the last release; `dated` knows the true one."""
    return following(history.version or "0", Verdict.COMPATIBLE)


def dated(
    aliases: Sequence[Alias], history: History, version: str
) -> tuple[Alias, ...]:
    """The aliases as they are remembered until the next release, which has this version: new ones begin with it."""
    return tuple(
        replace(one, since=version) if is_later(one.since, history.version) else one
        for one in aliases
    )


def due(aliases: Sequence[Alias], version: str) -> tuple[Alias, ...]:
    """The aliases that a version has: those of an earlier major version end with it."""
    return tuple(one for one in aliases if major(one.since) >= major(version))


def _leads(alias: Alias, now: Names) -> bool:
    if alias.kind is Named.GROUP:
        borne = frozenset(now.of(Named.HOME).values())
    elif alias.kind is Named.MEMBER:
        return True  # an enumeration's members are known when it is printed
    else:
        borne = frozenset(now.of(alias.kind).values())
    return alias.name in borne and alias.former not in borne


def by_kind(aliases: Sequence[Alias]) -> Former:
    """Kind → former name → present name, as the package is printed with."""
    found: dict[Named, dict[str, str]] = {}
    for one in aliases:
        found.setdefault(one.kind, {})[one.former] = one.name
    return found
