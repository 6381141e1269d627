"""Where examples contradict their tables."""

from __future__ import annotations

import pytest

from scraper.api.examples import Checker, check
from scraper.api.json_values import Json
from scraper.api.model import AnyType, Array, Map, Ref, Type, Union
from scraper.draft.model import Side
from tests.api.builders import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    answer,
    body,
    codes,
    example,
    field,
    operation,
    resolved,
)
from tests.emit import builders as made

CHECKER = Checker(
    schemas={
        "Leaf": made.schema(
            "Leaf",
            made.property_("id", STRING, required=True),
            made.property_("size", INTEGER, required=False),
            made.property_("color", Ref(name="Color")),
            made.property_("leaf", Ref(name="Leaf")),
        )
    },
    enumerations={
        "Color": made.enumeration("Color", {"red": ""}),
        "Size": made.enumeration("Size", {1: ""}, INTEGER),
    },
)
LEAF = Ref(name="Leaf")
OTHER, KEY, MISSING, VALUE = (
    "example-other-type",
    "example-undocumented-key",
    "example-missing-key",
    "example-undocumented-value",
)

CASES: tuple[tuple[str, Json, Type, list[tuple[str, str]]], ...] = (
    ("a string", "x", STRING, []),
    ("a number for a string", 1, STRING, [(OTHER, "$")]),
    ("a string for an integer", "2", INTEGER, [(OTHER, "$")]),
    ("a fraction for an integer", 0.5, INTEGER, [(OTHER, "$")]),
    ("an integer for a number", 1, NUMBER, []),
    ("true for an integer", True, INTEGER, [(OTHER, "$")]),
    ("true for a number", True, NUMBER, [(OTHER, "$")]),
    ("1 for a boolean", 1, BOOLEAN, [(OTHER, "$")]),
    ("null fits everywhere", None, STRING, []),
    ("anything", [1, {}], AnyType(), []),
    ("an array", ["a", 1, "b", 2], Array(items=STRING), [(OTHER, "$[1]"), (OTHER, "$[3]")]),
    ("no array", {}, Array(items=STRING), [(OTHER, "$")]),
    ("a map", {"a": 1, "b c": "x"}, Map(values=INTEGER), [(OTHER, '$["b c"]')]),
    ("no map", [], Map(values=INTEGER), [(OTHER, "$")]),
    ("an object", {"id": "x", "size": 1}, LEAF, []),
    ("no object", "x", LEAF, [(OTHER, "$")]),
    ("an undocumented key", {"id": "x", "Size": 1}, LEAF, [(KEY, "$.Size")]),
    ("a key that is no word", {"id": "x", "@a": 1}, LEAF, [(KEY, '$["@a"]')]),
    ("a missing key", {"size": 1}, LEAF, [(MISSING, "$.id")]),
    ("deep inside", {"id": "x", "leaf": {"id": 1}}, LEAF, [(OTHER, "$.leaf.id")]),
    ("a documented value", "red", Ref(name="Color"), []),
    ("another value", "blue", Ref(name="Color"), [(VALUE, "$")]),
    ("another type", 1, Ref(name="Color"), [(OTHER, "$")]),
    ("true is not 1", True, Ref(name="Size"), [(OTHER, "$")]),
    ("an alternative", 1, Union(options=(STRING, INTEGER)), []),
    ("none of the alternatives", [], Union(options=(STRING, INTEGER)), [(OTHER, "$")]),
    ("the nearest alternative", {"id": "x", "a": 1}, Union(options=(STRING, Array(items=STRING), LEAF)), [(OTHER, "$")]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "type_", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_differences(value: Json, type_: Type, expected: list[tuple[str, str]]) -> None:
    found = CHECKER.differences(value, type_)
    assert [(one.code, one.path) for one in found] == expected


def test_requests_and_answers_are_held_against_their_tables() -> None:
    draft = operation(
        "PlantTree",
        "POST /v1/trees",
        body(field("a", INTEGER)),
        answer(field("b", STRING, True)),
        examples=[
            example(Side.REQUEST, '{"a": "1"}'),
            example(Side.RESPONSE, '{"c": 1}'),
            example(Side.RESPONSE, '{"d": 1}', of_status="400"),
        ],
    )
    assert codes(resolved(draft)[1]) == [MISSING, OTHER, KEY]


def test_an_issue_names_path_and_both_sides() -> None:
    draft = operation(
        "PlantTree",
        "POST /v1/trees",
        body(field("a", INTEGER)),
        examples=[example(Side.REQUEST, '{"a": "1"}')],
    )
    (issue,) = resolved(draft)[1]
    assert (
        issue.detail
        == 'example: $.a: "1" where the table documents a value of type integer'
    )


def test_an_answer_that_has_no_body_by_its_status_needs_no_example() -> None:
    operation_ = made.operation(
        responses=[
            made.response("204", None, made.example("Done", "{}")),
            made.response("200", None, made.example("Done", "{}")),
        ]
    )
    (issue,) = check([operation_], (), ())
    assert issue.code == "body-of-no-content"
    assert issue.detail == 'example "Done": an answer with status 204 has no body'
