"""Lists that older markup writes inside a paragraph: `as follows: - **a**: x - **b**: y`."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate

from scraper.text import Block, Bullets, Paragraph, Prose, Span, Text

_DASH = re.compile(r"(?:(?<=[.:;)])|(?<=\s)|^)[-–•]\s+(?=\S)|(?<=[:;.])\s*-(?=[A-Z])")
_OPENS = re.compile(r"(?:[.:;)]|\A)\s*\Z")
"""What may stand before the first dash of a list; a word there makes it a range."""
_WINDOW = 8
_LONGEST = 2_000
"""No paragraph of more runs or dashes is a list that somebody wrote."""
_NAMES = re.compile(r"\s*[:：]|\s+\(|\s*$")
"""What follows the bold beginning of an item that names something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dash:
    """A dash that may begin an item: where it is, and what stands around it."""

    start: int
    end: int
    bold: bool
    names: bool
    opens: bool
    capital: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    """The runs of a paragraph, and where each begins."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, paragraph: Paragraph) -> _Runs:
        lengths = (len(span.text.plain) for span in paragraph.spans)
        *starts, _ = accumulate(lengths, initial=0)
        return cls(spans=paragraph.spans, starts=tuple(starts))

    def _at(self, position: int) -> int:
        return max(bisect_right(self.starts, position) - 1, 0)

    def strong_until(self, position: int) -> int:
        """The end of the bold run that begins at or encloses `position`; else `position`."""
        at = self._at(position)
        span, start = self.spans[at], self.starts[at]
        end = start + len(span.text.plain)
        return end if span.strong and position < end else position

    def cut(self, words: str, start: int, end: int) -> Paragraph:
        """The part of the paragraph between two positions, without blanks at its ends."""
        inside = words[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip())
        spans: list[Span] = []
        for at in range(self._at(start), len(self.spans)):
            begins = self.starts[at]
            if begins >= end:
                break
            plain = self.spans[at].text.plain
            if part := plain[max(start - begins, 0) : end - begins]:
                spans.append(replace(self.spans[at], text=Text(part)))
        return Paragraph(spans=tuple(spans))


def split(paragraph: Paragraph) -> tuple[Block, ...]:
    """The paragraph's introduction and its list; the paragraph alone if it has none.

    A list begins after a colon, a full stop or nothing at all, and its items are alike:
    all begin in bold, or all begin as a sentence after the end of another.
    """
    words = paragraph.text.plain
    if len(paragraph.spans) > _LONGEST or words.count("-") > _LONGEST:
        return (paragraph,)
    runs = _Runs.of(paragraph)
    dashes = _dashes(runs, words)
    first = next((at for at, dash in enumerate(dashes) if _begins(dash)), None)
    if first is None:
        return (paragraph,)
    items = [dash for dash in dashes[first:] if _alike(dash, dashes[first])]
    if len(items) == 1 and not _stands_alone(items[0], words):
        return (paragraph,)
    ends = [dash.start for dash in items[1:]] + [len(words)]
    bullets = Bullets(
        items=tuple(
            Prose(blocks=(runs.cut(words, dash.end, end),))
            for dash, end in zip(items, ends, strict=True)
        )
    )
    before = runs.cut(words, 0, items[0].start)
    return (before, bullets) if before.spans else (bullets,)


def _dashes(runs: _Runs, words: str) -> list[_Dash]:
    found: list[_Dash] = []
    for match in _DASH.finditer(words):
        start, end = match.span()
        strong = runs.strong_until(end)
        if runs.strong_until(start) > start:
            continue  # the dash itself is bold: part of a value
        found.append(
            _Dash(
                start=start,
                end=end,
                bold=strong > end,
                names=strong > end and bool(_NAMES.match(words, strong)),
                opens=bool(_OPENS.search(words[max(start - _WINDOW, 0) : start])),
                capital=words[end].isupper(),
            )
        )
    return found


def _begins(dash: _Dash) -> bool:
    return dash.opens and (dash.bold or dash.capital or dash.start == 0)


def _alike(dash: _Dash, first: _Dash) -> bool:
    if first.bold:
        return dash.bold and (dash.names or not first.names)
    return dash.opens


def _stands_alone(dash: _Dash, words: str) -> bool:
    """Whether a single dash makes a list: it begins the paragraph or names a value."""
    before = words[: dash.start].rstrip()
    return not before or (dash.names and before.endswith(":"))
