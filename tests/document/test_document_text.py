"""Characters, styles and addresses."""

from __future__ import annotations

import pytest

from scraper.document.text import PLAIN, Runs, Style, clean, code, link
from scraper.text import Link, Text

BOLD = Style(strong=1)
PAGE = Text("Lamp.html")


def spans(*runs: tuple[str, Style]) -> list[tuple[str, int]]:
    open_runs = Runs()
    for words, style in runs:
        open_runs.add(words, style)
    paragraph = open_runs.close()
    return [(s.text.plain, s.strong) for s in paragraph.spans] if paragraph else []


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        pytest.param([("a \n\t b", PLAIN)], [("a b", 0)], id="blanks collapse"),
        pytest.param([("a\u00a0b\u200bc", PLAIN)], [("a bc", 0)], id="odd blanks"),
        pytest.param([(" \n", PLAIN), (" ", BOLD)], [], id="only blanks"),
        pytest.param(
            [("the ", PLAIN), ("key ", BOLD), ("is", PLAIN)],
            [("the ", 0), ("key", 1), (" is", 0)],
            id="blanks leave a styled run",
        ),
        pytest.param(
            [("a", BOLD), (" ", PLAIN), ("b", BOLD)],
            [("a", 1), (" ", 0), ("b", 1)],
            id="two bold runs stay two",
        ),
        pytest.param(
            [("two ", BOLD), ("words", BOLD)], [("two words", 1)], id="one run in parts"
        ),
        pytest.param([("a", PLAIN), ("b", BOLD)], [("a", 0), ("b", 1)], id="no blank"),
    ],
)
def test_spans(runs: list[tuple[str, Style]], expected: list[tuple[str, int]]) -> None:
    assert spans(*runs) == expected


def test_a_closed_paragraph_leaves_nothing_behind() -> None:
    runs = Runs()
    runs.add("first", PLAIN)
    runs.close()
    assert runs.close() is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Shade.html", ("Shade.html", "", False)),
        ("Shade.html#Shade__t1", ("Shade.html", "Shade__t1", False)),
        ("#t1", ("", "t1", False)),
        ("lamp.html#t1", ("", "t1", False)),
        ("./Shade.html?x=1#t%201", ("Shade.html", "t 1", False)),
        ("https://a.example/b#c", ("https://a.example/b#c", "", True)),
        ("mailto:a@b.example", ("mailto:a@b.example", "", True)),
        ("//a.example/b", ("//a.example/b", "", True)),
        ("../other/Shade.html", ("../other/Shade.html", "", True)),
        ("http://[", ("http://[", "", True)),
    ],
)
def test_link(address: str, expected: tuple[str, str, bool]) -> None:
    page, anchor, elsewhere = expected
    assert link(address, PAGE) == Link(
        page=Text(page), anchor=Text(anchor), elsewhere=elsewhere
    )


def test_no_link() -> None:
    assert link("  ", PAGE) is None


def test_clean() -> None:
    assert clean("\u200bTable\u00a01 \n x").plain == "Table 1 x"


def test_code_keeps_lines_and_indentation() -> None:
    found = code("\n\n{\n\u00a0 1 \n}\n\n")
    assert found is not None
    assert found.text.plain == "{\n  1\n}"
    assert code(" \n ") is None
