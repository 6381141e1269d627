"""Names given before stay: pages come and go, titles are reworded, tables change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api import Resolution, resolve
from scraper.draft.model import Draft, OperationDraft, Role
from scraper.names import NONE, Named, Names
from scraper.text import Paragraph, Prose, Span, Text
from tests.api.builders import (
    OBJECT,
    SERVICE,
    array,
    body,
    field,
    link,
    nested,
    operation,
    table,
    thing,
)

LIST = "Querying Trees"


def resolved(*drafts: Draft, given: Names = NONE) -> Resolution:
    return resolve(drafts, SERVICE, (), given)


def ids(resolution: Resolution) -> dict[str, str]:
    return {one.source.page.plain: one.id for one in resolution.api.operations}


def listing(
    page: str, line: str, title: str = LIST, parent: str = "Trees"
) -> OperationDraft:
    return operation(page, line, title=title, parent=parent)


OLD = listing("t_1", "GET /v1/trees")
MOVED: list[tuple[str, list[OperationDraft], dict[str, str]]] = [
    ("nothing happens", [OLD], {"t_1.html": "ListTrees"}),
    ("another title", [listing("t_1", "GET /v1/trees", "Obtaining Bushes")], {"t_1.html": "ListTrees"}),
    ("another file", [listing("t_9", "GET /v1/trees")], {"t_9.html": "ListTrees"}),
    ("another path", [listing("t_1", "GET /v1/woods", "Listing Woods")], {"t_1.html": "ListTrees"}),
    ("both, so that nobody knows it again", [listing("t_9", "GET /v1/woods", "Listing Woods")], {"t_9.html": "ListWoods"}),
    (
        "a rival of the same title",
        [OLD, listing("t_0", "GET /v2/trees")],
        {"t_1.html": "ListTrees", "t_0.html": "ListTreesV2"},
    ),
    (
        "a file that bears the name",
        [OLD, listing("ListTrees", "GET /v3/trees")],
        {"t_1.html": "ListTrees", "ListTrees.html": "ListTrees2"},
    ),
    (
        "one path on two new pages",
        [
            operation("t_7", "GET /v1/trees", body(field("a")), title="Listing Ashes"),
            operation("t_8", "GET /v1/trees", body(field("b")), title="Listing Beeches"),
        ],
        {"t_7.html": "ListAshes", "t_8.html": "ListBeeches"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [case[1:] for case in MOVED],
    ids=[case[0] for case in MOVED],
)
def test_an_operation_is_known_again(
    drafts: list[OperationDraft], expected: dict[str, str]
) -> None:
    before = resolved(OLD)
    assert ids(before) == {"t_1.html": "ListTrees"}
    assert ids(resolved(*drafts, given=before.names)) == expected
    assert ids(resolved(*drafts[::-1], given=before.names)) == expected


def test_a_group_keeps_its_name_when_its_chapter_is_reworded() -> None:
    before = resolved(OLD)
    after = resolved(
        listing("t_1", "GET /v1/trees", parent="Woody Plants"), given=before.names
    )
    (tag,) = after.api.tags
    assert (tag.name, tag.title) == ("Trees", Text("Woody Plants"))


def planting(page: str, *tables: str, extra: str = "") -> OperationDraft:
    """An operation whose body holds `leaf`, described by a table with one property, or with one more."""
    rows = [field("size"), *([field(extra)] if extra else [])]
    return operation(
        page,
        f"POST /v1/{page.lower()}",
        body(field("leaf", thing("Leaf", "#leaf"))),
        nested("Leaf", *rows, anchor="leaf"),
    )


def leaves(resolution: Resolution) -> dict[str, list[str]]:
    """Each schema of a leaf, with its properties."""
    return {
        one.name: [each.name.plain for each in one.properties]
        for one in resolution.api.schemas
        if one.name.endswith("Leaf")
    }


def test_a_schema_keeps_its_name_against_one_that_is_used_more() -> None:
    before = resolved(planting("PlantAsh", extra="color"))
    assert leaves(before) == {"Leaf": ["size", "color"]}
    pages = [planting(one) for one in ("CutBeech", "MoveBeech", "PlantBeech")]
    alone = resolved(planting("PlantAsh", extra="color"), *pages)
    assert leaves(alone) == {"Leaf": ["size"], "PlantAshLeaf": ["size", "color"]}
    after = resolved(planting("PlantAsh", extra="color"), *pages, given=before.names)
    assert leaves(after) == {"Leaf": ["size", "color"], "CutBeechLeaf": ["size"]}


def test_a_schema_keeps_its_name_when_its_table_is_called_otherwise() -> None:
    before = resolved(planting("PlantAsh"))
    (draft,) = [planting("PlantAsh")]
    renamed = replace(draft.tables[1], schema_name=Text("Foliage"))
    after = resolved(
        replace(draft, tables=(draft.tables[0], renamed)), given=before.names
    )
    assert leaves(after) == {"Leaf": ["size"]}


def test_of_a_shape_that_splits_the_part_in_most_places_keeps_the_name() -> None:
    pages = ["CutAsh", "CutBeech", "CutCedar"]
    before = resolved(*map(planting, pages))
    after = resolved(
        planting("CutAsh", extra="color"), *map(planting, pages[1:]), given=before.names
    )
    assert leaves(after) == {"Leaf": ["size"], "CutAshLeaf": ["size", "color"]}


def of_kinds(*kinds: str) -> OperationDraft:
    """An operation whose `leaf` has the shape of one of several tables of one name."""
    links = tuple(link(f"#{kind}") for kind in kinds)
    prose = Prose(
        blocks=tuple(
            Paragraph(
                spans=(
                    Span(text=Text(f"If it is {kind}, see ")),
                    Span(text=Text("Table 2"), link=to),
                )
            )
            for kind, to in zip(kinds, links, strict=True)
        )
    )
    leaf = replace(field("leaf", OBJECT), description=prose, links=links)
    tables = (
        replace(
            nested("leaf", field(kind), anchor=kind),
            caption=Text(f"leaf of {kind} parameters"),
        )
        for kind in kinds
    )
    return operation("PlantTree", "POST /v1/trees", body(leaf), *tables)


def test_alternatives_are_known_by_what_tells_them_apart() -> None:
    before = resolved(of_kinds("ash", "beech"))
    after = resolved(of_kinds("alder", "ash", "beech"), given=before.names)
    names, later = (
        {one.properties[0].name.plain: one.name for one in each.api.schemas}
        for each in (before, after)
    )
    assert names.keys() == {"leaf", "ash", "beech"}
    assert names.items() <= later.items()
    assert len(set(later.values())) == len(later) == 4


def coloured(page: str, *values: str) -> OperationDraft:
    rows = table(Role.QUERY, field("leaf_color", values=values))
    return operation(page, f"GET /v1/{page.lower()}", rows)


def enumerations(resolution: Resolution) -> dict[str, list[object]]:
    return {
        one.name: [member.value for member in one.members]
        for one in resolution.api.enumerations
    }


def test_an_enumeration_keeps_its_name_against_a_more_frequent_one() -> None:
    before = resolved(coloured("ListAshes", "red"))
    assert enumerations(before) == {"LeafColor": [Text("red")]}
    pages = [coloured(one, "green") for one in ("CountTrees", "ListTrees")]
    after = resolved(coloured("ListAshes", "red"), *pages, given=before.names)
    assert enumerations(after)["LeafColor"] == [Text("red")]
    assert enumerations(after)["CountTreesLeafColor"] == [Text("green")]


def test_a_new_schema_takes_no_name_of_an_enumeration() -> None:
    before = resolved(coloured("ListAshes", "red"))
    new = operation(
        "PlantAsh",
        "POST /v1/ashes",
        body(field("leaves", array(thing("LeafColor", "#color")))),
        nested("LeafColor", field("size"), anchor="color"),
    )
    after = resolved(coloured("ListAshes", "red"), new, given=before.names)
    assert enumerations(after) == enumerations(before)
    assert "PlantAshLeafColor" in {one.name for one in after.api.schemas}


def test_a_new_schema_takes_no_name_of_a_property() -> None:
    """It would hide the class from the annotations below it."""
    before = NONE | Names(given={Named.PROPERTY: {"Tree/Leaf": "Leaf"}})
    assert leaves(resolved(planting("PlantAsh"), given=before)) == {
        "PlantAshLeaf": ["size"]
    }
