"""Chapters in the order of reading, and what stands above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from scraper.api import resolve
from scraper.api.model import Tag
from scraper.document.model import NO_CONTENTS, Contents, Parent
from scraper.draft.model import Draft, ReferencePage
from scraper.names import Named, Names
from scraper.source import Source
from scraper.text import EMPTY, Link, Paragraph, Prose, Span, Text
from tests.api.builders import SERVICE, operation
from tests.support.references import EXPORTS, exported


def parent(title: str) -> Parent | None:
    """The chapter of this title: its page is called alike, numbers aside, which tell chapters of one title apart."""
    link = Link(page=Text(title), anchor=Text(""))
    return Parent(title=Text(title.rstrip("123")), link=link) if title else None


def chapter(line: str) -> ReferencePage:
    """`Above > Chapter: Page, Page`: a page that lists others."""
    path, _, listed = line.partition(":")
    above, _, title = path.rpartition(" > ")
    return ReferencePage(
        page=Text(title),
        title=Text(title),
        kind="chapter",
        tables=(),
        statuses=(),
        children=tuple(Text(page.strip()) for page in listed.split(",") if page),
        parent=parent(above),
        source=Source(page=Text(title)),
    )


def in_use(title: str) -> Draft:
    """A page with an operation of this chapter."""
    name = f"Plant{title.replace(' ', '')}"
    return replace(operation(name, f"GET /v1/{name}"), parent=parent(title))


def contents(lines: Sequence[str]) -> Contents:
    """`Chapter` or `Above > Chapter`, in the order of reading."""
    paths = [line.rpartition(" > ") for line in lines]
    chapters = {
        Text(title): found for above, _, title in paths if (found := parent(above))
    }
    return Contents(chapters=chapters, order=tuple(Text(title) for *_, title in paths))


def drafts(used: str, pages: Sequence[str]) -> list[Draft]:
    return [
        *map(chapter, pages),
        *(in_use("" if each == "-" else each) for each in used.split(", ")),
    ]


def tags(used: str, pages: Sequence[str], listed: Sequence[str]) -> tuple[Tag, ...]:
    given = drafts(used, pages)
    table = contents(listed) if listed else NO_CONTENTS
    return resolve(given, SERVICE, contents=table).api.tags


# (title, chapters with operations, chapters' pages, the table of contents, the order of the tags)
ORDERS: tuple[tuple[str, str, list[str], list[str], str], ...] = (
    ("nothing is known", "c, A, B", [], [], "A, B, c"),
    ("the table of contents", "A, B, C", [], ["C", "A", "B"], "C, A, B"),
    ("it lacks one", "A, B, C", [], ["C", "B"], "C, B, A"),
    ("chapters before what they hold", "A, B, U", ["U > A", "U > B"], ["U", "U > B", "U > A"], "U, B, A"),
    ("the order of the chapters above", "A, B, C", [], ["V", "V > C", "U", "U > A", "U > B"], "C, A, B"),
    ("no table: the list of the chapter above", "A, B, C", ["U > A", "U > B", "U > C", "U: C, A, B"], [], "C, A, B"),
    ("this lacks one", "A, B, C", ["U > A", "U > B", "U > C", "U: C, B"], [], "C, B, A"),
    ("a page that lists others than its own", "A, B", ["A", "B", "U: B, A"], [], "A, B"),
    ("a table that lacks one which the list has", "A, B, C",
     ["U > A", "U > B", "U > C", "U: B, A, C"], ["U", "U > B", "U > C"], "B, A, C"),
    ("the first of the list", "A, B", ["U > A", "U > B", "U: B, A"], ["U", "U > A"], "B, A"),
    ("a chapter that nobody lists stays in the one above", "A, B, D",
     ["U > A", "U > D", "V > B", "U: A"], ["U", "U > A", "V", "V > B"], "A, D, B"),
    ("no chapter", "-, A, Z", [], ["Z"], "Z, A, Gardens"),
    ("a circle", "A, B", ["A > B", "B > A"], [], "B, A"),
    ("its own chapter", "A, B", ["A > A"], ["B", "A"], "B, A"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("used", "pages", "listed", "expected"),
    [case[1:] for case in ORDERS],
    ids=[case[0] for case in ORDERS],
)
def test_order(used: str, pages: list[str], listed: list[str], expected: str) -> None:
    found = tags(used, pages, listed)
    assert ", ".join(tag.title.plain for tag in found) == expected


def test_the_order_of_pages_does_not_matter() -> None:
    made = drafts("A, B, C", ["U > A", "U > B", "U: B"])
    found = {resolve(each, SERVICE).api.tags for each in permutations(made)}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("used", "pages", "listed"),
    [case[1:4] for case in ORDERS],
    ids=[case[0] for case in ORDERS],
)
def test_an_operation_more_or_less_moves_no_other_tag(
    used: str, pages: list[str], listed: list[str]
) -> None:
    whole = [tag.title for tag in tags(used, pages, listed)]
    for left_out in used.split(", "):
        fewer = [each for each in used.split(", ") if each != left_out]
        found = [tag.title for tag in tags(", ".join(fewer), pages, listed)]
        assert found == [title for title in whole if title in found]


# (title, chapters with operations, chapters' pages, the table of contents, the chapters above)
ABOVE: tuple[tuple[str, str, list[str], list[str], str], ...] = (
    ("none", "A", ["A"], [], "A:"),
    ("the footer of the chapter's page", "A", ["U > A"], [], "A: U"),
    ("the table of contents, where the page is missing", "A", [], ["U", "U > A"], "A: U"),
    ("two above: the nearer one", "A", ["T > U", "U > A"], [], "A: U"),
    ("two of one title: told apart by the one above", "A, B",
     ["S > U1", "T > U2", "U1 > A", "U2 > B"], [], "A: U (S); B: U (T)"),
    ("only one has a chapter above", "A, B", ["U1", "T > U2", "U1 > A", "U2 > B"], [], "B: U (T); A: U"),
    ("called as a chapter with operations that has none above", "A, U1",
     ["S > U2", "U2 > A"], [], "A: U (S); U:"),
    ("nothing tells them apart: they are one", "A, B", ["U1 > A", "U2 > B"], [], "A: U; B: U"),
    ("above another chapter with operations", "A, U", ["U > A"], [], "U:; A: U"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("used", "pages", "listed", "expected"),
    [case[1:] for case in ABOVE],
    ids=[case[0] for case in ABOVE],
)
def test_above(used: str, pages: list[str], listed: list[str], expected: str) -> None:
    found = tags(used, pages, listed)
    told = "; ".join(f"{tag.title.plain}: {tag.above.plain}".strip() for tag in found)
    assert told == expected


def test_the_words_of_a_chapter_describe_it() -> None:
    words = Prose(blocks=(Paragraph(spans=(Span(text=Text("About trees.")),)),))
    told = replace(chapter("A"), description=words)
    found = resolve([told, in_use("A"), in_use("B")], SERVICE).api.tags
    assert [tag.description for tag in found] == [words, EMPTY]


def test_two_groups_of_one_chapter_keep_their_names_in_any_order() -> None:
    """PlantA keeps the group Z, though its chapter is the group A now: what is remembered of the page goes by name."""
    given = Names(given={Named.HOME: {"PlantA": "Z"}})
    made = [in_use("A"), replace(in_use("A"), page=Text("PlantB.html"))]
    found = resolve(made, SERVICE, (), given)
    assert {tag.page for tag in found.api.tags} == {Text("A")}
    names = sorted(tag.name for tag in found.api.tags)
    assert found.names.of(Named.GROUP) == {"A": names[-1]}


FIRST = {
    "modelarts": "DatasetManagement DatasetVersionManagement SampleManagement LabelManagement ManualLabeling",
    "ecs": "RecommendedLifecycleManagement RecommendedStatusManagement BatchOperations RecommendedFlavorManagement"
    " RecommendedNicManagement",
}
LAST = {
    "modelarts": "AuthorizationManagement WorkspaceManagement",
    "ecs": "DiskManagementOpenStackNovaApis FloatingIpAddressManagementOpenStackNovaApis",
}
"""Of ModelArts the last one is missing in the table of contents."""
SIZES = {
    "modelarts": {"Data Management": 14, "": 5, "Training Management": 4},
    "ecs": {"APIs (Recommended)": 10, "OpenStack Nova APIs": 16, "Out-of-Date APIs": 6},
}
"""How many tags stand below each chapter, in the order of reading."""


@pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS names no folder")
@pytest.mark.parametrize("name", FIRST)
def test_the_exports(name: str) -> None:
    found = exported(name).reading.api.tags
    assert " ".join(tag.name for tag in found[:5]) == FIRST[name]
    assert " ".join(tag.name for tag in found[-2:]) == LAST[name]
    sizes: dict[str, int] = {}
    for tag in found:
        sizes[tag.above.plain] = sizes.get(tag.above.plain, 0) + 1
    assert list(sizes.items()) == list(SIZES[name].items())
    assert not any(tag.description for tag in found)
