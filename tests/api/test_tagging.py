"""Chapters as groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.outline import outline
from scraper.api.reaching import Identified
from scraper.api.tagging import tags
from scraper.document.model import NO_CONTENTS, Parent
from scraper.draft.model import Draft, OperationDraft, ReferencePage
from scraper.names import Named, Names
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
    tag = tags(outline([draft], NO_CONTENTS), identified([draft]), SERVICE)["PlantTree"]
    assert tag.name == expected
    assert tag.title == Text(parent or SERVICE.title.plain)


def identified(drafts: Sequence[Draft]) -> list[Identified]:
    """Operations that are called as their pages."""
    return [
        Identified(id=one.page.plain.removesuffix(".html"), draft=one)
        for one in drafts
        if isinstance(one, OperationDraft)
    ]


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
    found, other = (
        tags(outline(given, NO_CONTENTS), identified(given), SERVICE)
        for given in (drafts, drafts[::-1])
    )
    assert found == other
    return [found[f"Plant{n}"].name for n in range(len(chapters))]


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


GIVEN = Names(
    given={
        Named.GROUP: {"trees.html": "Trees"},
        Named.HOME: {"PlantTree": "Trees", "FellTree": "Trees"},
    }
)
# (title, the chapters of PlantTree, FellTree and MoveTree now, their groups)
MOVED = (
    ("nothing happens", (("Trees", "trees.html"),) * 3, "Trees Trees Trees"),
    ("another title", (("Plants", "trees.html"),) * 3, "Trees Trees Trees"),
    ("another page and title", (("Plants", "plants.html"),) * 3, "Trees Trees Trees"),
    (
        "one moves, and stays in its group",
        (("Trees", "trees.html"), ("Plants", "plants.html"), ("Plants", "plants.html")),
        "Trees Trees Plants",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("chapters", "expected"),
    [case[1:] for case in MOVED],
    ids=[case[0] for case in MOVED],
)
def test_an_operation_stays_in_its_group(
    chapters: tuple[tuple[str, str], ...], expected: str
) -> None:
    drafts: list[Draft] = [
        replace(operation(page, f"GET /v1/{page}"), parent=under(*chapter))
        for page, chapter in zip(
            ("PlantTree", "FellTree", "MoveTree"), chapters, strict=True
        )
    ]
    found = tags(outline(drafts, NO_CONTENTS), identified(drafts), SERVICE, GIVEN)
    assert " ".join(tag.name for tag in found.values()) == expected


def test_a_group_is_told_by_the_chapter_that_bears_its_name() -> None:
    drafts: list[Draft] = [
        replace(
            operation("FellTree", "GET /v1/f"), parent=under("Plants", "plants.html")
        ),
        replace(
            operation("PlantTree", "GET /v1/p"), parent=under("All Trees", "trees.html")
        ),
    ]
    found = tags(outline(drafts, NO_CONTENTS), identified(drafts), SERVICE, GIVEN)
    assert {tag.title.plain for tag in found.values()} == {"All Trees"}
