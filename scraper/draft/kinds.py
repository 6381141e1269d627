"""What a page that is no operation is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scraper.document.model import Document
from scraper.draft import columns
from scraper.draft.finding import Assigned
from scraper.draft.model import Role
from scraper.draft.vocabulary.headings import CHAPTER
from scraper.text import Code


def kind(document: Document, tables: Sequence[Assigned]) -> str:
    """The kind by the rows of the page's tables, else by its links.

    "structures", "status codes", "error codes", "permissions", "chapter" or "other".
    """
    rows: Counter[str] = Counter()
    for each in tables:
        if each.role is Role.MODEL:
            rows["structures"] += len(each.rows)
        else:
            for found in tuple(columns.kinds(each.table))[:1]:
                rows[found] += len(each.rows)
    if rows:
        return max(rows, key=lambda found: (rows[found], found))
    return "chapter" if _is_chapter(document) else "other"


def _is_chapter(document: Document) -> bool:
    """Whether the page is a list of links and little else, or a bare title."""
    linked = whole = 0
    for section in document.sections:
        for span in section.prose.spans:
            whole += len(span.text.plain)
            linked += len(span.text.plain) if span.link else 0
        if section.tables or any(isinstance(e, Code) for e in section.elements):
            return False
    return linked >= whole * CHAPTER
