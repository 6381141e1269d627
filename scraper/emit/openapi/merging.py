"""Several operations under one method and path, for which OpenAPI has room once.

The first one gives name and description, and the titles of the others are listed. Parameters and responses are those
of all, and a body is any of the bodies: `anyOf`, because lenient objects may fit several alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scraper.api.model import (
    Example,
    Operation,
    Parameter,
    RequestBody,
    Response,
    Type,
    Union,
)
from scraper.emit.sinks import markdown
from scraper.text import Bullets, Prose

_STATUS = re.compile("[1-5][0-9]{2}")


def merged(operations: Sequence[Operation]) -> Operation:
    """One operation that stands for all of them; a single one only has its repeated statuses joined."""
    first, *others = operations
    responses = _responses(found for each in operations for found in each.responses)
    if not others:
        return replace(first, responses=responses)
    titles = tuple(Prose(blocks=(markdown.paragraph(each.title),)) for each in others)
    listed = (
        markdown.paragraph("The same request also serves:"),
        Bullets(items=titles),
    )
    return replace(
        first,
        description=Prose(blocks=(*first.description.blocks, *listed)),
        parameters=_parameters([each.parameters for each in operations]),
        body=_body([each.body for each in operations]),
        responses=responses,
        deprecated=all(each.deprecated for each in operations),
    )


def _parameters(sets: Sequence[tuple[Parameter, ...]]) -> tuple[Parameter, ...]:
    """Each parameter once; one that some operation can do without is not required."""
    names = [{(p.location, p.property.name) for p in each} for each in sets]
    everywhere = names[0].intersection(*names[1:])
    result: dict[object, Parameter] = {}
    for parameter in (parameter for each in sets for parameter in each):
        key = (parameter.location, parameter.property.name)
        known = result.setdefault(key, parameter)
        if key not in everywhere or not parameter.property.required:
            optional = replace(known.property, required=False)
            result[key] = replace(known, property=optional)
    return tuple(result.values())


def _body(bodies: Sequence[RequestBody | None]) -> RequestBody | None:
    given = [body for body in bodies if body]
    if not given:
        return None
    return replace(
        given[0],
        type=_any_of(body.type for body in given),
        required=len(given) == len(bodies) and all(body.required for body in given),
        examples=_examples(body.examples for body in given),
    )


def _responses(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Each status once. OpenAPI takes no other than 100 to 599: any other counts as `default`."""
    by_status: dict[str, list[Response]] = {}
    for response in responses:
        status = response.status if _STATUS.fullmatch(response.status) else "default"
        by_status.setdefault(status, []).append(replace(response, status=status))
    return tuple(_response(same) for same in by_status.values())


def _response(same: Sequence[Response]) -> Response:
    described = next((each for each in same if each.description), same[0])
    types = [each.type for each in same if each.type is not None]
    return replace(
        same[0],
        description=described.description,
        type=_any_of(types) if types else None,
        examples=_examples(each.examples for each in same),
    )


def _any_of(types: Iterable[Type]) -> Type:
    options: dict[Type, None] = {}
    for type_ in types:
        flat = type_.options if isinstance(type_, Union) else (type_,)
        options |= dict.fromkeys(flat)
    return next(iter(options)) if len(options) == 1 else Union(options=tuple(options))


def _examples(sets: Iterable[tuple[Example, ...]]) -> tuple[Example, ...]:
    return tuple(example for examples in sets for example in examples)
