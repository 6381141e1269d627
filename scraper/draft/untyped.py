"""The type of a parameter whose table has no column for types."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scraper.draft import types
from scraper.draft.constraints.bounds import read as limits
from scraper.draft.model import (
    AnyExpression,
    Kind,
    Primitive,
    Role,
    TypeExpression,
)
from scraper.issues import Issue, Severity
from scraper.source import Source
from scraper.text import Block, Bullets, Code, Paragraph, Prose, Span, Text

_STATED = re.compile(r"(?:parameter |data |value )?type\s*[:：]\s*([^.]+)\.?", re.I)
_INTEGER = re.compile(r"\bmust be an? (?:[\w-]+ )?integer\b", re.IGNORECASE)
INTEGER = Primitive(kind=Kind.INTEGER)
_ON_THE_WIRE = frozenset({Role.PATH, Role.QUERY, Role.HEADER, Role.RESPONSE_HEADER})
"""Where a parameter without a type is a string: it is one on the wire."""
_TOLD = frozenset({Role.QUERY})
"""Where that is worth a note: users rather expect numbers and booleans there."""


def read(
    description: Prose, role: Role, source: Source, name: Text
) -> tuple[TypeExpression, tuple[Issue, ...]]:
    """What the description says of the type; else an integer of the query that has such
    limits, a string where it is one on the wire, else any value, with a note."""
    for paragraph in _paragraphs(description.blocks):
        match = _STATED.fullmatch(paragraph.text.plain.strip())
        if match:
            return types.parse(_prose(match[1]), source)
    if _INTEGER.search(description.text.plain):
        return INTEGER, ()
    if role is Role.QUERY and _counts(description, name, source):
        return INTEGER, (_unstated(source, "an integer, as its limits are"),)
    if role in _ON_THE_WIRE:
        reading = "a string, as on the wire"
        issue = (_unstated(source, reading),) if role in _TOLD else ()
        return Primitive(kind=Kind.STRING), issue
    return AnyExpression(), (_unstated(source, "any value"),)


def _counts(description: Prose, name: Text, source: Source) -> bool:
    """Whether the description gives limits of a whole number."""
    bounds, _ = limits(description, INTEGER, source, name)
    found = (bounds.minimum, bounds.maximum)
    return any(one is not None and isinstance(one.value, int) for one in found)


def _paragraphs(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block
            case Bullets(items=items):
                for item in items:
                    yield from _paragraphs(item.blocks)
            case Code():
                pass


def _prose(words: str) -> Prose:
    return Prose(blocks=(Paragraph(spans=(Span(text=Text(words)),)),))


def _unstated(source: Source, reading: str) -> Issue:
    return Issue(
        code="type-unstated",
        severity=Severity.NOTE,
        source=source,
        detail=f"the table has no column of types: the parameter is read as {reading}",
    )
