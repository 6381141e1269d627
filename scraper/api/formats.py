"""The formats that descriptions state: which one a shared schema has, and where an example shows that none is meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from scraper.api.building import has_no_format
from scraper.api.examples import Checker, bodies
from scraper.api.json_values import Json, parsed
from scraper.api.linking import TableKey, Tables
from scraper.api.model import (
    Array,
    Enumeration,
    Map,
    Operation,
    Property,
    Ref,
    Schema,
    Type,
    Union,
)
from scraper.api.naming import tells
from scraper.draft.constraints.formats import contradicted, fits
from scraper.issues import Issue
from scraper.source import Fact
from scraper.text import Text

_Shown: TypeAlias = tuple[tuple[str, str], str]
"""((schema, property), value): a string that an example gives a property."""

Formats: TypeAlias = Mapping[Text, Fact[str]]
"""Property → its format."""


def stated(tables: Tables, names: Mapping[TableKey, str]) -> Mapping[str, Formats]:
    """What the tables of each schema say: one of them is enough, as long as no other says something else.

    A format is no part of a table's shape, for a page that leaves it out describes the same object. So it must not
    depend on which of the tables comes first either.
    """
    found: dict[str, dict[Text, list[Fact[str]]]] = defaultdict(dict)
    for key in sorted(names):
        rows = {row.name: row for row in reversed(tables.by_key[key].fields)}
        for name, row in rows.items():
            if row.constraints.format is not None:
                said = found[names[key]].setdefault(name, [])
                said.append(row.constraints.format)
    return {
        schema: {
            name: facts[0]
            for name, facts in of_schema.items()
            if len({fact.value for fact in facts}) == 1
        }
        for schema, of_schema in found.items()
    }


def shared(schema: Schema, formats: Formats) -> Schema:
    """The schema with the formats that its tables state."""
    return replace(
        schema,
        properties=tuple(
            (
                replace(each, format=formats.get(each.name))
                if has_no_format(each.type)
                else each
            )
            for each in schema.properties
        ),
    )


def held(
    schemas: Sequence[Schema],
    operations: Sequence[Operation],
    enumerations: Sequence[Enumeration],
) -> tuple[tuple[Schema, ...], tuple[Operation, ...], tuple[Issue, ...]]:
    """Schemas and operations without the formats that a documented example contradicts.

    The words are loose there: a "project ID in UUID format" without hyphens. A name of several words means the same
    throughout a service, so that an example of it counts wherever it stands; an `id` is an id of anything.
    """
    holding = _Holding(
        of_properties=_of_properties(schemas, operations, enumerations),
        of_names=_of_names(operations),
    )
    kept = tuple(
        replace(
            schema,
            properties=tuple(
                holding.held(each, schema.name) for each in schema.properties
            ),
        )
        for schema in schemas
    )
    finished = tuple(
        replace(
            operation,
            parameters=tuple(
                replace(one, property=holding.held(one.property))
                for one in operation.parameters
            ),
            responses=tuple(
                replace(one, headers=tuple(map(holding.held, one.headers)))
                for one in operation.responses
            ),
        )
        for operation in operations
    )
    return kept, finished, tuple(dict.fromkeys(holding.issues))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Holding:
    """Holds formats against the values of examples, and collects issues."""

    of_properties: Mapping[tuple[str, str], Sequence[str]]
    of_names: Mapping[str, Sequence[str]]
    issues: list[Issue] = field(default_factory=list[Issue])

    def held(self, property: Property, schema: str = "") -> Property:
        if property.format is None:
            return property
        name = property.name.plain
        shown = (
            *self.of_properties.get((schema, name), ()),
            *(self.of_names.get(name, ()) if tells(property.name) else ()),
        )
        stated = property.format
        against = next((one for one in shown if not fits(stated.value, one)), None)
        if against is None:
            return property
        self.issues.append(contradicted(stated, Text(against)))
        return replace(property, format=None)


def _of_properties(
    schemas: Sequence[Schema],
    operations: Sequence[Operation],
    enumerations: Sequence[Enumeration],
) -> Mapping[tuple[str, str], Sequence[str]]:
    """(schema, property) → the strings that examples give it, where it has a format."""
    walk = _Walk(
        Checker(
            schemas={schema.name: schema for schema in schemas},
            enumerations={one.name: one for one in enumerations},
        )
    )
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for operation in operations:
        for type, examples in bodies(operation):
            for example in examples:
                for owner, value in walk.shown(parsed(example.value), type):
                    found[owner].append(value)
    return found


def _of_names(operations: Sequence[Operation]) -> Mapping[str, Sequence[str]]:
    """Name → the strings that examples give what is called so."""
    found: dict[str, list[str]] = defaultdict(list)
    for operation in operations:
        for _, examples in bodies(operation):
            for example in examples:
                for name, value in _members(parsed(example.value)):
                    found[name].append(value)
    return found


def _members(value: Json) -> Iterator[tuple[str, str]]:
    """The strings in objects, at any depth, each with its key."""
    match value:
        case dict():
            for key, item in value.items():
                if isinstance(item, str):
                    yield key, item
                yield from _members(item)
        case list():
            for item in value:
                yield from _members(item)
        case _:
            pass


@dataclass(frozen=True, slots=True)
class _Walk:
    """Finds in examples the values of properties with a format."""

    checker: Checker

    def shown(self, value: Json, type: Type) -> Iterator[_Shown]:
        match value, type:
            case list(), Array(items=items):
                for item in value:
                    yield from self.shown(item, items)
            case dict(), Map(values=values):
                for item in value.values():
                    yield from self.shown(item, values)
            case _, Union(options=options):
                yield from self.shown(value, self._best(value, options))
            case dict(), Ref(name=name) if name in self.checker.schemas:
                schema = self.checker.schemas[name]
                for each in schema.properties:
                    if each.name.plain in value:
                        yield from self._of(schema, each, value[each.name.plain])
            case _:
                pass

    def _of(self, schema: Schema, property: Property, value: Json) -> Iterator[_Shown]:
        if property.format is not None and isinstance(value, str):
            yield (schema.name, property.name.plain), value
        yield from self.shown(value, property.type)

    def _best(self, value: Json, options: Sequence[Type]) -> Type:
        """The alternative that fits best."""
        return min(
            options, key=lambda one: len(tuple(self.checker.differences(value, one)))
        )
