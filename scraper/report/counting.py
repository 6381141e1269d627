"""What went in, and where it ended: every table row and example of an operation page is modelled or reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scraper.api.model import Api, Property
from scraper.document.model import Document, Table
from scraper.draft.model import Draft, ExampleDraft, OperationDraft, Role
from scraper.issues import Issue, Severity
from scraper.source import Source
from scraper.text import Text

OPERATION = "operation"

_TABLES = {Role.STATUS: "status codes", Role.OTHER: "other things"}

_LIFTED = frozenset({Role.HEADER, Role.RESPONSE_HEADER})
"""Roles whose rows may end in a security scheme or a media type instead of a parameter."""


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
    reported = {issue.source for issue in issues}
    rows = _rows(pairs, _Reached.of(api), reported)
    severities = Counter(issue.severity for issue in issues)
    return Counts(
        pages=_pages(drafts),
        tables=_tables(pairs),
        rows=rows,
        examples=_examples([draft for _, draft in pairs], api, issues),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reached:
    """What of the tables stands in the Api. Rows of a schema that equals another stand there by name only."""

    sources: frozenset[Source]
    names: frozenset[Text]

    @classmethod
    def of(cls, api: Api) -> _Reached:
        properties = tuple(_properties(api))
        return cls(
            sources=frozenset(each.source for each in properties),
            names=frozenset(each.name for each in properties),
        )


def _properties(api: Api) -> Iterator[Property]:
    for schema in api.schemas:
        yield from schema.properties
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.property


def _tables(
    pairs: Iterable[tuple[Document, OperationDraft]],
) -> tuple[tuple[str, int], ...]:
    """Every table once, though a draft has it once per role."""
    kinds: Counter[str] = Counter()
    for document, draft in pairs:
        roles = {table.source: table.role for table in draft.tables}
        for table in _document_tables(document):
            kinds[_TABLES.get(roles.get(table.source, Role.OTHER), "parameters")] += 1
    return tuple((kind, kinds[kind]) for kind in sorted(kinds))


def _rows(
    pairs: Iterable[tuple[Document, OperationDraft]],
    reached: _Reached,
    reported: set[Source],
) -> Rows:
    ends: Counter[str] = Counter()
    for document, draft in pairs:
        parameters = {
            field.source
            for table in draft.tables
            for field in table.fields
            if table.role in _LIFTED
            or field.source in reached.sources
            or field.name in reached.names
        }
        statuses = {status.source for status in draft.statuses}
        for table in _document_tables(document):
            for row in table.rows:
                if row.source in parameters:
                    ends["parameters"] += 1
                elif row.source in statuses:
                    ends["statuses"] += 1
                elif row.source in reported or table.source in reported:
                    ends["reported"] += 1
                else:
                    ends["lost"] += 1
    return Rows(**ends)


def _document_tables(document: Document) -> Iterator[Table]:
    for section in document.sections:
        yield from section.tables


def _examples(
    drafts: Sequence[OperationDraft], api: Api, issues: Sequence[Issue]
) -> Examples:
    """Examples with a body. Those that are no JSON never became a draft: an issue each."""
    pages = {draft.page for draft in drafts}
    unreadable = sum(
        issue.code == "example-unparsable" and issue.source.page in pages
        for issue in issues
    )
    attached = Counter(
        (example.source.page, example.value)
        for operation in api.operations
        for examples in (
            operation.body.examples if operation.body else (),
            *(response.examples for response in operation.responses),
        )
        for example in examples
    )
    reported = {issue.source for issue in issues if issue.code.startswith("example-")}
    ends: Counter[str] = Counter(reported=unreadable)
    for example in (example for draft in drafts for example in draft.examples):
        if example.body is not None:
            ends[_end(example, attached, reported)] += 1
    return Examples(**ends)


def _end(
    example: ExampleDraft,
    attached: Counter[tuple[Text, Text]],
    reported: set[Source],
) -> str:
    key = (example.source.page, example.body or Text(""))
    if attached[key]:
        return "attached"
    return "reported" if example.source in reported else "lost"
