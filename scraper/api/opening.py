"""Tables that describe no object, though they look so: their only row says what there is.

A row named by a phrase ("Name of the network") stands for any key of a map, and one named `[items]` or "Array elements"
for the items of an array.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias, assert_never

from scraper.api.model import (
    AnyType,
    Array,
    Map,
    Operation,
    Primitive,
    Property,
    Ref,
    Response,
    Schema,
    Type,
    Union,
)
from scraper.issues import Issue, Severity, quoted

Opened: TypeAlias = Mapping[str, Type]
"""The schemas that are none: what stands in their place."""

_ITEMS = re.compile(
    r"\[\s*(?:array|list|(?:array\s+)?(?:items?|elements?))\s*\]|array\s+(?:items?|elements?)|\[\s*\]",
    re.IGNORECASE,
)
"""A name for what an array holds; a plain `items` is a usual property."""


def opened(
    schemas: Sequence[Schema], operations: Sequence[Operation]
) -> tuple[tuple[Schema, ...], tuple[Operation, ...], tuple[Issue, ...]]:
    """Put a map or an array where a schema would have one property that only says what its name stands for."""
    found: Opened = {
        schema.name: instead
        for schema in schemas
        if (instead := _instead(schema)) is not None
    }
    kept = (one for one in schemas if one.name not in found)
    return (
        tuple(_schema(one, found) for one in kept),
        tuple(_operation(one, found) for one in operations),
        tuple(
            _note(schema.properties[0])
            for schema in schemas
            if isinstance(found.get(schema.name), Array)
        ),
    )


def _instead(schema: Schema) -> Type | None:
    if len(schema.properties) != 1:
        return None
    content = schema.properties[0]
    name = content.name.plain.strip()
    if _ITEMS.fullmatch(name):
        listed = isinstance(content.type, Array)
        return content.type if listed else Array(items=content.type)
    return Map(values=content.type) if any(c.isspace() for c in name) else None


def _note(content: Property) -> Issue:
    return Issue(
        code="row-of-items",
        severity=Severity.NOTE,
        source=content.source,
        detail=f"{quoted(content.name)} stands for the items of an array: it is no property",
    )


def _type(type: Type, found: Opened) -> Type:
    match type:
        case Ref(name=name):
            if name not in found:
                return type
            inner = {other: value for other, value in found.items() if other != name}
            return _type(found[name], inner)
        case Array(items=items):
            return Array(items=_type(items, found))
        case Map(values=values):
            return Map(values=_type(values, found))
        case Union(options=options):
            return Union(options=tuple(_type(option, found) for option in options))
        case Primitive() | AnyType():
            return type
        case _:
            assert_never(type)


def _schema(schema: Schema, found: Opened) -> Schema:
    return replace(
        schema, properties=tuple(_property(one, found) for one in schema.properties)
    )


def _property(content: Property, found: Opened) -> Property:
    return replace(content, type=_type(content.type, found))


def _operation(operation: Operation, found: Opened) -> Operation:
    body = operation.body
    return replace(
        operation,
        parameters=tuple(
            replace(one, property=_property(one.property, found))
            for one in operation.parameters
        ),
        body=body and replace(body, type=_type(body.type, found)),
        responses=tuple(_response(one, found) for one in operation.responses),
    )


def _response(response: Response, found: Opened) -> Response:
    headers = tuple(_property(one, found) for one in response.headers)
    type = response.type and _type(response.type, found)
    return replace(response, type=type, headers=headers)
