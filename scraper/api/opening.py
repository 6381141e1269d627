"""Objects whose keys the documents leave open: a table whose only row is named by a phrase ("Name of the network")."""

from __future__ import annotations

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

Opened: TypeAlias = Mapping[str, Type]
"""The schemas that are none: what their values are."""


def opened(
    schemas: Sequence[Schema], operations: Sequence[Operation]
) -> tuple[tuple[Schema, ...], tuple[Operation, ...]]:
    """Put a map where a schema would have one property that only says what its name is."""
    found: Opened = {
        schema.name: schema.properties[0].type
        for schema in schemas
        if len(schema.properties) == 1 and _is_phrase(schema.properties[0])
    }
    kept = (one for one in schemas if one.name not in found)
    return (
        tuple(_schema(one, found) for one in kept),
        tuple(_operation(one, found) for one in operations),
    )


def _is_phrase(content: Property) -> bool:
    return any(c.isspace() for c in content.name.plain.strip())


def _type(type: Type, found: Opened) -> Type:
    match type:
        case Ref(name=name):
            if name not in found:
                return type
            inner = {other: value for other, value in found.items() if other != name}
            return Map(values=_type(found[name], inner))
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
    return replace(response, type=response.type and _type(response.type, found))
