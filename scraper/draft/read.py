"""One document as its author wrote it: an operation, or a page that others refer to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.document.model import Document
from scraper.draft import (
    children,
    describing,
    examples,
    fields,
    kinds,
    request_line,
    roles,
    sections,
    statuses,
    underscores,
)
from scraper.draft.finding import Assigned
from scraper.draft.model import (
    Draft,
    OperationDraft,
    ReferencePage,
    RequestLine,
    Role,
    StatusDraft,
    TableDraft,
)
from scraper.draft.recasting import Recast, recast
from scraper.draft.sections import Part, Topic
from scraper.draft.vocabulary.headings import DISCARDED
from scraper.issues import Issue
from scraper.source import Fact
from scraper.text import Link, Prose, Text

_DISCARDED = re.compile(
    rf"(?:has been|is|are|have been)\s+(?:{'|'.join(DISCARDED)})\b", re.IGNORECASE
)


def read(
    document: Document, recasts: Sequence[Recast] = ()
) -> tuple[Draft, tuple[Issue, ...]]:
    """An `OperationDraft` if the page has a METHOD and path of its own, else a `ReferencePage`.

    Every row of a table of parameters becomes a field or at least one issue with its
    source, every example an example or an issue. `recasts` are roles of tables that
    people correct. Never raises.
    """
    parts = sections.parts(document)
    lines, issues = request_line.read(parts)
    if not lines:
        page, more = _reference(document, parts, recasts)
        return page, (*issues, *more)
    operation, more = _operation(document, parts, lines, recasts)
    return operation, (*issues, *more)


def _operation(
    document: Document,
    parts: Sequence[Part],
    lines: tuple[RequestLine, ...],
    recasts: Sequence[Recast],
) -> tuple[OperationDraft, tuple[Issue, ...]]:
    assigned, role_issues = roles.read(parts, lines)
    tables, codes, table_issues = _tables(recast(assigned, recasts), parts)
    found, example_issues = examples.read(parts)
    told = describing.description(parts)
    description, restored = underscores.restore(told, document.source)
    operation = OperationDraft(
        page=document.page,
        title=document.title,
        description=description,
        request_lines=lines,
        tables=tables,
        statuses=codes,
        examples=found,
        parent=document.parent,
        deprecated=_deprecated(document, describing.function(parts)),
        request_links=tuple(_links(parts, Topic.REQUEST)),
        response_links=tuple(_links(parts, Topic.RESPONSE)),
        source=document.source,
    )
    return operation, (*restored, *role_issues, *table_issues, *example_issues)


def _reference(
    document: Document, parts: Sequence[Part], recasts: Sequence[Recast]
) -> tuple[ReferencePage, tuple[Issue, ...]]:
    assigned = recast(roles.of_reference(parts), recasts)
    tables, codes, issues = _tables(assigned, parts)
    told = children.without_lists(describing.function(parts))
    description, restored = underscores.restore(told, document.source)
    page = ReferencePage(
        page=document.page,
        title=document.title,
        kind=kinds.kind(document, assigned),
        tables=tables,
        statuses=codes,
        description=description,
        children=tuple(children.pages(document)),
        section_anchors=tuple(_section_anchors(document)),
        parent=document.parent,
        source=document.source,
    )
    return page, (*restored, *issues)


def _tables(
    assigned: Iterable[Assigned], parts: Sequence[Part]
) -> tuple[tuple[TableDraft, ...], tuple[StatusDraft, ...], tuple[Issue, ...]]:
    tables: list[TableDraft] = []
    issues: list[Issue] = []
    for each in assigned:
        drafted, more = _table(each)
        tables.append(drafted)
        issues += more
    coded = [each.table for each in assigned if each.role is Role.STATUS]
    codes, more = statuses.read(coded, parts)
    return tuple(tables), codes, (*issues, *more)


def _table(each: Assigned) -> tuple[TableDraft, tuple[Issue, ...]]:
    parameters = each.role not in {Role.OTHER, Role.STATUS}
    found, issues = fields.read(each) if parameters else ((), ())
    columns = each.columns
    table = TableDraft(
        role=each.role,
        side=each.side,
        reason=each.reason,
        anchors=each.table.anchors,
        label=each.table.label,
        caption=each.table.caption,
        schema_name=each.schema_name,
        status=each.status,
        has_required=columns is not None and columns.required is not None,
        fields=found,
        source=each.table.source,
    )
    return table, issues


def _deprecated(document: Document, function: Prose) -> Fact[bool] | None:
    """The title's "(Discarded)", or a sentence of the function that says so."""
    for words in (document.title.plain, *function.text.plain.split("\n")):
        in_title = words == document.title.plain
        ending = re.search(r"[(（]([^()（）]+)[)）]\s*$", words) if in_title else None
        discarded = ending and set(re.findall(r"\w+", ending[1].lower())) & {*DISCARDED}
        if discarded or (not in_title and _DISCARDED.search(words)):
            return Fact(value=True, words=Text(words), source=document.source)
    return None


def _links(parts: Iterable[Part], topic: Topic) -> Iterator[Link]:
    for part in parts:
        for span in part.prose.spans if part.topic is topic else ():
            if span.link is not None and not span.link.elsewhere:
                yield span.link


def _section_anchors(document: Document) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    for section in document.sections:
        tables = tuple(anchor for table in section.tables for anchor in table.anchors)
        for anchor in section.anchors if tables else ():
            yield anchor, tables
