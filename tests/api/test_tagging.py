"""Chapters as groups."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.tagging import tags
from scraper.document.model import Parent
from scraper.draft.model import Draft, ReferencePage
from scraper.source import Source
from scraper.text import Link, Text
from tests.api.builders import SERVICE, operation

TAGS = (
    ("a chapter", "Old Trees", "OldTrees"),
    ("marks between words", "Trees & Roots (v2)", "TreesRootsV2"),
    ("no chapter", "", "Gardens"),
    ("a chapter without letters", "树", "Gardens"),
)


@pytest.mark.parametrize(
    ("parent", "expected"), [case[1:] for case in TAGS], ids=[case[0] for case in TAGS]
)
def test_tag(parent: str, expected: str) -> None:
    draft = operation("PlantTree", "GET /v1/trees", parent=parent)
    tag = tags([draft], SERVICE, {})[draft.page]
    assert tag.name == expected
    assert tag.title == Text(parent or SERVICE.title.plain)


def under(title: str, page: str) -> Parent:
    """The footer of a page that belongs to a chapter."""
    return Parent(title=Text(title), link=Link(page=Text(page), anchor=Text("")))


def chapter(page: str, above: str) -> ReferencePage:
    return ReferencePage(
        page=Text(page),
        title=Text(""),
        kind="chapter",
        tables=(),
        statuses=(),
        parent=under(above, "all.html") if above else None,
        source=Source(page=Text(page)),
    )


def names(*chapters: tuple[str, str, str]) -> list[str]:
    """(title, page, title of the chapter above) of chapters with an operation each → their tags' names."""
    drafts: list[Draft] = []
    for n, (title, page, above) in enumerate(chapters):
        drafts.append(chapter(page, above))
        one = operation(f"Plant{n}", f"GET /v1/{n}")
        drafts.append(replace(one, parent=under(title, page)))
    found = tags(drafts, SERVICE, {})
    assert found == tags(drafts[::-1], SERVICE, {})
    return [found[Text(f"Plant{n}.html")].name for n in range(len(chapters))]


QUALIFIED = (
    ("one chapter, twice in use", (("Tags", "a.html", "New APIs"), ("Tags", "a.html", "New APIs")), ["Tags", "Tags"]),
    ("two chapters of one title", (("Tags", "a.html", "New APIs"), ("Tags", "b.html", "APIs (Old)")), ["NewTags", "OldTags"]),
    ("one without a chapter above", (("Tags", "a.html", "New APIs"), ("Tags", "b.html", "")), ["NewTags", "Tags"]),
    ("two below one chapter", (("Tags", "a.html", "New"), ("Tags", "b.html", "New")), ["NewTags", "NewTags2"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [case[1:] for case in QUALIFIED],
    ids=[case[0] for case in QUALIFIED],
)
def test_a_title_of_several_chapters_is_qualified(
    chapters: tuple[tuple[str, str, str], ...], expected: list[str]
) -> None:
    assert names(*chapters) == expected
