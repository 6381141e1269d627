"""Words from a document, in a type of their own.

Whatever a page says is data. A `Text` cannot be printed, formatted or joined into output by accident: each target
(identifier, string literal, docstring, comment, YAML scalar, TOML, Markdown, issue line) has one function that takes
it, and only those functions read `plain` in `scraper.emit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn, TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """Characters that came from a document; `plain` is for reading them, never for printing them."""

    plain: str

    def __str__(self) -> NoReturn:
        raise TypeError("a Text goes through the escaping function of its target")

    def __format__(self, specification: str) -> NoReturn:
        raise TypeError("a Text goes through the escaping function of its target")

    def __bool__(self) -> bool:
        return bool(self.plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where a link leads: a page of the same reference (empty: this page) and an anchor on it, or another address."""

    page: Text
    anchor: Text
    elsewhere: bool = False
    """True for an address outside the reference (`https:`, `mailto:`); `page` then holds the whole address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of characters in one style."""

    text: Text
    strong: int = 0
    """How many bold elements enclose the run; two is how the pages render a lost pair of double underscores."""
    emphasis: bool = False
    code: bool = False
    link: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    spans: tuple[Span, ...]

    @property
    def text(self) -> Text:
        return Text("".join(span.text.plain for span in self.spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A preformatted block, line breaks kept."""

    text: Text


Block: TypeAlias = Paragraph | Bullets | Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What an author wrote: paragraphs, lists and code, in order."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def spans(self) -> Iterator[Span]:
        """Every styled run in reading order, those of nested lists included."""
        for block in self.blocks:
            match block:
                case Paragraph(spans=spans):
                    yield from spans
                case Bullets(items=items):
                    for item in items:
                        yield from item.spans
                case Code(text=text):
                    yield Span(text=text, code=True)

    @property
    def text(self) -> Text:
        """All words, blocks and list items separated by a line break."""
        return Text("\n".join(_lines(self)))


def _lines(prose: Prose) -> Iterator[str]:
    for block in prose.blocks:
        match block:
            case Bullets(items=items):
                for item in items:
                    yield from _lines(item)
            case Paragraph() | Code():
                yield block.text.plain


EMPTY = Prose()
