"""Equal shape: one schema; different shape: another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.draft.model import Bounds, FieldDraft, Side, TableDraft
from scraper.limits import DEEPEST_REFERENCE
from tests.api.builders import (
    INTEGER,
    STRING,
    answer,
    api,
    array,
    body,
    fact,
    field,
    nested,
    operation,
    schemas,
    thing,
)

LINE = "POST /v1/trees"


def names(left: FieldDraft, right: FieldDraft) -> list[str]:
    """The schemas of an operation whose request and response each have an object Leaf, with one of the fields."""
    found = schemas(
        api(
            operation(
                "PlantTree",
                LINE,
                body(field("leaf", thing(to="#asked"))),
                answer(field("leaf", thing(to="#told")), field("id")),
                nested("Leaf", left, anchor="asked"),
                nested("Leaf", right, anchor="told", side=Side.RESPONSE),
            )
        )
    )
    return sorted(found.keys() - {"PlantTreeRequest", "PlantTreeResponse"})


ONE = ["Leaf"]
TWO = ["Leaf", "PlantTreeLeaf"]
SHAPES: tuple[tuple[str, FieldDraft, FieldDraft, list[str]], ...] = (
    ("equal", field("a"), field("a"), ONE),
    ("other words", field("a", description="x"), field("a", description="y"), ONE),
    ("other names", field("a"), field("b"), TWO),
    ("other types", field("a", STRING), field("a", INTEGER), TWO),
    ("an array", field("a", STRING), field("a", array(STRING)), TWO),
    ("required and not", field("a", STRING, True), field("a", STRING, False), TWO),
    ("required and silent", field("a", STRING, False), field("a"), TWO),
    ("other values", field("a", values=["x"]), field("a", values=["y"]), TWO),
    ("values in another order", field("a", values=["x", "y"]), field("a", values=["y", "x"]), ONE),
    ("values with other meanings", field("a", values=["x"], meanings=["1"]), field("a", values=["x"]), ONE),
    ("values of the string and of its parts", field("a", values=["x"]), field("a", values=["x"], of_items=True), TWO),
    ("other defaults", field("a", default="x"), field("a", default="y"), TWO),
    ("a default and none", field("a", default="x"), field("a"), TWO),
    ("1 and true", field("a", default=1), field("a", default=True), TWO),
    ("other bounds", field("a", bounds=Bounds(maximum=fact(1))), field("a", bounds=Bounds(maximum=fact(2))), TWO),
    ("a format and none", field("a", format="uuid"), field("a"), ONE),
    ("other formats", field("a", format="uuid"), field("a", format="uri"), ONE),
    ("equal bounds", field("a", bounds=Bounds(maximum=fact(1))), field("a", bounds=Bounds(maximum=fact(1, "other"))), ONE),
)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [case[1:] for case in SHAPES],
    ids=[case[0] for case in SHAPES],
)
def test_shapes(left: FieldDraft, right: FieldDraft, expected: list[str]) -> None:
    assert names(left, right) == expected


def test_the_order_of_properties_does_not_count() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("leaf", thing(to="#asked"))),
        answer(field("leaf", thing(to="#told"))),
        nested("Leaf", field("a"), field("b"), anchor="asked"),
        nested("Leaf", field("b"), field("a"), anchor="told", side=Side.RESPONSE),
    )
    assert schemas(api(draft))["Leaf"] == ["a", "b"]
    assert "PlantTreeLeaf" not in schemas(api(draft))


def test_a_body_of_another_name_is_another_schema() -> None:
    same = field("a")
    assert schemas(api(operation("PlantTree", LINE, body(same), answer(same)))) == {
        "PlantTreeRequest": ["a"],
        "PlantTreeResponse": ["a"],
    }


def recursive(anchor: str, extra: FieldDraft | None, side: Side) -> list[TableDraft]:
    """Two tables that refer to each other in a circle; the inner one may have another field."""
    more = [extra] if extra else []
    return [
        nested("Branch", field("twigs", array(thing(to=f"#{anchor}2"))), anchor=anchor, side=side),
        nested("Twig", field("branch", thing(to=f"#{anchor}")), *more, anchor=f"{anchor}2", side=side),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        (None, {"Branch", "Twig"}),
        (field("x"), {"Branch", "Twig", "PlantTreeBranch", "PlantTreeTwig"}),
    ],
    ids=["equal all around", "a difference is one for the whole circle"],
)
def test_recursive_shapes(extra: FieldDraft | None, expected: set[str]) -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("branch", thing(to="#asked"))),
        answer(field("branch", thing(to="#told"))),
    )
    circles = [
        *recursive("asked", None, Side.REQUEST),
        *recursive("told", extra, Side.RESPONSE),
    ]
    found = schemas(api(replace(draft, tables=(*draft.tables, *circles))))
    assert found.keys() - {"PlantTreeRequest", "PlantTreeResponse"} == expected


def test_a_table_that_holds_itself() -> None:
    draft = operation(
        "PlantTree",
        LINE,
        body(field("branch", thing(to="#b"))),
        nested("Branch", field("branches", array(thing(to="#b"))), anchor="b"),
    )
    assert schemas(api(draft)) == {
        "Branch": ["branches"],
        "PlantTreeRequest": ["branch"],
    }


@pytest.mark.parametrize("length", [20, DEEPEST_REFERENCE + 20])
def test_a_chain_of_tables_that_look_alike(length: int) -> None:
    """Each is like the one before it but for what lies at the end: that takes a round for each to tell apart."""
    leaves = [
        nested("Leaf", field("next", thing(to=f"#t{n + 1}")), anchor=f"t{n}")
        for n in range(length)
    ]
    end = nested("Leaf", field("end"), anchor=f"t{length}")
    roots = [field(f"leaf_{n}", thing(to=f"#t{n}")) for n in range(length + 1)]
    found = schemas(api(operation("PlantTree", LINE, body(*roots), *leaves, end)))
    assert len(found) == length + 2
