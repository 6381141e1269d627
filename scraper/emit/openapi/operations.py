"""Views of operations: parameters, bodies, responses and their examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from scraper.api.model import (
    Example,
    Operation,
    Pagination,
    Paging,
    Parameter,
    Property,
    RequestBody,
    Response,
)
from scraper.emit.openapi import schemas
from scraper.emit.openapi.components import Components
from scraper.emit.openapi.views import (
    BodyView,
    OperationView,
    ParameterView,
    ResponseView,
)
from scraper.emit.sinks import json, keys, markdown, tree, yaml
from scraper.emit.sinks.tree import Branch
from scraper.text import Prose, Text

JSON: Final = Text("application/json")

_METHODS = frozenset(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace")
)


def view(operation: Operation, components: Components) -> OperationView:
    """An operation as the template prints it; its path and its statuses are unique already (see `routes`)."""
    return OperationView(
        method=_method(operation.method),
        id=yaml.scalar(operation.id),
        tag=yaml.scalar(operation.tag),
        summary=yaml.scalar(operation.title),
        description=_description(operation.description),
        deprecated=operation.deprecated,
        pagination=_pagination(operation.pagination),
        source=yaml.block(schemas.source(operation.source)),
        parameters=tuple(_parameter(each, components) for each in operation.parameters),
        body=_body(operation.body, components) if operation.body else None,
        responses=tuple(_response(each, components) for each in operation.responses),
    )


def lacks_schema(response: Response) -> bool:
    """Whether the shared error object stands for a body that no page describes."""
    return response.is_error and response.type is None


def _method(method: str) -> str:
    """OpenAPI has no room for other methods than these eight, except under `x-`."""
    key = method.lower()
    return yaml.scalar(key if key in _METHODS else f"x-{key}")


def _parameter(parameter: Parameter, components: Components) -> ParameterView:
    found = parameter.property
    return ParameterView(
        name=yaml.scalar(found.name),
        location=parameter.location.value,
        required=_flag(found.required is True),
        deprecated=found.deprecated,
        description=_description(found.description),
        schema=yaml.block({"schema": schemas.of_value(found, components)}),
    )


def _body(body: RequestBody, components: Components) -> BodyView:
    schema = schemas.of_body(body.type, components)
    return BodyView(
        required=_flag(body.required),
        content=_content(body.media_type or JSON, schema, body.examples),
    )


def _response(response: Response, components: Components) -> ResponseView:
    fallback = "The request failed." if response.is_error else "The request succeeded."
    return ResponseView(
        status=yaml.scalar(response.status),
        description=yaml.lines(markdown.text(response.description) or fallback),
        headers=_headers(response.headers, components),
        content=_answer(response, components),
    )


def _headers(headers: Sequence[Property], components: Components) -> str:
    """By name; OpenAPI has another place for the media type."""
    told: Branch = {
        each.name: schemas.described(each.description)
        | {"schema": schemas.of_value(each, components)}
        for each in headers
        if tree.characters(each.name).lower() != "content-type"
    }
    return yaml.block({"headers": told}) if told else ""


def _answer(response: Response, components: Components) -> str:
    schema: Branch = {}
    if response.type is not None:
        schema = schemas.of_type(response.type, components)
    elif lacks_schema(response):
        schema = {"$ref": components.error_reference}
    elif not response.examples:
        return ""
    return _content(JSON, schema, response.examples)


def _content(media_type: Text, schema: Branch, examples: Sequence[Example]) -> str:
    content: Branch = {"schema": schema}
    if examples:
        content["examples"] = _examples(examples)
    return yaml.block({"content": {media_type: content}})


def _examples(examples: Sequence[Example]) -> Branch:
    """Examples by a key made of their label: it stays when others come or go."""
    wanted = [keys.slug(example.label, "example") for example in examples]
    result: Branch = {}
    for key, example in zip(keys.distinct(wanted, "-"), examples, strict=True):
        summary: Branch = {"summary": example.label} if example.label else {}
        result[key] = {**summary, "value": json.value(example.value)}
    return result


def _description(prose: Prose) -> str:
    words = markdown.prose(prose)
    return yaml.lines(words) if words else ""


def _pagination(pages: Pagination | None) -> str:
    """An extension that tells how pages are turned, in the words of a corrections.toml."""
    if pages is None:
        return ""
    told: Branch = {
        "style": pages.style.value,
        "in": "body" if pages.in_body else "query",
        "parameter": pages.parameter,
        "size": pages.size,
        "items": list(pages.items),
    }
    if pages.style is not Paging.MARKER:
        told["first"] = pages.first
    elif pages.next:
        told["next"] = list(pages.next)
    else:
        told["item"] = pages.item
    return yaml.block({"x-pagination": told})


def _flag(value: bool) -> str:
    return "true" if value else "false"
