"""Which documented values may stand in a schema: a default and a bound must not contradict the type."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import assert_never

from scraper.api.model import (
    AnyType,
    Array,
    Bounds,
    Kind,
    Map,
    Primitive,
    Property,
    Ref,
    Scalar,
    Type,
    Union,
)
from scraper.emit.openapi.components import Components
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Branch, Key, Tree
from scraper.source import Fact
from scraper.text import Text

_NUMBERS = frozenset({Kind.INTEGER, Kind.NUMBER})
_FRACTIONS = frozenset({Kind.NUMBER})


def default(of: Property, components: Components) -> Scalar | None:
    """The documented default, when it is a valid value: of the type, among the enumeration's, within the bounds."""
    if of.default is None:
        return None
    value = of.default.value
    within = _within(value, of.bounds)
    return value if within and _fits(value, of.type, components) else None


def bounds(of: Property, components: Components) -> Branch:
    """The keywords for those bounds that mean something for the type."""
    limits = of.bounds
    type_ = _spelt_out(of.type, components)
    result: Branch = {}
    if _holds(type_, _NUMBERS):
        result = _of_numbers(limits, whole=not _holds(type_, _FRACTIONS))
    counts: dict[str, Fact[int] | None] = {}
    if _holds(type_, {Kind.STRING}):
        counts |= {"minLength": limits.min_length, "maxLength": limits.max_length}
    if isinstance(type_, Array | AnyType):
        counts |= {"minItems": limits.min_items, "maxItems": limits.max_items}
    result |= {
        key: fact.value for key, fact in counts.items() if fact and fact.value >= 0
    }
    return result


def _of_numbers(limits: Bounds, *, whole: bool) -> Branch:
    stated = {
        "minimum": limits.minimum,
        "exclusiveMinimum": limits.exclusive_minimum,
        "maximum": limits.maximum,
        "exclusiveMaximum": limits.exclusive_maximum,
    }
    found = {
        key: fact.value
        for key, fact in stated.items()
        if fact and math.isfinite(fact.value)
    }
    held: Mapping[str, int | float] = _of_integers(found) if whole else found
    return dict[Key, Tree](held.items())


def _of_integers(limits: Mapping[str, int | float]) -> dict[str, int]:
    """Limits that belong to what they allow: whole numbers need no others.

    Many a tool reads `exclusiveMinimum` as the flag that it was before draft 6 of JSON Schema.
    """
    result: dict[str, int] = {}
    for key, value in limits.items():
        limit, whole, narrowest = _ROUNDED[key]
        rounded = whole(value)
        result[limit] = narrowest(result.get(limit, rounded), rounded)
    return result


def _above(value: float) -> int:
    return math.floor(value) + 1


def _below(value: float) -> int:
    return math.ceil(value) - 1


_ROUNDED: Mapping[
    str, tuple[str, Callable[[float], int], Callable[[int, int], int]]
] = {
    "minimum": ("minimum", math.ceil, max),
    "exclusiveMinimum": ("minimum", _above, max),
    "maximum": ("maximum", math.floor, min),
    "exclusiveMaximum": ("maximum", _below, min),
}


def _spelt_out(type_: Type, components: Components) -> Type:
    """The type itself; for a reference to an enumeration, the primitive that it restricts."""
    if isinstance(type_, Ref) and (found := components.enumerations.get(type_.name)):
        return found.base
    return type_


def _holds(type_: Type, kinds: frozenset[Kind] | set[Kind]) -> bool:
    """Whether a value of the type may be of one of the kinds."""
    match type_:
        case Primitive(kind=kind):
            return kind in kinds
        case Union(options=options):
            return any(_holds(option, kinds) for option in options)
        case AnyType():
            return True
        case Array() | Map() | Ref():
            return False
        case _:
            assert_never(type_)


def _fits(value: Scalar, type_: Type, components: Components) -> bool:
    match type_:
        case Primitive(kind=kind):
            return _is(value, kind)
        case Ref(name=name):
            found = components.enumerations.get(name)
            members = found.members if found else ()
            return any(
                type(member.value) is type(value) and member.value == value
                for member in members
            )
        case Union(options=options):
            return any(_fits(value, option, components) for option in options)
        case AnyType():
            return True
        case Array() | Map():
            return False
        case _:
            assert_never(type_)


def _is(value: Scalar, kind: Kind) -> bool:
    match value:
        case bool():
            return kind is Kind.BOOLEAN
        case int():
            return kind in _NUMBERS
        case float():
            return kind is Kind.NUMBER and math.isfinite(value)
        case Text():
            return kind is Kind.STRING
        case _:
            assert_never(value)


def _within(value: Scalar, limits: Bounds) -> bool:
    match value:
        case bool():
            return True
        case int() | float():
            return not (
                (limits.minimum and value < limits.minimum.value)
                or (limits.maximum and value > limits.maximum.value)
                or (
                    limits.exclusive_minimum and value <= limits.exclusive_minimum.value
                )
                or (
                    limits.exclusive_maximum and value >= limits.exclusive_maximum.value
                )
            )
        case Text():
            length = len(tree.characters(value))
            return not (
                (limits.min_length and length < limits.min_length.value)
                or (limits.max_length and length > limits.max_length.value)
            )
        case _:
            assert_never(value)
