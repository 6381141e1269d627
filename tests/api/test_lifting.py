"""Documented values as enumerations, and their names."""

from __future__ import annotations

import pytest

from scraper.api.lifting import lift, listings
from scraper.api.linking import FieldKey, TableKey
from scraper.draft.model import FieldDraft
from scraper.text import Text
from tests.api.builders import BOOLEAN, INTEGER, NUMBER, array, field

Rows = tuple[tuple[str, FieldDraft], ...]


def lifted(rows: Rows, taken: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Each enumeration's name with the owners of the rows that use it."""
    fields: dict[FieldKey, tuple[str, FieldDraft]] = {
        (TableKey(page=Text("page.html"), index=n), 0): row
        for n, row in enumerate(rows)
    }
    enumerations, names = lift(listings(fields), taken, {})
    users: dict[str, list[str]] = {one.name: [] for one in enumerations}
    for key, name in names.items():
        users[name].append(fields[key][0])
    return {name: sorted(owners) for name, owners in users.items()}


A = field("leaf_color", values=["red", "green"])
B = field("leaf_color", values=["red", "blue"])

LIFTED: tuple[tuple[str, Rows, tuple[str, ...], dict[str, list[str]]], ...] = (
    ("one", (("Tree", A),), (), {"LeafColor": ["Tree"]}),
    ("equal ones are one", (("Tree", A), ("Bush", A)), (), {"LeafColor": ["Bush", "Tree"]}),
    ("in another order", (("Tree", A), ("Bush", field("leaf_color", values=["green", "red"]))), (), {"LeafColor": ["Bush", "Tree"]}),
    ("the most frequent keeps the name", (("Bush", B), ("Tree", A), ("Vine", A)), (), {"LeafColor": ["Tree", "Vine"], "BushLeafColor": ["Bush"]}),
    ("else the first owner", (("Tree", A), ("Bush", B)), (), {"LeafColor": ["Bush"], "TreeLeafColor": ["Tree"]}),
    ("one word needs its owner", (("Tree", field("color", values=["red"])),), (), {"TreeColor": ["Tree"]}),
    ("a vendor's prefix needs one, too", (("Tree", field("@x:leaf_color", values=["red"])),), (), {"TreeLeafColor": ["Tree"]}),
    ("items in the singular", (("Tree", field("leaf_colors", array(INTEGER), values=[1], of_items=True)),), (), {"LeafColor": ["Tree"]}),
    ("other types", (("Bush", field("leaf_color", INTEGER, values=[1])), ("Tree", field("leaf_color", NUMBER, values=[1]))), (), {"LeafColor": ["Bush"], "TreeLeafColor": ["Tree"]}),
    ("a schema has the name", (("Tree", A),), ("LeafColor",), {"TreeLeafColor": ["Tree"]}),
    ("a schema has it in another case", (("Tree", A),), ("Leafcolor",), {"TreeLeafColor": ["Tree"]}),
    ("a schema has both names", (("Tree", A),), ("LeafColor", "TreeLeafColor"), {"TreeLeafColor2": ["Tree"]}),
    (
        "a qualified name leaves another one alone",
        (("Bush", B), ("Tree", A), ("Vine", A), ("Bush", field("bush_leaf_color", values=["x"]))),
        (),
        {"LeafColor": ["Tree", "Vine"], "BushLeafColor": ["Bush"], "BushLeafColor2": ["Bush"]},
    ),
    ("no values", (("Tree", field("leaf_color")),), (), {}),
    ("booleans", (("Tree", field("leaf_color", BOOLEAN, values=[True])),), (), {}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "taken", "expected"),
    [case[1:] for case in LIFTED],
    ids=[case[0] for case in LIFTED],
)
def test_names(
    rows: Rows, taken: tuple[str, ...], expected: dict[str, list[str]]
) -> None:
    assert lifted(rows, taken) == expected
    assert lifted(tuple(reversed(rows)), taken) == expected


def test_a_plain_name_is_not_taken_by_a_qualified_one() -> None:
    own = field("bush_leaf_color", values=["x"])
    fields: dict[FieldKey, tuple[str, FieldDraft]] = {
        (TableKey(page=Text("page.html"), index=n), 0): row
        for n, row in enumerate([("Bush", B), ("Tree", A), ("Vine", A), ("Bush", own)])
    }
    enumerations, _ = lift(listings(fields), (), {})
    (found,) = [one for one in enumerations if one.name == "BushLeafColor"]
    assert [member.value for member in found.members] == [Text("x")]


def test_members_stand_in_the_documents_order_each_once() -> None:
    row = field("leaf_color", values=["b", "a", "b"], meanings=["first", "", "again"])
    (listing,), key = (
        listings({(k := (TableKey(page=Text("p"), index=0), 0)): ("Tree", row)}),
        k,
    )
    assert listing.key == key
    assert [(m.value, m.meaning) for m in listing.members] == [
        (Text("b"), Text("first")),
        (Text("a"), Text("")),
    ]


def test_values_that_python_takes_for_equal_stay_apart() -> None:
    row = field("leaf_size", NUMBER, values=[1, 1.0, 0])
    (listing,) = listings({(TableKey(page=Text("p"), index=0), 0): ("Tree", row)})
    assert [repr(member.value) for member in listing.members] == ["1", "1.0", "0"]
