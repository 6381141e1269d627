"""Annotations beside each other: whether what one has fits into the other."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BASES = {"OpenStrEnum": "str", "OpenIntEnum": "int", "int": "float"}
"""What type checkers take for another type."""
_COVARIANT = frozenset({"Iterator", "Mapping", "Sequence"})
_ANYTHING = frozenset({"Any", "object"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """`classes` tells the base of each class."""

    classes: Mapping[str, str]

    def fits(self, inner: str, outer: str) -> bool:
        """Whether all that the inner annotation admits is admitted by the outer one, too."""
        return self._fits(_parsed(inner), _parsed(outer))

    def _fits(self, inner: ast.expr, outer: ast.expr) -> bool:
        admitted = tuple(_options(outer))
        return all(
            any(self._is(one, other) for other in admitted) for one in _options(inner)
        )

    def _is(self, one: ast.expr, other: ast.expr) -> bool:
        name, wanted = ast.unparse(one), ast.unparse(other)
        if name == wanted or wanted in _ANYTHING:
            return True
        match one, other:
            case ast.Subscript(value=head), ast.Subscript(value=same):
                kind = ast.unparse(head)
                return (
                    kind == ast.unparse(same)
                    and kind in _COVARIANT
                    and all(map(self._fits, _within(one), _within(other)))
                )
            case _:
                return self._base(name) == wanted

    def _base(self, name: str) -> str | None:
        """`int` of an enumeration of numbers."""
        return _BASES.get(self.classes.get(name, name))


def _parsed(annotation: str) -> ast.expr:
    """As Python has it; what is no Python fits into itself only."""
    try:
        return ast.parse(annotation, mode="eval").body
    except SyntaxError:
        return ast.Constant(value=annotation)


def _options(node: ast.expr) -> Iterator[ast.expr]:
    """The members of a union."""
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            yield from _options(left)
            yield from _options(right)
        case _:
            yield node


def _within(node: ast.Subscript) -> list[ast.expr]:
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
