"""Which of an operation's tables describe its bodies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.linking import TableKey, Tables, follow, keyed
from scraper.draft.model import OperationDraft, Role, Side, TableDraft
from scraper.issues import Issue, Severity, quoted
from scraper.text import Link, Text

NO_CONTENT = "204"
"""The status of an answer that has no body, whatever a page shows."""

BODYLESS = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
"""Methods that take no body from another page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """One table for the request, one for each status of the responses; what is left out has issues."""

    request: TableKey | None
    responses: Mapping[str, TableKey]
    issues: tuple[Issue, ...]


def bodies(draft: OperationDraft, tables: Tables) -> Bodies:
    """The first table of each body; later ones for the same body are left out.

    An operation without a table for its body, or its answer, may link to one on another page.
    """
    usual = usual_status(draft)
    request: TableKey | None = None
    responses: dict[str, TableKey] = {}
    issues: list[Issue] = []
    for key, table in keyed(draft):
        if table.role is Role.BODY:
            request = request or key
            if request != key:
                issues.append(_second_table(table))
        elif table.role is Role.RESPONSE:
            status = table.status or usual
            if status == NO_CONTENT:
                issues.append(_no_content(table))
            elif responses.setdefault(status, key) != key:
                issues.append(_second_table(table))
    if request is None and draft.request_lines[0].method not in BODYLESS:
        request = _shared(tables, draft, draft.request_links)
    if not responses and usual != NO_CONTENT:
        shared = _shared(tables, draft, draft.response_links)
        responses |= {} if shared is None else {usual: shared}
    return Bodies(request=request, responses=responses, issues=tuple(issues))


def _shared(
    tables: Tables, draft: OperationDraft, links: Sequence[Link]
) -> TableKey | None:
    """The table of another page that a section links to; of a page that is no operation's, the first table."""
    for link in links:
        if link.page in (Text(""), draft.page) or link.elsewhere:
            continue
        found = follow(tables, draft.page, link)
        first = next(iter(tables.on_page.get(link.page, ())), None)
        if found is None and first is not None and not link.anchor:
            found = first if tables.by_key[first].side is Side.NEITHER else None
        if found is not None:
            return found
    return None


def usual_status(draft: OperationDraft) -> str:
    """The success that a response without a named status means: the first 2xx that the page names."""
    named = [
        *(table.status for table in draft.tables if table.role is Role.RESPONSE),
        *(status.code for status in draft.statuses),
        *(example.status for example in draft.examples),
    ]
    return next((code for code in named if code.startswith("2")), "200")


def _second_table(table: TableDraft) -> Issue:
    return Issue(
        code="second-body-table",
        severity=Severity.WARNING,
        source=table.source,
        detail=f"the table {quoted(table.caption)} is a second one for the same body; "
        f"its rows ({len(table.fields)}) are not in the output",
    )


def _no_content(table: TableDraft) -> Issue:
    return Issue(
        code="body-of-no-content",
        severity=Severity.WARNING,
        source=table.source,
        detail=f"the table {quoted(table.caption)} describes the body of status 204, which has none; "
        f"its rows ({len(table.fields)}) are not in the output",
    )
