"""Operation ids, and pages that document one operation together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.identifying import identify, newest, shape_of, version
from scraper.draft.model import OperationDraft, Role
from scraper.text import Text
from tests.api.builders import body, codes, field, operation

VERSIONS = (
    ("/v2.1/trees", (2, 1)),
    ("/v2/trees", (2,)),
    ("/V3", (3,)),
    ("/trees/v2", ()),
    ("/vine/trees", ()),
    ("/", ()),
)


@pytest.mark.parametrize(("path", "expected"), VERSIONS)
def test_version(path: str, expected: tuple[int, ...]) -> None:
    assert version(Text(path)) == expected


@pytest.mark.parametrize(
    "lines",
    [
        ["GET /v2/trees", "GET /v2.1/trees"],
        ["GET /v2.1/trees", "GET /v2/trees"],
    ],
)
def test_newest(lines: list[str]) -> None:
    assert newest(operation("ListTrees", lines)).path.plain == "/v2.1/trees"


SHAPES = (
    ("/v1/{a}/trees/{b}", "/v1/{}/trees/{}"),
    ("/v1/{project_id}/trees/{tree}", "/v1/{}/trees/{}"),
    ("/v1/trees", "/v1/trees"),
)


@pytest.mark.parametrize(("path", "expected"), SHAPES)
def test_shape(path: str, expected: str) -> None:
    assert shape_of(Text(path)) == expected


IDS = (
    ("PlantTree", "Whatever It Says", "PlantTree"),
    ("en-us_topic_0001", "Creating a Tree", "CreateTree"),
    ("trees_03_0045", "Stopping a Tree", "StopTree"),
    ("trees_03_0045", "Moving Trees (Discarded)", "MoveTrees"),
)


@pytest.mark.parametrize(("page", "title", "expected"), IDS)
def test_id(page: str, title: str, expected: str) -> None:
    (one,), issues = identify([operation(page, "POST /v1/trees", title=title)])
    assert (one.id, issues) == (expected, ())


@pytest.mark.parametrize("title", ["", "树", "The"])
def test_any_title_gives_an_id(title: str) -> None:
    (one,), _ = identify([operation("trees_03_0045", "GET /", title=title)])
    assert one.id.isidentifier()


A = body(field("grow"))
B = body(field("cut"))
LINE = "POST /v1/trees/{id}/action"
OTHER = "POST /v1/trees/{tree_id}/action"

TOGETHER: tuple[tuple[str, tuple[OperationDraft, ...], list[str], list[str]], ...] = (
    ("two paths", (operation("a", "GET /v1/a"), operation("b", "GET /v1/b", title="B")), ["a", "b"], []),
    ("two methods", (operation("a", "GET /v1/a"), operation("b", "PUT /v1/a", title="B")), ["a", "b"], []),
    ("one operation on two pages", (operation("a", "GET /v1/a"), operation("b", "GET /v1/a", title="B")), ["a"], ["repeated-operation"]),
    ("the parameters' names do not count", (operation("a", LINE, A), operation("b", OTHER, A)), ["a"], ["repeated-operation"]),
    ("two actions", (operation("a", LINE, A), operation("b", LINE, B)), ["a", "b"], []),
    ("an older version does not count", (operation("a", ["GET /v1/a", "GET /v2/a"]), operation("b", "GET /v1/a")), ["a", "b"], []),
)  # fmt: skip


@pytest.mark.parametrize(
    ("drafts", "pages", "issues"),
    [case[1:] for case in TOGETHER],
    ids=[case[0] for case in TOGETHER],
)
@pytest.mark.parametrize("backwards", [False, True], ids=["in order", "backwards"])
def test_which_pages_are_operations(
    drafts: tuple[OperationDraft, ...],
    pages: list[str],
    issues: list[str],
    backwards: bool,
) -> None:
    found, reported = identify(drafts[::-1] if backwards else drafts)
    assert [one.draft.page.plain.removesuffix(".html") for one in found] == pages
    assert codes(reported) == issues


GONE = "Cutting a Tree (Discarded)"
APART: tuple[tuple[str, tuple[tuple[str, str], ...], list[str]], ...] = (
    ("one name", (("Cutting a Tree", "PUT /v1/tree"),), ["CutTree"]),
    ("details", (("Querying Trees", "GET /v1/trees"), ("Querying Details About Trees", "GET /v1/trees/detail")), ["ListTrees", "ListTreesDetails"]),
    ("versions", (("Cutting a Tree", "PUT /v1/tree"), ("Cutting a Tree", "PUT /v2.1/tree")), ["CutTreeV1", "CutTreeV2_1"]),
    ("resources", (("Cutting a Tree", "PUT /v1/woods/{id}/tree"), ("Cutting a Tree", "PUT /v1/gardens/{id}/tree")), ["CutTreeWoods", "CutTreeGardens"]),
    ("numbers at last", (("Cutting a Tree", "PUT /v1/tree"), ("Cutting a Tree", "POST /v1/tree")), ["CutTree", "CutTree2"]),
    ("the one in use keeps its name", ((GONE, "PUT /v1/tree"), ("Cutting a Tree", "PUT /v2/tree")), ["CutTreeV1", "CutTree"]),
    ("three", ((GONE, "PUT /v1/tree"), ("Cutting a Tree", "PUT /v1/bigtree"), ("Cutting a Tree", "PUT /v2/tree")), ["CutTreeV1Tree", "CutTreeV1", "CutTreeV2"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "ids"), [one[1:] for one in APART], ids=[one[0] for one in APART]
)
def test_ids_tell_operations_apart(
    pages: tuple[tuple[str, str], ...], ids: list[str]
) -> None:
    drafts = [
        operation(f"page{n}", line, title=title, deprecated="(Discarded)" in title)
        for n, (title, line) in enumerate(pages)
    ]
    found, _ = identify(drafts)
    assert [one.id for one in found] == ids


def test_of_two_pages_that_tell_the_same_the_fuller_one_counts() -> None:
    less = operation("a", LINE, A)
    more = operation("b", LINE, A, body(field("depth"), name="Leaf"))
    more = replace(
        more, tables=(more.tables[0], replace(more.tables[1], role=Role.MODEL))
    )
    found, reported = identify([less, more])
    assert [one.draft.page for one in found] == [more.page]
    assert codes(reported) == ["repeated-operation"]
