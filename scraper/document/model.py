"""A page as sections, tables and blocks: knows HTML, not APIs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scraper.source import Source
from scraper.text import Bullets, Code, Link, Paragraph, Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One HTML file as it lies on disk."""

    name: Text
    """The file's name with its suffix; the page's identity in links, sources and issues."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    cells: tuple[Prose, ...]
    """One per column of the table: spans are spread out, missing cells are empty."""
    spanning: bool = False
    """One cell spans all the columns: a note or a subheading, no entry of the table."""
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    anchors: tuple[Text, ...]
    """Every name a link can reach the table by, its own id first; empty for a table without one."""
    caption: Text
    """Without "Table n"; empty where there is none."""
    label: Text
    """ "Table n", as prose refers to it; empty where there is none."""
    columns: tuple[Text, ...]
    """The header cells' words."""
    rows: tuple[Row, ...]
    source: Source


Element: TypeAlias = Paragraph | Bullets | Code | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Everything up to the next heading. The first section may have no title: what stands before any heading."""

    title: Text
    anchors: tuple[Text, ...]
    elements: tuple[Element, ...]
    source: Source

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(element for element in self.elements if isinstance(element, Table))

    @property
    def prose(self) -> Prose:
        """The section's words, its tables left out."""
        return Prose(
            blocks=tuple(
                element for element in self.elements if not isinstance(element, Table)
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The chapter that a page belongs to: of the table of contents, or the footer's "Parent topic"."""

    title: Text
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents of a reference. It may lack pages, and name pages that are not there."""

    chapters: Mapping[Text, Parent]
    """Page → its chapter; a page at the top has none."""
    order: tuple[Text, ...]
    """The pages as they are read one after the other, each once."""


NO_CONTENTS = Contents(chapters={}, order=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    page: Text
    title: Text
    sections: tuple[Section, ...]
    parent: Parent | None
    source: Source
