"""When a property must or may be given, whether it is optional, and whether it is
deprecated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.draft.constraints.sentences import (
    CLOSE,
    OPEN,
    Sentence,
    fact,
    sentences,
)
from scraper.draft.vocabulary import values as words
from scraper.source import Fact, Source
from scraper.text import Prose, Text


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_CONDITIONS = _any(words.CONDITIONS)
_OPTIONAL = _any(words.OPTIONAL)
_MANDATORY = _any(words.MANDATORY)
_DEPRECATED = _any(words.DEPRECATED)


def conditions(description: Prose, source: Source) -> tuple[Fact[Text], ...]:
    """The sentences that say when the property must or may be given, each once."""
    found = dict.fromkeys(
        one.plain for one in sentences(description) if _CONDITIONS.search(_about(one))
    )
    return tuple(fact(Text(said), said, source) for said in found)


def _about(sentence: Sentence) -> str:
    """The words; in a list the literals are not marked, for there they name other
    properties more often."""
    return sentence.plain if sentence.level else sentence.marked


def optional(
    description: Prose, source: Source, name: Text = Text("")
) -> Fact[bool] | None:
    """Whether the description calls the property itself optional (True) or mandatory
    (False), in every case."""
    called = f"{OPEN}{name.plain}{CLOSE} is optional".lower()
    for sentence in _own(description):
        by_name = sentence.marked.lower().removesuffix(".") == called
        if _OPTIONAL.search(sentence.plain) or by_name:
            return fact(True, sentence.marked, source)
        if _MANDATORY.search(sentence.plain):
            return fact(False, sentence.marked, source)
    return None


def deprecated(description: Prose, source: Source) -> Fact[bool] | None:
    """True where the description says that the property is no longer used."""
    for sentence in _own(description):
        if _DEPRECATED.search(sentence.plain):
            return fact(True, sentence.marked, source)
    return None


def _own(description: Prose) -> Iterator[Sentence]:
    """The sentences about the property in every case: outside of lists, and not in one
    case only."""
    for sentence in sentences(description):
        if not sentence.level and not sentence.conditional:
            yield sentence
