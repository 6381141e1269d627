"""From bytes to a Document: knows HTML, not APIs."""

from scraper.document.contents import contents
from scraper.document.model import (
    NO_CONTENTS,
    Contents,
    Document,
    Element,
    Page,
    Parent,
    Row,
    Section,
    Table,
)
from scraper.document.parse import parse

__all__ = [
    "NO_CONTENTS",
    "Contents",
    "Document",
    "Element",
    "Page",
    "Parent",
    "Row",
    "Section",
    "Table",
    "contents",
    "parse",
]
