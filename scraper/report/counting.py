"""What went in and where it ended, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scraper.api.model import Api
from scraper.document.model import Document
from scraper.draft.model import Draft, OperationDraft, Role
from scraper.issues import Issue, Severity
from scraper.report.ends import ends, tables

OPERATION = "operation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """How many table rows ended as a parameter or property, as a status code, as an issue, or nowhere."""

    parameters: int = 0
    statuses: int = 0
    reported: int = 0
    lost: int = 0

    @property
    def total(self) -> int:
        return self.parameters + self.statuses + self.reported + self.lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """How many examples ended at a body, as an issue, or nowhere."""

    attached: int = 0
    reported: int = 0
    lost: int = 0

    @property
    def total(self) -> int:
        return self.attached + self.reported + self.lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Tables, rows and examples are those of operation pages."""

    pages: tuple[tuple[str, int], ...]
    """(kind of page, how many), operation pages first."""
    tables: tuple[tuple[str, int], ...]
    """(what they are of, how many)."""
    rows: Rows
    examples: Examples
    operations: int
    schemas: int
    enumerations: int
    issues: tuple[tuple[Severity, int], ...]


def count(
    documents: Sequence[Document],
    drafts: Sequence[Draft],
    api: Api,
    issues: Sequence[Issue],
) -> Counts:
    """The counts of one service. `documents` and `drafts` are parallel; `issues` are those of all stages."""
    pairs = [
        (document, draft)
        for document, draft in zip(documents, drafts, strict=True)
        if isinstance(draft, OperationDraft)
    ]
    where = ends(api, issues)
    rows = Counter[str](end for pair in pairs for end in where.rows(*pair))
    examples = Counter[str](
        end for _, draft in pairs for end in where.example_ends(draft)
    )
    severities = Counter(issue.severity for issue in issues)
    return Counts(
        pages=_pages(drafts),
        tables=_tables(pairs),
        rows=Rows(**rows),
        examples=Examples(**examples),
        operations=len(api.operations),
        schemas=len(api.schemas),
        enumerations=len(api.enumerations),
        issues=tuple((severity, severities[severity]) for severity in Severity),
    )


def _pages(drafts: Sequence[Draft]) -> tuple[tuple[str, int], ...]:
    kinds = Counter(
        OPERATION if isinstance(draft, OperationDraft) else draft.kind
        for draft in drafts
    )
    return tuple(sorted(kinds.items(), key=lambda item: (item[0] != OPERATION, item)))


def _tables(
    pairs: Iterable[tuple[Document, OperationDraft]],
) -> tuple[tuple[str, int], ...]:
    """Every table once, though a draft has it once per role."""
    kinds: Counter[str] = Counter()
    for document, draft in pairs:
        roles = {table.source: table.role for table in draft.tables}
        kinds.update(_kind(roles.get(table.source)) for table in tables(document))
    return tuple(sorted(kinds.items()))


def _kind(role: Role | None) -> str:
    match role:
        case None | Role.OTHER:
            return "other things"
        case Role.STATUS:
            return "status codes"
        case _:
            return "parameters"
