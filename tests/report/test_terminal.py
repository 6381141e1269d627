"""What a document says never controls a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.issues import Issue, Severity
from scraper.characters import escaped
from scraper.report import terminal
from scraper.source import Source
from scraper.text import Text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand\xa0more", "two lines and more"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("a\u202eb\u200bc", r"a\u202eb\u200bc"),
        ("\ud800", r"\ud800"),
        ("Ümläut 云", "Ümläut 云"),
        ("x" * 101, "x" * 99 + "…"),
        ("", ""),
    ],
    ids=ascii,
)
def test_words_are_one_harmless_line(text: str, expected: str) -> None:
    assert terminal.words(Text(text)) == expected
    assert terminal.quote(Text(text)) == f'"{expected}"'


@given(st.text())
def test_any_words_are_printable(text: str) -> None:
    for line in (terminal.words(Text(text)), terminal.line(text)):
        assert escaped(line) == line
        line.encode()


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (Source(page=Text("A.html")), "A.html"),
        (Source(page=Text("A.html"), anchor=Text("t1")), "A.html#t1"),
        (Source(page=Text("A.html"), anchor=Text("t1"), row=3), "A.html#t1, row 3"),
        (Source(page=Text("A.html"), row=3), "A.html, row 3"),
        (Source(page=Text("\x1b.html"), anchor=Text("\n")), r"\x1b.html#"),
    ],
)
def test_a_place_is_named(source: Source, expected: str) -> None:
    assert terminal.place(source) == expected


def test_an_issue_is_one_line() -> None:
    issue = Issue(
        code="odd-row",
        severity=Severity.WARNING,
        source=Source(page=Text("A.html"), anchor=Text("t1"), row=3),
        detail='says "x"\x1b',
    )
    expected = r'warning: odd-row: A.html#t1, row 3: says "x"\x1b'
    assert terminal.issue(issue) == expected
