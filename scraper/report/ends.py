"""Where each table row and each example of an operation page ended: in the Api, as an issue, or nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scraper.api.model import Api, Example, Property
from scraper.document.model import Document, Table
from scraper.draft.model import OperationDraft, Role, TableDraft
from scraper.issues import Issue
from scraper.source import Source
from scraper.text import Text

RowEnd: TypeAlias = Literal["parameters", "statuses", "reported", "lost"]
ExampleEnd: TypeAlias = Literal["attached", "reported", "lost"]

UNREADABLE = "example-unparsable"
"""The issue of an example that is no JSON and so never became a draft."""

_LIFTED = Role.HEADER
"""The role whose rows may end in a security scheme or a media type instead of a parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """What an Api and its issues hold, for looking up where something ended."""

    pages: frozenset[Text]
    """Pages with an operation."""
    sources: frozenset[Source]
    names: frozenset[Text]
    """Of properties and parameters: rows of a schema that equals another one stand in the Api by name only."""
    examples: frozenset[tuple[Text, Text]]
    """(page, JSON text)."""
    issues: Sequence[Issue]
    reported: frozenset[Source]

    def rows(self, document: Document, draft: OperationDraft) -> Iterator[RowEnd]:
        """The end of every row of every table of a page."""
        parameters = {
            field.source
            for table in draft.tables
            for field in table.fields
            if field.source in self.sources
            or (self._holds(table, field.name) and not self._left_out(draft))
        }
        statuses = {status.source for status in draft.statuses}
        for table in tables(document):
            for row in table.rows:
                if row.source in parameters:
                    yield "parameters"
                elif row.source in statuses:
                    yield "statuses"
                elif self._reported(draft, row.source, table.source):
                    yield "reported"
                else:
                    yield "lost"

    def example_ends(self, draft: OperationDraft) -> Iterator[ExampleEnd]:
        """The end of every example of a page, those without a body aside."""
        for issue in self.issues:
            if issue.code == UNREADABLE and issue.source.page == draft.page:
                yield "reported"
        for example in draft.examples:
            if example.body is None:
                continue
            if (draft.page, example.body) in self.examples:
                yield "attached"
            elif self._reported(draft, example.source):
                yield "reported"
            else:
                yield "lost"

    def _holds(self, table: TableDraft, name: Text) -> bool:
        return table.role is _LIFTED or name in self.names

    def _left_out(self, draft: OperationDraft) -> bool:
        """Whether another page holds the operation, and an issue at the request line says so."""
        return draft.page not in self.pages and any(
            line.source in self.reported for line in draft.request_lines
        )

    def _reported(self, draft: OperationDraft, *sources: Source) -> bool:
        return self._left_out(draft) or not self.reported.isdisjoint(sources)


def ends(api: Api, issues: Sequence[Issue]) -> Ends:
    """Ready for looking up; `issues` are those of all stages."""
    properties = tuple(_properties(api))
    return Ends(
        pages=frozenset(operation.source.page for operation in api.operations),
        sources=frozenset(each.source for each in properties),
        names=frozenset(each.name for each in properties),
        examples=frozenset((each.source.page, each.value) for each in _examples(api)),
        issues=issues,
        reported=frozenset(issue.source for issue in issues),
    )


def tables(document: Document) -> Iterator[Table]:
    for section in document.sections:
        yield from section.tables


def _properties(api: Api) -> Iterator[Property]:
    for schema in api.schemas:
        yield from schema.properties
    for operation in api.operations:
        for parameter in operation.parameters:
            yield parameter.property
        for response in operation.responses:
            yield from response.headers


def _examples(api: Api) -> Iterator[Example]:
    for operation in api.operations:
        if operation.body:
            yield from operation.body.examples
        for response in operation.responses:
            yield from response.examples
