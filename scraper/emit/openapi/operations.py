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
    Waiter,
)
from scraper.emit.openapi import failures, schemas
from scraper.emit.openapi.components import Components
from scraper.emit.openapi.routes import PathOperation
from scraper.emit.openapi.views import (
    BodyView,
    OperationView,
    ParameterView,
    ResponseView,
)
from scraper.emit.sinks import json, keys, markdown, tree
from scraper.emit.sinks.markdown import Lead
from scraper.emit.sinks.tree import Branch
from scraper.text import Text

JSON: Final = Text("application/json")

_METHODS = frozenset(
    ("get", "put", "post", "delete", "options", "head", "patch", "trace")
)


def view(one: PathOperation, components: Components) -> OperationView:
    """An operation as the template prints it; its path and its statuses are unique already (see `routes`)."""
    operation = one.operation
    found = {response.status for response in operation.responses}
    page = Text("") if one.merged else operation.source.page
    return OperationView(
        method=_method(operation.method),
        id=operation.id,
        tag=operation.tag,
        summary=operation.title,
        description=_description(one, components),
        documentation=components.links.page(page),
        deprecated=operation.deprecated,
        parameters=tuple(_parameter(each, components) for each in operation.parameters),
        body=_body(operation.body, components) if operation.body else None,
        responses=tuple(
            _response(each, operation, components) for each in operation.responses
        ),
        failures=tuple(each for each in failures.RANGES if each not in found),
        failure=f"#/components/responses/{failures.RESPONSE}",
        members=_members(one.merged),
        pagination=_pagination(operation.pagination),
        waiting=_waiting(operation.waiter),
        source=schemas.place(operation.source),
    )


def _description(one: PathOperation, components: Components) -> str:
    """What the page says; of several operations what the page of each says."""
    if not one.merged:
        own = one.operation
        return schemas.words_of(own.description, own.source, components)
    told = markdown.bullets(_member(each, components) for each in one.merged)
    return f"The same request serves several operations:\n\n{told}"


def _member(operation: Operation, components: Components) -> str:
    page = components.links.page(operation.source.page, operation.source.anchor)
    lead = Lead(address=page, title=operation.id) if page else None
    title = markdown.linked(operation.title, lead)
    words = schemas.words_of(operation.description, operation.source, components)
    return f"{title}\n\n{words}" if words else title


def _method(method: str) -> str:
    """OpenAPI has no room for other methods than these eight, except under `x-`."""
    key = method.lower()
    return key if key in _METHODS else f"x-{key}"


def _parameter(parameter: Parameter, components: Components) -> ParameterView:
    found = parameter.property
    return ParameterView(
        name=found.name,
        location=parameter.location.value,
        required=found.required is True,
        deprecated=found.deprecated,
        description=schemas.words_of(found.description, found.source, components),
        schema=schemas.of_value(found, components),
        source=schemas.place(found.source),
    )


def _body(body: RequestBody, components: Components) -> BodyView:
    schema = schemas.of_type(body.type, components)
    return BodyView(
        required=body.required,
        content=_content(body.media_type or JSON, schema, body.examples),
    )


def _response(
    response: Response, operation: Operation, components: Components
) -> ResponseView:
    fallback = "The request failed." if response.is_error else "The request succeeded."
    return ResponseView(
        status=response.status,
        description=markdown.text(response.description) or fallback,
        headers=_headers(response.headers, components),
        content=_answer(response, components),
        links=components.followups.after(operation, response, components.links),
    )


def _headers(headers: Sequence[Property], components: Components) -> Branch:
    """By name; OpenAPI has another place for the media type."""
    return {
        each.name: schemas.described(each.description, each.source, components)
        | {"schema": schemas.of_value(each, components)}
        for each in headers
        if tree.characters(each.name).lower() != "content-type"
    }


def _answer(response: Response, components: Components) -> Branch:
    schema: Branch = {}
    if response.is_empty:
        return {}
    if response.type is not None:
        schema = schemas.of_type(response.type, components)
    elif response.is_error:
        schema = {"$ref": components.failure(failures.ANY)}
    elif not response.examples:
        return {}
    return _content(JSON, schema, response.examples)


def _content(media_type: Text, schema: Branch, examples: Sequence[Example]) -> Branch:
    content: Branch = {"schema": schema}
    if examples:
        content["examples"] = _examples(examples)
    return {media_type: content}


def _examples(examples: Sequence[Example]) -> Branch:
    """Examples by a key made of their label: it stays when others come or go."""
    wanted = [keys.slug(example.label, "example") for example in examples]
    result: Branch = {}
    for key, example in zip(keys.distinct(wanted, "-"), examples, strict=True):
        summary: Branch = {"summary": example.label} if example.label else {}
        value: Branch = {"value": json.value(example.value)}
        result[key] = summary | value | {"x-source": schemas.place(example.source)}
    return result


def _members(merged: Sequence[Operation]) -> Branch:
    """The operations that one stands for, by their ids: where each was read."""
    return {each.id: schemas.place(each.source) for each in merged}


def _pagination(pages: Pagination | None) -> Branch:
    """How pages are turned, in the words of a corrections.toml."""
    if pages is None:
        return {}
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
    return told


def _waiting(waiter: Waiter | None) -> Branch:
    """How the end of what an operation starts is waited for, in the words of a corrections.toml."""
    if waiter is None:
        return {}
    return {
        "poll": waiter.poll,
        "status": list(waiter.status),
        "success": list(waiter.success),
        "failure": list(waiter.failure),
        "delay": waiter.delay,
        "backoff": waiter.backoff,
        "max_delay": waiter.max_delay,
        "timeout": waiter.timeout,
    }
