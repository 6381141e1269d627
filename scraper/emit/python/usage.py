"""A first call for the README: the documented example that shows most, as Python."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from scraper.api.json_values import Json
from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Kind,
    Map,
    Operation,
    Primitive,
    Property,
    Ref,
    Type,
    Union,
)
from scraper.emit.python import client
from scraper.emit.python.arguments import BODY, Arguments, arguments
from scraper.emit.python.formatting import formatted
from scraper.emit.python.groups import groups
from scraper.emit.python.identifiers import method_identifier
from scraper.emit.python.layout import Layout
from scraper.emit.sinks import json
from scraper.emit.sinks.python import address, value_literal
from scraper.emit.sinks.tree import native
from scraper.emit.templates import render
from scraper.text import Text

LONGEST_CALL = 600
"""Characters of a call's arguments that a README shows without tiring its readers."""

_PLAIN: Mapping[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
    Kind.BOOLEAN: (bool,),
    Kind.NULL: (),
}
_PLACEHOLDERS = {
    Kind.STRING: '"…"',
    Kind.INTEGER: "1",
    Kind.NUMBER: "1",
    Kind.BOOLEAN: "True",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageView:
    package: str
    client: str
    base_url: str
    models: str
    """What is imported from the models; may be empty."""
    group: str
    method: str
    arguments: tuple[str, ...]
    """`name=value`, each a whole argument."""


def usage(api: Api, layout: Layout) -> str:
    """A snippet that makes a client and one call; the client alone when there is no operation."""
    found = [
        (operation, one)
        for operation in api.operations
        for one in _calls(operation, layout)
    ]
    if not found:
        return f"from {api.service.package} import {api.service.client}\n"
    operation, call = max(found, key=lambda one: _telling(*one))
    group = next(
        one for one in groups(api, client.TAKEN) if operation in one.operations
    )
    view = UsageView(
        package=api.service.package,
        client=api.service.client,
        base_url=address(api.service.server),
        models=", ".join(sorted(call.models)),
        group=group.attribute,
        method=method_identifier(operation.id),
        arguments=call.arguments,
    )
    return formatted(render("python/usage.py.jinja", view))


def _telling(operation: Operation, call: Call) -> tuple[bool, bool, int]:
    """Better calls are greater: of an operation in use, and the longest that fits a screen, else the shortest."""
    length = sum(len(one) for one in call.arguments)
    fits = length <= LONGEST_CALL
    return not operation.deprecated, fits, length if fits else -length


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    arguments: tuple[str, ...]
    models: frozenset[str]


def _calls(operation: Operation, layout: Layout) -> list[Call]:
    """The operation's call with each example of its body that the documents contradict nowhere."""
    taken = arguments(operation, layout)
    if taken.whole_body:
        return []
    examples = operation.body.examples if operation.body else ()
    bodies = [cast("Json", native(json.value(one.value))) for one in examples] or [{}]
    calls = [_call(taken, body, layout) for body in bodies if isinstance(body, dict)]
    return [call for call in calls if call is not None]


def _call(taken: Arguments, body: Mapping[str, Json], layout: Layout) -> Call | None:
    writer = Writer(layout=layout, models=set())
    written: list[str] = []
    known = {one.content.name for one in taken.at(BODY)}
    given = {Text(key): value for key, value in body.items()}
    if not known >= given.keys():
        return None
    for argument in taken.in_signature:
        name = argument.content.name
        if argument.place == BODY and name in given:
            expression = writer.expression(given[name], argument.content.type)
            if expression is None:
                return None
            written.append(f"{argument.identifier}={expression}")
        elif argument.must_be_given:
            expression = writer.placeholder(argument.content.type)
            if expression is None:
                return None
            written.append(f"{argument.identifier}={expression}")
    return Call(arguments=tuple(written), models=frozenset(writer.models))


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Writes JSON values as Python expressions of the documented types."""

    layout: Layout
    models: set[str]
    """The classes that the expressions need: filled on the way."""

    def expression(self, value: Json, type: Type) -> str | None:
        """None where the value is not what the type says."""
        match value, type:
            case dict(), Ref(name=name) if name in self.layout.schemas:
                return self._model(value, name)
            case str() | int(), Ref(name=name) if name in self.layout.enumerations:
                base = self.layout.enumerations[name].base
                known = self.expression(value, base) is not None
                return self._member(value, name) if known else None
            case list(), Array(items=items):
                return self._all("[", [self.expression(v, items) for v in value], "]")
            case dict(), Map(values=values):
                entries = [
                    (value_literal(key), self.expression(v, values))
                    for key, v in value.items()
                ]
                return self._all("{", [v and f"{k}: {v}" for k, v in entries], "}")
            case _, Union(options=options):
                told = (self.expression(value, option) for option in options)
                return next((one for one in told if one is not None), None)
            case _, AnyType():
                return value_literal(value)
            case None, _:
                return "None"
            case (str() | int() | float()), _ if isinstance(value, self._plain(type)):
                fits = isinstance(value, bool) == (self._plain(type) == (bool,))
                return value_literal(value) if fits else None
            case _:
                return None

    def _plain(self, type: Type) -> tuple[builtins.type, ...]:
        """The Python types of a primitive's values; none for other types."""
        if isinstance(type, Ref) and type.name in self.layout.fractions:
            type = self.layout.fractions[type.name].base
        return _PLAIN[type.kind] if isinstance(type, Primitive) else ()

    def placeholder(self, type: Type) -> str | None:
        """A value that people are to replace; None where the type is no simple one."""
        match type:
            case Ref(name=name) if name in self.layout.enumerations:
                value = cast(
                    "Json", native(self.layout.enumerations[name].members[0].value)
                )
                return self.expression(value, type)
            case Primitive(kind=kind):
                return _PLACEHOLDERS.get(kind)
            case _:
                return None

    def _model(self, value: Mapping[str, Json], name: str) -> str | None:
        schema = self.layout.schemas[name]
        known: dict[Text, tuple[str, Property]] = {
            property.name: (identifier, property)
            for identifier, property in zip(
                self.layout.properties[name], schema.properties, strict=True
            )
        }
        given = {Text(key): item for key, item in value.items()}
        if not known.keys() >= given.keys():
            return None
        chosen = self.layout.classes[name]
        self.models.add(chosen)
        written = [
            (known[key][0], self.expression(item, known[key][1].type))
            for key, item in given.items()
        ]
        return self._all(f"{chosen}(", [v and f"{k}={v}" for k, v in written], ")")

    def _member(self, value: str | int, name: str) -> str:
        enumeration = self.layout.enumerations[name]
        identifiers = self.layout.members[enumeration.name]
        for identifier, member in zip(identifiers, enumeration.members, strict=True):
            if member.value == (Text(value) if isinstance(value, str) else value):
                self.models.add(self.layout.classes[name])
                return f"{self.layout.classes[name]}.{identifier}"
        return value_literal(value)

    def _all(self, left: str, parts: list[str | None], right: str) -> str | None:
        told = [part for part in parts if part is not None]
        if len(told) < len(parts):
            return None
        return f"{left}{', '.join(told)}{right}"
