"""The status codes that a page documents, from its tables and its lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scraper.document.model import Table
from scraper.draft import columns
from scraper.draft.model import StatusDraft
from scraper.draft.sections import Part, Topic
from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Block, Bullets, Code, Paragraph, Text

_LINE = re.compile(
    r"(?:[-*]\s*+)?(?:(?:abnormal|error|http|normal|response|return(?:ed)?|status"
    r"|success(?:ful)?|codes?|values?)\b\s*+)*+[:：]?\s*+"
    r"([1-5]\d\d)(?!\w|\.\w)\s*+[:：(\-–,.]?\s*+(.*)",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"(?!and\b)[a-z]+", re.IGNORECASE)


def read(
    tables: Iterable[Table], parts: Iterable[Part]
) -> tuple[tuple[StatusDraft, ...], tuple[Issue, ...]]:
    """Each code once, as first documented: rows of the tables, then lines of prose.

    A row of a status table without a code of three digits, or with one that was there
    before, is an issue.
    """
    found: list[StatusDraft] = []
    issues: list[Issue] = []
    for table in tables:
        statuses, troubles = _rows(table)
        found += statuses
        issues += troubles
    for part in parts:
        if part.topic is Topic.STATUS:
            found += _lines(part.blocks, part.source)
    once: dict[str, StatusDraft] = {}
    for status in found:
        if once.setdefault(status.code, status) is not status:
            detail = f"the status code {status.code} is documented before: not read"
            issues.append(_note("status-repeated", status.source, detail))
    return tuple(once.values()), tuple(issues)


def _rows(table: Table) -> tuple[list[StatusDraft], list[Issue]]:
    place = columns.status(table)
    statuses: list[StatusDraft] = []
    issues: list[Issue] = []
    for row in table.rows if place is not None else ():
        assert place is not None
        codes = columns.codes(row.cells[place].text)
        others = [c.text.plain for at, c in enumerate(row.cells) if at != place and c]
        description = Text(" ".join(" ".join(others).split()))
        statuses += [
            StatusDraft(code=code, description=description, source=row.source)
            for code in codes
        ]
        if not codes or row.spanning:
            said = quoted(Text(" | ".join(cell.text.plain for cell in row.cells)))
            detail = f"no status code of three digits in the row {said}"
            issues.append(_note("status-unreadable", row.source, detail))
    return statuses, issues


def _note(code: str, source: Source, detail: str) -> Issue:
    return Issue(code=code, severity=Severity.NOTE, source=source, detail=detail)


def _lines(blocks: Iterable[Block], source: Source) -> Iterator[StatusDraft]:
    """Codes at the beginning of paragraphs and list items: "Normal: 200", "404: …"."""
    for block in blocks:
        match block:
            case Paragraph(text=text):
                if match := _LINE.fullmatch(text.plain):
                    more = columns.codes(Text(match[2]))
                    only_codes = more and not _WORD.search(match[2])
                    description = "" if only_codes else match[2].strip(" )")
                    for code in (match[1], *(more if only_codes else ())):
                        yield StatusDraft(
                            code=code, description=Text(description), source=source
                        )
            case Bullets(items=items):
                for item in items:
                    yield from _lines(item.blocks, source)
            case Code():
                pass
