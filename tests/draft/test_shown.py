"""JSON values that descriptions show."""

from __future__ import annotations

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    TypeExpression,
    UnionExpression,
)
from scraper.text import Text
from tests.draft.written import (
    HERE,
    INTEGER,
    MAP,
    OBJECT,
    OBJECTS,
    STRING,
    STRINGS,
    Written,
    named,
    written,
)


def shown(type: TypeExpression, *blocks: Written) -> list[str]:
    stated, _ = read(written(*blocks), type, HERE)
    return [fact.value.plain for fact in stated.shown]


@pytest.mark.parametrize(
    ("type", "block", "expected"),
    [
        (OBJECTS, "Size. For example, **[1,2,3]** and **[1,2]** are valid.", ["[1,2,3]", "[1,2]"]),
        (OBJECT, "Two points, for example, **[[0,10],[50,95]]**. The first one.", ["[[0,10],[50,95]]"]),
        (STRINGS, 'Names, for example, ["Lamp","Desk lamp"].', ['["Lamp","Desk lamp"]']),
        (OBJECT, 'A range, such as **{"from": "1"}**.', ['{"from": "1"}']),
        (OBJECT, 'A range, such as **"range": {"from": "1"}**.', ['{"from": "1"}']),
        (MAP, 'Example: {"a": "b"}', ['{"a": "b"}']),
        (AnyExpression(), "Example: **[1]**", ["[1]"]),
        (ArrayExpression(items=INTEGER), "For example, [1], [1], and [2].", ["[1]", "[2]"]),
    ],
    ids=named,
)  # fmt: skip
def test_shown(type: TypeExpression, block: Written, expected: list[str]) -> None:
    assert shown(type, block) == expected


def test_those_of_list_items_count() -> None:
    items = ["**dot**: for example, **[[1,2]]**.", "**line**: e.g. **[[1,2],[3,4]]**"]
    assert shown(OBJECT, "Shapes are as follows:", items) == [
        "[[1,2]]",
        "[[1,2],[3,4]]",
    ]


@pytest.mark.parametrize(
    ("type", "block"),
    [
        (OBJECT, "The upper left corner is the origin **[0,0]**."),
        (OBJECT, "A point is, for example, [x, y]."),
        (OBJECT, "For example, **[1,2**."),
        (OBJECT, "For example, **[]** or {}."),
        (STRING, "For example, **[1,2]**."),
        (INTEGER, "For example, **[1,2]**."),
        (UnionExpression(options=(STRING, INTEGER)), "For example, **[1,2]**."),
        (OBJECT, "Value [1] comes before the words for example."),
    ],
    ids=named,
)
def test_not_shown(type: TypeExpression, block: Written) -> None:
    assert shown(type, block) == []


def test_the_words_and_the_place_are_kept() -> None:
    stated, _ = read(written("A. For example, **[1]**. B."), OBJECTS, HERE)
    assert stated.shown[0].words == Text("For example, [1].")
    assert stated.shown[0].source == HERE


def test_deep_nesting_is_not_shown() -> None:
    assert shown(OBJECT, "For example, " + "[" * 4_000) == []
