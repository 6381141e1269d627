"""Whether every row of a page's tables ended somewhere: as a fact, or as an issue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scraper.document.model import Document, Row, Table
from scraper.draft.model import Draft, Role, TableDraft
from scraper.issues import Issue
from scraper.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """Rows of a page by what became of them; their sum is `rows`."""

    tables: int
    rows: int
    fields: int
    """Rows that are fields of parameter tables."""
    statuses: int
    reported: int
    """Rows of those tables that are no more than an issue."""
    left_out: int
    """Rows of tables that hold neither parameters nor status codes (`Role.OTHER`)."""
    missing: tuple[Source, ...]
    """Rows that are nothing of these: a fault of the program."""


def reconcile(
    document: Document, draft: Draft, issues: Iterable[Issue]
) -> Reconciliation:
    """What became of each row; `issues` are those of the draft stage."""
    tables = [table for section in document.sections for table in section.tables]
    drafted: dict[Source, list[TableDraft]] = {}
    for table in draft.tables:
        drafted.setdefault(table.source, []).append(table)
    rows = [row for table in tables for row in table.rows]
    fields = {field.source for table in draft.tables for field in table.fields}
    statuses = {status.source for status in draft.statuses}
    left_out = {row.source for row in _left_out(tables, drafted)} - fields - statuses
    reported = {issue.source for issue in issues} - fields - statuses - left_out
    sources = [row.source for row in rows]
    return Reconciliation(
        tables=len(tables),
        rows=len(rows),
        fields=sum(source in fields for source in sources),
        statuses=sum(source in statuses for source in sources),
        reported=sum(source in reported for source in sources),
        left_out=sum(source in left_out for source in sources),
        missing=tuple(
            source
            for source in sources
            if source not in fields | statuses | reported | left_out
        ),
    )


def _left_out(
    tables: Iterable[Table], drafted: dict[Source, list[TableDraft]]
) -> Iterable[Row]:
    for table in tables:
        if any(each.role is Role.OTHER for each in drafted.get(table.source, ())):
            yield from table.rows
