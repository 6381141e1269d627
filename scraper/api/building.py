"""From a field as written to a property: its type resolved, contradictions with its own description settled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from scraper.api.json_values import Json, parsed
from scraper.api.model import AnyType, Array, Map, Property, Ref, Type, Union
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    FieldDraft,
    Kind,
    MapExpression,
    ObjectExpression,
    Primitive,
    Subject,
    TypeExpression,
    UnionExpression,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

ANY_OBJECT = Map(values=AnyType())
"""An object that no table describes."""


def property_of(
    field: FieldDraft, *, schemas: Sequence[str] = (), enumeration: str | None = None
) -> Property:
    """The property that a row documents.

    `schemas` are the names for the object in the field's type, several are alternatives; `enumeration` is the name
    for its values. Without them the object is any object and the values are not part of the type.
    """
    written = resolved(field.type, _referred(schemas))
    widened = written if schemas else _widened(written, field)
    type = _enumerated(widened, enumeration) if enumeration else widened
    return Property(
        name=field.name,
        type=type,
        required=field.required.value if field.required else None,
        description=field.description,
        default=field.constraints.default,
        bounds=field.constraints.bounds,
        format=field.constraints.format if has_no_format(type) else None,
        conditions=field.constraints.conditions,
        deprecated=field.constraints.deprecated is not None,
        source=field.source,
    )


def has_no_format(type: Type) -> bool:
    """Whether it is a string of which neither a type cell nor a list of values says more: a description may."""
    return type == Primitive(kind=Kind.STRING)


def issues_of(field: FieldDraft, *, schemas: Sequence[str] = ()) -> tuple[Issue, ...]:
    """Where a row contradicts itself."""
    issues: list[Issue] = []
    if not schemas:
        written = resolved(field.type, ANY_OBJECT)
        widened = _widened(written, field)
        if widened != written:
            issues.append(_shown_otherwise(field))
    base = enumerates(field)
    if base is not None and base.kind is Kind.NUMBER:
        issues.append(_numbers_listed(field))
    if field.constraints.values and isinstance(field.type, Primitive) and base is None:
        issues.append(_parts_listed(field))
    optional = field.constraints.optional
    if (
        optional is not None
        and field.required
        and optional.value == field.required.value
    ):
        issues.append(_mandatory_contradicted(field, optional.words))
    return tuple(issues)


def resolved(expression: TypeExpression, target: Type) -> Type:
    """A type expression with its object, or an array's items of which it says nothing, replaced by `target`."""
    match expression:
        case Primitive():
            return expression
        case ArrayExpression(items=AnyExpression()) if target != ANY_OBJECT:
            return Array(items=target)
        case ArrayExpression(items=items):
            return Array(items=resolved(items, target))
        case MapExpression(values=values):
            return Map(values=resolved(values, target))
        case ObjectExpression(guessed=guessed):
            return AnyType() if guessed and target == ANY_OBJECT else target
        case UnionExpression(options=options):
            return Union(options=tuple(resolved(o, target) for o in options))
        case AnyExpression():
            return AnyType()
        case _:
            assert_never(expression)


def _referred(schemas: Sequence[str]) -> Type:
    """The one schema, or the union of several."""
    options = tuple(Ref(name=name) for name in dict.fromkeys(schemas))
    if not options:
        return ANY_OBJECT
    return options[0] if len(options) == 1 else Union(options=options)


def enumerates(field: FieldDraft) -> Primitive | None:
    """The primitive whose values the field's description lists, if its type has a place for them."""
    if not field.constraints.values:
        return None
    of_items = field.constraints.subject is Subject.ITEMS
    match field.type:
        case Primitive(kind=Kind.STRING | Kind.INTEGER | Kind.NUMBER) as base:
            return None if of_items else base
        case ArrayExpression(
            items=Primitive(kind=Kind.STRING | Kind.INTEGER | Kind.NUMBER) as base
        ):
            return base
        case _:
            return None


def _enumerated(type: Type, enumeration: str) -> Type:
    match type:
        case Array():
            return Array(items=Ref(name=enumeration))
        case _:
            return Ref(name=enumeration)


def _widened(type: Type, field: FieldDraft) -> Type:
    """The type, or a wider one when a value that the description shows does not fit: what is documented is accepted."""
    for shown in field.constraints.shown:
        if not _fits(parsed(shown.value), type):
            return (
                Array(items=AnyType())
                if _array_for_array(type, shown.value)
                else AnyType()
            )
    return type


def _array_for_array(type: Type, shown: Text) -> bool:
    return isinstance(type, Array) and isinstance(parsed(shown), list)


def _fits(value: Json, type: Type) -> bool:
    """Whether an array or object can be of a type; anything else says nothing (prose shows strings without quotes)."""
    match value, type:
        case list(), Array(items=items):
            return all(_fits_inside(item, items) for item in value)
        case dict(), Map():
            return True
        case (list(), Map()) | (dict(), Array()):
            return False
        case _:
            return True


def _fits_inside(value: Json, type: Type) -> bool:
    if type == ANY_OBJECT:
        return isinstance(value, dict)
    return _fits(value, type)


def _shown_otherwise(field: FieldDraft) -> Issue:
    return Issue(
        code="shown-value-contradicts-type",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"{quoted(field.name)} is documented as {quoted(field.type_words)}, but its description shows "
        f"{quoted(field.constraints.shown[0].value)}: any value is accepted there",
    )


def _numbers_listed(field: FieldDraft) -> Issue:
    return Issue(
        code="number-enumeration",
        severity=Severity.NOTE,
        source=field.source,
        detail=f"{quoted(field.name)} is documented as {quoted(field.type_words)}, but its values are listed: "
        "it stays a number, since 1 and 1.0 are one value on the wire, and the listed ones get names",
    )


def _parts_listed(field: FieldDraft) -> Issue:
    return Issue(
        code="values-of-parts",
        severity=Severity.NOTE,
        source=field.source,
        detail=f"the values listed for {quoted(field.name)} are those of the parts that its string joins: "
        "the string itself has no enumeration",
    )


def _mandatory_contradicted(field: FieldDraft, words: Text) -> Issue:
    required = field.required is not None and field.required.value
    return Issue(
        code="mandatory-contradicted",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"{quoted(field.name)} is {'mandatory' if required else 'optional'} by its cell, "
        f"but the description says {quoted(words)}: the cell is followed",
    )
