"""What a schema or a description can refer to: components by name, and where links lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scraper.api.model import Api, Array, Enumeration, Map, Ref, Schema, Type
from scraper.emit.openapi import failures
from scraper.emit.openapi.followups import Followups, followups
from scraper.emit.openapi.links import Links, links
from scraper.emit.openapi.routes import PathItem
from scraper.emit.sinks import keys
from scraper.emit.sinks.tree import Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    names: Mapping[str, str]
    """Schema or enumeration of the Api -> component. OpenAPI restricts the characters of a component's name."""
    schemas: Mapping[str, Schema]
    enumerations: Mapping[str, Enumeration]
    members: Mapping[str, tuple[str, ...]]
    """Enumeration -> the names of its members in programs."""
    failures: Mapping[str, str]
    """Our own schemas for answers that no page describes -> component."""
    links: Links
    followups: Followups
    listed: frozenset[str]
    """The schemas whose words are those of a list that holds them."""

    def reference(self, name: str) -> str:
        """The address of a schema or enumeration. Raises KeyError for a name that the Api does not have."""
        return address(self.names[name])

    def failure(self, name: str) -> str:
        """The address of one of our own schemas."""
        return address(self.failures[name])

    def objects(self, types: Sequence[Type]) -> tuple[Schema, ...]:
        """The schemas that the types are; none unless each of them is one."""
        found = [
            self.schemas[each.name]
            for each in types
            if isinstance(each, Ref) and each.name in self.schemas
        ]
        return tuple(found) if len(found) == len(types) else ()


def joined(known: Components, printed: Mapping[str, Branch]) -> Components:
    """The same, where a schema that says the same as another of its name stands for both.

    `Flavor` and `TaskFlavor` were two tables of one name, and what tells them apart OpenAPI does not print.
    """
    same: dict[str, list[str]] = {}
    for name, schema in printed.items():
        same.setdefault(repr(schema), []).append(name)
    standing: dict[str, str] = {}
    for group in same.values():
        for name in group:
            others = [each for each in group if each != name and name.endswith(each)]
            if others:
                standing[name] = min(others, key=len)
    names = {name: standing.get(each, each) for name, each in known.names.items()}
    return replace(known, names=names)


def address(component: str) -> str:
    return f"#/components/schemas/{component}"


def components(
    api: Api, items: Sequence[PathItem], members: Mapping[str, tuple[str, ...]]
) -> Components:
    """Component names for all that the Api holds; a name that is valid already is kept."""
    names = [schema.name for schema in api.schemas]
    names += [enumeration.name for enumeration in api.enumerations]
    names = list(dict.fromkeys(names))
    names.sort(key=lambda name: keys.component(name) != name)
    own = failures.NAMES
    chosen = keys.distinct([*map(keys.component, names), *own])
    named = dict(zip(names, chosen[: len(names)], strict=True))
    return Components(
        names=named,
        schemas={found.name: found for found in api.schemas},
        enumerations={found.name: found for found in api.enumerations},
        members=members,
        failures=dict(zip(own, chosen[len(names) :], strict=True)),
        links=links(api, items, named),
        followups=followups(api),
        listed=frozenset(_listed(api)),
    )


def _listed(api: Api) -> Iterator[str]:
    told = {schema.name: schema.description for schema in api.schemas}
    for schema in api.schemas:
        for each in schema.properties:
            inner = each.type.items if isinstance(each.type, Array) else each.type
            inner = inner.values if isinstance(inner, Map) else inner
            name = inner.name if isinstance(inner, Ref) else ""
            if inner is not each.type and told.get(name) == each.description:
                yield name
