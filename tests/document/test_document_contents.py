"""The table of contents: which chapter each page belongs to and the order of reading, whatever the file holds."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.document import Page, contents, parse
from scraper.limits import LARGEST_CONTENTS
from scraper.text import Text


def read(content: bytes | str) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Page → title and page of its chapter, and the kinds of the issues."""
    data = content.encode() if isinstance(content, str) else content
    found, issues = contents(Page(name=Text("CLASS.TXT.json"), content=data))
    told = {
        page.plain: (one.title.plain, one.link.page.plain)
        for page, one in found.chapters.items()
    }
    return told, [issue.code for issue in issues]


def entry(code: str, p_code: str, title: str) -> dict[str, str]:
    uri = f"{title.lower()}.html"
    return {"code": code, "p_code": p_code, "title": title, "uri": uri, "desc": "…"}


TREES = [entry("1", "", "Trees"), entry("2", "1", "Planting"), entry("3", "2", "Holes")]


def test_each_page_has_the_chapter_above_it() -> None:
    assert read(json.dumps(TREES)) == (
        {
            "planting.html": ("Trees", "trees.html"),
            "holes.html": ("Planting", "planting.html"),
        },
        [],
    )


def test_the_sequence_of_the_entries_is_the_order_of_reading() -> None:
    listed = [TREES[2], TREES[0], {"code": 1}, TREES[2], TREES[1]]
    page = Page(name=Text("CLASS.TXT.json"), content=json.dumps(listed).encode())
    order = contents(page)[0].order
    assert [each.plain for each in order] == [
        "holes.html",
        "trees.html",
        "planting.html",
    ]


# (title, content, pages that have a chapter, issues)
FORMS: list[tuple[str, str | bytes, set[str], list[str]]] = [
    ("empty", "", set(), ["contents-unread"]),
    ("no JSON", "<html>", set(), ["contents-unread"]),
    ("no UTF-8", b"\xff\xfe[", set(), ["contents-unread"]),
    ("no list", "{}", set(), ["contents-unread"]),
    ("too deep", "[" * 100_000, set(), ["contents-unread"]),
    ("too deep, and whole", "[" * 60 + "]" * 60, set(), ["contents-unread"]),
    ("too large", " " * (LARGEST_CONTENTS - 1) + "[]", set(), ["contents-unread"]),
    ("a number without end", f'[{{"code": {"9" * 5_000}}}]', set(), ["contents-unread"]),
    ("20,000 entries above each other", json.dumps([entry(str(n), str(n + 1), f"t{n}") for n in range(20_000)]), {f"t{n}.html" for n in range(19_999)}, []),
    ("an empty list", "[]", set(), []),
    ("a byte order mark", "\ufeff" + json.dumps(TREES), {"planting.html", "holes.html"}, []),
    ("entries of another form", json.dumps([1, None, [], {}, {"code": 1}, *TREES]), {"planting.html", "holes.html"}, []),
    ("a chapter that is missing", json.dumps(TREES[1:]), {"holes.html"}, []),
    ("a page that is its own chapter", json.dumps([entry("1", "1", "Trees")]), set(), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "pages", "issues"),
    [case[1:] for case in FORMS],
    ids=[case[0] for case in FORMS],
)
def test_forms(content: str | bytes, pages: set[str], issues: list[str]) -> None:
    found, told = read(content)
    assert (set(found), told) == (pages, issues)


@given(st.binary(max_size=200))
def test_no_bytes_fail(content: bytes) -> None:
    read(content)


def test_the_chapter_of_the_contents_counts_before_the_footer() -> None:
    footer = '<h1>Planting</h1><p>Parent topic: <a href="a.html">Alder</a></p>'
    page = Page(name=Text("planting.html"), content=footer.encode())
    found, _ = contents(
        Page(name=Text("CLASS.TXT.json"), content=json.dumps(TREES).encode())
    )
    document, _ = parse(page, found.chapters[page.name])
    assert document.parent is not None
    assert document.parent.title == Text("Trees")
    alone, _ = parse(page)
    assert alone.parent is not None
    assert alone.parent.title == Text("Alder")
