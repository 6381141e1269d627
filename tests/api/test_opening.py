"""Tables whose only row stands for any key, or for the items of an array."""

from __future__ import annotations

import pytest

from scraper.api.model import Array, Kind, Map, Primitive, Ref, Type
from scraper.draft.model import FieldDraft
from tests.api.builders import (
    answer,
    api,
    array,
    codes,
    field,
    nested,
    operation,
    resolved,
    schema,
    schemas,
    thing,
)

STRING = Primitive(kind=Kind.STRING)
ANY_NAME = field("Name of the leaf")

OBJECTS: tuple[tuple[str, tuple[FieldDraft, ...], Type], ...] = (
    ("any name", (ANY_NAME,), Map(values=STRING)),
    ("a name", (field("name"),), Ref(name="Leaf")),
    ("items in brackets", (field("[items]", array(STRING)),), Array(items=STRING)),
    ("an array in brackets", (field("[Array]", array(STRING)),), Array(items=STRING)),
    ("items in words", (field("Array elements", array(STRING)),), Array(items=STRING)),
    ("an element of another type", (field("[Array element]"),), Array(items=STRING)),
    ("a property called items", (field("items", array(STRING)),), Ref(name="Leaf")),
    (
        "items in brackets beside others",
        (field("[items]"), field("a")),
        Ref(name="Leaf"),
    ),
    ("any name beside others", (ANY_NAME, field("a")), Ref(name="Leaf")),
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [case[1:] for case in OBJECTS],
    ids=[case[0] for case in OBJECTS],
)
@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
def test_an_object_of_any_keys_is_a_map(
    rows: tuple[FieldDraft, ...], expected: Type, *, several: bool
) -> None:
    leaf = thing(to="#leaf")
    root = field("leaf", array(leaf) if several else leaf)
    page = operation(
        "ShowTree", "GET /v1/tree", answer(root), nested("Leaf", *rows, anchor="leaf")
    )
    result = api(page)
    (found,) = schema(result, "ShowTreeResponse").properties
    assert found.type == (Array(items=expected) if several else expected)
    assert ("Leaf" in schemas(result)) == isinstance(expected, Ref)


def test_a_whole_answer_may_be_a_map() -> None:
    (found,) = api(operation("ShowTree", "GET /v1/tree", answer(ANY_NAME))).operations
    assert [one.type for one in found.responses] == [Map(values=STRING)]


def test_a_whole_body_may_be_an_array() -> None:
    rows = field("[items]", array(thing("Leaf", "#Leaf")))
    page = operation(
        "ListLeaves", "GET /v1/leaves", answer(rows), nested("Leaf", field("size"))
    )
    result, issues = resolved(page)
    (found,) = result.operations
    assert [one.type for one in found.responses] == [Array(items=Ref(name="Leaf"))]
    assert codes(issues) == ["row-of-items"]
