"""Whatever the bytes, there is a Document, and nothing takes forever."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.document import Document, Page, parse
from scraper.text import Text

NESTED = {
    "div": ("<div>", "</div>"),
    "bold": ("<b>", "</b>"),
    "list": ("<ul><li>", "</li></ul>"),
    "table": ("<table><tr><td>", "</td></tr></table>"),
    "heading": ("<h4><ul><li>", "</li></ul></h4>"),
}


def read(content: bytes) -> Document:
    return parse(Page(name=Text("Lamp.html"), content=content))[0]


def words(document: Document) -> str:
    """Every word of a document, as the stages after this one walk through it."""
    found = [document.title.plain]
    for section in document.sections:
        found += [section.title.plain, section.prose.text.plain]
        found += [span.text.plain for span in section.prose.spans]
        for table in section.tables:
            found += [column.plain for column in table.columns]
            found += [c.text.plain for row in table.rows for c in row.cells]
    return "\n".join(found)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    words(read(content)).encode()


TAGS = st.sampled_from(
    "<h1> <h4> </h4> <p> </p> <div> </div> <ul> <li> </ul> <table> <tr> <td> <th>"
    " </table> <caption> <thead> <pre> </pre> <b> </b> <br> <a name=x> <td/colspan=3>"
    " <td/rowspan=9> <!-- --> <script> </script> <select> <svg> <template> &#xD800;"
    " &nbsp; - .- GET words".split()
)


@settings(deadline=None)
@given(st.lists(TAGS, max_size=60))
def test_any_markup(tags: list[str]) -> None:
    words(read("<h1>T</h1>".join(["", " ".join(tags)]).encode())).encode()


@pytest.mark.parametrize(("begin", "end"), NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "open"])
def test_deep_nesting(begin: str, end: str, closed: bool) -> None:
    times = (
        400 if begin.startswith(("<table", "<pre")) else 5_000
    )  # of tables a page may have 500
    html = f"<h1>T</h1>{begin * times}deep{end * times if closed else ''}<p>after</p>"
    document, issues = parse(Page(name=Text("Lamp.html"), content=html.encode()))
    assert "deep" in words(document)
    assert "after" in words(document)
    assert "nested-too-deep" in {issue.code for issue in issues}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"<p>word and word</p>" * 20_000, id="paragraphs"),
        pytest.param(b"<p>" + b"a - <b>b</b>: c " * 25_000, id="one dash list"),
        pytest.param(b"<table>" + b"<tr><td>a<td>b" * 5_000, id="one table"),
        pytest.param(b"<p>" + b"x" * 2_000_000, id="one word"),
        pytest.param(b"<" * 2_000_000, id="angle brackets"),
        pytest.param(b"<a name=x>" * 50_000 + b"x", id="anchors"),
        pytest.param(b" " * 2_000_000 + b"x", id="blanks"),
    ],
)
def test_large_pages(content: bytes) -> None:
    assert words(read(content))
