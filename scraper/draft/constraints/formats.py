"""The format of a string, where the description states it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.draft.constraints.sentences import (
    CLOSE,
    OPEN,
    Sentence,
    fact,
    in_case,
    sentences,
)
from scraper.draft.model import Bounds, Kind, Primitive, Scalar, TypeExpression
from scraper.draft.vocabulary import formats as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Fact, Source
from scraper.text import Prose, Text

_STATED = {
    format: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for format, patterns in words.STATED.items()
}
_NOT_STATED = {
    format: re.compile(pattern, re.IGNORECASE)
    for format, pattern in words.NOT_STATED.items()
}
_VALUE_OF = re.compile(words.VALUE_OF, re.IGNORECASE)
_SHAPES = {format: re.compile(pattern) for format, pattern in words.SHAPES.items()}
_SHOWN = re.compile(
    rf"{words.EXAMPLE}(?:{OPEN}(?P<literal>[^{OPEN}{CLOSE}]*+){CLOSE}|[\"“](?P<quoted>[^\"“”]*)[\"”]"
    r"|(?P<word>(?=\S*[0-9/])\S+))",
    re.IGNORECASE,
)
_BEHIND = ".,;:)。，"
"""Signs that end a sentence or a part of it, and no value."""


def read(
    description: Prose,
    type: TypeExpression,
    source: Source,
    name: Text = Text(""),
    *,
    default: Fact[Scalar] | None = None,
    bounds: Bounds,
) -> tuple[Fact[str] | None, tuple[Issue, ...]]:
    """The format that every value has; `default` and `bounds` are what else the description says of it.

    Only a string whose type cell says no more has one. Words that the description itself contradicts, with an example,
    its default or a length, are loose ones: they give no format, and an issue.
    """
    if type != Primitive(kind=Kind.STRING):
        return None, ()
    spoken = sentences(description)
    stated = {
        format: sentence
        for sentence in reversed(spoken)
        for format in _formats(sentence, name)
    }
    if len(stated) != 1:
        return None, ()
    ((format, sentence),) = stated.items()
    found = fact(format, sentence.marked, source)
    against = next(_against(format, spoken, default, bounds), None)
    return (found, ()) if against is None else (None, (contradicted(found, against),))


def fits(format: str, value: str) -> bool:
    """Whether a value has the form of a format that descriptions state."""
    return _SHAPES[format].fullmatch(value) is not None


def contradicted(stated: Fact[str], by: Text) -> Issue:
    """The issue for a stated format that a documented value has not."""
    return Issue(
        code="format-contradicted",
        severity=Severity.NOTE,
        source=stated.source,
        detail=f"{quoted(stated.words)} means the format {stated.value}, which {quoted(by)} has not: "
        "the string has no format",
    )


def _formats(sentence: Sentence, name: Text) -> Iterator[str]:
    """What one sentence says of the property itself in every case."""
    about = _about(sentence)
    own = about.lower() == name.plain.strip().lower()
    if in_case(sentence, name) or (about and not own) or (sentence.level and not own):
        return
    text = sentence.plain
    for format, patterns in _STATED.items():
        said = any(pattern.search(text) for pattern in patterns)
        if said and not _NOT_STATED[format].search(text):
            yield format


def _about(sentence: Sentence) -> str:
    """The property whose value it is about; empty where it names none. In a list only that tells whose it is."""
    found = _VALUE_OF.search(sentence.marked)
    return (found["literal"] or found["word"]).strip() if found else ""


def _against(
    format: str,
    spoken: Sequence[Sentence],
    default: Fact[Scalar] | None,
    bounds: Bounds,
) -> Iterator[Text]:
    """What the description says besides that no value of the format can be."""
    for shown in _shown(spoken):
        if not fits(format, shown):
            yield Text(shown)
    value = default.value if default else None
    if default and isinstance(value, Text) and not fits(format, value.plain):
        yield default.words
    longest = bounds.max_length
    if longest is not None and longest.value < words.SHORTEST[format]:
        yield longest.words


def _shown(spoken: Sequence[Sentence]) -> Iterator[str]:
    """The values that the description gives as examples."""
    for sentence in spoken:
        for found in _SHOWN.finditer(sentence.marked):
            value = found["literal"] or found["quoted"] or found["word"] or ""
            yield value.replace(OPEN, "").replace(CLOSE, "").strip().rstrip(_BEHIND)
