"""Which of an operation's tables describe its bodies."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scraper.api.json_values import parsed
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
    """The request's table, one for each status of the responses; what is left out has issues."""

    requests: tuple[TableKey, ...]
    """Several are alternatives, the first one first."""
    responses: Mapping[str, TableKey]
    issues: tuple[Issue, ...]


def bodies(
    draft: OperationDraft, tables: Tables, referred: Collection[TableKey]
) -> Bodies:
    """The first table of each body; later ones for the same body are left out.

    A later table of the request that is not `referred` to is an alternative where an example is a body of its kind. An
    operation without a table for its body, or its answer, may link to one on another page.
    """
    usual = usual_status(draft)
    request: TableKey | None = None
    others: list[TableKey] = []
    responses: dict[str, TableKey] = {}
    issues: list[Issue] = []
    for key, table in keyed(draft):
        if table.role is Role.BODY:
            request = request or key
            if request != key:
                others.append(key)
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
    alternatives = _alternatives(draft, request, referred) if request else ()
    left_out = [key for key in others if key not in frozenset(alternatives)]
    issues += (_second_table(tables.by_key[key]) for key in left_out)
    issues += (_alternative(tables.by_key[key]) for key in alternatives)
    return Bodies(
        requests=(request, *alternatives) if request else (),
        responses=responses,
        issues=tuple(issues),
    )


def _alternatives(
    draft: OperationDraft, first: TableKey, referred: Collection[TableKey]
) -> tuple[TableKey, ...]:
    """Tables of the request that some example fits, and the first table does not."""
    examples = (
        parsed(one.body)
        for one in draft.examples
        if one.side is Side.REQUEST and one.body is not None
    )
    shown = {frozenset(example) for example in examples if isinstance(example, dict)}
    names = {
        key: {field.name.plain for field in table.fields}
        for key, table in keyed(draft)
        if table.side is Side.REQUEST and table.role in (Role.BODY, Role.MODEL)
    }
    known = names.get(first, set())
    return tuple(
        key
        for key, own in names.items()
        if key != first
        and key not in referred
        and any(keys <= own and not keys <= known for keys in shown)
    )


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


def _alternative(table: TableDraft) -> Issue:
    return Issue(
        code="body-alternative",
        severity=Severity.NOTE,
        source=table.source,
        detail=f"an example shows that the table {quoted(table.caption)} describes the body too: it is one of several",
    )


def _no_content(table: TableDraft) -> Issue:
    return Issue(
        code="body-of-no-content",
        severity=Severity.WARNING,
        source=table.source,
        detail=f"the table {quoted(table.caption)} describes the body of status 204, which has none; "
        f"its rows ({len(table.fields)}) are not in the output",
    )
