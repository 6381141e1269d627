"""Which module and which class each schema and enumeration becomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Enumeration,
    Map,
    Member,
    Primitive,
    Property,
    Ref,
    Schema,
    Type,
    Union,
)
from scraper.emit.python.circles import circles
from scraper.emit.python.identifiers import (
    NOT_FOR_PROPERTIES,
    distinct,
    member_identifiers,
    module_name,
    property_identifiers,
    remembered,
)
from scraper.emit.python.reserved import (
    KEYWORDS,
    MODEL_NAMES,
    MODELS,
    RESOURCE_NAMES,
)
from scraper.emit.sinks import tree
from scraper.names import NO_FORMER, NONE, Former, Named, Names
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The final Python names of an Api's types."""

    schemas: Mapping[str, Schema]
    enumerations: Mapping[str, Enumeration]
    """Those that Python has an enumeration for: of texts or whole numbers."""
    fractions: Mapping[str, Enumeration]
    """Those with values such as 0.5: the property holds a plain number."""
    classes: Mapping[str, str]
    """The class of a schema or enumeration, by its name in the Api."""
    modules: Mapping[str, str]
    """The module of a schema or enumeration, likewise."""
    properties: Mapping[str, tuple[str, ...]]
    """The identifiers of a schema's properties, in their order."""
    members: Mapping[str, tuple[str, ...]]
    """The identifiers of an enumeration's members, likewise."""
    arguments: Mapping[str, str]
    """The identifiers that arguments had before."""
    hidden: frozenset[str]
    """Names of classes and imports, which no property or argument may hide."""
    former: Former
    """Names that users know from before, which go on working."""

    @property
    def member_names(self) -> Mapping[str, tuple[str, ...]]:
        """The names of all enumerations' members: OpenAPI has room for those of fractions too."""
        others = {
            name: member_identifiers(each.members)
            for name, each in self.fractions.items()
        }
        return {**self.members, **others}

    def in_module(self, module: str) -> tuple[str, ...]:
        """The names of the types in a module: enumerations first, as classes below refer to them."""
        names = sorted(name for name, other in self.modules.items() if other == module)
        return tuple(sorted(names, key=lambda name: name in self.schemas))


def lay_out(api: Api, given: Names = NONE, former: Former = NO_FORMER) -> Layout:
    """Put each schema into a module of its own, those that refer to each other in a circle into one.

    An enumeration stands beside the only schema that uses it, and by itself when several or a parameter do. Identifiers
    `given` before stay; `former` names are remembered for those who use them.
    """
    schemas = {schema.name: schema for schema in api.schemas}
    enumerations = {o.name: o for o in api.enumerations if not _has_fractions(o)}
    fractions = {o.name: o for o in api.enumerations if _has_fractions(o)}
    names = [*schemas, *enumerations]
    classes = {name: class_name(name) for name in names}
    homes = _homes(api, schemas, enumerations)
    wanted = sorted(set(homes.values()))
    modules = dict(
        zip(
            wanted,
            distinct([module_name(home) for home in wanted], [True] * len(wanted)),
            strict=True,
        )
    )
    hidden = frozenset(classes.values()) | MODEL_NAMES | RESOURCE_NAMES | {MODELS}
    return Layout(
        schemas=schemas,
        enumerations=enumerations,
        fractions=fractions,
        classes=classes,
        modules={name: modules[home] for name, home in homes.items()},
        properties={
            schema.name: _properties(schema, hidden, given) for schema in api.schemas
        },
        members={name: _members(each, given) for name, each in enumerations.items()},
        arguments=given.of(Named.ARGUMENT),
        hidden=hidden,
        former=former,
    )


def class_name(name: str) -> str:
    """The class of a schema or enumeration that is called so in the Api."""
    return f"{name}_" if name in MODEL_NAMES else name


def referred(type: Type) -> Iterator[str]:
    """The names of the schemas and enumerations in a type."""
    match type:
        case Ref(name=name):
            yield name
        case Array(items=inner) | Map(values=inner):
            yield from referred(inner)
        case Union(options=options):
            for option in options:
                yield from referred(option)
        case Primitive() | AnyType():
            return
        case _:
            assert_never(type)


def property_identity(schema: Schema, property: Property) -> str:
    return f"{schema.name}/{tree.characters(property.name)}"


def member_identity(enumeration: Enumeration, member: Member) -> str:
    value = member.value
    return f"{enumeration.name}/{tree.characters(value) if isinstance(value, Text) else value!r}"


def _properties(
    schema: Schema, hidden: frozenset[str], given: Names
) -> tuple[str, ...]:
    return remembered(
        [property_identity(schema, each) for each in schema.properties],
        property_identifiers([each.name for each in schema.properties], hidden),
        given.of(Named.PROPERTY),
        NOT_FOR_PROPERTIES | hidden,
    )


def _members(enumeration: Enumeration, given: Names) -> tuple[str, ...]:
    return remembered(
        [member_identity(enumeration, each) for each in enumeration.members],
        member_identifiers(enumeration.members),
        given.of(Named.MEMBER),
        KEYWORDS,
    )


def _has_fractions(enumeration: Enumeration) -> bool:
    return any(isinstance(member.value, float) for member in enumeration.members)


def _homes(
    api: Api, schemas: Mapping[str, Schema], enumerations: Mapping[str, Enumeration]
) -> dict[str, str]:
    """The type that each type shares its module with: itself, the first of its circle, or its only user."""
    uses = {
        name: tuple(r for p in schema.properties for r in referred(p.type))
        for name, schema in schemas.items()
    }
    edges = {n: tuple(r for r in used if r in schemas) for n, used in uses.items()}
    homes = {name: min(circle) for circle in circles(edges) for name in circle}
    by_parameters = set(_used_by_operations(api))
    users: dict[str, set[str]] = {name: set() for name in enumerations}
    for user, used in uses.items():
        for name in users.keys() & used:
            users[name].add(homes[user])
    for name, found in users.items():
        alone = len(found) == 1 and name not in by_parameters
        homes[name] = found.pop() if alone else name
    return homes


def _used_by_operations(api: Api) -> Iterable[str]:
    for operation in api.operations:
        for parameter in operation.parameters:
            yield from referred(parameter.property.type)
        if operation.body is not None:
            yield from referred(operation.body.type)
        for response in operation.responses:
            if response.type is not None:
                yield from referred(response.type)
