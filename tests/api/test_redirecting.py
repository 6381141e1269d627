"""Links that lead to the wrong table, and tables that no link leads to."""

from __future__ import annotations

import pytest

from scraper.draft.model import FieldDraft, Side, TableDraft
from tests.api.builders import (
    OBJECT,
    STRING,
    array,
    body,
    codes,
    field,
    nested,
    operation,
    reference,
    resolved,
    schemas,
    thing,
)

LINE = "POST /v1/trees"
LEAF = nested("leaf", field("color"), anchor="leaf")
ROOT = nested("root", field("depth"), anchor="root")
OTHER_PAGE = reference("others", nested("leaf", field("other"), anchor="far"))


def outcome(
    fields: list[FieldDraft], *tables: TableDraft
) -> tuple[set[str], list[str]]:
    """The properties of all nested schemas, and the kinds of issues."""
    draft = operation("PlantTree", LINE, body(*fields), *tables)
    result, issues = resolved(draft, OTHER_PAGE)
    inner = schemas(result)
    inner.pop("PlantTreeRequest")
    return {name for names in inner.values() for name in names}, codes(issues)


REDIRECTED: tuple[
    tuple[str, list[FieldDraft], tuple[TableDraft, ...], set[str], list[str]], ...
] = (
    ("a link to another name, the own table missed by all", [field("leaf", OBJECT, links=["#root"])], (LEAF, ROOT), {"color"}, ["orphan-table", "reference-redirected"]),
    ("a link to another page, the own table missed by all", [field("leaf", OBJECT, links=["others.html#far"])], (LEAF,), {"color"}, ["reference-redirected"]),
    ("a link to the table of another property", [field("leaf", OBJECT, links=["#root"]), field("root", OBJECT, links=["#root"]), field("leaves", thing("leaf"))], (LEAF, ROOT), {"color", "depth"}, ["reference-redirected"]),
    ("a link to another name, nobody misses the own table", [field("leaf", OBJECT, links=["#root"]), field("leaves", thing("leaf"))], (LEAF, ROOT), {"color", "depth"}, []),
    ("a link to another page, a table of that name missed by all", [field("x", OBJECT, links=["others.html#far"])], (LEAF,), {"color"}, ["reference-redirected"]),
    ("the same, the table of the property's name has its property", [field("root", OBJECT, links=["others.html#far"]), field("roots", thing("root"))], (LEAF, ROOT), {"color", "depth"}, ["reference-redirected"]),
    ("a link to another page, no own table", [field("leaf", OBJECT, links=["others.html#far"])], (ROOT,), {"other"}, ["orphan-table"]),
    ("a link in the type", [field("leaf", thing(to="#root"))], (LEAF, ROOT), {"depth"}, ["orphan-table"]),
    ("the own table on the other side", [field("leaf", OBJECT, links=["#root"])], (ROOT, nested("leaf", field("color"), anchor="told", side=Side.RESPONSE)), {"depth"}, ["orphan-table"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "tables", "properties", "issues"),
    [case[1:] for case in REDIRECTED],
    ids=[case[0] for case in REDIRECTED],
)
def test_redirected(
    fields: list[FieldDraft],
    tables: tuple[TableDraft, ...],
    properties: set[str],
    issues: list[str],
) -> None:
    assert outcome(fields, *tables) == (properties, issues)


GUESSED: tuple[
    tuple[str, list[FieldDraft], tuple[TableDraft, ...], set[str], list[str]], ...
] = (
    ("by the last word", [field("leaves", array(OBJECT)), field("tags", array(OBJECT))], (nested("tree_tag", field("key")),), {"key"}, ["reference-guessed"]),
    ("by the last hump", [field("tag", OBJECT)], (nested("TreeTag", field("key")),), {"key"}, ["reference-guessed"]),
    ("another last word", [field("tags", array(OBJECT))], (nested("tag_tree", field("key")),), set[str](), ["orphan-table"]),
    ("two tables", [field("tags", array(OBJECT))], (nested("tree_tag", field("key")), nested("leaf_tag", field("k"))), set[str](), ["orphan-table", "orphan-table"]),
    ("two properties", [field("tags", array(OBJECT)), field("old_tags", OBJECT)], (nested("tree_tag", field("key")),), set[str](), ["orphan-table"]),
    ("no object", [field("tags", STRING)], (nested("tree_tag", field("key")),), set[str](), ["orphan-table"]),
    ("another side", [field("tags", OBJECT)], (nested("tree_tag", field("key"), side=Side.RESPONSE),), set[str](), ["orphan-table"]),
    ("a namesake on the other side", [field("tags", OBJECT)], (nested("tag", field("t"), side=Side.RESPONSE), nested("tree_tag", field("key"))), {"key"}, ["orphan-table", "reference-guessed"]),
    ("a link to the other side", [field("tags", OBJECT, links=["#tag"])], (nested("tag", field("t"), side=Side.RESPONSE), nested("tree_tag", field("key"))), {"t"}, ["orphan-table"]),
    ("an object that is described", [field("tags", OBJECT, links=["#leaf"])], (LEAF, nested("tree_tag", field("key"))), {"color"}, ["orphan-table"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "tables", "properties", "issues"),
    [case[1:] for case in GUESSED],
    ids=[case[0] for case in GUESSED],
)
def test_guessed(
    fields: list[FieldDraft],
    tables: tuple[TableDraft, ...],
    properties: set[str],
    issues: list[str],
) -> None:
    assert outcome(fields, *tables) == (properties, issues)
