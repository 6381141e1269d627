"""Which module and class each type becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.model import Array, Location, Map, Ref, Schema, Union
from scraper.emit.python.layout import lay_out
from scraper.names import Named, Names
from tests.emit.builders import (
    INTEGER,
    NUMBER,
    api,
    enumeration,
    operation,
    parameter,
    property_,
    schema,
)


def holding(name: str, *others: str) -> Schema:
    """A schema with a property for each of the types."""
    return schema(name, *(property_(f"p{other}", Ref(name=other)) for other in others))


COLOR = enumeration("Color", {"red": ""})

HOMES: tuple[tuple[str, list[Schema], dict[str, str]], ...] = (
    ("one", [holding("SmallTree")], {"SmallTree": "small_tree"}),
    ("a line", [holding("A", "B"), holding("B")], {"A": "a", "B": "b"}),
    ("a circle", [holding("B", "A"), holding("A", "B")], {"A": "a", "B": "a"}),
    ("a user of a circle", [holding("A", "A"), holding("B", "A")], {"A": "a", "B": "b"}),
    ("names alike", [schema("ATree"), schema("Atree")], {"ATree": "a_tree", "Atree": "atree"}),
    ("modules alike", [schema("Tree_A"), schema("TreeA")], {"TreeA": "tree_a", "Tree_A": "tree_a_2"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("schemas", "expected"),
    [case[1:] for case in HOMES],
    ids=[case[0] for case in HOMES],
)
def test_modules(schemas: list[Schema], expected: dict[str, str]) -> None:
    assert lay_out(api(schemas=schemas)).modules == expected


ENUMERATIONS: tuple[tuple[str, list[Schema], str], ...] = (
    ("one user", [holding("Tree", "Color")], "tree"),
    ("two users", [holding("Tree", "Color"), holding("Leaf", "Color")], "color"),
    ("no user", [], "color"),
    (
        "two users in one circle",
        [holding("Tree", "Color", "Leaf"), holding("Leaf", "Color", "Tree")],
        "leaf",
    ),
    (
        "deep inside a type",
        [schema("Tree", property_("a", Array(items=Map(values=Ref(name="Color")))))],
        "tree",
    ),
    (
        "an alternative",
        [schema("Tree", property_("a", Union(options=(INTEGER, Ref(name="Color")))))],
        "tree",
    ),
)


@pytest.mark.parametrize(
    ("schemas", "expected"),
    [case[1:] for case in ENUMERATIONS],
    ids=[case[0] for case in ENUMERATIONS],
)
def test_module_of_an_enumeration(schemas: list[Schema], expected: str) -> None:
    layout = lay_out(api(schemas=schemas, enumerations=[COLOR]))
    assert layout.modules["Color"] == expected


def test_an_enumeration_of_a_parameter_stands_by_itself() -> None:
    query = parameter("color", Ref(name="Color"), location=Location.QUERY)
    layout = lay_out(
        api(
            operation(parameters=[query]),
            schemas=[holding("Tree", "Color")],
            enumerations=[COLOR],
        )
    )
    assert layout.modules["Color"] == "color"


def test_enumerations_stand_first_in_their_module() -> None:
    layout = lay_out(api(schemas=[holding("Bush", "Color")], enumerations=[COLOR]))
    assert layout.in_module("bush") == ("Color", "Bush")


@pytest.mark.parametrize(
    ("value", "has_class"), [(1, True), (0.5, False)], ids=["whole", "a fraction"]
)
def test_fractions_have_no_class(value: float, has_class: bool) -> None:
    numbers = enumeration("Share", {1: ""}, NUMBER)
    (member,) = numbers.members
    share = replace(numbers, members=(replace(member, value=value),))
    layout = lay_out(api(enumerations=[share]))
    assert ("Share" in layout.classes) is has_class
    assert ("Share" in layout.fractions) is not has_class


def test_classes_give_way_to_what_modules_import() -> None:
    layout = lay_out(api(schemas=[schema("Field"), schema("Tree")]))
    assert layout.classes == {"Field": "Field_", "Tree": "Tree"}


def test_properties_hide_neither_classes_nor_imports() -> None:
    names = ("Tree", "Field", "Any", "tree")
    one = schema("Tree", *(property_(name) for name in names))
    layout = lay_out(api(schemas=[one]))
    assert layout.properties["Tree"] == ("Tree_", "Field_", "Any_", "tree")


def test_identifiers_given_before_stay() -> None:
    one = schema("Tree", *map(property_, ("leaf-color", "leaf_color", "copy")))
    before = {"Tree/leaf-color": "leaf_color", "Tree/copy": "copy"}
    names = Names(given={Named.PROPERTY: before})
    found = lay_out(api(schemas=[one]), names).properties["Tree"]
    assert found == ("leaf_color", "leaf_color_2", "copy_"), "copy is pydantic's own"


def test_members_given_before_stay() -> None:
    given = Names(given={Named.MEMBER: {"Color/1": "RED", "Color/2": "VALUE_2"}})
    color = enumeration("Color", {1: "Crimson", 2: "Red", 3: "Blue"}, INTEGER)
    assert lay_out(api(enumerations=[color]), given).members["Color"] == (
        "RED",
        "VALUE_2",
        "BLUE",
    )
