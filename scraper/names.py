"""Public names given away: they stay, whatever pages appear and however titles are reworded.

A name belongs to an identity: what the name stands for, in words that do not depend on names of the same kind. How an
identity is written is the business of the stage that gives the name away.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, TypeVar

Bearer = TypeVar("Bearer", bound=Hashable)


class Named(StrEnum):
    """What has a public name."""

    OPERATION = "operations"
    GROUP = "groups"
    HOME = "homes"
    """The group of an operation, by the operation's id."""
    SCHEMA = "schemas"
    ENUMERATION = "enumerations"
    PROPERTY = "properties"
    ARGUMENT = "arguments"
    MEMBER = "members"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """For each kind, identity → name."""

    given: Mapping[Named, Mapping[str, str]]

    def of(self, *kinds: Named) -> Mapping[str, str]:
        return {
            identity: name
            for kind in kinds
            for identity, name in self.given.get(kind, {}).items()
        }

    def __or__(self, other: Names) -> Names:
        """The other's kinds in place of these."""
        return Names(given={**self.given, **other.given})

    def renamed(self, operations: Mapping[str, str]) -> Names:
        """What stands for parts of operations, now that these have other ids: former id → id."""
        return Names(
            given={
                kind: (
                    {_moved(one, operations): name for one, name in named.items()}
                    if kind in _PARTS_OF_OPERATIONS
                    else named
                )
                for kind, named in self.given.items()
            }
        )


_PARTS_OF_OPERATIONS = frozenset(
    {Named.HOME, Named.SCHEMA, Named.ENUMERATION, Named.ARGUMENT}
)


_OWNER = re.compile("[A-Za-z0-9]+")


def _moved(identity: str, operations: Mapping[str, str]) -> str:
    """An identity begins with the id: `CreateTask`, `CreateTask request/config`, `CreateTask/query/limit`."""
    return _OWNER.sub(lambda match: operations.get(match[0], match[0]), identity, 1)


NONE = Names(given={})
"""Nothing has been given away yet."""


def kept(
    identities: Mapping[Bearer, Sequence[str]], given: Mapping[str, str]
) -> dict[Bearer, str]:
    """Who keeps which of the names given away, by the identities that each bearer has now.

    One name goes to one bearer: to the one with most of its identities, then to the first. A bearer of several names
    keeps the one that most of its identities bear.
    """
    claims: Counter[tuple[int, str]] = Counter()
    bearers = list(identities)
    for number, bearer in enumerate(bearers):
        claims.update(
            (number, given[one]) for one in identities[bearer] if one in given
        )
    names: dict[int, str] = {}
    taken: set[str] = set()
    for number, name in sorted(claims, key=lambda one: (-claims[one], one[1], one[0])):
        if number not in names and name not in taken:
            names[number] = name
            taken.add(name)
    return {bearers[number]: name for number, name in names.items()}


def adopted(
    identities: Mapping[Bearer, Sequence[str]],
    peers: Mapping[Bearer, Hashable],
    given: Mapping[str, str],
) -> dict[Bearer, str]:
    """The name that each bearer goes by: the one that most of its identities bear, else the one most of its peers bear.

    Two bearers that had two names keep them, however alike they have become. What is new goes by the name of its like;
    bearers without a name that anyone knows are left out.
    """
    own: dict[Bearer, str] = {}
    among: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for bearer, known in identities.items():
        if name := most(Counter(given[one] for one in known if one in given)):
            own[bearer] = name
            among[peers[bearer]][name] += 1
    return {
        bearer: name
        for bearer in identities
        if (name := own.get(bearer) or most(among[peers[bearer]]))
    }


def most(names: Counter[str]) -> str:
    """The name that is there most often, then the first; empty where there is none."""
    return min(names, key=lambda name: (-names[name], name), default="")


class Taken:
    """The names that are taken in one place, where each new one must be another."""

    def __init__(self, names: Iterable[str] = (), *, cased: bool, between: str = ""):
        """`cased`: two names that differ in case only are two, which they are not for some file systems; `between`
        stands before the number of a repeated name."""
        self._cased, self._between = cased, between
        self._names = {self._key(name) for name in names}
        self._next: dict[str, int] = {}

    def add(self, name: str) -> None:
        self._names.add(self._key(name))

    def __contains__(self, name: str) -> bool:
        return self._key(name) in self._names

    def free(self, wanted: str) -> str:
        """The name, or the name with the least number from 2 that is not taken; it is taken now."""
        name = wanted
        number = self._next.get(self._key(wanted), 2)
        while self._key(name) in self._names:
            name, number = f"{wanted}{self._between}{number}", number + 1
        if name != wanted:  # no less number becomes free again
            self._next[self._key(wanted)] = number
        self.add(name)
        return name

    def _key(self, name: str) -> str:
        return name if self._cased else name.lower()


def settled(
    wanted: Mapping[Bearer, str], kept: Mapping[Bearer, str], taken: Taken
) -> dict[Bearer, str]:
    """Each bearer's name: the one it keeps, else the wanted one, with a number where that is `taken` or kept."""
    names = dict(kept)
    for name in kept.values():
        taken.add(name)
    for bearer, name in wanted.items():
        if bearer not in names:
            names[bearer] = taken.free(name)
    return {bearer: names[bearer] for bearer in wanted}


Former: TypeAlias = Mapping[Named, Mapping[str, str]]
"""For each kind, a name that users know → the one that it has now. A member's stands behind its enumeration's:
`TaskType/OLD` → `NEW`.
"""

NO_FORMER: Former = {}
"""All names are as they were."""
