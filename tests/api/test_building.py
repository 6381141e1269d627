"""From a row to a property."""

from __future__ import annotations

import pytest

from scraper.api.building import ANY_OBJECT, enumerates, issues_of, property_of
from scraper.api.model import AnyType, Array, Map, Primitive, Ref, Type, Union
from scraper.draft.model import (
    AnyExpression,
    FieldDraft,
    ObjectExpression,
    TypeExpression,
    UnionExpression,
)
from scraper.text import Text
from tests.api.builders import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    OBJECT,
    STRING,
    array,
    codes,
    fact,
    field,
    mapping,
)

LEAF = Ref(name="Leaf")

TYPES: tuple[tuple[str, TypeExpression, Type, Type], ...] = (
    ("a primitive", STRING, STRING, STRING),
    ("an object", OBJECT, ANY_OBJECT, LEAF),
    ("an array of objects", array(OBJECT), Array(items=ANY_OBJECT), Array(items=LEAF)),
    ("a map of objects", mapping(OBJECT), Map(values=ANY_OBJECT), Map(values=LEAF)),
    ("nested", mapping(array(OBJECT)), Map(values=Array(items=ANY_OBJECT)), Map(values=Array(items=LEAF))),
    ("an array of nobody says what", array(AnyExpression()), Array(items=AnyType()), Array(items=LEAF)),
    ("anything", AnyExpression(), AnyType(), AnyType()),
    ("alternatives", UnionExpression(options=(STRING, OBJECT)), Union(options=(STRING, ANY_OBJECT)), Union(options=(STRING, LEAF))),
)  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "alone", "described"),
    [case[1:] for case in TYPES],
    ids=[case[0] for case in TYPES],
)
def test_types(expression: TypeExpression, alone: Type, described: Type) -> None:
    row = field("x", expression)
    assert property_of(row).type == alone
    assert property_of(row, schemas=["Leaf"]).type == described


@pytest.mark.parametrize(
    ("expression", "expected"),
    [(STRING, Ref(name="Color")), (array(STRING), Array(items=Ref(name="Color")))],
    ids=["a value", "items"],
)
def test_an_enumeration_takes_the_place_of_its_primitive(
    expression: TypeExpression, expected: Type
) -> None:
    row = field("x", expression, values=["red"])
    assert property_of(row, enumeration="Color").type == expected


def test_all_that_the_row_states_is_kept() -> None:
    row = field("x", INTEGER, True, default=15, description="How many.")
    made = property_of(row)
    assert (made.name, made.required) == (row.name, True)
    assert (made.default, made.description) == (fact(15), row.description)
    assert made.source == row.source
    assert property_of(field("x")).required is None


WIDENED: tuple[tuple[str, TypeExpression, str, Type], ...] = (
    ("an array that fits", array(INTEGER), "[1, 2]", Array(items=INTEGER)),
    ("scalars say nothing", array(STRING), "[1, 2]", Array(items=STRING)),
    ("numbers where objects are due", array(OBJECT), "[100, 3]", Array(items=AnyType())),
    ("objects where objects are due", array(OBJECT), "[{}]", Array(items=ANY_OBJECT)),
    ("an array where an object is due", OBJECT, "[1]", AnyType()),
    ("an object where an array is due", array(STRING), "{}", AnyType()),
    ("an object where an object is due", OBJECT, '{"a": 1}', ANY_OBJECT),
    ("a list in a list", array(array(STRING)), '[{"a": 1}]', Array(items=AnyType())),
    ("a string may look like anything", STRING, "[1]", STRING),
    ("an empty array", array(OBJECT), "[]", Array(items=ANY_OBJECT)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "shown", "expected"),
    [case[1:] for case in WIDENED],
    ids=[case[0] for case in WIDENED],
)
def test_what_is_shown_is_accepted(
    expression: TypeExpression, shown: str, expected: Type
) -> None:
    row = field("x", expression, shown=[shown])
    widened = expected != property_of(field("x", expression)).type
    assert property_of(row).type == expected
    assert codes(issues_of(row)) == ["shown-value-contradicts-type"] * widened


def test_an_object_with_a_table_is_not_widened() -> None:
    row = field("x", OBJECT, shown=["[1]"])
    assert property_of(row, schemas=["Leaf"]).type == LEAF
    assert issues_of(row, schemas=["Leaf"]) == ()


ENUMERATED: tuple[tuple[str, FieldDraft, Primitive | None], ...] = (
    ("strings", field("x", STRING, values=["a"]), STRING),
    ("integers", field("x", INTEGER, values=[1]), INTEGER),
    ("numbers", field("x", NUMBER, values=[0.5]), NUMBER),
    ("booleans need none", field("x", BOOLEAN, values=[True]), None),
    ("no values", field("x", STRING), None),
    ("items", field("x", array(INTEGER), values=[1], of_items=True), INTEGER),
    ("an array's values are its items'", field("x", array(INTEGER), values=[1]), INTEGER),
    ("parts of a joined string", field("x", STRING, values=["a"], of_items=True), None),
    ("an object", field("x", OBJECT, values=["a"]), None),
    ("items of items", field("x", array(array(STRING)), values=["a"]), None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [case[1:] for case in ENUMERATED],
    ids=[case[0] for case in ENUMERATED],
)
def test_enumerates(row: FieldDraft, expected: Primitive | None) -> None:
    assert enumerates(row) == expected


ISSUES: tuple[tuple[str, FieldDraft, list[str]], ...] = (
    ("nothing to say", field("x", STRING, True), []),
    ("mandatory, but (Optional)", field("x", STRING, True, optional=True), ["mandatory-contradicted"]),
    ("optional, but mandatory", field("x", STRING, False, optional=False), ["mandatory-contradicted"]),
    ("optional and (Optional)", field("x", STRING, False, optional=True), []),
    ("silent and (Optional)", field("x", STRING, optional=True), []),
    ("numbers in a list", field("x", NUMBER, values=[0.5]), ["number-enumeration"]),
    ("integers in a list", field("x", INTEGER, values=[1]), []),
)  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"), [case[1:] for case in ISSUES], ids=[case[0] for case in ISSUES]
)
def test_issues(row: FieldDraft, expected: list[str]) -> None:
    assert codes(issues_of(row)) == expected


def test_what_only_looks_like_an_object_may_be_anything() -> None:
    guess = field("leaf", ObjectExpression(name=Text("Leaf"), guessed=True))
    assert property_of(guess).type == AnyType()
    assert property_of(guess, schemas=["Leaf"]).type == Ref(name="Leaf")
