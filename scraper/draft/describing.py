"""What a page says of its operation besides the parameters: what it does, and under which constraints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scraper.draft.sections import Part, Topic
from scraper.draft.vocabulary import columns
from scraper.text import Block, Paragraph, Prose, Span, Text

_AROUND = frozenset({Topic.FUNCTION, Topic.CONSTRAINTS, Topic.OTHER})
"""What a section with constraints may be about; in another they are those of parameters or answers."""


def function(parts: Sequence[Part]) -> Prose:
    """The section Function; on a page without one, what stands before any heading."""
    about = [part for part in parts if part.topic is Topic.FUNCTION]
    about = about or [part for part in parts[:1] if not part.title]
    return Prose(blocks=tuple(block for part in about for block in part.blocks))


def description(parts: Sequence[Part]) -> Prose:
    """The function, and each section of constraints below its own title in bold."""
    return Prose(blocks=(*function(parts).blocks, *_constraints(parts)))


def _constraints(parts: Sequence[Part]) -> Iterator[Block]:
    for part in parts:
        if part.topic is not Topic.CONSTRAINTS or part.section not in _AROUND:
            continue
        if _says_something(part.prose):
            title = Text(part.title.plain.strip(":： "))
            yield Paragraph(spans=(Span(text=title, strong=1),))
            yield from part.blocks


def _says_something(prose: Prose) -> bool:
    lines = prose.text.plain.lower().split("\n")
    return any(line.strip(" .") not in columns.EMPTY for line in lines)
