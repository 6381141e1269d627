"""The description of a row, with what further columns add to it."""

from __future__ import annotations

import re

from scraper.document.model import Row
from scraper.draft.columns import Columns, plain
from scraper.draft.vocabulary import columns as words
from scraper.text import EMPTY, Paragraph, Prose, Span, Text

_BETWEEN = re.compile(
    r"(?:(?<!\s)\s+)?(?:[,/|;，、\n]|\b(?:or|and)\b)\s*", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z_@$][\w.:@$-]*")


def description(row: Row, at: Columns) -> Prose:
    """The description, and after it a paragraph "Column: words" per further column."""
    described = row.cells[at.description] if at.description is not None else EMPTY
    blocks = list(described.blocks)
    for place, head in at.others:
        cell = row.cells[place]
        if cell.text.plain.strip().lower() in words.EMPTY:
            continue
        first, *rest = _listed(cell, head).blocks
        label = Span(text=Text(f"{head.plain}: "))
        if isinstance(first, Paragraph):
            blocks += [Paragraph(spans=(label, *first.spans)), *rest]
        else:
            blocks += [Paragraph(spans=(label,)), first, *rest]
    return Prose(blocks=tuple(blocks))


def _listed(cell: Prose, head: Text) -> Prose:
    """A cell of values: words with commas between them are made literals, in bold."""
    text = cell.text.plain.strip().rstrip(".")
    if plain(head) not in words.OF_VALUES or any(span.strong for span in cell.spans):
        return cell
    found = [each for each in _BETWEEN.split(text) if each]
    if len(found) < 2 or not all(map(_WORD.fullmatch, found)):
        return cell
    spans: list[Span] = []
    for each in found:
        spans += [Span(text=Text(", "))] if spans else []
        spans.append(Span(text=Text(each), strong=1))
    return Prose(blocks=(Paragraph(spans=tuple(spans)),))
