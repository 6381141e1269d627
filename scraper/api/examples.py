"""Where a documented example contradicts its tables: the JSON path and the two sides."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from scraper.api.json_values import Json, parsed
from scraper.api.model import (
    AnyType,
    Array,
    Enumeration,
    Example,
    Kind,
    Map,
    Operation,
    Primitive,
    Ref,
    Schema,
    Type,
    Union,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_JSON_TYPES: Mapping[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
    Kind.BOOLEAN: (bool,),
    Kind.NULL: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What an example holds at a JSON path, against what its table says."""

    code: str
    path: str
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checker:
    """Compares JSON values with the types of an Api."""

    schemas: Mapping[str, Schema]
    enumerations: Mapping[str, Enumeration]

    def differences(
        self, value: Json, type: Type, path: str = "$"
    ) -> Iterator[Difference]:
        """Undocumented keys, other types, mandatory keys that are missing; null fits everywhere."""
        if value is None:
            return
        match type:
            case AnyType():
                return
            case Primitive():
                yield from _primitive(value, type, path)
            case Array(items=items):
                if not isinstance(value, list):
                    yield _other_type(value, "an array", path)
                    return
                for number, item in enumerate(value):
                    yield from self.differences(item, items, f"{path}[{number}]")
            case Map(values=values):
                if not isinstance(value, dict):
                    yield _other_type(value, "an object", path)
                    return
                for key, item in value.items():
                    yield from self.differences(item, values, _member(path, key))
            case Ref(name=name):
                yield from self._referred(value, name, path)
            case Union(options=options):
                yield from self._best(value, options, path)
            case _:
                assert_never(type)

    def _best(
        self, value: Json, options: Sequence[Type], path: str
    ) -> Sequence[Difference]:
        """The differences from the alternative that fits best."""
        found = [tuple(self.differences(value, one, path)) for one in options]
        return min(found, key=len, default=())

    def _referred(self, value: Json, name: str, path: str) -> Iterator[Difference]:
        if name in self.enumerations:
            yield from self._enumerated(value, self.enumerations[name], path)
            return
        schema = self.schemas[name]
        if not isinstance(value, dict):
            yield _other_type(value, "an object", path)
            return
        known = {property.name.plain: property for property in schema.properties}
        for key, item in value.items():
            if key not in known:
                yield Difference(
                    code="example-undocumented-key",
                    path=_member(path, key),
                    problem="the table has no such property",
                )
            else:
                yield from self.differences(item, known[key].type, _member(path, key))
        for key, property in known.items():
            if property.required and key not in value:
                yield Difference(
                    code="example-missing-key",
                    path=_member(path, key),
                    problem="the table says that it is mandatory",
                )

    def _enumerated(
        self, value: Json, enumeration: Enumeration, path: str
    ) -> Iterator[Difference]:
        wrong = list(_primitive(value, enumeration.base, path))
        yield from wrong
        values = {
            member.value.plain if isinstance(member.value, Text) else member.value
            for member in enumeration.members
        }
        if not wrong and value not in values:
            yield Difference(
                code="example-undocumented-value",
                path=path,
                problem=f"{_shown(value)} is not among the documented values",
            )


def check(
    operations: Sequence[Operation],
    schemas: Sequence[Schema],
    enumerations: Sequence[Enumeration],
) -> tuple[Issue, ...]:
    """Hold every example against the types of its body, and against its status."""
    checker = Checker(
        schemas={schema.name: schema for schema in schemas},
        enumerations={one.name: one for one in enumerations},
    )
    return tuple(
        Issue(
            code=difference.code,
            severity=Severity.WARNING,
            source=example.source,
            detail=f"{_which(example)}: {difference.path}: {difference.problem}",
        )
        for operation in operations
        for type, examples in bodies(operation)
        for example in examples
        for difference in checker.differences(parsed(example.value), type)
    ) + tuple(
        Issue(
            code="body-of-no-content",
            severity=Severity.NOTE,
            source=example.source,
            detail=f"{_which(example)}: an answer with status {response.status} has no body",
        )
        for operation in operations
        for response in operation.responses
        if response.is_empty
        for example in response.examples
    )


def bodies(operation: Operation) -> Iterator[tuple[Type, tuple[Example, ...]]]:
    if operation.body is not None:
        yield operation.body.type, operation.body.examples
    for response in operation.responses:
        if response.type is not None:
            yield response.type, response.examples


def _primitive(value: Json, type: Primitive, path: str) -> Iterator[Difference]:
    wanted = _JSON_TYPES[type.kind]
    truth = isinstance(value, bool)
    if not isinstance(value, wanted) or (truth and type.kind is not Kind.BOOLEAN):
        yield _other_type(value, f"of type {type.kind}", path)


def _other_type(value: Json, documented: str, path: str) -> Difference:
    return Difference(
        code="example-other-type",
        path=path,
        problem=f"{_shown(value)} where the table documents a value {documented}",
    )


def _shown(value: Json) -> str:
    """A value as JSON, cut where it is long."""
    if isinstance(value, str):
        return quoted(Text(value))
    return quoted(Text(json.dumps(value, ensure_ascii=False)))[1:-1]


def _member(path: str, key: str) -> str:
    """A JSON path in dots where the key is a word, in brackets where it is not."""
    word = key.isidentifier() and key.isascii()
    return f"{path}.{key}" if word else f"{path}[{quoted(Text(key))}]"


def _which(example: Example) -> str:
    return f"example {quoted(example.label)}" if example.label else "example"
