"""Pages: title, sections, footer, prose, and what is wrong with the file."""

from __future__ import annotations

import pytest

from scraper.document import Document, Page, Table, parse
from scraper.issues import Issue
from scraper.text import Block, Bullets, Code, Paragraph, Text


def read(html: str | bytes) -> tuple[Document, tuple[Issue, ...]]:
    content = html.encode() if isinstance(html, str) else html
    return parse(Page(name=Text("Lamp.html"), content=content))


def told(block: Block | Table) -> object:
    """A block as plain values: a paragraph, a list of its items, code in a tuple."""
    match block:
        case Paragraph(text=text):
            return text.plain
        case Bullets(items=items):
            return [[told(inner) for inner in item.blocks] for item in items]
        case Code(text=text):
            return (text.plain,)
        case Table():
            return block.source.anchor.plain


def sections(html: str) -> list[tuple[str, list[object]]]:
    document, _ = read(html)
    return [
        (section.title.plain, [told(element) for element in section.elements])
        for section in document.sections
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            "<h1>T</h1><div class=section><h4>A</h4><p>one</p></div>"
            "<p>two</p><h4>B</h4>three",
            [("A", ["one", "two"]), ("B", ["three"])],
            id="up to the next heading, in a div or not",
        ),
        pytest.param(
            "<h1>T</h1><p>before</p><h4>A</h4>x",
            [("", ["before"]), ("A", ["x"])],
            id="words before any heading",
        ),
        pytest.param(
            "<h1>T</h1><div>one<div>two</div>three</div>",
            [("", ["one", "two", "three"])],
            id="bare text",
        ),
        pytest.param("<h1>T</h1>one<br>two", [("", ["one", "two"])], id="line breaks"),
        pytest.param(
            "<h1>T</h1><ul><li>a<pre>x\n y</pre></li><li><p>b</p><ul><li>c</ul></li></ul>",
            [("", [[["a", ("x\n y",)], ["b", [["c"]]]]])],
            id="lists with code and lists",
        ),
        pytest.param(
            "<h1>T</h1><ul><li>a<table id=t1><tr><th>N</th></tr></table></li></ul>",
            [("", ["a", "t1"])],
            id="a list with a table is opened",
        ),
        pytest.param(
            "<h1>T</h1><p>One of: - <b>a</b>: x - <b>b</b>: y</p>",
            [("", ["One of:", [["a: x"], ["b: y"]]])],
            id="a dash list",
        ),
        pytest.param(
            "<h1>T</h1><p>- a</p><p>- b</p><p>c</p>",
            [("", [[["a"], ["b"]], "c"])],
            id="a dash list of paragraphs",
        ),
        pytest.param(
            "<h1>T</h1><div class=note><span>NOTE:</span><div><p>Hot.</p></div></div>",
            [("", ["NOTE:", "Hot."])],
            id="a note keeps its words",
        ),
        pytest.param(
            "<h1>T</h1><!-- no --><script>no</script><style>no</style>yes",
            [("", ["yes"])],
            id="comments and scripts are no words",
        ),
        pytest.param(
            "<h1>T</h1><pre>a<br>b</pre>", [("", [("a\nb",)])], id="br in pre"
        ),
        pytest.param("<h1>T</h1><h4> </h4>a", [("", ["a"])], id="an empty heading"),
    ],
)
def test_sections(html: str, expected: list[tuple[str, list[object]]]) -> None:
    assert sections(html) == expected


def test_anchors_of_a_section_innermost_first() -> None:
    html = '<h1>T</h1><div id="body"><div id="s1"><a name="n1"></a><h4 id="h1">A</h4>x'
    document, _ = read(html)
    (section,) = document.sections
    assert [a.plain for a in section.anchors] == ["h1", "s1", "body", "n1"]
    assert section.source.anchor.plain == "h1"


@pytest.mark.parametrize(
    ("html", "title", "codes"),
    [
        ("<h1>T</h1>x", "T", []),
        ("<h2>T</h2><h4>A</h4>x", "T", []),
        ("<h2>T</h2>", "T", []),
        ("<h4>A</h4>x<h4>B</h4>y", "", ["no-heading"]),
        ("<p>x</p>", "", ["no-heading"]),
        ("<h4>A</h4><h1>T</h1><h1>U</h1>", "T", []),
    ],
)
def test_title(html: str, title: str, codes: list[str]) -> None:
    document, issues = read(html)
    assert document.title.plain == title
    assert [issue.code for issue in issues] == codes


def test_footer() -> None:
    html = (
        "<h1>T</h1><p>x</p><div><strong>Parent topic:</strong>"
        ' <a href="lamps.html">Lamps</a></div>'
    )
    document, _ = read(html)
    assert document.parent is not None
    assert document.parent.title.plain == "Lamps"
    assert document.parent.link.page.plain == "lamps.html"
    assert sections(html) == [("", ["x"])]


def test_no_footer() -> None:
    assert read("<h1>T</h1><p>x</p>")[0].parent is None


def test_styles() -> None:
    html = (
        "<h1>T</h1><p><strong><strong>ALL</strong></strong> <i>b</i> <code>c</code>"
        ' <a href="Shade.html#x"><b>d</b></a></p>'
    )
    (paragraph,) = read(html)[0].sections[0].elements
    assert isinstance(paragraph, Paragraph)
    styled = [span for span in paragraph.spans if span.text.plain.strip()]
    assert [s.strong for s in styled] == [2, 0, 0, 1]
    assert [s.emphasis for s in styled] == [False, True, False, False]
    assert [s.code for s in styled] == [False, False, True, False]
    assert [s.link.anchor.plain if s.link else "" for s in styled] == ["", "", "", "x"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        pytest.param(b"", ["empty-page"], id="empty"),
        pytest.param(b" \n\t", ["empty-page"], id="blank"),
        pytest.param(b"\x89PNG\r\n\0\0\0\rIHDR", ["not-html"], id="binary"),
        pytest.param(b"just words", ["not-html"], id="no markup"),
        pytest.param(
            b"<h1>T</h1><table><tr><td cla", ["truncated-page"], id="inside a tag"
        ),
        pytest.param(
            b"<h1>T</h1><div><table><tr><td>x", ["truncated-page"], id="never closed"
        ),
        pytest.param("<h1>T\u00e9</h1>x".encode("latin-1"), [], id="latin-1"),
        pytest.param("<h1>T</h1>x".encode("utf-16"), [], id="utf-16"),
    ],
)
def test_files_that_are_no_pages(content: bytes, codes: list[str]) -> None:
    document, issues = read(content)
    assert [issue.code for issue in issues] == codes
    assert document.page.plain == "Lamp.html"


@pytest.mark.parametrize(
    ("encoding", "before"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("latin-1", ""),
        ("cp1252", '<meta charset="nonsense">'),
        *(
            ("cp1252", f'<meta charset="{known_to_python_only}">')
            for known_to_python_only in (
                "undefined",
                "idna",
                "unicode_escape",
                "hex",
                "utf-16",
                "mbcs",
            )
        ),
        ("gb18030", '<meta charset="gb18030">'),
    ],
)
def test_encodings(encoding: str, before: str) -> None:
    html = f"{before}<h1>Lampe \u00e9teinte</h1>x"
    document, issues = read(html.encode(encoding))
    assert document.title.plain == "Lampe \u00e9teinte"
    assert not issues
