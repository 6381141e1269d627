"""Types and values on one line."""

from __future__ import annotations

from typing import assert_never

from scraper.api.model import AnyType, Array, Map, Ref, Type, Union
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    MapExpression,
    ObjectExpression,
    Primitive,
    Scalar,
    TypeExpression,
    UnionExpression,
)
from scraper.report.terminal import line, quote, words
from scraper.text import Text


def written(expression: TypeExpression) -> str:
    """A type expression as the draft holds it: `array<object SmartTaskRequest>`."""
    match expression:
        case Primitive():
            return _primitive(expression)
        case ArrayExpression(items=items):
            return f"array<{written(items)}>"
        case MapExpression(values=values):
            return f"map<{written(values)}>"
        case ObjectExpression(name=name, link=link):
            target = f" -> #{words(link.anchor)}" if link and link.anchor else ""
            return f"object {words(name)}".rstrip() + target
        case UnionExpression(options=options):
            return " | ".join(written(option) for option in options)
        case AnyExpression():
            return "any"
        case _:
            assert_never(expression)


def resolved(type: Type) -> str:
    """A type as the Api holds it: `array<SmartTaskRequest>`."""
    match type:
        case Primitive():
            return _primitive(type)
        case Array(items=items):
            return f"array<{resolved(items)}>"
        case Map(values=values):
            return f"map<{resolved(values)}>"
        case Ref(name=name):
            return line(name)
        case Union(options=options):
            return " | ".join(resolved(option) for option in options)
        case AnyType():
            return "any"
        case _:
            assert_never(type)


def _primitive(primitive: Primitive) -> str:
    suffix = f" ({primitive.format})" if primitive.format else ""
    return primitive.kind.value + suffix


def scalar(value: Scalar) -> str:
    """A documented value: strings in quotation marks, flags and null as JSON has them."""
    match value:
        case Text():
            return quote(value)
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case _:
            assert_never(value)
