"""The arguments of an operation's method: names, annotations, where each one goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scraper.api.model import (
    Kind,
    Location,
    Operation,
    Parameter,
    Primitive,
    Property,
    Ref,
)
from scraper.emit.python.identifiers import (
    NOT_FOR_PROPERTIES,
    distinct,
    property_identifier,
    remembered,
)
from scraper.emit.python.layout import Layout
from scraper.emit.python.reserved import CALL_ARGUMENTS
from scraper.emit.sinks import tree
from scraper.text import Text

PROJECT = Text("project_id")
"""The path parameter that the client knows by itself."""

BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """An argument of a method. `place` is where its value goes: a parameter's location, or the body."""

    identifier: str
    place: str
    content: Property

    @property
    def is_project(self) -> bool:
        return self.place == Location.PATH and self.content.name == PROJECT

    @property
    def must_be_given(self) -> bool:
        """Whether there is something to choose: the project is the client's, and null is null."""
        told = self.is_project or self.content.type == Primitive(kind=Kind.NULL)
        return bool(self.content.required) and not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a method takes: documented arguments in the order of the documents, and whether `body` is one by itself."""

    documented: tuple[Argument, ...]
    whole_body: bool

    def at(self, place: str) -> tuple[Argument, ...]:
        return tuple(one for one in self.documented if one.place == place)

    @property
    def in_signature(self) -> tuple[Argument, ...]:
        """Those that must be given first; the project, which the client knows, last."""
        return tuple(
            sorted(
                self.documented, key=lambda one: (one.is_project, not one.must_be_given)
            )
        )


def arguments(operation: Operation, layout: Layout) -> Arguments:
    """Name the arguments: flat, and with the place in front where a name is taken already."""
    schema = flat_body(operation, layout)
    wanted: list[tuple[str, Property]] = [
        *_located(operation.parameters),
        *((BODY, one) for one in (layout.schemas[schema].properties if schema else ())),
    ]
    reserved = NOT_FOR_PROPERTIES | layout.hidden
    taken = set(CALL_ARGUMENTS)
    named: list[str] = []
    for place, content in wanted:
        name = property_identifier(content.name, reserved)
        if name in taken:
            name = f"{place}_{name}"
        taken.add(name)
        named.append(name)
    identifiers = remembered(
        [argument_identity(operation, *one) for one in wanted],
        distinct(named, [True] * len(named)),
        layout.arguments,
        reserved | CALL_ARGUMENTS,
    )
    return Arguments(
        documented=tuple(
            Argument(identifier=name, place=place, content=content)
            for name, (place, content) in zip(identifiers, wanted, strict=True)
        ),
        whole_body=operation.body is not None and schema is None,
    )


def argument_identity(operation: Operation, place: str, content: Property) -> str:
    return f"{operation.id}/{place}/{tree.characters(content.name)}"


def flat_body(operation: Operation, layout: Layout) -> str | None:
    """The schema whose properties are arguments by themselves: that of a body which is a plain object."""
    if operation.body is None or not isinstance(operation.body.type, Ref):
        return None
    name = operation.body.type.name
    return name if name in layout.schemas else None


def _located(
    parameters: tuple[Parameter, ...],
) -> Iterator[tuple[str, Property]]:
    for location in (Location.PATH, Location.QUERY, Location.HEADER):
        for parameter in parameters:
            if parameter.location is location:
                yield location.value, parameter.property
