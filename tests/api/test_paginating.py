"""How the next page of a list is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.api.correcting.model import shown_pagination
from scraper.draft.model import FieldDraft, Role, TableDraft
from tests.api.builders import (
    BOOLEAN,
    INTEGER,
    OBJECT,
    STRING,
    answer,
    array,
    codes,
    field,
    nested,
    operation,
    resolved,
    table,
    thing,
)

LIMIT = field("limit", INTEGER)
TREES = field("trees", array(thing("Tree", "#Tree")))
TREE = nested("Tree", field("name"), field("id"))
ONE_LIST = (answer(TREES, field("count", INTEGER)), TREE)
INFO = nested("PageInfo", field("next_marker"))
MARKER = field("marker", description="The tree that the page before ends with.")

# (title, query parameters, tables of the answer, what is read)
PAGED: list[tuple[str, list[FieldDraft], Sequence[TableDraft], str]] = [
    (
        "an offset of items",
        [field("offset", INTEGER, description="Offset from which the query starts."), LIMIT],
        ONE_LIST,
        '{"style": "offset", "parameter": "offset", "size": "limit", "items": ["trees"]}',
    ),
    (
        "an offset of pages",
        [field("offset", INTEGER, default=0, description="Start page of the list."), LIMIT],
        ONE_LIST,
        '{"style": "page", "parameter": "offset", "size": "limit", "items": ["trees"]}',
    ),
    (
        "an offset, and how many there are on each page",
        [field("offset", INTEGER, description="The trees before those on this page."), LIMIT],
        ONE_LIST,
        '{"style": "offset", "parameter": "offset", "size": "limit", "items": ["trees"]}',
    ),
    (
        "pages, which begin at 1",
        [field("page", INTEGER), field("per_page", INTEGER)],
        ONE_LIST,
        '{"style": "page", "parameter": "page", "size": "per_page", "items": ["trees"], "first": 1}',
    ),
    (
        "pages, which begin at the default",
        [field("page", INTEGER, default=0), field("size", INTEGER)],
        ONE_LIST,
        '{"style": "page", "parameter": "page", "size": "size", "items": ["trees"]}',
    ),
    (
        "a marker in the answer",
        [MARKER, LIMIT],
        (answer(TREES, field("page_info", thing("PageInfo", "#PageInfo"))), TREE, INFO),
        '{"style": "marker", "parameter": "marker", "size": "limit", "items": ["trees"], "next": ["page_info", "next_marker"]}',
    ),
    (
        "the id of the last item",
        [MARKER, LIMIT],
        ONE_LIST,
        '{"style": "marker", "parameter": "marker", "size": "limit", "items": ["trees"], "item": "id"}',
    ),
    (
        "another property of the last item, which the description names",
        [field("marker", description="The value is the name of the last tree."), LIMIT],
        ONE_LIST,
        '{"style": "marker", "parameter": "marker", "size": "limit", "items": ["trees"], "item": "name"}',
    ),
    (
        "a marker counts before an offset",
        [field("offset", INTEGER), MARKER, LIMIT],
        ONE_LIST,
        '{"style": "marker", "parameter": "marker", "size": "limit", "items": ["trees"], "item": "id"}',
    ),
    (
        "links are no items",
        [field("page", INTEGER), LIMIT],
        (answer(TREES, field("trees_links", array(OBJECT))), TREE),
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["trees"], "first": 1}',
    ),
    (
        "objects before texts",
        [field("page", INTEGER), LIMIT],
        (answer(field("tags", array(STRING)), TREES), TREE),
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["trees"], "first": 1}',
    ),
    (
        "a list of texts alone",
        [field("page", INTEGER), LIMIT],
        (answer(field("names", array(STRING))),),
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["names"], "first": 1}',
    ),
    (
        "the list that the path names",
        [field("page", INTEGER), LIMIT],
        (answer(field("tags", array(OBJECT)), field("trees", array(OBJECT))),),
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["trees"], "first": 1}',
    ),
    (
        "a list inside",
        [field("page", INTEGER), LIMIT],
        (answer(field("data", thing("Data", "#Data"))), nested("Data", TREES), TREE),
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["data", "trees"], "first": 1}',
    ),
    (
        "a first page that the description tells",
        [field("page", INTEGER, default=0, description="Page. If paging is required, set page to 1."), LIMIT],
        ONE_LIST,
        '{"style": "page", "parameter": "page", "size": "limit", "items": ["trees"], "first": 1}',
    ),
    (
        "an offset that is a text, not needed on the first page",
        [field("offset", default="0", description="Index position. Not needed for data on the first page."), LIMIT],
        ONE_LIST,
        '{"style": "offset", "parameter": "offset", "size": "limit", "items": ["trees"]}',
    ),
    (
        "a start that is a marker",
        [field("start", description="Where the query starts."), LIMIT],
        (answer(TREES, field("meta", thing("Meta", "#Meta"))), TREE, nested("Meta", field("marker"))),
        '{"style": "marker", "parameter": "start", "size": "limit", "items": ["trees"], "next": ["meta", "marker"]}',
    ),
    (
        "a start that is a number",
        [field("start", INTEGER), LIMIT],
        (answer(TREES, field("marker")), TREE),
        '{"style": "offset", "parameter": "start", "size": "limit", "items": ["trees"]}',
    ),
    (
        "tokens",
        [field("page_token"), field("max_results", INTEGER)],
        (answer(TREES, field("next_page_token")), TREE),
        '{"style": "marker", "parameter": "page_token", "size": "max_results", "items": ["trees"], "next": ["next_page_token"]}',
    ),
    ("a page that is true or false", [field("page", BOOLEAN), LIMIT], ONE_LIST, "nothing"),
    ("only a limit", [LIMIT], ONE_LIST, "nothing"),
    ("no limit", [MARKER], ONE_LIST, "nothing"),
    ("no answer", [MARKER, LIMIT], (), "nothing"),
]  # fmt: skip
UNCLEAR: list[tuple[str, list[FieldDraft], Sequence[TableDraft]]] = [
    ("two lists", [field("page", INTEGER), LIMIT], (answer(field("a", array(OBJECT)), field("b", array(OBJECT))),)),
    ("no list", [field("page", INTEGER), LIMIT], (answer(field("count", INTEGER)),)),
    ("a marker of items without id", [MARKER, LIMIT], (answer(field("trees", array(OBJECT))),)),
]  # fmt: skip


def read(
    query: Sequence[FieldDraft], tables: Sequence[TableDraft]
) -> tuple[str, list[str]]:
    made, issues = resolved(
        operation("ListTrees", "GET /v1/trees", table(Role.QUERY, *query), *tables)
    )
    (one,) = made.operations
    return shown_pagination(one.pagination), codes(issues)


@pytest.mark.parametrize(
    ("query", "tables", "expected"),
    [case[1:] for case in PAGED],
    ids=[case[0] for case in PAGED],
)
def test_paged(
    query: Sequence[FieldDraft], tables: Sequence[TableDraft], expected: str
) -> None:
    told, issues = read(query, tables)
    assert told == expected
    assert "pagination-unclear" not in issues


@pytest.mark.parametrize(
    ("query", "tables"), [case[1:] for case in UNCLEAR], ids=[case[0] for case in UNCLEAR]
)  # fmt: skip
def test_what_is_not_told_is_reported(
    query: Sequence[FieldDraft], tables: Sequence[TableDraft]
) -> None:
    told, issues = read(query, tables)
    assert told == "nothing"
    assert "pagination-unclear" in issues


def test_pages_that_the_body_asks_for() -> None:
    body = table(Role.BODY, field("name"), field("offset"), field("limit"))
    made, issues = resolved(
        operation("SearchTrees", "POST /v1/trees/search", body, *ONE_LIST)
    )
    pages = made.operations[0].pagination
    assert pages is not None
    assert pages.in_body
    expected = '{"style": "offset", "parameter": "offset", "size": "limit", "items": ["trees"]}'
    assert shown_pagination(pages) == expected
    assert "pagination-unclear" not in codes(issues)
