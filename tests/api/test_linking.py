"""References from types to the tables that describe them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.linking import TableKey, index, link, objects
from scraper.draft.model import (
    AnyExpression,
    Draft,
    FieldDraft,
    Role,
    Side,
    TableDraft,
    TypeExpression,
    UnionExpression,
)
from scraper.limits import MOST_ALTERNATIVES
from scraper.text import Link, Text
from tests.api.builders import (
    OBJECT,
    STRING,
    array,
    body,
    codes,
    field,
    mapping,
    nested,
    operation,
    reference,
    table,
    thing,
)

LINE = "POST /v1/trees"
LEAF = nested("Leaf", field("color"), anchor="leaf")

STRUCTURES = reference(
    "structures",
    nested("Root", field("depth"), anchor="root"),
    nested("Bark", field("age"), anchor="bark"),
    sections=[("about-bark", ["bark"]), ("about-nothing", ["gone"])],
)


def target(field_: FieldDraft, *tables: TableDraft) -> tuple[str, list[str]]:
    """The name of the table that the field's type is described by, and the kinds of issues."""
    drafts: Sequence[Draft] = (
        operation("PlantTree", LINE, body(field_, anchor="body"), *tables),
        STRUCTURES,
    )
    found = index(drafts)
    references, issues = link(found, drafts)
    keys = references.get((TableKey(page=Text("PlantTree.html"), index=0), 0), ())
    key = next(iter(keys), None)
    name = found.by_key[key].schema_name.plain if key else ""
    return name or ("the body" if key else ""), codes(issues)


TARGETS: tuple[tuple[str, FieldDraft, tuple[TableDraft, ...], str, list[str]], ...] = (
    ("a link in the type", field("x", thing(to="#leaf")), (LEAF,), "Leaf", []),
    ("an array's link", field("x", array(thing(to="#leaf"))), (LEAF,), "Leaf", []),
    ("a map's link", field("x", mapping(array(thing(to="#leaf")))), (LEAF,), "Leaf", []),
    ("a link to itself", field("x", thing(to="#body")), (), "the body", []),
    ("another page", field("x", thing(to="structures.html#root")), (), "Root", []),
    ("a section", field("x", thing(to="structures.html#about-bark")), (), "Bark", []),
    (
        "a section without tables",
        field("x", thing(to="structures.html#about-nothing")),
        (),
        "",
        ["dangling-reference"],
    ),
    ("an anchor that is not there", field("x", thing(to="#no")), (), "", ["dangling-reference"]),
    ("a page that is not there", field("x", thing(to="no.html#leaf")), (LEAF,), "", ["dangling-reference"]),
    ("dangling, but named", field("x", thing("Leaf", to="#no")), (LEAF,), "Leaf", ["dangling-reference"]),
    ("elsewhere", field("x", thing(to="https://example.com#leaf")), (LEAF,), "", ["dangling-reference"]),
    ("a link in the description", field("x", OBJECT, links=["#leaf"]), (LEAF,), "Leaf", []),
    ("the first that leads to a table", field("x", OBJECT, links=["#no", "#leaf"]), (LEAF,), "Leaf", []),
    ("a description that refers to its own table", field("x", OBJECT, links=["#body"]), (), "", []),
    ("a string's link", field("x", STRING, links=["#leaf"]), (LEAF,), "", []),
    ("an array of nobody says what", field("x", array(AnyExpression()), links=["#leaf"]), (LEAF,), "Leaf", []),
    ("such an array without a link", field("x", array(AnyExpression())), (LEAF,), "", []),
    ("the type's link before the description's", field("x", thing(to="#leaf"), links=["structures.html#root"]), (LEAF,), "Leaf", []),
    ("by the type's name", field("x", thing("Leaf")), (LEAF,), "Leaf", []),
    ("by the type's plural", field("x", array(thing("leafs"))), (LEAF,), "Leaf", []),
    ("by the property's name", field("leaf", OBJECT), (LEAF,), "Leaf", []),
    ("by the property's plural", field("leafs", array(OBJECT)), (LEAF,), "Leaf", []),
    ("by another plural", field("x", array(thing("branches"))), (nested("branch"),), "branch", []),
    ("by a plural that changes its end", field("berries", array(OBJECT)), (nested("berry"),), "berry", []),
    ("separators and case", field("old_Leaf", OBJECT), (nested("OldLeaf"),), "OldLeaf", []),
    ("the type's name before the property's", field("leaf", thing("Twig")), (LEAF, nested("Twig")), "Twig", []),
    ("an unknown name", field("x", thing("Stone")), (LEAF,), "", ["object-undescribed"]),
    ("names of other pages do not count", field("root", OBJECT), (), "", []),
    ("tables of parameters do not count", field("x", OBJECT, links=["#q"]), (table(Role.QUERY, anchor="q"),), "", []),
)  # fmt: skip


@pytest.mark.parametrize(
    ("field_", "tables", "name", "issues"),
    [case[1:] for case in TARGETS],
    ids=[case[0] for case in TARGETS],
)
def test_target(
    field_: FieldDraft, tables: tuple[TableDraft, ...], name: str, issues: list[str]
) -> None:
    assert target(field_, *tables) == (name, issues)


@pytest.mark.parametrize("side", [Side.REQUEST, Side.RESPONSE])
def test_of_two_tables_of_a_name_the_own_side_has_it(side: Side) -> None:
    user = table(Role.MODEL, field("leaf", OBJECT), name="Twig", side=side)
    leaves = [
        nested("Leaf", field(one.value), anchor=one.value, side=one)
        for one in (Side.REQUEST, Side.RESPONSE)
    ]
    draft = operation("PlantTree", LINE, user, *leaves)
    tables = index([draft])
    references, _ = link(tables, [draft])
    ((key,),) = references.values()
    assert tables.by_key[key].side is side


def test_references_of_reference_pages_are_no_issues() -> None:
    page = reference("other", nested("Tree", field("x", thing(to="#gone"))))
    assert link(index([page]), [page]) == ({}, ())


OBJECTS: tuple[tuple[str, TypeExpression, list[str]], ...] = (
    ("a primitive", STRING, []),
    ("anything", AnyExpression(), []),
    ("an object", thing("A"), ["A"]),
    ("deep inside", mapping(array(thing("A"))), ["A"]),
    ("alternatives", UnionExpression(options=(thing("A"), array(thing("B")))), ["A", "B"]),
    ("an array of nobody says what", array(AnyExpression()), [""]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("expression", "names"),
    [case[1:] for case in OBJECTS],
    ids=[case[0] for case in OBJECTS],
)
def test_objects(expression: TypeExpression, names: list[str]) -> None:
    assert [one.name.plain for one in objects(expression)] == names


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (MOST_ALTERNATIVES, []),
        (MOST_ALTERNATIVES + 1, ["too-many-alternatives"]),
        (5_000, ["too-many-alternatives"]),
    ],
)
def test_a_field_refers_to_so_many_tables_and_no_more(
    number: int, expected: list[str]
) -> None:
    parts = [nested(f"Leaf{n}", field("a"), anchor=f"t{n}") for n in range(number)]
    links = [Link(page=Text(""), anchor=Text(f"t{n}")) for n in range(number)]
    cases = replace(field("leaf", OBJECT), links=tuple(links))
    drafts = [operation("PlantTree", LINE, body(cases), *parts)]
    references, issues = link(index(drafts), drafts)
    assert codes(issues) == expected
    assert bool(references) is not bool(expected)
