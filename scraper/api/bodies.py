"""Which of an operation's tables describe its bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scraper.api.linking import TableKey, keyed
from scraper.draft.model import OperationDraft, Role, TableDraft
from scraper.issues import Issue, Severity, quoted

NO_CONTENT = "204"
"""The status of an answer that has no body, whatever a page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bodies:
    """One table for the request, one for each status of the responses; what is left out has issues."""

    request: TableKey | None
    responses: Mapping[str, TableKey]
    issues: tuple[Issue, ...]


def bodies(draft: OperationDraft) -> Bodies:
    """The first table of each body; later ones for the same body are left out."""
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
    return Bodies(request=request, responses=responses, issues=tuple(issues))


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
