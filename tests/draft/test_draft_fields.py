"""Rows of parameter tables: columns in any order, names, requiredness, and rows that are no field."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.draft.model import FieldDraft, Kind, ObjectExpression, Primitive
from scraper.issues import Issue
from scraper.text import Text
from tests.draft.paper import FULL, codes, operation, page, table


def read(
    rows: Sequence[Sequence[str]], columns: Sequence[str] = FULL
) -> tuple[tuple[FieldDraft, ...], tuple[Issue, ...]]:
    draft, issues = operation(page(Request=table(rows, columns=columns, anchor="t1")))
    return draft.tables[0].fields, issues


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (FULL, ("power", "Yes", "Integer", "In watts.")),
        (("Parameter", "Type", "Mandatory", "Description"), ("power", "Integer", "Yes", "In watts.")),
        (("Name", "Data Type", "Required", "Meaning"), ("power", "Integer", "true", "In watts.")),
        (("Description", "ATTRIBUTE", "type", "M/O"), ("In watts.", "power", "Integer", "M")),
        (("Field", "Optional", "Format", "Remarks"), ("power", "No", "Integer", "In watts.")),
        (("Element", "Mandatory (Yes/No)", "Type", "Description"), ("power", "Yes", "Integer", "In watts.")),
        (("Key", "Is it mandatory", "Parameter Type", "Details"), ("power", "Y", "Integer", "In watts.")),
        (("Attribute Name", "Mandatory or Not", "Types", "Notes"), ("power", "M", "Integer", "In watts.")),
        (("No.", "Item", "Optional or Not", "Type", "Comment"), ("1", "power", "×", "Integer", "In watts.")),
        (("Name", "Necessary", "Value Type", "Definition"), ("power", "true", "Integer", "In watts.")),
        (("Header", "Type", "Necessity", "Meaning"), ("power", "Integer", "Must", "In watts.")),
    ],
)  # fmt: skip
def test_columns(columns: Sequence[str], row: Sequence[str]) -> None:
    (found,), issues = read([row], columns)
    assert found.name.plain == "power"
    assert found.type == Primitive(kind=Kind.INTEGER)
    assert found.required is not None
    assert found.required.value is True
    assert found.description.text.plain == "In watts."
    assert not issues


def test_further_columns_go_to_the_description() -> None:
    columns = ("Attribute", "Type", "CRUD", "Default Value", "Constraint", "Remarks")
    row = ("power", "Integer", "CR", "5", "N/A", "In watts.")
    (found,), _ = read([row], columns)
    assert found.description.text.plain == "In watts.\nCRUD: CR\nDefault Value: 5"
    assert found.constraints.default is not None
    assert found.constraints.default.value == 5


@pytest.mark.parametrize(
    ("cell", "value", "issue"),
    [
        ("Yes", True, []),
        ("no", False, []),
        ("M", True, []),
        ("O", False, []),
        ("Mandatory", True, []),
        (" Optional. ", False, []),
        ("Yes (unless lit)", True, ["required-conditional"]),
        ("No, unless lit", False, ["required-conditional"]),
        ("Conditional", False, ["required-conditional"]),
        ("No. The default shade is used.", False, ["required-conditional"]),
        ("Mandatory for lamps that are lit", False, ["required-conditional"]),
        ("Yes if the lamp is lit", False, ["required-conditional"]),
        ("√", True, []),
        ("×", False, []),
        ("TRUE", True, []),
        ("-", None, ["required-unsaid"]),
        ("N/A", None, ["required-unsaid"]),
        ("", None, ["required-unsaid"]),
        ("See below", None, ["required-unclear"]),
        ("Yesterday", None, ["required-unclear"]),
    ],
)
def test_required(cell: str, value: bool | None, issue: list[str]) -> None:
    (found,), issues = read([("power", cell, "Integer", "x")])
    assert (found.required.value if found.required else None) is value
    assert codes(issues) == issue


def test_required_keeps_its_words_and_place() -> None:
    (found,), _ = read([("power", "Yes", "Integer", "x")])
    assert found.required is not None
    assert found.required.words.plain == "Yes"
    assert (found.source.anchor.plain, found.source.row) == ("t1", 1)


def test_no_column_for_required() -> None:
    columns = ("Parameter", "Type", "Description")
    (found, other), _ = read(
        [("a (Optional)", "String", ""), ("b", "String", "")], columns
    )
    assert found.name.plain == "a"
    assert found.required is not None
    assert found.required.value is False
    assert other.required is None


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("power", "power"),
        (" <b>power</b>\u200b\n", "power"),
        ("os-extended-<br>volumes", "os-extended-volumes"),
        ("a:<p>b_</p><p>c</p>", "a:b_c"),
        ("a.b", "a.b"),
        ("@lamp:hard", "@lamp:hard"),
        ("Name of the lamp", "Name of the lamp"),
        ("power (Mandatory)", "power"),
        ("power (watts)", "power (watts)"),
        ("└─ power", "power"),
        ("+power", "power"),
        ("-", "-"),
    ],
)
def test_name(cell: str, name: str) -> None:
    (found,), _ = read([(cell, "Yes", "Integer", "x")])
    assert found.name.plain == name


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("<td></td><td>Yes</td><td>String</td><td>It goes on.</td>", "row-without-name"),
        ("<td colspan=4>The following are for lit lamps.</td>", "row-is-note"),
        ("<td>Parameter</td><td>Mandatory</td><td>Type</td><td>Description</td>", "row-repeats-header"),
        ("<td></td><td> </td><td></td><td></td>", "row-empty"),
    ],
)  # fmt: skip
def test_rows_that_are_no_field(row: str, code: str) -> None:
    head = "".join(f"<th>{column}</th>" for column in FULL)
    last = "<tr><td>power</td><td>Yes</td><td>Integer</td><td>x</td></tr>"
    html = f"<table id=t1><thead><tr>{head}</tr></thead><tr>{row}</tr>{last}</table>"
    draft, issues = operation(page(Request=html))
    assert [f.name.plain for f in draft.tables[0].fields] == ["power"]
    assert [(i.code, i.source.row) for i in issues] == [(code, 1)]


def test_links_of_the_description() -> None:
    description = (
        'See <a href="#t2">Table 2</a>, <a href="#t2">again</a>,'
        ' <a href="Shade.html#t3">Table 3</a> and <a href="https://a.example">more</a>.'
    )
    (found,), _ = read([("shade", "No", "Object", description)])
    assert [(link.page.plain, link.anchor.plain) for link in found.links] == [
        ("", "t2"),
        ("Shade.html", "t3"),
    ]


def test_a_path_parameter_without_a_type_is_a_string() -> None:
    columns = ("Parameter", "Mandatory", "Description")
    uri = "<p>GET /a/{id}</p>" + table([("id", "Yes", "x")], columns=columns)
    draft, issues = operation(page(uri=uri))
    assert draft.tables[0].fields[0].type == Primitive(kind=Kind.STRING)
    assert not issues


def test_lost_underscores_are_restored_before_anything_else() -> None:
    listed = (
        "<ul><li><b><b>ALL</b></b>: lit</li><li><b><b>NONE</b></b>: unlit</li></ul>"
    )
    (found,), issues = read([("state", "No", "String", f"One of:{listed}")])
    assert "__ALL__: lit" in found.description.text.plain
    assert "lost-underscores" in codes(issues)


@pytest.mark.parametrize(
    ("name", "read_as", "issue"),
    [
        ("power", "power", []),
        ("os:lamp-x.y", "os:lamp-x.y", []),
        ("- power", "power", ["row-indented"]),
        ("&gt;power", "power", ["row-indented"]),
        ("Name of the hall", "Name of the hall", ["name-is-phrase"]),
        ("&lt;key&gt;", "<key>", ["name-is-phrase"]),
        ("{key}", "{key}", ["name-is-phrase"]),
        ("a &gt;", "a >", ["name-is-phrase"]),
    ],
)
def test_odd_names(name: str, read_as: str, issue: list[str]) -> None:
    (found,), issues = read([(name, "Yes", "String", "x")])
    assert (found.name.plain, codes(issues)) == (read_as, issue)


@pytest.mark.parametrize(
    ("column", "cell", "values"),
    [
        ("Value Range", "on, off", ["on", "off"]),
        ("Options", "on/off", ["on", "off"]),
        ("Enumeration Values", "on | off | dim", ["on", "off", "dim"]),
        ("Range", "on or off.", ["on", "off"]),
        ("Value Range", "the lamps that are lit, and others", []),
        ("Value Range", "on", []),
        ("Remark of mine", "on, off", []),
    ],
)
def test_columns_of_values(column: str, cell: str, values: list[str]) -> None:
    columns = ("Parameter", "Mandatory", "Type", "Description", column)
    (found,), _ = read([("power", "Yes", "String", "The power.", cell)], columns)
    stated = [each.value.value for each in found.constraints.values]
    assert stated == [Text(value) for value in values]


@pytest.mark.parametrize(
    ("column", "cell", "minimum", "maximum"),
    [("Value Range", "1-100", 1, 100), ("Range", "[1, 100]", 1, 100)],
)
def test_columns_of_limits(column: str, cell: str, minimum: int, maximum: int) -> None:
    columns = ("Parameter", "Mandatory", "Type", column, "Description")
    (found,), _ = read([("power", "Yes", "Integer", cell, "The power.")], columns)
    bounds = found.constraints.bounds
    assert bounds.minimum is not None
    assert bounds.maximum is not None
    assert (bounds.minimum.value, bounds.maximum.value) == (minimum, maximum)


def test_links_of_the_type_come_before_those_of_the_description() -> None:
    kind = 'Dictionary data structure. For details, see <a href="#t5">Table 5</a>.'
    words = 'A lamp. See <a href="#t6">Table 6</a>.'
    draft, issues = operation(page(Request=table([("lamp", "No", kind, words)])))
    (found,) = draft.tables[0].fields
    assert found.type == ObjectExpression()
    assert [link.anchor.plain for link in found.links] == ["t5", "t6"]
    assert not issues
