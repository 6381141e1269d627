"""Every string in every place of a document: a few dozen of them here, all of them in the campaign."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import cast

import pytest
from bs4 import BeautifulSoup

from scraper import pipeline
from scraper.document.text import clean
from scraper.text import Prose, Text
from tests.attacks.checks import check, forms
from tests.attacks.positions import FILE, GROUPS, POSITIONS, reference, usual, written
from tests.attacks.strings import STRINGS

FEW = (
    "three quotes", "a docstring that ends", "a last backslash", "backslash and quote", "a literal that ends", "a call",
    "an f-string", "an encoding", "a dunder", "a keyword", "an argument of ours", "an attribute of a model",
    "carriage return", "form feed", "line separator", "next line", "NUL", "escape sequence", "bidi override",
    "zero width", "half a character", "no character", "equal after NFKC", "equal before NFKC", "Kelvin", "upper case",
    "a Jinja expression", "a Jinja block", "a shell variable", "a path above", "an absolute path", "a device",
    "a header more", "a script address", "another host", "a script", "the end of a table", "an entity", "a YAML tag",
    "a YAML document", "a TOML table", "a Markdown link", "the end of a comment", "5,000 digits", "not a number",
    "too large", "a regular expression", "an open type", "nothing",
)  # fmt: skip
"""Of the strings, those that differ most."""
NUMBERS = {title: number for number, title in enumerate(STRINGS)}


def test_there_are_enough() -> None:
    assert len(FEW) > 40
    assert len(set(STRINGS.values())) == len(STRINGS) > 120
    assert set(POSITIONS) == {place for group in GROUPS.values() for place in group}
    assert len(POSITIONS) > 45


def test_what_usually_stands_there_is_read(tmp_path: Path) -> None:
    """The places are places where words of a document end."""
    result = pipeline.run(reference({7: "harmless"}, ()))
    assert check(result, tmp_path) == "files"
    (operation,) = result.reading.api.operations
    assert operation.path.plain == "/v1/{project_id}/lamps7/{lamp_id}"
    assert result.reading.counts.rows.total == 19
    assert operation.body is not None
    assert [tag.title.plain for tag in result.reading.api.tags] == ["Lamps"]


@pytest.mark.parametrize("group", GROUPS)
def test_no_string_gets_out_of_its_place(
    group: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    strings = {NUMBERS[title]: STRINGS[title] for title in FEW}
    result = pipeline.run(reference(strings, GROUPS[group]))
    assert check(result, tmp_path) == "files"


# What an author means by them is something else than words: a list, or a row of the object above. A name has a limit.
A_LIST = {"a YAML list"}
LONG = {"5,000 digits", "a fraction of 5,000 digits", "a long word", "many words"}
INDENTED = {"a YAML list", "a YAML document", "infinity"} | LONG
GIVEN_BACK = {
    "name": INDENTED,
    "answer": INDENTED,
    "query": INDENTED,
    "header name": INDENTED,
    "value": set[str](),
    "default": set[str](),
    "description": A_LIST,
    "function": A_LIST,
    "title": A_LIST,
    "item": A_LIST,
    "status description": A_LIST,
}
"""Place → the strings that do not come back as they are."""


@pytest.mark.parametrize("place", GIVEN_BACK)
def test_a_string_comes_back_as_it_is(place: str) -> None:
    """Blanks aside, and what HTML makes of characters that it does not know."""
    read = pipeline.read(reference(dict(enumerate(STRINGS.values())), [place]))
    whole = set(texts(read.api))
    words = "\n".join(whole)
    wanted = {title: as_read(string) for title, string in STRINGS.items()}
    lost = {
        title for title, it in wanted.items() if it not in whole and it not in words
    }
    assert lost == GIVEN_BACK[place]


def as_read(string: str) -> str:
    html = f"<p>{written('name')(string)}</p>"
    return clean(BeautifulSoup(html, "lxml").get_text()).plain


def texts(value: object) -> Iterator[str]:
    """All words of documents in a value of the model."""
    match value:
        case Text(plain=plain):
            yield plain
        case Prose(text=text):
            yield text.plain
        case tuple():
            for item in cast("tuple[object, ...]", value):
                yield from texts(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from texts(getattr(value, field.name))
        case _:
            pass


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "from os import system",
        "x = eval('1')",
        "class A:\n    x = __import__('os')",
        "x = [a for a in ()]",
    ],
)
def test_the_check_for_code_can_fail(source: str) -> None:
    harmless = forms("class A:\n    x: str = Field(default=None)\n")
    assert forms(source) - harmless


def test_pages_keep_their_names() -> None:
    pages = reference({1: "x", 2: "y"}, ["title"]).pages
    assert [page.name.plain for page in pages] == [usual(FILE, n) for n in (1, 2)]
