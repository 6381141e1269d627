"""Underscores that Markdown took: `__ALL__` was rendered as bold in bold, and is given
back here."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Block, Bullets, Code, Paragraph, Prose, Span, Text

_LOST = re.compile(r"(?P<before>\s*)(?P<word>[A-Z][A-Z0-9_]*)(?P<after>[\s:]*)")


def restore(prose: Prose, source: Source) -> tuple[Prose, tuple[Issue, ...]]:
    """The prose with each bold-in-bold word of capitals written as `__WORD__`, and one
    note that names those words."""
    restored = _prose(prose)
    if restored == prose:
        return prose, ()
    names = tuple(
        dict.fromkeys(
            after.text.plain.strip(" :")
            for before, after in zip(prose.spans, restored.spans, strict=True)
            if before != after
        )
    )
    detail = (
        f"bold in bold is how Markdown renders lost underscores: {len(names)} "
        f"value{'s' if len(names) > 1 else ''} read as {quoted(Text(', '.join(names)))}"
    )
    return restored, (
        Issue(
            code="lost-underscores",
            severity=Severity.NOTE,
            source=source,
            detail=detail,
        ),
    )


def _prose(prose: Prose) -> Prose:
    return Prose(blocks=tuple(_block(block) for block in prose.blocks))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(spans=spans):
            return Paragraph(spans=tuple(_span(span) for span in spans))
        case Bullets(items=items, ordered=ordered):
            return Bullets(items=tuple(map(_prose, items)), ordered=ordered)
        case Code():
            return block


def _span(span: Span) -> Span:
    found = _LOST.fullmatch(span.text.plain) if span.strong == 2 else None
    if found is None:
        return span
    word = f"{found['before']}__{found['word']}__{found['after']}"
    return replace(span, text=Text(word), strong=1)
