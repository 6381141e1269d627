"""Schemas and enumerations of a whole Api."""

from __future__ import annotations

from scraper.api.model import Array, Ref
from scraper.draft.model import Role, Side
from scraper.limits import LONGEST_DESCRIPTION
from scraper.text import Text
from tests.api.builders import (
    STRING,
    answer,
    api,
    array,
    body,
    codes,
    field,
    nested,
    operation,
    resolved,
    schema,
    schemas,
    table,
    thing,
    words,
)

LINE = "POST /v1/trees"


def test_properties_keep_the_documents_order() -> None:
    draft = operation("PlantTree", LINE, body(field("b"), field("a"), field("c")))
    assert schemas(api(draft)) == {"PlantTreeRequest": ["b", "a", "c"]}


def test_the_first_row_of_a_name_counts() -> None:
    draft = operation(
        "PlantTree", LINE, body(field("a", description="1"), field("a", array(STRING)))
    )
    found, issues = resolved(draft)
    (one,) = schema(found, "PlantTreeRequest").properties
    assert (one.type, one.description) == (STRING, words("1"))
    assert codes(issues) == ["repeated-property"]


def test_references_are_names_of_schemas() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("leaves", array(thing(to="#leaf")))),
        nested("Leaf", field("a"), anchor="leaf"),
    )
    (one,) = schema(api(draft), "PlantTreeRequest").properties
    assert one.type == Array(items=Ref(name="Leaf"))


def test_a_schema_is_described_by_the_first_property_that_holds_one() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(
            field("x", thing(to="#leaf"), description="The green one."),
            field("y", thing(to="#leaf"), description="The other one."),
        ),
        nested("Leaf", field("a"), anchor="leaf"),
    )
    assert schema(api(draft), "Leaf").description == words("The green one.")
    assert not schema(api(draft), "PlantTreeRequest").description


def test_a_book_is_not_repeated_as_the_description_of_a_schema() -> None:
    book = "a" * (LONGEST_DESCRIPTION + 1)
    draft = operation(
        "PlantTree",
        LINE,
        body(field("x", thing(to="#leaf"), description=book)),
        nested("Leaf", field("a"), anchor="leaf"),
    )
    found = api(draft)
    assert not schema(found, "Leaf").description
    (property_,) = schema(found, "PlantTreeRequest").properties
    assert property_.description == words(book)


def test_what_a_shared_schema_says_is_that_of_the_first_page() -> None:
    pages = [
        operation(
            page,
            f"POST /v1/{page}",
            body(field("x", thing(to="#leaf"))),
            nested("Leaf", field("a", description=page), anchor="leaf"),
        )
        for page in ("DropTree", "CutTree")
    ]
    (one,) = schema(api(*pages), "Leaf").properties
    assert one.description == words("CutTree")


def test_values_of_properties_and_of_parameters() -> None:
    found = api(
        operation(
            "PlantTree",
            LINE,
            table(Role.QUERY, field("order", values=["asc"])),
            body(field("leaf_color", values=["red"])),
        )
    )
    assert [one.name for one in found.enumerations] == ["LeafColor", "PlantTreeOrder"]
    (one,) = schema(found, "PlantTreeRequest").properties
    assert one.type == Ref(name="LeafColor")
    (parameter,) = found.operations[0].parameters
    assert parameter.property.type == Ref(name="PlantTreeOrder")


def test_an_enumeration_that_is_called_as_a_schema_gives_way() -> None:
    found = api(
        operation(
            "PlantTree",
            LINE,
            body(field("x", thing(to="#c")), field("leaf_color", values=["red"])),
            nested("LeafColor", field("a"), anchor="c"),
        )
    )
    assert [one.name for one in found.enumerations] == ["PlantTreeRequestLeafColor"]
    assert "LeafColor" in schemas(found)


def test_one_enumeration_for_request_and_answer() -> None:
    found = api(
        operation(
            "PlantTree",
            LINE,
            body(field("leaf_color", values=["red"])),
            answer(field("leaf_color", values=["red"])),
        )
    )
    assert [one.name for one in found.enumerations] == ["LeafColor"]


def test_rows_of_shared_tables_are_reported_once() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("x", thing(to="#asked"))),
        answer(field("x", thing(to="#told"))),
        nested("Leaf", field("a", STRING, True, optional=True), anchor="asked"),
        nested(
            "Leaf",
            field("a", STRING, True, optional=True),
            anchor="told",
            side=Side.RESPONSE,
        ),
    )
    assert codes(resolved(draft)[1]) == ["mandatory-contradicted"]


def test_names_of_enumerations_are_those_of_their_schema() -> None:
    found = api(
        operation(
            "PlantTree",
            LINE,
            body(field("x", thing(to="#leaf"))),
            nested("Leaf", field("color", values=["red"]), anchor="leaf"),
        )
    )
    (one,) = found.enumerations
    assert (one.name, one.members[0].value) == ("LeafColor", Text("red"))
