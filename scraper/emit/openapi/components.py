"""What a schema or a description can refer to: components by name, and where links lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Api, Enumeration, Schema
from scraper.emit.openapi import failures
from scraper.emit.openapi.links import Links, links
from scraper.emit.openapi.routes import PathItem
from scraper.emit.sinks import keys


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

    def reference(self, name: str) -> str:
        """The address of a schema or enumeration. Raises KeyError for a name that the Api does not have."""
        return address(self.names[name])

    def failure(self, name: str) -> str:
        """The address of one of our own schemas."""
        return address(self.failures[name])


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
    )
