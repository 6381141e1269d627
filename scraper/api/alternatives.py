"""Objects of several shapes, one for each case: "If the type is x, see Table 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.api.vocabulary import CASE, CHOSEN
from scraper.text import Bullets, Link, Paragraph, Prose, Text

_CASE = re.compile(CASE, re.IGNORECASE)
_CHOSEN = re.compile(CHOSEN, re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:]\s")


def chosen(type_words: Text) -> bool:
    """Whether a type cell says that another property chooses the object: "config corresponding to kind"."""
    return _CHOSEN.search(type_words.plain) is not None


def in_cases(description: Prose) -> tuple[Link, ...]:
    """The links in sentences that begin with a case, in reading order."""
    return tuple(_links(description))


def _links(prose: Prose) -> Iterator[Link]:
    for block in prose.blocks:
        if isinstance(block, Bullets):
            for item in block.items:
                yield from _links(item)
        elif isinstance(block, Paragraph):
            yield from _in_paragraph(block)


def _in_paragraph(paragraph: Paragraph) -> Iterator[Link]:
    before = ""
    for span in paragraph.spans:
        sentence = _SENTENCE.split(before)[-1].lstrip()
        if span.link is not None and _CASE.match(sentence):
            yield span.link
        before += span.text.plain
