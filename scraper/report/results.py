"""What stands in the Api because of one page: its operations, schemas and enumerations."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.model import Api, Enumeration, Operation, Property, Schema
from scraper.report.expressions import resolved, scalar
from scraper.report.terminal import line, words
from scraper.text import Text


def results(api: Api, page: Text) -> Iterator[str]:
    """Lines for all that was first read on this page. What equals a schema of another page stands there."""
    for operation in api.operations:
        if operation.source.page == page:
            yield from _operation(operation)
    for schema in api.schemas:
        if schema.source.page == page:
            yield from _schema(schema)
    for enumeration in api.enumerations:
        if enumeration.source.page == page:
            yield _enumeration(enumeration)


def _operation(operation: Operation) -> Iterator[str]:
    deprecated = ", deprecated" if operation.deprecated else ""
    yield (
        f"operation {line(operation.id)}: {line(operation.method)}"
        f" {words(operation.path)}, group {line(operation.tag)}{deprecated}"
    )
    for older in operation.older_paths:
        yield f"  also: {line(older.method)} {words(older.path)}"
    for parameter in operation.parameters:
        yield f"  {parameter.location.value} {_property(parameter.property)}"
    if operation.body:
        body = operation.body
        yield (
            f"  body: {resolved(body.type)} as {words(body.media_type)},"
            f" {len(body.examples)} examples"
        )
    for response in operation.responses:
        type_ = resolved(response.type) if response.type else "no documented body"
        yield f"  response {line(response.status)}: {type_}"


def _schema(schema: Schema) -> Iterator[str]:
    yield f"schema {line(schema.name)}"
    for each in schema.properties:
        yield f"  {_property(each)}"


def _property(each: Property) -> str:
    required = {True: "required", False: "optional", None: "required: not said"}
    default = f", default {scalar(each.default.value)}" if each.default else ""
    deprecated = ", deprecated" if each.deprecated else ""
    return (
        f"{words(each.name)}: {resolved(each.type)}, {required[each.required]}"
        f"{default}{deprecated}"
    )


def _enumeration(enumeration: Enumeration) -> str:
    values = ", ".join(scalar(member.value) for member in enumeration.members)
    return f"enumeration {line(enumeration.name)}: {values}"
