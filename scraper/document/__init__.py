"""From bytes to a Document: knows HTML, not APIs."""

from scraper.document.contents import chapters
from scraper.document.model import Document, Element, Page, Parent, Row, Section, Table
from scraper.document.parse import parse

__all__ = [
    "Document",
    "Element",
    "Page",
    "Parent",
    "Row",
    "Section",
    "Table",
    "chapters",
    "parse",
]
