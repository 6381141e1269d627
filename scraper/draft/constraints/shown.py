"""JSON arrays and objects that a description gives as examples of the value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper import json_text
from scraper.draft.constraints.scalars import kinds
from scraper.draft.constraints.sentences import Sentence, fact, sentences
from scraper.draft.model import TypeExpression
from scraper.draft.vocabulary import values as words
from scraper.source import Fact, Source
from scraper.text import Prose, Text

_MARKER = re.compile(words.SHOWS, re.IGNORECASE)
_OPENING = re.compile(r"[\[{]")
_MOST_TRIES = 100
"""Brackets that begin no JSON, after which none is looked for."""


def read(
    description: Prose, type: TypeExpression, source: Source
) -> tuple[Fact[Text], ...]:
    """The literals, as JSON text with its values unchanged; none for strings, numbers
    and booleans."""
    if kinds(type):
        return ()
    found = {
        literal: sentence
        for sentence in sentences(description)
        for literal in _literals(sentence)
    }
    return tuple(
        fact(Text(literal), sentence.marked, source)
        for literal, sentence in found.items()
    )


def _literals(sentence: Sentence) -> Iterator[str]:
    """What stands after the words that announce an example."""
    text = sentence.plain
    marker = _MARKER.search(text)
    position = marker.end() if marker else len(text)
    tries = 0
    while tries < _MOST_TRIES and (opening := _OPENING.search(text, position)):
        literal, position = _decoded(text, opening.start())
        if literal:
            yield literal
        else:
            tries += 1


def _decoded(text: str, start: int) -> tuple[str, int]:
    """The JSON text that begins here (empty: none), and where to go on."""
    try:
        value, end = json_text.decode(text, start)
    except ValueError:
        return "", start + 1
    if not value:
        return "", end
    return text[start:end], end
