"""Chapters as groups."""

from __future__ import annotations

import pytest

from scraper.api.model import Tag
from scraper.api.tagging import tag_of, tags_of
from scraper.text import Text
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
    assert tag_of(draft, SERVICE).name == expected


def test_a_tag_is_titled_in_the_documents_words() -> None:
    draft = operation("PlantTree", "GET /v1/trees", parent="Old Trees")
    assert tag_of(draft, SERVICE).title == Text("Old Trees")


def test_each_tag_once_the_first_title_counts() -> None:
    tags = [
        Tag(name=name, title=Text(title))
        for name, title in (("B", "b"), ("A", "first"), ("A", "second"), ("B", "b"))
    ]
    assert [(tag.name, tag.title.plain) for tag in tags_of(tags)] == [
        ("A", "first"),
        ("B", "b"),
    ]
