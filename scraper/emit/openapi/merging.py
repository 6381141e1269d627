"""Several operations under one method and path, for which OpenAPI has room once.

The one that stands for them is named by the path; what it says of the others is told in `operations`. Parameters and
responses are those of all, and a body is one of their bodies.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain, count

from scraper.api.model import (
    Example,
    Operation,
    Parameter,
    Property,
    RequestBody,
    Response,
    Type,
    Union,
)
from scraper.emit.sinks import path_template, tree
from scraper.text import EMPTY, Text

_FEW = 3
_STATUS = re.compile("[1-5][0-9]{2}")


def merged(operations: Sequence[Operation], taken: Collection[str]) -> Operation:
    """One operation that stands for all of them; a single one only has its repeated statuses joined.

    `taken` are the ids that it cannot have.
    """
    first, *others = operations
    if not others:
        return replace(first, responses=_responses(first.responses))
    words = path_template.words(first.path)
    operations = [_labelled(each) for each in operations]
    responses = _responses(found for each in operations for found in each.responses)
    return replace(
        first,
        id=_free("".join(word[0].upper() + word[1:] for word in words), first, taken),
        tag=_tag(operations),
        title=_title([each.title for each in operations], words),
        description=EMPTY,
        parameters=_parameters([each.parameters for each in operations]),
        body=_body([each.body for each in operations]),
        responses=responses,
        deprecated=all(each.deprecated for each in operations),
    )


def _tag(operations: Sequence[Operation]) -> str:
    """The tag of most, the first of several: of an operation below two tags openapi-generator makes two."""
    tags = Counter(each.tag for each in operations)
    return max(tags, key=lambda tag: tags[tag])


def _title(titles: Sequence[Text], words: Sequence[str]) -> Text:
    """The titles of a few, else the words of the path."""
    if len(titles) > _FEW:
        return Text(" ".join(words).capitalize())
    first, *others = titles
    return tree.joined(first, *(part for each in others for part in (" / ", each)))


def _labelled(operation: Operation) -> Operation:
    """The operation whose nameless examples are called as it is: they will stand among those of others."""

    def named(examples: tuple[Example, ...]) -> tuple[Example, ...]:
        return tuple(
            each if each.label else replace(each, label=operation.title)
            for each in examples
        )

    body = operation.body
    return replace(
        operation,
        body=body and replace(body, examples=named(body.examples)),
        responses=tuple(
            replace(each, examples=named(each.examples)) for each in operation.responses
        ),
    )


def _free(wanted: str, operation: Operation, taken: Collection[str]) -> str:
    """The name; a taken one with the path's version, then the method, then a number behind it."""
    version = path_template.version(operation.path).replace(".", "_")
    versioned = f"{wanted}V{version}" if version else wanted
    method = f"{versioned}{operation.method.capitalize()}"
    return next(
        name
        for name in chain(
            (wanted, versioned, method), (f"{method}{n}" for n in count(2))
        )
        if name and name not in taken
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
        headers=_headers(each.headers for each in same),
        examples=_examples(each.examples for each in same),
    )


def _headers(sets: Iterable[tuple[Property, ...]]) -> tuple[Property, ...]:
    """Each name once: case does not tell two apart."""
    found: dict[str, Property] = {}
    for each in (header for headers in sets for header in headers):
        found.setdefault(tree.characters(each.name).lower(), each)
    return tuple(found.values())


def _any_of(types: Iterable[Type]) -> Type:
    options: dict[Type, None] = {}
    for type_ in types:
        flat = type_.options if isinstance(type_, Union) else (type_,)
        options |= dict.fromkeys(flat)
    return next(iter(options)) if len(options) == 1 else Union(options=tuple(options))


def _examples(sets: Iterable[tuple[Example, ...]]) -> tuple[Example, ...]:
    return tuple(example for examples in sets for example in examples)
