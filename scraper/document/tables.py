"""One table element as a `Table`: caption, anchors, columns, and a row per body row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bs4 import Tag

from scraper.document.model import Row, Table
from scraper.document.text import clean
from scraper.limits import MOST_COLUMNS
from scraper.source import Source
from scraper.text import EMPTY, Prose, Text

_LABEL = re.compile(r"(Table\s+\d+(?:[-.]\d+)*)\s*[:.]?\s*", re.IGNORECASE)
_CELL = frozenset({"td", "th"})
_ROW = frozenset({"tr"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cell:
    prose: Prose
    columns: int
    rows: int


_Grid = list[list[_Cell | None]]


def read(
    tag: Tag, anchors: tuple[Text, ...], source: Source, prose: Callable[[Tag], Prose]
) -> Table:
    """The table in `tag`; `prose` reads a cell, `source` gets the rows' numbers.

    Of a table that `is_too_wide` the columns beyond the last allowed one are left out.
    """
    label, caption = _caption(tag, prose)
    header, body = _parts(tag)
    heads, bodies = _spread(header, prose), _spread(body, prose)
    width = max((len(row) for row in (*heads, *bodies)), default=0)
    return Table(
        anchors=anchors,
        caption=caption,
        label=label,
        columns=tuple(_column(heads, at) for at in range(width)),
        rows=tuple(
            _row(cells, width, replace(source, row=number))
            for number, cells in enumerate(bodies, 1)
        ),
        source=source,
    )


def is_too_wide(tag: Tag) -> bool:
    """Whether a row has more cells than tables have columns."""
    return any(len(_cells(row)) > MOST_COLUMNS for _, row in _rows(tag))


def attribute(tag: Tag, name: str) -> str:
    """An attribute's value; empty where there is none."""
    value = tag.get(name)
    return value if isinstance(value, str) else ""


def children(tag: Tag, names: frozenset[str] | None = None) -> Iterator[Tag]:
    """The elements directly below `tag`, of these names or of any."""
    for child in tag.children:
        if isinstance(child, Tag) and (names is None or child.name in names):
            yield child


def _rows(tag: Tag) -> Iterator[tuple[str, Tag]]:
    """The table's own rows, those of nested tables left out, each with its group."""
    for child in children(tag):
        if child.name == "tr":
            yield "", child
        elif child.name in _GROUPS:
            for row in children(child, _ROW):
                yield child.name, row


def _cells(row: Tag) -> list[Tag]:
    return list(children(row, _CELL))


def _parts(tag: Tag) -> tuple[list[Tag], list[Tag]]:
    """Header rows and body rows; without a filled `thead` the first row is the header."""
    filled = [(group, row) for group, row in _rows(tag) if _cells(row)]
    header = [row for group, row in filled if group == "thead"]
    body = [row for group, row in filled if group != "thead"]
    if not header:
        return body[:1], body[1:]
    return (header, body) if body else (header[:1], header[1:])


def _caption(tag: Tag, prose: Callable[[Tag], Prose]) -> tuple[Text, Text]:
    caption = tag.find("caption", recursive=False)
    if not isinstance(caption, Tag):
        return Text(""), Text("")
    words = clean(prose(caption).text.plain).plain
    match = _LABEL.match(words)
    if match is None:
        return Text(""), Text(words)
    return clean(match[1]), Text(words[match.end() :])


def _spread(table: list[Tag], prose: Callable[[Tag], Prose]) -> _Grid:
    """Every cell in each place that it spans; None where a row has no cell."""
    grid: _Grid = [[] for _ in table]
    for at, row in enumerate(table):
        column = 0
        for tag in _cells(row)[:MOST_COLUMNS]:
            while column < len(grid[at]) and grid[at][column] is not None:
                column += 1
            if column >= MOST_COLUMNS:
                break
            cell = _Cell(
                prose=prose(tag),
                columns=_span(tag, "colspan", MOST_COLUMNS - column),
                rows=_span(tag, "rowspan", len(table) - at),
            )
            for below in grid[at : at + cell.rows]:
                below.extend([None] * (column + cell.columns - len(below)))
                below[column : column + cell.columns] = [cell] * cell.columns
            column += cell.columns
    return grid


def _span(tag: Tag, name: str, most: int) -> int:
    words = attribute(tag, name).strip()
    if not (words.isascii() and words.isdigit() and len(words) < 10):
        return 1
    return max(1, min(int(words), most))


def _column(heads: _Grid, at: int) -> Text:
    """The words above a column; a header of several rows gives each word once."""
    found: list[str] = []
    for row in heads:
        cell = row[at] if at < len(row) else None
        words = clean(cell.prose.text.plain).plain if cell else ""
        if words and words not in found:
            found.append(words)
    return Text(" ".join(found))


def _row(found: list[_Cell | None], width: int, source: Source) -> Row:
    padded = found + [None] * (width - len(found))
    return Row(
        cells=tuple(cell.prose if cell else EMPTY for cell in padded),
        spanning=width > 1 and all(cell is padded[0] for cell in padded),
        source=source,
    )
