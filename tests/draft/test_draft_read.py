"""Whole pages: the project's own, the public exports, and pages that are hardly any."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scraper.document import Document, Page, parse
from scraper.draft import read
from scraper.draft.model import Draft, OperationDraft, Role, Side
from scraper.draft.reconcile import reconcile
from scraper.issues import Issue
from scraper.text import Text
from tests.draft.paper import (
    RESPONSE,
    answer,
    codes,
    document,
    field,
    operation,
    page,
    reference,
    table,
)

OWN = Path(__file__).parents[2] / "spec" / "modelarts" / "CreateTask.html"
EXPORTS = os.environ.get("DOC_EXPORTS", "")
with_exports = pytest.mark.skipif(
    not EXPORTS, reason="DOC_EXPORTS does not name the folder of the public doc exports"
)


def test_the_projects_own_page() -> None:
    content = OWN.read_bytes()
    parsed, faults = parse(Page(name=Text(OWN.name), content=content))
    draft, issues = operation(parsed)
    tables = Counter(t.role for t in draft.tables)
    assert not faults
    assert tables == {
        Role.PATH: 1,
        Role.BODY: 1,
        Role.MODEL: 13,
        Role.RESPONSE: 1,
        Role.STATUS: 1,
    }
    assert sum(len(t.fields) for t in draft.tables) == 119
    assert [len(t.fields) for t in draft.tables if t.role is Role.PATH] == [2]
    assert all(t.schema_name for t in draft.tables if t.role is Role.MODEL)
    assert [(e.side, e.status) for e in draft.examples] == [
        (Side.REQUEST, ""),
        (Side.REQUEST, ""),
        (Side.REQUEST, ""),
        (Side.RESPONSE, "200"),
    ]
    assert all(e.label and e.body for e in draft.examples)
    assert [s.code for s in draft.statuses] == ["200", "401", "403", "404"]
    assert draft.parent is not None
    assert not reconcile(parsed, draft, issues).missing


@cache
def export(service: str) -> tuple[tuple[Document, Draft, tuple[Issue, ...]], ...]:
    folder = Path(EXPORTS) / "docs" / service / "api-ref"
    return tuple(_export(folder))


def _export(folder: Path) -> Iterator[tuple[Document, Draft, tuple[Issue, ...]]]:
    for path in sorted(folder.glob("*.html")):
        parsed, _ = parse(Page(name=Text(path.name), content=path.read_bytes()))
        yield parsed, *read(parsed)


@with_exports
@pytest.mark.parametrize(
    ("service", "operations", "lines", "distinct", "fields", "examples", "broken"),
    [
        ("modelarts", 141, 141, 140, 4_808, 237, 4),
        ("ecs", 132, 213, 180, 1_399, 152, 5),
    ],
)
def test_counts_of_the_exports(
    service: str,
    operations: int,
    lines: int,
    distinct: int,
    fields: int,
    examples: int,
    broken: int,
) -> None:
    pages = [p for p in export(service) if isinstance(p[1], OperationDraft)]
    drafts = [draft for _, draft, _ in pages if isinstance(draft, OperationDraft)]
    found = [line for draft in drafts for line in draft.request_lines]
    bodies = [e for draft in drafts for e in draft.examples if e.body]
    issues = Counter(issue.code for _, _, issues in pages for issue in issues)
    assert len(drafts) == operations
    assert len(found) == lines
    assert len({(line.method, line.path) for line in found}) == distinct
    assert sum(len(t.fields) for d in drafts for t in d.tables) == fields
    assert len(bodies) == examples
    assert issues["example-unparsable"] == broken


@with_exports
@pytest.mark.parametrize("service", ["modelarts", "ecs"])
def test_every_row_of_the_exports_ends_somewhere(service: str) -> None:
    for parsed, draft, issues in export(service):
        found = reconcile(parsed, draft, issues)
        assert found.missing == ()
        assert found.rows == sum(
            (found.fields, found.statuses, found.reported, found.left_out)
        )


@with_exports
@pytest.mark.parametrize(
    ("service", "roles"),
    [
        (
            "modelarts",
            {"path": 141, "query": 52, "body": 49, "response": 119, "model": 502, "status": 90},
        ),
        ("ecs", {"path": 132, "query": 15, "body": 55, "response": 82, "model": 182, "other": 4}),
    ],
)  # fmt: skip
def test_roles_of_the_exports(service: str, roles: dict[str, int]) -> None:
    drafts = [d for _, d, _ in export(service) if isinstance(d, OperationDraft)]
    assert Counter(t.role.value for d in drafts for t in d.tables) == roles


def test_a_page_of_an_operation() -> None:
    draft, issues = operation(
        page(
            title="Lighting a Lamp (Discarded)",
            Function="<p>Lights it.</p>",
            Request="<p>See <a href='Shared.html#t1'>Shared</a>.</p>",
            Response="<p>See <a href='Answers.html'>Answers</a>.</p>",
        )
    )
    assert draft.description.text.plain == "Lights it."
    assert draft.deprecated is not None
    assert [link.page.plain for link in draft.request_links] == ["Shared.html"]
    assert [link.page.plain for link in draft.response_links] == ["Answers.html"]
    assert not issues


@pytest.mark.parametrize(
    ("title", "function", "deprecated"),
    [
        ("Lighting (Deprecated)", "Lights it.", True),
        ("Lighting", "This API has been discarded.", True),
        ("Lighting", "This API is deprecated. Use another.", True),
        ("Lighting (Discarding Oil)", "Lights it.", False),
        ("Discarded Lamps", "Lists lamps to be discarded.", False),
    ],
)
def test_deprecated(title: str, function: str, deprecated: bool) -> None:
    draft, _ = operation(page(title=title, Function=f"<p>{function}</p>"))
    assert (draft.deprecated is not None) is deprecated


def test_a_page_without_function_is_described_by_what_comes_first() -> None:
    html = "<h1>T</h1><p>Lights it.</p><h4>URI</h4><p>GET /v1/a</p>"
    draft, _ = operation(document(html))
    assert draft.description.text.plain == "Lights it."


def test_reconciliation_counts_every_kind_of_row() -> None:
    rows = [field("a"), ("", "No", "String", "goes on")]
    parsed = page(
        Request=table(rows),
        Response=table([answer("b")], columns=RESPONSE),
        Status_Codes=table([("200", "OK"), ("x", "?")], columns=("Status Code", "D")),
        Error_Codes=table([("E1", "Off"), ("E2", "On")], columns=("Error Code", "D")),
    )
    draft, issues = operation(parsed)
    found = reconcile(parsed, draft, issues)
    assert (found.tables, found.rows) == (4, 7)
    assert (found.fields, found.statuses) == (2, 1)
    assert (found.reported, found.left_out) == (2, 2)
    assert found.missing == ()


def test_reconciliation_misses_what_is_lost() -> None:
    parsed = page(Request=table([field("a")], anchor="t1"))
    empty, issues = operation(page())
    found = reconcile(parsed, empty, issues)
    assert [(s.anchor.plain, s.row) for s in found.missing] == [("t1", 1)]


@pytest.mark.parametrize(
    "html",
    ["", " ", "words", "<h1>T</h1>", "<table></table>", "\0\x01", "<h4>URI</h4>"],
)
def test_pages_with_nothing_on_them(html: str) -> None:
    draft, issues = reference(document(html))
    assert not any(t.fields for t in draft.tables)
    assert codes(issues) == []


WHOLE = (
    "<a name=Lamp></a><h1>Lighting a Lamp</h1><div class=section><h4>Function</h4>"
    "<p>Lights.</p></div><h4>URI</h4><p>PUT /v1/{id}/lamps?force={force}</p>"
    + table([field("id"), field("force", "Boolean")], caption="<b>Table 1 </b>P")
    + "<h4>Request</h4>"
    + table([field("lamp", "<a href='#t3'>Lamp</a> object"), ("", "", "", "more")])
    + table([field("power", "Integer", "In watts. - <b>1</b>: dim - <b>2</b>: bright")], anchor="t3")
    + "<h4>Response</h4><p>Status code: 200</p>"
    + table([answer("lamp", "Map&lt;String,Lamp&gt;")], columns=RESPONSE)
    + "<h4>Example Request</h4><ul><li>One<pre>PUT /v1/1/lamps\n{\"lamp\": {}}</pre></li></ul>"
    "<h4>Status Codes</h4>"
    + table([("200", "OK"), ("odd", "?")], columns=("Status Code", "Description"))
    + "<div><strong>Parent topic:</strong> <a href=lamps.html>Lamps</a></div>"
).encode()  # fmt: skip


def test_the_page_that_the_next_tests_spoil() -> None:
    draft, issues = operation(document(WHOLE))
    assert len(draft.tables) == 6
    assert "row-without-name" in codes(issues)


def check(content: bytes) -> None:
    """Nothing raises, and every row of every table ends somewhere."""
    parsed, _ = parse(Page(name=Text("Lamp.html"), content=content))
    draft, issues = read(parsed)
    assert reconcile(parsed, draft, issues).missing == ()


@settings(deadline=None)
@given(st.integers(0, len(WHOLE)))
def test_a_page_that_ends_early(length: int) -> None:
    check(WHOLE[:length])


@settings(deadline=None)
@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 40),
    st.binary(max_size=12) | st.sampled_from([b"<table>", b"</td>", b"<td colspan=3>"]),
)
def test_a_page_with_a_part_replaced(start: int, length: int, put: bytes) -> None:
    check(WHOLE[:start] + put + WHOLE[start + length :])


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_make_a_draft(content: bytes) -> None:
    check(content)


@pytest.mark.parametrize(
    "nested", ["<ul><li>", "<table><tr><td>", "<div>", "<b>", "<pre>"]
)
def test_deep_nesting_in_every_section(nested: str) -> None:
    deep = nested * 5_000 + "GET /v1/a"
    html = "".join(
        f"<h4>{title}</h4>{deep}" for title in ("URI", "Request", "Examples")
    )
    check(f"<h1>T</h1>{html}".encode())
