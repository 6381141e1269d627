"""Which tables become schemas, and what these are called."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.draft.model import Draft, Role, Side, TableDraft
from scraper.limits import DEEPEST_REFERENCE
from scraper.text import Text
from tests.api.builders import (
    INTEGER,
    OBJECT,
    answer,
    api,
    array,
    body,
    codes,
    field,
    link,
    nested,
    operation,
    reference,
    resolved,
    schemas,
    status,
    table,
    thing,
)

LINE = "POST /v1/trees"
SIDE_PAGE = reference("structures", nested("Root", field("depth"), anchor="root"))
LINKED = field("root", thing(to="structures.html#root"))

NAMES: tuple[tuple[str, tuple[Draft, ...], set[str]], ...] = (
    (
        "a body by its operation",
        (operation("PlantTree", LINE, body(field("a"))),),
        {"PlantTreeRequest"},
    ),
    (
        "a body by its own name",
        (operation("PlantTree", LINE, body(field("a"), name="TreeReq")),),
        {"TreeReq"},
    ),
    (
        "answers by their operation",
        (operation("PlantTree", LINE, answer(field("a"))),),
        {"PlantTreeResponse"},
    ),
    (
        "the answer of another success is the usual one's kin",
        (operation("PlantTree", LINE, answer(field("a"), status="202")),),
        {"PlantTreeResponse"},
    ),
    (
        "an error by its status",
        (
            operation(
                "PlantTree", LINE, answer(field("a")), answer(field("b"), status="400")
            ),
        ),
        {"PlantTreeResponse", "PlantTreeResponse400"},
    ),
    (
        "a nested table by its own name",
        (
            operation(
                "PlantTree",
                LINE,
                body(field("x", thing("Twig", to="#leaf"))),
                nested("Leaf", field("a"), anchor="leaf"),
            ),
        ),
        {"PlantTreeRequest", "Leaf"},
    ),
    (
        "a nested table without a name by the type",
        (
            operation(
                "PlantTree",
                LINE,
                body(field("x", thing("Twig", to="#leaf"))),
                nested("", field("a"), anchor="leaf"),
            ),
        ),
        {"PlantTreeRequest", "Twig"},
    ),
    (
        "a nested table without any by the property, in the singular",
        (
            operation(
                "PlantTree",
                LINE,
                body(field("green_leafs", array(thing(to="#leaf")))),
                nested("", field("a"), anchor="leaf"),
            ),
        ),
        {"PlantTreeRequest", "GreenLeaf"},
    ),
    (
        "a property without letters by the table's label",
        (
            operation(
                "PlantTree",
                LINE,
                body(field("@", thing(to="#leaf"))),
                nested("", field("a"), anchor="leaf"),
            ),
        ),
        {"PlantTreeRequest", "TableTable1"},
    ),
    (
        "a table of another page",
        (operation("PlantTree", LINE, body(LINKED)), SIDE_PAGE),
        {"PlantTreeRequest", "Root"},
    ),
    (
        "reached from a query parameter",
        (
            operation("PlantTree", LINE, table(Role.QUERY, LINKED)),
            SIDE_PAGE,
        ),
        {"Root"},
    ),
    ("not reached", (operation("PlantTree", LINE), SIDE_PAGE), set()),
)


@pytest.mark.parametrize(
    ("drafts", "names"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES]
)
def test_names(drafts: tuple[Draft, ...], names: set[str]) -> None:
    assert schemas(api(*drafts)).keys() == names


def user(page: str, path: str, *, of: str = "a", name: str = "Leaf") -> Draft:
    """An operation with an object, whose property makes the difference."""
    return operation(
        page,
        f"POST /v1/{path}",
        body(field("x", thing(to="#leaf"))),
        nested(name, field(of), anchor="leaf"),
    )


def models(*drafts: Draft) -> dict[str, list[str]]:
    found = schemas(api(*drafts))
    bodies = {f"{one.page.plain.removesuffix('.html')}Request" for one in drafts}
    return {n: properties for n, properties in found.items() if n not in bodies}


def test_the_most_used_shape_keeps_the_name() -> None:
    assert models(
        user("CutTree", "a", of="rare"),
        user("DropTree", "b"),
        user("EatTree", "c"),
    ) == {"Leaf": ["a"], "CutTreeLeaf": ["rare"]}


def test_of_equally_used_shapes_the_first_operation_keeps_the_name() -> None:
    assert models(user("DropTree", "b", of="d"), user("CutTree", "a", of="c")) == {
        "Leaf": ["c"],
        "DropTreeLeaf": ["d"],
    }


def test_a_request_keeps_the_name_before_many_answers() -> None:
    def told(page: str) -> Draft:
        return operation(
            page,
            f"GET /v1/{page}",
            answer(field("x", thing(to="#leaf")), name=f"{page}Request"),
            nested("Leaf", field("told"), anchor="leaf"),
        )

    assert models(
        told("AimTree"), told("BendTree"), user("CutTree", "c", of="asked")
    ) == {
        "Leaf": ["asked"],
        "AimTreeLeaf": ["told"],
    }


def test_names_that_differ_in_case_only_are_one() -> None:
    assert models(user("CutTree", "a", name="LEAF"), user("DropTree", "b", of="d")) == {
        "Leaf": ["a"],
        "DropTreeLeaf": ["d"],
    }


def test_a_qualified_name_does_not_take_one_that_another_table_bears() -> None:
    assert models(
        user("CutTree", "a"),
        user("MowTree", "b", of="d"),
        user("EatTree", "c", of="e", name="MowTreeLeaf"),
    ) == {"Leaf": ["a"], "MowTreeLeaf": ["e"], "MowTreeLeafRequest": ["d"]}


def test_a_table_of_another_page_is_called_as_that_page() -> None:
    shared = replace(nested("", field("job")), side=Side.NEITHER)
    page = replace(reference("shared", shared), title=Text("Task Answers"))
    drafts = [
        replace(operation(n, f"PUT /v1/{n}"), response_links=(link("shared.html"),))
        for n in ("CutTree", "DropTree")
    ]
    assert models(page, *drafts) == {"TaskAnswers": ["job"]}


@pytest.mark.parametrize(
    ("several", "table_name", "expected"),
    [(True, "leaves", "Leave"), (False, "leaves", "Leaves"), (True, "Twigs", "Twigs")],
    ids=["an item of several", "one of that name", "a name of its own"],
)
def test_an_item_is_called_in_the_singular(
    several: bool, table_name: str, expected: str
) -> None:
    type_ = thing(to="#leaf")
    leaves = field("leaves", array(type_) if several else type_)
    model = nested(table_name, field("a"), anchor="leaf")
    assert models(operation("CutTree", LINE, body(leaves), model)) == {expected: ["a"]}


def test_a_name_that_begins_with_the_operation_gets_no_second_one() -> None:
    assert models(
        user("CutTree", "a", name="CutTreeLeaf", of="c"),
        user("DropTree", "b", name="CutTreeLeaf"),
        user("EatTree", "c", name="CutTreeLeaf"),
    ) == {"CutTreeLeaf": ["a"], "CutTreeLeafRequest": ["c"]}


CHAIN = [
    nested(f"Leaf{n}", field(f"leaf_{n + 1}", OBJECT))
    for n in range(1, DEEPEST_REFERENCE + 3)
]
ORPHANS: tuple[tuple[str, list[TableDraft], list[str]], ...] = (
    ("a table that nothing refers to", [nested("Leaf", field("a"))], ["orphan-table"]),
    ("a table that is referred to", [body(field("leaf", OBJECT)), nested("Leaf")], []),
    (
        "a table that an orphan refers to",
        [nested("Twig", field("leaf", OBJECT)), nested("Leaf")],
        ["orphan-table", "orphan-table"],
    ),
    (
        "tables further away than references are followed",
        [body(field("leaf_1", OBJECT)), *CHAIN],
        ["orphan-table"] * 2,
    ),
    ("a table of other things", [table(Role.OTHER, field("a"))], []),
    (
        "a second body is told once",
        [body(field("a")), body(field("b"))],
        ["second-body-table"],
    ),
)


@pytest.mark.parametrize(
    ("tables", "expected"),
    [case[1:] for case in ORPHANS],
    ids=[case[0] for case in ORPHANS],
)
def test_orphans(tables: list[TableDraft], expected: list[str]) -> None:
    draft = operation("PlantTree", LINE, *tables)
    assert codes(resolved(draft)[1]) == expected


def test_what_is_left_out_becomes_no_schema() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("a")),
        body(field("leaf", OBJECT)),
        answer(field("b"), status="204"),
        nested("Leaf", field("c", INTEGER)),
        statuses=[status("204")],
    )
    assert schemas(api(draft)) == {"PlantTreeRequest": ["a"]}
