"""Documented JSON values as Python expressions."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from scraper.api.json_values import Json
from scraper.api.model import (
    AnyType,
    Array,
    Bounds,
    Kind,
    Map,
    Primitive,
    Property,
    Ref,
    Type,
    Union,
)
from scraper.emit.python.layout import Layout
from scraper.emit.sinks.python import value_literal
from scraper.emit.sinks.tree import native
from scraper.text import Text

_PLAIN: Mapping[Kind, tuple[type, ...]] = {
    Kind.STRING: (str,),
    Kind.INTEGER: (int,),
    Kind.NUMBER: (int, float),
    Kind.BOOLEAN: (bool,),
    Kind.NULL: (),
}
_LONGEST = 36
"""Characters of a string that stands for another one."""


def _number(bounds: Bounds) -> str | None:
    """The least number that is allowed, else 1 if it is."""
    if bounds.exclusive_minimum or bounds.exclusive_maximum:
        return None
    if bounds.minimum:
        return value_literal(bounds.minimum.value)
    return "1" if bounds.maximum is None or bounds.maximum.value >= 1 else None


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

    def placeholder(self, content: Property) -> str | None:
        """A value within the bounds, for people to replace; None where the type is no simple one."""
        type, bounds = content.type, content.bounds
        match type:
            case Ref(name=name) if name in self.layout.enumerations:
                value = cast(
                    "Json", native(self.layout.enumerations[name].members[0].value)
                )
                return self.expression(value, type)
            case Primitive(kind=Kind.STRING):
                length = bounds.min_length.value if bounds.min_length else 1
                return (
                    value_literal("…" * max(length, 1)) if length <= _LONGEST else None
                )
            case Primitive(kind=Kind.INTEGER | Kind.NUMBER):
                return _number(bounds)
            case Primitive(kind=Kind.BOOLEAN):
                return "True"
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
