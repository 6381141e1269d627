"""Pages that hold more than pages do: one error each, and no half of them."""

from __future__ import annotations

import pytest

from scraper.document import Page, parse
from scraper.issues import Severity
from scraper.limits import LARGEST_PAGE, MOST_COLUMNS
from scraper.text import Text

ROW = "<tr><td>a<td>b"
TOO_MUCH: tuple[tuple[str, str, str], ...] = (
    ("bytes", "w" * (LARGEST_PAGE + 1), "more than 10 MiB"),
    ("one word of 50 MB", "w" * 50_000_000, "more than 10 MiB"),
    ("a million rows", "<table>" + "<tr>" * 1_000_000, "1,000,000 rows in tables"),
    ("rows in any writing", "<table>" + "<TR\n><tR/>" * 2_501, "5,002 rows"),
    ("rows in a comment", f"<!-- {ROW * 5_001} -->", "5,001 rows"),
    ("tags", "<br>" * 250_001, "250,001 tags, more than 250,000"),
    ("ends of tags", "</b>" * 250_001, "250,001 tags"),
    ("comments", "<!-->" * 250_001, "250,001 tags"),
    ("sections", "<h2>a</h2>" * 200_000, "400,000 tags"),
    ("anchors", '<a name="a"></a>' * 200_000, "400,000 tags"),
    ("tables", f"<table>{ROW}</table>" * 501, "501 tables, more than 500"),
    ("blocks of code", "<pre>a</pre>" * 2_001, "2,001 blocks of code"),
)


@pytest.mark.parametrize(
    ("html", "detail"), [c[1:] for c in TOO_MUCH], ids=[c[0] for c in TOO_MUCH]
)
def test_it_is_not_read(html: str, detail: str) -> None:
    document, issues = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    assert document.sections == ()
    assert {issue.code for issue in issues} == {"page-too-large"}
    assert {issue.severity for issue in issues} == {Severity.ERROR}
    assert any(detail in issue.detail for issue in issues)
    assert all(
        issue.detail.endswith("split it, or leave it out")
        and issue.source.page == Text("Lamp.html")
        for issue in issues
    )


CELLS = "<td>a</td>"
WIDE: tuple[tuple[str, str], ...] = (
    ("cells", f"<tr>{CELLS}<tr>{CELLS * (MOST_COLUMNS + 1)}"),
    ("very many cells", f"<tr>{CELLS}<tr>{CELLS * 100_000}"),
    ("heads", f"<thead><tr>{CELLS * 65}</thead><tr>{CELLS}"),
)


@pytest.mark.parametrize("rows", [c[1] for c in WIDE], ids=[c[0] for c in WIDE])
def test_a_table_too_wide_is_an_error(rows: str) -> None:
    html = f'<h1>T</h1><table id="T1">{rows}</table>'
    document, issues = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    (error,) = [one for one in issues if one.severity is Severity.ERROR]
    assert error.code == "table-too-wide"
    assert "more than 64 cells" in error.detail
    (table,) = document.sections[0].tables
    assert max(len(row.cells) for row in table.rows) <= MOST_COLUMNS


TAKEN: tuple[tuple[str, str], ...] = (
    ("as wide as may be", f"<table><tr>{CELLS * MOST_COLUMNS}</table>"),
    ("attributes", f"<p {' '.join(f'a{n}=x' for n in range(100_000))}>a</p>"),
    ("one attribute", f'<p title="{"x" * 1_000_000}">a</p>'),
    ("tags that never end", "<b" * 100_000),
    ("other tags", "<trunk><tree><preface>" * 3_000),
    ("ampersands", "&" * 500_000),
    ("numbers of characters", f"&#{'9' * 1_000_000};&#x{'f' * 1_000_000};"),
)


@pytest.mark.parametrize("html", [c[1] for c in TAKEN], ids=[c[0] for c in TAKEN])
def test_others_are_read(html: str) -> None:
    page = Page(name=Text("Lamp.html"), content=f"<h1>T</h1>{html}".encode())
    document, issues = parse(page)
    assert document.title.plain == "T"
    assert not [one for one in issues if one.severity is Severity.ERROR]


@pytest.mark.parametrize("span", ["1000", "9" * 5_000, "1e9", "-1"])
def test_cells_span_no_more_than_there_is(span: str) -> None:
    first = f'<tr><td colspan="{span}" rowspan="{span}">a</td><td>b</td></tr>'
    html = f"<h1>T</h1><table>{first}{'<tr><td>c</td></tr>' * 99}</table>"
    document, _ = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    (table,) = document.sections[0].tables
    assert len(table.rows) <= 100
    assert all(len(row.cells) <= MOST_COLUMNS for row in table.rows)


def test_entities_of_a_page_are_never_replaced() -> None:
    """Each entity stands for ten of the one before: the last for 10^30 words."""
    each = (f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 31))
    declared = '<!ENTITY a0 "word"><!ENTITY file SYSTEM "file:///etc/hostname">'
    html = (
        f'<?xml version="1.0"?><!DOCTYPE html [{declared}{"".join(each)}]>'
        "<html><body><h1>T</h1><p>&a30; &file;</p></body></html>"
    )
    document, _ = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    told = " ".join(section.prose.text.plain for section in document.sections)
    assert "&a30;" in told
    assert len(told) < len(html)
