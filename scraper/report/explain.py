"""What each stage made of one page, for people who look into a reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from scraper.api.model import Api
from scraper.document.model import Document, Section
from scraper.draft.model import Draft, ExampleDraft, OperationDraft, TableDraft
from scraper.issues import Issue
from scraper.report.fields import field_lines
from scraper.report.results import results
from scraper.report.terminal import issue, line, quote, words
from scraper.source import Source
from scraper.text import Text

_ByPlace: TypeAlias = Mapping[Source, Sequence[Issue]]


def explain(document: Document, draft: Draft, api: Api, issues: Sequence[Issue]) -> str:
    """A page from its sections to its operation, line by line; `issues` are those of the whole service."""
    here = [each for each in issues if each.source.page == document.page]
    by_place: dict[Source, list[Issue]] = defaultdict(list)
    for each in here:
        by_place[each.source].append(each)
    return "\n".join(
        (
            f"{words(document.page)}: {quote(document.title)}",
            *_part("Page", _page(draft)),
            *_part("Sections", _sections(document.sections)),
            *_part("Tables", _tables(draft, by_place)),
            *_part("Rows that are no fields", _other_rows(document, draft, by_place)),
            *_part("Examples", _examples(draft)),
            *_part("Statuses", _statuses(draft)),
            *_part("Result", results(api, document.page)),
            *_part("Issues", map(issue, here)),
        )
    )


def _part(title: str, lines: Iterator[str] | map[str]) -> Iterator[str]:
    """A title and its lines, indented; "(none)" where there are none."""
    yield ""
    yield title
    empty = True
    for each in lines:
        empty = False
        yield f"  {each}"
    if empty:
        yield "  (none)"


def _page(draft: Draft) -> Iterator[str]:
    if isinstance(draft, OperationDraft):
        yield "kind: operation"
        for request in draft.request_lines:
            query = ", ".join(words(name) for name in request.query)
            suffix = f" with query {query}" if query else ""
            yield f"request line: {line(request.method)} {words(request.path)}{suffix}"
        if draft.deprecated:
            yield f"deprecated: {quote(draft.deprecated.words)}"
    else:
        yield f"kind: {line(draft.kind)} (no METHOD and path of its own)"
    if draft.parent:
        yield f"parent topic: {quote(draft.parent.title)}"


def _sections(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        title = quote(section.title) if section.title else "(before any heading)"
        anchors = " ".join(f"#{words(anchor)}" for anchor in section.anchors)
        kinds = [type(element).__name__.lower() for element in section.elements]
        contents = ", ".join(f"{kinds.count(k)} {k}" for k in dict.fromkeys(kinds))
        yield f"{title} {anchors}".rstrip() + f": {contents or 'empty'}"


def _tables(draft: Draft, issues: _ByPlace) -> Iterator[str]:
    for table in draft.tables:
        yield _title(table)
        yield f"  role: {_role(table)}, because {line(table.reason)}"
        if table.schema_name:
            yield f"  describes: {words(table.schema_name)}"
        if not table.has_required and table.fields:
            yield "  has no column that says what is mandatory"
        for field in table.fields:
            own = issues.get(field.source, ())
            yield from (f"  {each}" for each in field_lines(field, draft.page, own))


def _title(table: TableDraft) -> str:
    label = words(table.label) or "Table"
    caption = f" {quote(table.caption)}" if table.caption else ""
    anchor = f" #{words(table.source.anchor)}" if table.source.anchor else ""
    return f"{label}{caption}{anchor}"


def _role(table: TableDraft) -> str:
    status = f" {line(table.status)}" if table.status else ""
    return f"{table.role.value}{status} ({table.side.value})"


def _other_rows(document: Document, draft: Draft, issues: _ByPlace) -> Iterator[str]:
    """Rows that became neither a field nor a status, each with the issue that says why."""
    read = {field.source for table in draft.tables for field in table.fields}
    read |= {status.source for status in draft.statuses}
    for section in document.sections:
        for table in section.tables:
            for row in table.rows:
                if row.source not in read:
                    cells = " | ".join(words(cell.text, 40) for cell in row.cells)
                    yield f"{_row(row.source)}: {cells}"
                    yield f"  {_reason(row.source, table.source, issues)}"


def _row(source: Source) -> str:
    anchor = f"#{words(source.anchor)}, " if source.anchor else ""
    return f"{anchor}row {source.row}"


def _reason(row: Source, table: Source, issues: _ByPlace) -> str:
    found = (*issues.get(row, ()), *issues.get(table, ()))
    return "; ".join(issue(each) for each in found) or "no issue says why"


def _examples(draft: Draft) -> Iterator[str]:
    if isinstance(draft, OperationDraft):
        for number, example in enumerate(draft.examples, start=1):
            yield f"{number}: {_example(example)}"


def _example(example: ExampleDraft) -> str:
    parts = [
        example.side.value,
        line(example.status),
        quote(example.label) if example.label else "",
        f"{line(example.method)} {words(example.url)}".strip(),
        f"body: {words(example.body or Text(''))}" if example.body else "no body",
    ]
    return ", ".join(part for part in parts if part)


def _statuses(draft: Draft) -> Iterator[str]:
    for status in draft.statuses:
        yield f"{line(status.code)}: {words(status.description)}"
