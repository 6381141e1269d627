"""Prose as Markdown, judged by a CommonMark parser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from scraper.emit.sinks import markdown
from scraper.emit.sinks.markdown import Lead
from scraper.text import Bullets, Code, Link, Paragraph, Prose, Span, Text

# Tables and strike-through are no CommonMark, but many renderers know them.
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SIGNS = "\\`*_{}[]()<>#+-.!|~&;:=\"'/$^ \n01a\u00e9"
WORDS = st.text(SIGNS, max_size=30) | st.text()


def span(text: str, *, strong: bool = False, code: bool = False) -> Span:
    return Span(text=Text(text), strong=int(strong), code=code)


def paragraph(*spans: Span | str) -> Paragraph:
    made = tuple(span(each) if isinstance(each, str) else each for each in spans)
    return Paragraph(spans=made)


def prose(*blocks: Paragraph | Bullets | Code) -> Prose:
    return Prose(blocks=blocks)


def items(*texts: str) -> tuple[Prose, ...]:
    return tuple(prose(paragraph(text)) for text in texts)


BOLD = span("b", strong=True)
CASES = [
    ("nothing", prose(), ""),
    ("paragraphs", prose(paragraph("a"), paragraph("b")), "a\n\nb"),
    ("blanks", prose(paragraph(" a \t b ")), "a b"),
    ("line break", prose(paragraph("a \n b")), "a\\\nb"),
    ("bold", prose(paragraph("a ", BOLD, " c")), "a **b** c"),
    (
        "blanks stay outside of bold",
        prose(paragraph("a", span(" b ", strong=True), "c")),
        "a **b** c",
    ),
    (
        "bold runs that touch are one",
        prose(paragraph(span("a", strong=True), span("", code=True), BOLD)),
        "**ab**",
    ),
    ("bold inside a word", prose(paragraph("a", BOLD, "c")), "a**b**c"),
    (
        "bold that no parser would see is plain",
        prose(paragraph(span("(b)", strong=True), "c")),
        "(b)c",
    ),
    ("code", prose(paragraph(span("a_*b", code=True))), "`a_*b`"),
    ("code with backticks", prose(paragraph(span("`a``", code=True))), "``` `a`` ```"),
    ("bold code", prose(paragraph(span("a", strong=True, code=True))), "`a`"),
    (
        "list",
        prose(paragraph("a"), Bullets(items=items("b", "", "c"))),
        "a\n\n- b\n- c",
    ),
    ("numbers", prose(Bullets(items=items("b", "c"), ordered=True)), "1. b\n2. c"),
    (
        "list in a list",
        prose(
            Bullets(items=(prose(paragraph("a"), Bullets(items=items("b", "c\nd"))),))
        ),
        "- a\n  - b\n  - c\\\n    d",
    ),
    (
        "paragraphs and code in an item",
        prose(Bullets(items=(prose(paragraph("a"), Code(text=Text("b\n\n c"))),))),
        "- a\n\n  ```\n  b\n\n   c\n  ```",
    ),
    ("code with a fence", prose(Code(text=Text("```\n"))), "````\n```\n````"),
    (
        "links are words",
        prose(paragraph("[x](javascript:alert(1))")),
        r"\[x\](javascript:alert(1))",
    ),
    ("HTML", prose(paragraph("<script>")), r"\<script>"),
    ("no HTML", prose(paragraph("1 < 2 & 3 > 2")), "1 < 2 & 3 > 2"),
    ("entity", prose(paragraph("&lt;")), r"\&lt;"),
    (
        "names",
        prose(paragraph("pre_label, _a_, __ALL__")),
        r"pre_label, \_a\_, \_\_ALL\_\_",
    ),
    ("heading", prose(paragraph("# a")), r"\# a"),
    ("number", prose(paragraph("1. a")), r"1\. a"),
    ("decimal number", prose(paragraph("1.00 a")), "1.00 a"),
    ("minus", prose(paragraph("-1 to 1")), "-1 to 1"),
    ("rule", prose(paragraph("---")), r"\---"),
    ("dash", prose(paragraph("a\n- b")), "a\\\n\\- b"),
    (
        "no end of a comment in bold",
        prose(paragraph(span("/dev/vda", strong=True), "/")),
        r"**\/dev/vda**\/",
    ),
    ("no end of a comment in words", prose(paragraph("a */ b")), r"a \*\/ b"),
    (
        "nor in code",
        prose(paragraph(span("a */ b", code=True))),
        r"a \*\/ b",
    ),
    ("control", prose(paragraph("a\x00b")), "a\ufffdb"),
    ("direction", prose(paragraph("\u202ea\u2069\u061c")), "\ufffda\ufffd\ufffd"),
    ("direction in code", prose(Code(text=Text("a\u2066"))), "```\na\ufffd\n```"),
]


@pytest.mark.parametrize(
    ("written", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_prose(written: Prose, expected: str) -> None:
    assert markdown.prose(written) == expected


def linked(text: str, page: str, **style: bool) -> Span:
    link = Link(page=Text(page), anchor=Text(""))
    return replace(span(text, **style), link=link)


def lead(link: Link) -> Lead | None:
    """Where the links of these tests lead: nowhere, to an address, to one with a title."""
    if link.page == Text("nowhere"):
        return None
    title = "Lamp" if link.page == Text("lamp") else ""
    return Lead(address="https://a.b/c.html#d", title=title)


TO = "(https://a.b/c.html#d)"
LINKS = [
    ("words", [linked("a b", "x")], f"[a b]{TO}"),
    ("with a title", [linked("a", "lamp")], f'[a]{TO[:-1]} "Lamp")'),
    ("that leads nowhere", ["see ", linked("a", "nowhere"), "."], "see a."),
    ("blanks stay outside", ["see", linked(" a ", "x"), "now"], f"see [a]{TO} now"),
    ("nothing but blanks", ["a", linked(" ", "x"), "b"], "a b"),
    ("bold", [linked("a", "x", strong=True)], f"[**a**]{TO}"),
    ("code", [linked("a_", "x", code=True)], f"[`a_`]{TO}"),
    (
        "in several styles",
        [linked("a ", "x"), linked("b", "x", strong=True)],
        f"[a]{TO} [**b**]{TO}",
    ),
    ("brackets inside", [linked("[a](b)", "x")], rf"[\[a\](b)]{TO}"),
    ("no image", ["see!", linked("a", "x")], rf"see\![a]{TO}"),
    ("an exclamation before a blank", ["see! ", linked("a", "x")], f"see! [a]{TO}"),
    ("bold before it", [BOLD, linked("a", "x")], f"**b**[a]{TO}"),
    ("a parenthesis behind it", [linked("a", "x"), "(b)"], f"[a]{TO}(b)"),
]


@pytest.mark.parametrize(
    ("spans", "expected"), [case[1:] for case in LINKS], ids=[case[0] for case in LINKS]
)
def test_links(spans: list[Span | str], expected: str) -> None:
    assert markdown.prose(prose(paragraph(*spans)), lead) == expected


@given(st.lists(st.tuples(WORDS, st.sampled_from(["", "x", "lamp"])), max_size=5))
def test_linked_runs_bring_links_to_their_targets_and_nothing_else(
    runs: list[tuple[str, str]],
) -> None:
    spans = [linked(text, page) if page else span(text) for text, page in runs]
    written = markdown.prose(prose(paragraph(*spans)), lead)
    kinds, shown = rendered(written)
    assert kinds <= {"hardbreak", "link_open", "link_close"}
    assert letters(shown) == letters("".join(text for text, _ in runs))
    targets = {
        token.attrs["href"]
        for token in flat(PARSER.parse(written))
        if token.type == "link_open"
    }
    assert targets <= {"https://a.b/c.html#d"}


def test_heading_is_one_line() -> None:
    assert markdown.heading(Text("a\nb *c*")) == r"a b \*c\*"


def test_fenced() -> None:
    assert markdown.fenced("a\n  b  \n", "python") == "```python\na\n  b\n```"


def flat(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *flat(token.children or []))]


def rendered(text: str) -> tuple[set[str], str]:
    """The kinds of markup that a parser sees, and the words that it shows."""
    tokens = flat(PARSER.parse(text))
    ignored = {"inline", "text", "text_special", "paragraph_open", "paragraph_close"}
    kinds = {token.type for token in tokens} - ignored
    shown = [
        t.content for t in tokens if t.type in ("text", "text_special", "code_inline")
    ]
    return kinds, "".join(shown)


def letters(text: str) -> str:
    """The words without any blank, as a parser shows characters that are none."""
    control = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff"
    widthless = "\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e0fff"
    turning = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    visible = re.sub(f"[{control}{widthless}{turning}]", "\ufffd", text)
    return "".join(visible.split())


@given(WORDS)
def test_no_words_are_markup(text: str) -> None:
    kinds, shown = rendered(markdown.text(Text(text)))
    assert kinds <= {"hardbreak"}
    assert letters(shown) == letters(text)


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=5))
def test_bold_runs_bring_bold_and_nothing_else(runs: list[tuple[str, bool]]) -> None:
    spans = [span(text, strong=strong) for text, strong in runs]
    kinds, shown = rendered(markdown.prose(prose(paragraph(*spans))))
    assert kinds <= {"hardbreak", "strong_open", "strong_close"}
    assert letters(shown) == letters("".join(text for text, _ in runs))


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=5))
def test_code_runs_bring_code_and_nothing_else(runs: list[tuple[str, bool]]) -> None:
    spans = [span(text, code=code) for text, code in runs]
    kinds, shown = rendered(markdown.prose(prose(paragraph(*spans))))
    assert kinds <= {"hardbreak", "code_inline"}
    assert letters(shown) == letters("".join(text for text, _ in runs))


@given(st.lists(WORDS, max_size=4), st.booleans())
def test_items_bring_a_list_and_nothing_else(texts: list[str], ordered: bool) -> None:
    made = Bullets(items=items(*texts), ordered=ordered)
    kinds, shown = rendered(markdown.prose(prose(made)))
    assert not kinds - {
        "hardbreak",
        "list_item_open",
        "list_item_close",
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
    }
    assert letters(shown) == letters("".join(texts))


@given(WORDS)
def test_code_blocks_bring_one_fence(text: str) -> None:
    tokens = PARSER.parse(markdown.fenced(Text(text)))
    assert [token.type for token in tokens] == ["fence"]
    # A sign that divides units is a blank in prose, and no sign at all in code.
    assert letters(tokens[0].content) == letters(text.replace("\x1f", "\ufffd"))
