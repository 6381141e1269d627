"""Tables: captions, headers, spans, anchors."""

from __future__ import annotations

import pytest

from scraper.document import Page, Row, Table, parse
from scraper.text import Text


def table(html: str, name: str = "Lamp.html") -> Table:
    document, _ = parse(Page(name=Text(name), content=f"<h1>L</h1>{html}".encode()))
    return document.sections[0].tables[0]


def cells(row: Row) -> list[str]:
    return [cell.text.plain for cell in row.cells]


HEAD = "<tr><th>Name</th><th><b>Ty</b>pe</th></tr>"


@pytest.mark.parametrize(
    ("html", "columns", "rows"),
    [
        pytest.param(
            f"<thead>{HEAD}</thead><tbody><tr><td>a<td>b</tbody>",
            ["Name", "Type"],
            [["a", "b"]],
            id="head and body",
        ),
        pytest.param(
            f"{HEAD}<tr><td>a</td><td>b</td></tr>",
            ["Name", "Type"],
            [["a", "b"]],
            id="no groups: the first row is the header",
        ),
        pytest.param(
            f"<thead></thead><tbody>{HEAD}<tr><td>a</td><td>b</td></tr></tbody>",
            ["Name", "Type"],
            [["a", "b"]],
            id="an empty head",
        ),
        pytest.param(
            "<thead><tr><th colspan=2>Who</th></tr><tr><th>Name</th><th>Type</th></tr>"
            "</thead><tr><td>a</td><td>b</td></tr>",
            ["Who Name", "Who Type"],
            [["a", "b"]],
            id="a header of two rows",
        ),
        pytest.param(
            f"{HEAD}<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>",
            ["Name", "Type"],
            [["a", "b"], ["a", "c"]],
            id="a cell of two rows",
        ),
        pytest.param(
            f"{HEAD}<tr><td>a</td></tr><tr><td>b</td><td>c</td><td>d</td></tr>",
            ["Name", "Type", ""],
            [["a", "", ""], ["b", "c", "d"]],
            id="too few cells and too many",
        ),
        pytest.param(
            f"{HEAD}<tr></tr><tr><td>a</td><td rowspan=99999>b</td></tr>",
            ["Name", "Type"],
            [["a", "b"]],
            id="a row without cells, a span beyond the end",
        ),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_grid(html: str, columns: list[str], rows: list[list[str]]) -> None:
    found = table(f"<table>{html}</table>")
    assert [column.plain for column in found.columns] == columns
    assert [cells(row) for row in found.rows] == rows
    assert [row.source.row for row in found.rows] == list(range(1, len(rows) + 1))


def test_a_cell_that_spans_the_row_is_a_note() -> None:
    found = table(
        f"<table>{HEAD}<tr><td colspan=2>Note</td></tr><tr><td>a<td>a</table>"
    )
    assert [row.spanning for row in found.rows] == [True, False]


def test_a_hostile_span_is_bounded() -> None:
    found = table("<table><tr><th>a</th></tr><tr><td colspan=999999999>b</td></table>")
    assert len(found.columns) == 64


@pytest.mark.parametrize(
    ("caption", "label", "words"),
    [
        ("<b>Table 3 </b>Lamp parameters", "Table 3", "Lamp parameters"),
        ("<b>Table 3 </b><b>lamp</b> field", "Table 3", "lamp field"),
        ("Table 2-1: Shades", "Table 2-1", "Shades"),
        ("Shades", "", "Shades"),
        ("Tables of shades", "", "Tables of shades"),
    ],
)
def test_caption(caption: str, label: str, words: str) -> None:
    found = table(f"<table><caption>{caption}</caption>{HEAD}</table>")
    assert (found.label.plain, found.caption.plain) == (label, words)


@pytest.mark.parametrize(
    ("html", "anchors"),
    [
        ('<table id="Lamp__t1">{}', ["Lamp__t1", "t1"]),
        ('<a name="Lamp__t1"></a><a name="t1"></a><table id="Lamp__t1">{}',) * 1
        + (["Lamp__t1", "t1"],),
        ('<a name="LAMP__t1"></a><table>{}', ["LAMP__t1", "t1"]),
        ('<a name="far"></a>words<table id="t1">{}', ["t1"]),
        ('words<a name="near"></a><table>{}', ["near"]),
        ('<div id="box"><table>{}</div>', ["box"]),
        ("<table>{}", []),
        (
            '<ul><li id="P__li1"><a name="P__li1"></a><a name="li1"></a>words<table id="t1">{}</ul>',
            ["t1", "P__li1", "li1"],
        ),
        ('<ul><li id="li1">words<p id="p1">more</p><table>{}</ul>', ["li1"]),
        ('<ul><li id="li1">words <a name="far"></a><table>{}</ul>', ["far", "li1"]),
        ('<ul><li id="li1"><ul><li id="li2">words<table>{}</ul></ul>', ["li2"]),
        ('<ul><li id="li1">words</li><li><table>{}</ul>', []),
    ],
)
def test_anchors(html: str, anchors: list[str]) -> None:
    found = table(html.format(f"{HEAD}</table>"))
    assert [anchor.plain for anchor in found.anchors] == anchors


def test_tables_without_anchors_have_places_of_their_own() -> None:
    html = f'<h4 id="part">Part</h4><table>{HEAD}</table><table>{HEAD}</table>'
    page = Page(name=Text("Lamp.html"), content=html.encode())
    places = [t.source.anchor.plain for s in parse(page)[0].sections for t in s.tables]
    assert places == ["part", "part~2"]


def test_a_table_in_a_cell_is_text_and_an_issue() -> None:
    html = f"<table>{HEAD}<tr><td>a</td><td><table>{HEAD}</table></td></tr></table>"
    document, issues = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    (found,) = document.sections[0].tables
    assert cells(found.rows[0]) == ["a", "Name | Type"]
    assert [issue.code for issue in issues if issue.code != "no-heading"] == [
        "nested-table"
    ]
