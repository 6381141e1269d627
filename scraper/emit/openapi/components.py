"""The names of components: what a `$ref` leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scraper.api.model import Api, Enumeration, Schema
from scraper.emit.sinks import keys

ERROR = "ErrorResponse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    names: Mapping[str, str]
    """Schema or enumeration of the Api -> component. OpenAPI restricts the characters of a component's name."""
    schemas: Mapping[str, Schema]
    enumerations: Mapping[str, Enumeration]
    error: str
    """The component for the cloud's usual error object, which no schema of the Api is called."""

    def reference(self, name: str) -> str:
        """The address of a schema or enumeration. Raises KeyError for a name that the Api does not have."""
        return f"#/components/schemas/{self.names[name]}"

    @property
    def error_reference(self) -> str:
        return f"#/components/schemas/{self.error}"


def components(api: Api) -> Components:
    """Component names for all that the Api holds; a name that is valid already is kept."""
    names = [schema.name for schema in api.schemas]
    names += [enumeration.name for enumeration in api.enumerations]
    names = list(dict.fromkeys(names))
    names.sort(key=lambda name: keys.component(name) != name)
    *chosen, error = keys.distinct([*map(keys.component, names), ERROR])
    return Components(
        names=dict(zip(names, chosen, strict=True)),
        schemas={found.name: found for found in api.schemas},
        enumerations={found.name: found for found in api.enumerations},
        error=error,
    )
