"""From characters and styles to spans: blanks collapsed, code kept, links split."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import unquote

from scraper.text import Code, Link, Paragraph, Span, Text

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_PIECES = re.compile(r"\s+|\S+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the elements around a run of characters make of it; see `Span`."""

    strong: int = 0
    emphasis: bool = False
    code: bool = False
    link: Link | None = None

    def span(self, words: str) -> Span:
        return Span(
            text=Text(words),
            strong=self.strong,
            emphasis=self.emphasis,
            code=self.code,
            link=self.link,
        )


PLAIN = Style()


@dataclass(slots=True)
class Runs:
    """The paragraph being read: styled runs until a block begins or ends."""

    _runs: list[tuple[str, Style]] = field(default_factory=list[tuple[str, Style]])

    def add(self, words: str, style: Style) -> None:
        self._runs.append((words, style))

    def close(self) -> Paragraph | None:
        """The paragraph so far, None if it has no words; the next one begins empty."""
        spans = tuple(_spans(self._runs))
        self._runs = []
        return Paragraph(spans=spans) if spans else None


def _spans(runs: Iterable[tuple[str, Style]]) -> Iterable[Span]:
    """Spans with single blanks; the blanks at the ends of a styled run lie outside."""
    words: list[tuple[str, Style]] = []
    blank: Style | None = None
    for characters, style in runs:
        for piece in _PIECES.findall(characters.translate(_INVISIBLE)):
            if piece.isspace():
                blank = style if blank is None else PLAIN
                continue
            if blank is not None and words:
                inside = words[-1][1] == blank == style
                words.append((" ", style if inside else PLAIN))
            words.append((piece, style))
            blank = None
    for style, group in groupby(words, key=lambda word: word[1]):
        yield style.span("".join(word for word, _ in group))


def clean(words: str) -> Text:
    """One line: blanks of all kinds collapsed, invisible characters dropped."""
    return Text(" ".join(words.translate(_INVISIBLE).split()))


def code(characters: str) -> Code | None:
    """A preformatted block without the empty lines around it; None if it is empty."""
    lines = characters.translate(_INVISIBLE).replace("\u00a0", " ").splitlines()
    lines = [line.rstrip() for line in lines]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return Code(text=Text("\n".join(lines))) if lines else None


def link(address: str, page: Text) -> Link | None:
    """Where an `href` on `page` leads; None for an empty one.

    An address with a scheme or a folder leads out of the reference.
    """
    address = address.strip()
    if not address:
        return None
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0]).removeprefix("./")
    if _SCHEME.match(address) or "/" in path:
        return Link(page=Text(address), anchor=Text(""), elsewhere=True)
    here = path.casefold() == page.plain.casefold()
    return Link(page=Text("" if here else path), anchor=Text(unquote(anchor)))
