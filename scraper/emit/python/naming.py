"""What the methods of a group are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scraper.emit.python.groups import Group
from scraper.emit.python.identifiers import distinct, method_identifier

_LISTS = "list_"


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodNames:
    """The method of an operation, and what may stand beside it."""

    method: str
    iterator: str
    waiter: str


def method_names(group: Group) -> Mapping[str, MethodNames]:
    """By the operation's id. Methods come first; what stands beside one gives way."""
    ids = [one.id for one in group.operations]
    methods = [method_identifier(one) for one in ids]
    beside = [f(one) for f in (iterator_name, waiter_name) for one in methods]
    names = distinct([*methods, *beside], [True] * 3 * len(ids))
    count = len(ids)
    return {
        id: MethodNames(
            method=names[n], iterator=names[count + n], waiter=names[2 * count + n]
        )
        for n, id in enumerate(ids)
    }


def iterator_name(method: str) -> str:
    """`list_trees` → `iter_trees`, `get_grants` → `iter_get_grants`."""
    return f"iter_{method.removeprefix(_LISTS) or method}"


def waiter_name(method: str) -> str:
    """`create_server` → `wait_create_server`."""
    return f"wait_{method}"
