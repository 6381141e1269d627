"""Types and values on one line."""

from __future__ import annotations

import pytest

from scraper.api.model import AnyType, Array, Map, Ref, Type, Union
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    Kind,
    MapExpression,
    ObjectExpression,
    Primitive,
    Scalar,
    TypeExpression,
    UnionExpression,
)
from scraper.report.expressions import resolved, scalar, written
from scraper.text import Link, Text

STRING = Primitive(kind=Kind.STRING)
LONG = Primitive(kind=Kind.INTEGER, format="int64")
LINK = Link(page=Text(""), anchor=Text("t1"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (STRING, "string"),
        (LONG, "integer (int64)"),
        (ArrayExpression(items=LONG), "array<integer (int64)>"),
        (MapExpression(values=ArrayExpression(items=STRING)), "map<array<string>>"),
        (ObjectExpression(), "object"),
        (ObjectExpression(name=Text("Lamp")), "object Lamp"),
        (ObjectExpression(name=Text("Lamp"), link=LINK), "object Lamp -> #t1"),
        (ObjectExpression(link=LINK), "object -> #t1"),
        (ObjectExpression(name=Text("\x1b")), r"object \x1b"),
        (UnionExpression(options=(STRING, AnyExpression())), "string | any"),
    ],
)
def test_a_type_as_written(expression: TypeExpression, expected: str) -> None:
    assert written(expression) == expected


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (LONG, "integer (int64)"),
        (Array(items=Ref(name="Lamp")), "array<Lamp>"),
        (Map(values=AnyType()), "map<any>"),
        (Union(options=(STRING, Ref(name="Lamp"))), "string | Lamp"),
    ],
)
def test_a_type_as_resolved(type_: Type, expected: str) -> None:
    assert resolved(type_) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Text("on"), '"on"'), (True, "true"), (1, "1"), (0.5, "0.5")],
)
def test_a_value(value: Scalar, expected: str) -> None:
    assert scalar(value) == expected
