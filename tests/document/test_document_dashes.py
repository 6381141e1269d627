"""Lists inside a paragraph, and hyphens that make none."""

from __future__ import annotations

import pytest

from scraper.document.dashes import split
from scraper.text import Bullets, Paragraph, Span, Text


def paragraph(marked: str) -> Paragraph:
    """A paragraph from words in which `*` begins and ends bold runs."""
    return Paragraph(
        spans=tuple(
            Span(text=Text(words), strong=at % 2)
            for at, words in enumerate(marked.split("*"))
            if words
        )
    )


def told(paragraph: Paragraph) -> str:
    return "".join(
        f"*{span.text.plain}*" if span.strong else span.text.plain
        for span in paragraph.spans
    )


def parts(marked: str) -> list[str | list[str]]:
    found: list[str | list[str]] = []
    for block in split(paragraph(marked)):
        match block:
            case Bullets(items=items):
                inner = [item.blocks[0] for item in items]
                found.append([told(p) for p in inner if isinstance(p, Paragraph)])
            case Paragraph():
                found.append(told(block))
            case _:
                raise AssertionError(block)
    return found


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "Colour. One of: - *red*: warm - *blue*: cold",
            ["Colour. One of:", ["*red*: warm", "*blue*: cold"]],
            id="bold names after a colon",
        ),
        pytest.param(
            "Two ways.- *Slow*: takes long.- *Fast*: is quick.",
            ["Two ways.", ["*Slow*: takes long.", "*Fast*: is quick."]],
            id="no blank before the dash",
        ),
        pytest.param(
            "Only one: - *month*: thirty days",
            ["Only one:", ["*month*: thirty days"]],
            id="one item",
        ),
        pytest.param(
            "Rules. - The first is here.- The second is there.",
            ["Rules.", ["The first is here.", "The second is there."]],
            id="sentences",
        ),
        pytest.param(
            "- *a*: first - *b*: second",
            [["*a*: first", "*b*: second"]],
            id="nothing before the list",
        ),
        pytest.param("- alone", [["alone"]], id="a paragraph that is an item"),
        pytest.param(
            "One of: - *a*: between *0* - *9* - *b*: beyond",
            ["One of:", ["*a*: between *0* - *9*", "*b*: beyond"]],
            id="a range of bold numbers inside an item",
        ),
        pytest.param("Lamp A - lamp B", ["Lamp A - lamp B"], id="between words"),
        pytest.param("From *1* - *5*", ["From *1* - *5*"], id="a bold range"),
        pytest.param("Range: -5 to 5", ["Range: -5 to 5"], id="a negative number"),
        pytest.param("pre-set. re-do", ["pre-set. re-do"], id="hyphenated words"),
        pytest.param(
            "Not *..*, *.-*, or *-.*",
            ["Not *..*, *.-*, or *-.*"],
            id="dashes in values",
        ),
        pytest.param(
            "Ends here. - and goes on",
            ["Ends here. - and goes on"],
            id="one dash between clauses",
        ),
        pytest.param("", [""], id="no words"),
    ],
)
def test_split(marked: str, expected: list[str | list[str]]) -> None:
    assert parts(marked) == expected


def test_nothing_is_lost() -> None:
    words = "Is: - *a*: x - *b*: y (z) - and more"
    kept = "".join(split(paragraph(words))[0].text.plain.split())  # type: ignore[union-attr]  # a paragraph comes first
    assert kept == "Is:"
    assert parts(words)[1] == ["*a*: x", "*b*: y (z) - and more"]


def test_too_many_dashes_are_no_list() -> None:
    endless = paragraph("x: " + "- *a*: b " * 3_000)
    assert split(endless) == (endless,)
