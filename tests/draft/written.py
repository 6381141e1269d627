"""Descriptions as an author writes them, in a small notation.

A string is a paragraph, a list is a bullet list; `**x**` is bold, `***x***` bold in bold, `` `x` `` code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from scraper.draft.model import (
    ArrayExpression,
    Kind,
    MapExpression,
    ObjectExpression,
    Primitive,
)
from scraper.source import Source
from scraper.text import Block, Bullets, Paragraph, Prose, Span, Text

Written: TypeAlias = str | Sequence["Written"]

HERE = Source(page=Text("lamps.html"), anchor=Text("lamps"), row=3)
STRING = Primitive(kind=Kind.STRING)
INTEGER = Primitive(kind=Kind.INTEGER)
NUMBER = Primitive(kind=Kind.NUMBER, format="double")
BOOLEAN = Primitive(kind=Kind.BOOLEAN)
STRINGS = ArrayExpression(items=STRING)
INTEGERS = ArrayExpression(items=INTEGER)
OBJECT = ObjectExpression()
OBJECTS = ArrayExpression(items=OBJECT)
MAP = MapExpression(values=STRING)

_RUN = re.compile(r"(\*{2,3}|`)(.+?)\1|[^*`]+|[*`]", re.DOTALL)


def written(*blocks: Written) -> Prose:
    """The prose of some paragraphs and lists; an item that is a list holds several blocks."""
    return Prose(blocks=tuple(_block(block) for block in blocks))


def paragraph(text: str) -> Paragraph:
    return Paragraph(spans=tuple(_spans(text)))


def _block(block: Written) -> Block:
    if isinstance(block, str):
        return paragraph(block)
    return Bullets(
        items=tuple(
            written(item) if isinstance(item, str) else written(*item) for item in block
        )
    )


def _spans(text: str) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        match run[1]:
            case "**":
                yield Span(text=Text(run[2]), strong=1)
            case "***":
                yield Span(text=Text(run[2]), strong=2)
            case "`":
                yield Span(text=Text(run[2]), code=True)
            case _:
                yield Span(text=Text(run[0]))


def named(value: object) -> str:
    """The name of a case in a table of tests."""
    match value:
        case Prose():
            return " ".join(value.text.plain.split())[:60]
        case Text():
            return value.plain or "empty"
        case _:
            return str(value)[:60]
