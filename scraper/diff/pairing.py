"""Which operation of one Api is which of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scraper.api.model import Api, Operation
from scraper.emit.sinks.path_template import shape
from scraper.text import Text

Pair: TypeAlias = tuple[Operation, Operation]
_Keys: TypeAlias = Callable[[Operation], Iterable[Hashable]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The operations of both Apis, those of one alone, in the order of their ids."""

    both: tuple[Pair, ...]
    removed: tuple[Operation, ...]
    added: tuple[Operation, ...]


def _routes(operation: Operation) -> Iterable[tuple[str, Text]]:
    """The method with each path; an older version's path is the same operation's."""
    yield operation.method, shape(operation.path)
    for line in operation.older_paths:
        yield line.method, shape(line.path)


def _page(operation: Operation) -> Text:
    return operation.source.page


_BY: Sequence[_Keys] = (
    lambda one: [(_page(one), *route) for route in _routes(one)],
    _routes,  # a renamed page
    lambda one: [(_page(one), one.method)],  # another path
    lambda one: [_page(one)],
    lambda one: [one.id],
)
"""By what an operation is known again, the surest first. A key that several operations have tells nothing."""


def pair(old: Api, new: Api) -> Pairing:
    """Pair the operations: by page, method and path, or by as much of these as still fits only one of each Api."""
    left = {each.id: each for each in old.operations}
    right = {each.id: each for each in new.operations}
    both: list[Pair] = []
    for keys in _BY:
        before, after = _bearers(left.values(), keys), _bearers(right.values(), keys)
        both.extend(
            (left.pop(before[key]), right.pop(after[key]))
            for key in sorted(before.keys() & after.keys(), key=repr)
            if before[key] in left and after[key] in right
        )
    return Pairing(
        both=tuple(sorted(both, key=lambda one: one[1].id)),
        removed=tuple(left.values()),
        added=tuple(right.values()),
    )


def _bearers(operations: Iterable[Operation], keys: _Keys) -> dict[Hashable, str]:
    """Keys and the only operation that has each."""
    found: dict[Hashable, set[str]] = defaultdict(set)
    for operation in operations:
        for key in keys(operation):
            found[key].add(operation.id)
    return {key: ids.pop() for key, ids in found.items() if len(ids) == 1}
