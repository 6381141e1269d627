"""Sample values for the types of an Api: valid by everything that is documented."""

from __future__ import annotations

from typing import Any, assert_never

from scraper.api.model import (
    AnyType,
    Api,
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
from scraper.text import Text

DEEPEST = 3
"""Nested objects below that have no optional properties, so that a recursive type comes to an end."""

FORMATS = {
    "uuid": "c4989033-7584-44ee-a180-1c476b810e46",
    "date-time": "2013-06-09T06:42:18Z",
    "uri": "https://example.com/a%20b?c=d",
    "byte": "YS9iIMO8",
}


class Sampler:
    """Makes one value for each type. Objects nested `deepest` and deeper have no optional properties."""

    def __init__(self, api: Api, *, deepest: int = DEEPEST) -> None:
        self._deepest = deepest
        self._schemas = {schema.name: schema for schema in api.schemas}
        self._enumerations = {one.name: one for one in api.enumerations}

    def property(self, content: Property, depth: int = 0) -> Any:
        """A value within the documented bounds."""
        value = self.value(content.type, depth)
        match content.type:
            case Primitive(kind=Kind.INTEGER | Kind.NUMBER):
                return _number(content.bounds)
            case Primitive(kind=Kind.STRING):
                stated = content.format and content.format.value
                return FORMATS[stated] if stated else _string(content.bounds)
            case Array():
                few, many = content.bounds.min_items, content.bounds.max_items
                count = max(few.value if few else 1, min(many.value if many else 1, 1))
                return value * count
            case _:
                return value

    def value(self, type: Type, depth: int = 0) -> Any:
        """A value of a type."""
        match type:
            case Primitive(kind=kind):
                return {
                    Kind.STRING: "a/b ü",
                    Kind.INTEGER: 1,
                    Kind.NUMBER: 0.5,
                    Kind.BOOLEAN: True,
                    Kind.NULL: None,
                }[kind]
            case Array(items=items):
                return [self.value(items, depth)]
            case Map(values=values):
                return {"any key": self.value(values, depth)}
            case Ref(name=name):
                return self._referred(name, depth)
            case Union(options=options):
                return self.value(options[0], depth)
            case AnyType():
                return {"anything": [1, "two", None]}
            case _:
                assert_never(type)

    def _referred(self, name: str, depth: int) -> Any:
        if name in self._enumerations:
            value = self._enumerations[name].members[0].value
            return value.plain if isinstance(value, Text) else value
        return {
            property.name.plain: self.property(property, depth + 1)
            for property in self._schemas[name].properties
            if depth < self._deepest or property.required
        }


def _number(bounds: Bounds) -> int | float:
    low, high = bounds.minimum, bounds.maximum
    above, below = bounds.exclusive_minimum, bounds.exclusive_maximum
    if low is not None:
        return low.value
    if above is not None:
        return above.value + 1
    if high is not None:
        return min(1, high.value)
    return min(1, below.value - 1) if below is not None else 1


def _string(bounds: Bounds) -> str:
    few = bounds.min_length.value if bounds.min_length else 0
    many = bounds.max_length.value if bounds.max_length else 5
    return "a/b ü"[: max(many, 0)].ljust(few, "x")
