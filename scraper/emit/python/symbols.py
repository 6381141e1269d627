"""A Python expression and the imports that it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Import:
    """`from module import name`; a module with leading dots is one of the package's own."""

    module: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    expression: str
    imports: frozenset[Import] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLine:
    """What a template prints for one module."""

    module: str
    names: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBlock:
    """Import lines in groups: the standard library, other packages, this package; none of them empty."""

    groups: tuple[tuple[ImportLine, ...], ...]


_STANDARD = frozenset({"collections.abc", "functools", "typing"})


def block(imports: Iterable[Import]) -> ImportBlock:
    """Group and sort imports."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in imports:
        names[one.module].add(one.name)
    groups: dict[int, list[ImportLine]] = defaultdict(list)
    for module in sorted(names, key=_place):
        listed = ", ".join(sorted(names[module], key=_order))
        groups[_group(module)].append(ImportLine(module=module, names=listed))
    return ImportBlock(groups=tuple(tuple(groups[n]) for n in sorted(groups)))


def _group(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module in _STANDARD else 1


def _place(module: str) -> tuple[int, str]:
    """Farther relatives first: `.._runtime` before `.flavor`."""
    return module.removeprefix(".").count(".") * -1 if module[0] == "." else 0, module


def union(symbols: Iterable[Symbol]) -> Symbol:
    """`A | B | None`, each alternative once."""
    parts = tuple(symbols)
    alternatives = dict.fromkeys(
        alternative for part in parts for alternative in _alternatives(part.expression)
    )
    return Symbol(
        expression=" | ".join(alternatives),
        imports=frozenset(one for part in parts for one in part.imports),
    )


def _alternatives(expression: str) -> Iterator[str]:
    """What bars outside of brackets divide: `A | list[B | C]` → `A`, `list[B | C]`."""
    alternative, depth = "", 0
    for piece in expression.split(" | "):
        alternative = f"{alternative} | {piece}" if depth else piece
        depth += piece.count("[") - piece.count("]")
        if not depth:
            yield alternative


def _order(name: str) -> tuple[int, str]:
    """Constants, classes, functions: as import sorters have it."""
    if name.isupper():
        return 0, name
    return (1, name) if name[0].isupper() else (2, name)
