"""Documented words as docstrings: readable, and never code."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Bounds, Enumeration
from scraper.characters import escaped
from scraper.emit.python.docstrings import (
    WIDTH,
    brief,
    docstring,
    facts,
    joined,
    limits_of,
    prose_lines,
    source_line,
)
from scraper.emit.python.formatting import formatted
from scraper.emit.sinks.python import literal
from scraper.source import Source
from scraper.text import Block, Bullets, Code, Paragraph, Prose, Span, Text
from tests.emit.builders import HOSTILE, enumeration, fact, property_, words


def evaluated(literal: str) -> str:
    """What a docstring says in a module that black has formatted."""
    tree = ast.parse(formatted(f"class A:\n    {literal}\n"))
    (one,) = tree.body
    assert isinstance(one, ast.ClassDef)
    assert len(one.body) == 1, "something else than the docstring"
    return ast.get_docstring(one) or ""


LITERALS: tuple[tuple[str, list[str], str], ...] = (
    ("a line", ["Words."], '"""Words."""'),
    ("two lines", ["One.", "", "Two."], '"""One.\n\nTwo.\n"""'),
    ("a quote at the end", ['Say "x"'], '"""Say "x"\n"""'),
    ("nothing", [], '""""""'),
    ("a line that fills the room", ["x" * 78], f'"""{"x" * 78}"""'),
    ("a longer one", ["x" * 79], f'"""{"x" * 79}\n"""'),
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [case[1:] for case in LITERALS],
    ids=[case[0] for case in LITERALS],
)
def test_literal(lines: list[str], expected: str) -> None:
    assert docstring(lines, 4) == expected


def bullets(*items: str | Prose) -> Bullets:
    told = (words(item) if isinstance(item, str) else item for item in items)
    return Bullets(items=tuple(told))


def paragraph(text: str, **style: int) -> Paragraph:
    return Paragraph(spans=(Span(text=Text(text), strong=style.get("strong", 0)),))


def runs(*texts: str) -> Paragraph:
    """Runs of a paragraph, those with a star in front are bold."""
    return Paragraph(
        spans=tuple(
            Span(text=Text(text.removeprefix("*")), strong=int(text[:1] == "*"))
            for text in texts
        )
    )


PROSE: tuple[tuple[str, list[Block], list[str]], ...] = (
    ("nothing", [], []),
    ("two paragraphs", [paragraph("a"), paragraph("b")], ["a", "", "b"]),
    ("blanks", [paragraph("  a \n b ")], ["a b"]),
    ("a bold literal", [paragraph("on", strong=1)], ["`on`"]),
    ("bold words", [paragraph("Take care", strong=1)], ["Take care"]),
    ("a list", [paragraph("Either:"), bullets("a", "b")], ["Either:", "", "- a", "- b"]),
    (
        "a list in a list",
        [bullets(Prose(blocks=(paragraph("a"), bullets("b", "c"))), "d")],
        ["- a", "  - b", "  - c", "- d"],
    ),
    ("code", [paragraph("So:"), Code(text=Text("{\n  1\n\n}"))], ["So:", "", "  {", "    1", "  }"]),
    ("code between words", [paragraph("a"), Code(text=Text("b")), paragraph("c")], ["a", "", "  b", "", "c"]),
    ("a literal in a sentence", [runs("is ", "*on", ", or ", "*off", ".")], ["is `on`, or `off`."]),
    ("a part of a word", [runs("{id}", "*-out", " is")], ["{id}-out is"]),
    ("the beginning of a word", [runs("*pre", "fix")], ["prefix"]),
    ("two bold runs", [runs("*a", "*b", " *c")], ["ab *c"]),
    ("wrapped", [paragraph("word " * 8)], ["word word word word word", "word word word"]),
    ("a long word", [paragraph("a " + "x" * 40)], ["a", "x" * 40]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "expected"), [case[1:] for case in PROSE], ids=[case[0] for case in PROSE]
)  # fmt: skip
def test_prose(blocks: list[Block], expected: list[str]) -> None:
    assert prose_lines(Prose(blocks=tuple(blocks)), 24) == expected


COLORS = enumeration("Color", {"red": "", "green": "", "__DRY__": "", "blue": ""})
SIZES = enumeration("Size", {1: "", 2: ""})
LIST = bullets("red: like a rose", "green", "**", "DRY: like hay", "blue, or so")
BRIEF: tuple[tuple[str, list[Block], Enumeration | None, list[str]], ...] = (
    ("no enumeration", [LIST], None, ["- red: like a rose", "- green", "- **", "- DRY: like hay", "- blue, or so"]),
    ("its values", [paragraph("The color. The options are:"), LIST], COLORS, ["The color."]),
    ("numbers", [paragraph("Sizes:"), bullets("1: small", "2: large")], SIZES, []),
    ("a list of rules", [paragraph("Mind:"), bullets("A red one is rare.", "Redo it.", "greenish")], COLORS, ["Mind:", "", "- A red one is rare.", "- Redo it.", "- greenish"]),
    ("rules besides the values", [LIST, paragraph("Also:"), bullets("No more.")], COLORS, ["Also:", "", "- No more."]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "values", "expected"),
    [case[1:] for case in BRIEF],
    ids=[case[0] for case in BRIEF],
)
def test_brief(
    blocks: list[Block], values: Enumeration | None, expected: list[str]
) -> None:
    assert prose_lines(brief(Prose(blocks=tuple(blocks)), values), 40) == expected


LIMITS = (
    (Bounds(), ""),
    (Bounds(minimum=fact(1), maximum=fact(5)), "at least 1, at most 5"),
    (Bounds(exclusive_minimum=fact(0), exclusive_maximum=fact(0.5)), "more than 0, less than 0.5"),
    (Bounds(min_length=fact(1), max_length=fact(64)), "at least 1 character, at most 64 characters"),
    (Bounds(max_items=fact(3)), "at most 3 items"),
)  # fmt: skip


@pytest.mark.parametrize(("bounds", "expected"), LIMITS)
def test_limits(bounds: Bounds, expected: str) -> None:
    assert limits_of(bounds) == expected


def test_facts() -> None:
    told = property_("a", default="x", bounds=Bounds(max_length=fact(5)))
    assert facts(told) == ["Default: `'x'`.", "Bounds: at most 5 characters."]
    assert facts(property_("a")) == []


@pytest.mark.parametrize(
    ("anchor", "expected"), [("", "Source: a.html"), ("b", "Source: a.html#b")]
)
def test_source(anchor: str, expected: str) -> None:
    assert source_line(Source(page=Text("a.html"), anchor=Text(anchor))) == expected


def test_parts_are_joined_by_blank_lines() -> None:
    assert joined([["a"], [], ["b", "c"]]) == ["a", "", "b", "c"]


QUOTES = ('"""', '""""', '\\"""', '"""\\', '"""\nimport os\n"""', "'''")
TEXTS = (
    st.text()
    | st.sampled_from(QUOTES)
    | st.sampled_from(HOSTILE)
    | st.text("\"\\'`{}#\n\tab ", min_size=1)
)
SPANS = st.builds(
    Span, text=TEXTS.map(Text), strong=st.integers(0, 1), code=st.booleans()
)
PARAGRAPHS = st.builds(Paragraph, spans=st.lists(SPANS, max_size=3).map(tuple))
BLOCKS = st.recursive(
    PARAGRAPHS | st.builds(Code, text=TEXTS.map(Text)),
    lambda inner: st.builds(
        Bullets,
        items=st.lists(
            st.builds(Prose, blocks=st.lists(inner, max_size=2).map(tuple)), max_size=3
        ).map(tuple),
    ),
    max_leaves=5,
)


@given(st.lists(BLOCKS, max_size=3), st.sampled_from([30, WIDTH - 4]))
def test_any_prose_is_a_docstring_that_holds_its_words(
    blocks: Sequence[Block], width: int
) -> None:
    prose = Prose(blocks=tuple(blocks))
    said = evaluated(docstring(prose_lines(prose, width), 4))
    assert letters(said) == letters(prose.text.plain)


@pytest.mark.parametrize("text", [*HOSTILE, *QUOTES])
@pytest.mark.parametrize("style", ["words", "bold", "code"])
def test_nothing_ends_a_docstring_from_inside(text: str, style: str) -> None:
    block = (
        Code(text=Text(text))
        if style == "code"
        else paragraph(text, strong=int(style == "bold"))
    )
    said = evaluated(docstring(prose_lines(Prose(blocks=(block,)), 84), 4))
    assert letters(said) == letters(text)


@given(TEXTS, TEXTS)
def test_any_default_and_source_are_a_docstring(text: str, page: str) -> None:
    lines = [*facts(property_("a", default=text)), source_line(Source(page=Text(page)))]
    said = evaluated(docstring(lines, 4))
    assert f"Default: `{literal(Text(text))}`." in said


def letters(text: str) -> str:
    """What must not get lost: ASCII letters and digits, quotes and braces; not blanks, marks of lists and escapes."""
    shown = (c if c.isspace() else escaped(c) for c in text)
    return "".join(
        c for c in "".join(shown) if (c.isascii() and c.isalnum()) or c in "\"'{}#\\"
    )
