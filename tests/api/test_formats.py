"""Formats of shared schemas, and examples that contradict them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from scraper.api.model import Api
from scraper.draft.model import FieldDraft, Kind, Primitive, Role, Side
from tests.api.builders import (
    answer,
    api,
    array,
    body,
    codes,
    example,
    field,
    mapping,
    nested,
    operation,
    resolved,
    table,
    thing,
)

LINE = "POST /v1/trees/{tree_id}"
UUID = "3b8d6fef-af77-42ab-b8b7-5a7f0f0af8f2"
LOOSE = "bb1118612ba64af3a6ea63a1bdcaa5ae"


def formats(made: Api) -> dict[str, str]:
    """`Leaf.id` → its format."""
    return dict(_formats(made))


def _formats(made: Api) -> Iterator[tuple[str, str]]:
    for schema in made.schemas:
        for each in schema.properties:
            if each.format is not None:
                yield f"{schema.name}.{each.name.plain}", each.format.value
    for one in made.operations:
        headers = [each for answer in one.responses for each in answer.headers]
        for each in [*(p.property for p in one.parameters), *headers]:
            if each.format is not None:
                yield f"{one.id} {each.name.plain}", each.format.value


def leaf(asked: FieldDraft, told: FieldDraft) -> Api:
    """An operation whose request and response have an object Leaf, with one of the fields."""
    return api(
        operation(
            "PlantTree",
            LINE,
            body(field("leaf", thing(to="#asked"))),
            answer(field("leaf", thing(to="#told")), field("name")),
            nested("Leaf", asked, anchor="asked"),
            nested("Leaf", told, anchor="told", side=Side.RESPONSE),
        )
    )


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (field("id", format="uuid"), field("id", format="uuid"), "uuid"),
        (field("id", format="uuid"), field("id"), "uuid"),
        (field("id", format="uri"), field("id", format="uuid"), None),
        (field("id"), field("id"), None),
    ],
    ids=["both say it", "one says it", "they disagree", "none says it"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_a_shared_schema_has_what_one_of_its_tables_says(
    left: FieldDraft, right: FieldDraft, turned: bool, expected: str | None
) -> None:
    found = leaf(*((right, left) if turned else (left, right)))
    assert [one.name for one in found.schemas] == [
        "Leaf",
        "PlantTreeRequest",
        "PlantTreeResponse",
    ]
    assert formats(found).get("Leaf.id") == expected


def test_the_first_row_of_a_name_counts() -> None:
    twice = body(field("id"), field("id", format="uuid"))
    assert formats(api(operation("PlantTree", LINE, twice))) == {}


def test_a_type_that_says_more_and_listed_values_leave_no_room() -> None:
    file = Primitive(kind=Kind.STRING, format="binary")
    made = api(
        operation(
            "PlantTree",
            LINE,
            body(
                field("a", file, format="byte"),
                field("b", format="uuid", values=["x"]),
                field("c", array(Primitive(kind=Kind.STRING)), format="uuid"),
                field("d", format="uri"),
            ),
        )
    )
    assert formats(made) == {"PlantTreeRequest.d": "uri"}


def test_parameters_and_headers_have_formats() -> None:
    made = api(
        operation(
            "PlantTree",
            LINE,
            table(Role.PATH, field("tree_id", format="uuid")),
            table(Role.QUERY, field("since", format="date-time")),
            table(Role.RESPONSE_HEADER, field("Location", format="uri")),
        )
    )
    assert formats(made) == {
        "PlantTree tree_id": "uuid",
        "PlantTree since": "date-time",
        "PlantTree Location": "uri",
    }


def shown(value: object, *, key: str = "id") -> tuple[dict[str, str], list[str]]:
    """The formats, and the issues about them, beside an example of an array and a map of leaves with an ID."""
    draft = operation(
        "PlantTree",
        LINE,
        body(
            field("leaves", array(thing("Leaf", to="#leaf"))),
            field("by_name", mapping(thing("Leaf", to="#leaf"))),
        ),
        nested("Leaf", field(key, format="uuid"), anchor="leaf"),
        examples=[example(Side.REQUEST, json.dumps(value))],
    )
    made, issues = resolved(draft)
    about = [code for code in codes(issues) if code == "format-contradicted"]
    return formats(made), about


@pytest.mark.parametrize(
    "value",
    [
        {"leaves": [{"id": UUID}, {"id": None}, {"id": 1}]},
        {"by_name": {"a": {"id": UUID}}},
        {"id": LOOSE, "other": {"id": LOOSE}},
        [{"id": LOOSE}],
    ],
    ids=["fits", "fits in a map", "of another object", "of no such body"],
)
def test_an_example_that_does_not_contradict(value: object) -> None:
    assert shown(value) == ({"Leaf.id": "uuid"}, [])


@pytest.mark.parametrize(
    "value",
    [
        {"leaves": [{"id": UUID}, {"id": LOOSE}]},
        {"by_name": {"a": {"id": ""}}},
    ],
    ids=["in an array", "in a map, empty"],
)
def test_an_example_that_contradicts(value: object) -> None:
    assert shown(value) == ({}, ["format-contradicted"])


def test_a_name_of_several_words_is_contradicted_by_any_example() -> None:
    value = {"other": [{"tree_id": LOOSE}]}
    assert shown(value, key="tree_id") == ({}, ["format-contradicted"])
    assert shown({"other": [{"tree_id": UUID}]}, key="tree_id")[1] == []


def test_a_parameter_is_contradicted_by_its_name() -> None:
    def made(value: str) -> Api:
        return api(
            operation(
                "PlantTree",
                LINE,
                table(Role.PATH, field("tree_id", format="uuid")),
                answer(field("tree_id")),
                examples=[example(Side.RESPONSE, json.dumps({"tree_id": value}))],
            )
        )

    assert formats(made(UUID)) == {"PlantTree tree_id": "uuid"}
    assert formats(made(LOOSE)) == {}


def test_of_several_alternatives_the_best_counts() -> None:
    """What an example gives to another alternative says nothing of this one."""
    draft = operation(
        "PlantTree",
        LINE,
        body(field("id", format="uuid"), field("a")),
        nested("Other", field("id"), field("b"), anchor="other"),
        examples=[example(Side.REQUEST, json.dumps({"id": LOOSE, "b": "x"}))],
    )
    made = api(draft)
    assert len(made.schemas) == 2
    assert formats(made) == {"PlantTreeRequest.id": "uuid"}


def test_one_contradiction_is_told_once() -> None:
    value = {"leaves": [{"id": LOOSE}, {"id": LOOSE + "0"}]}
    assert shown(value)[1] == ["format-contradicted"]
