"""Limits of numbers, of strings' lengths and of arrays' sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.draft.constraints.scalars import kinds, number
from scraper.draft.constraints.sentences import Sentence, fact, sentences
from scraper.draft.model import (
    NO_BOUNDS,
    AnyExpression,
    ArrayExpression,
    Bounds,
    Kind,
    TypeExpression,
)
from scraper.draft.vocabulary import limits as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Fact, Source
from scraper.text import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limit:
    name: str
    """A field of Bounds."""
    value: int | float
    words: str


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_LONGEST_FIRST = sorted(words.COMPARISONS, key=len, reverse=True)
_COMPARED = re.compile(words.COMPARED % "|".join(_LONGEST_FIRST), re.IGNORECASE)
_INTERVAL = re.compile(words.INTERVAL, re.IGNORECASE)
_NUMBERS = _compiled(words.NUMBERS)
_LENGTHS = _compiled(words.LENGTHS)
_ITEMS = _compiled(words.ITEMS)
_SIGNS = (
    (re.compile(words.NOT_NEGATIVE, re.IGNORECASE), 0),
    (re.compile(words.POSITIVE, re.IGNORECASE), 1),
)
_ABOVE, _BELOW, _EXACT = _compiled(
    (words.LENGTH_ABOVE, words.LENGTH_BELOW, words.EXACT_LENGTH)
)
_NO_LIMIT = re.compile(words.NOT_A_LIMIT, re.IGNORECASE)


def read(
    description: Prose, type: TypeExpression, source: Source
) -> tuple[Bounds, tuple[Issue, ...]]:
    """The limits that hold in every case; one that is stated in two ways is left out, with an issue.

    Which limits count depends on the type: a number's value, a string's length, an array's size.
    """
    found: dict[str, list[_Limit]] = {}
    for sentence in sentences(description):
        if sentence.conditional or sentence.dependent:
            continue
        if _NO_LIMIT.search(sentence.plain):
            continue
        for limit in _limits(sentence, type):
            found.setdefault(limit.name, []).append(limit)
    if not found:
        return NO_BOUNDS, ()
    issues = tuple(
        _contradiction(name, limits, source)
        for name, limits in found.items()
        if len({limit.value for limit in limits}) > 1
    )
    agreed = {
        name: limits[0]
        for name, limits in found.items()
        if len({limit.value for limit in limits}) == 1
    }
    return _bounds(agreed, source), issues


def _limits(sentence: Sentence, type: TypeExpression) -> Iterator[_Limit]:
    text = sentence.plain
    of = kinds(type)
    if isinstance(type, ArrayExpression):
        yield from _matched(text, _ITEMS, "min_items", "max_items")
    elif of and of <= {Kind.STRING, Kind.NULL}:
        yield from _matched(text, _LENGTHS, "min_length", "max_length")
        yield from _compared_lengths(text)
    elif of & {Kind.INTEGER, Kind.NUMBER} or isinstance(type, AnyExpression):
        yield from _intervals(text)
        yield from _matched(text, _NUMBERS, "minimum", "maximum")
        yield from _compared(text)


def _matched(
    text: str, patterns: Sequence[re.Pattern[str]], low: str, high: str
) -> Iterator[_Limit]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            for side, name in (("low", low), ("high", high)):
                value = number(groups.get(side) or "")
                if value is None:
                    continue
                outside = (groups.get(f"{side}_edge") or "").startswith("exclu")
                full = f"exclusive_{name}" if outside else name
                yield _Limit(name=full, value=value, words=text)


def _intervals(text: str) -> Iterator[_Limit]:
    for match in _INTERVAL.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        if low is not None:
            included = match["opening"] == "["
            name = "minimum" if included else "exclusive_minimum"
            yield _Limit(name=name, value=low, words=text)
        if high is not None:
            included = match["closing"] == "]"
            name = "maximum" if included else "exclusive_maximum"
            yield _Limit(name=name, value=high, words=text)


def _compared(text: str) -> Iterator[_Limit]:
    for match in _COMPARED.finditer(text):
        value = number(match["low"])
        if value is not None:
            name = words.COMPARISONS[match["comparison"].lower()]
            yield _Limit(name=name, value=value, words=text)
    for sign, least in _SIGNS:
        if sign.search(text):
            yield _Limit(name="minimum", value=least, words=text)


def _compared_lengths(text: str) -> Iterator[_Limit]:
    """Lengths that stop short of a number, or are one."""
    for pattern, name, step in ((_ABOVE, "min_length", 1), (_BELOW, "max_length", -1)):
        match = pattern.search(text)
        value = number(match[1]) if match else None
        if value is not None:
            yield _Limit(name=name, value=value + step, words=text)
    exact = _EXACT.search(text)
    length = number(exact["low"]) if exact else None
    if length is not None:
        yield _Limit(name="min_length", value=length, words=text)
        yield _Limit(name="max_length", value=length, words=text)


def _bounds(limits: dict[str, _Limit], source: Source) -> Bounds:
    def of(name: str) -> Fact[int | float] | None:
        limit = limits.get(name)
        return fact(limit.value, limit.words, source) if limit else None

    def count(name: str) -> Fact[int] | None:
        limit = limits.get(name)
        if limit is None or limit.value < 0 or limit.value != int(limit.value):
            return None
        return fact(int(limit.value), limit.words, source)

    return Bounds(
        minimum=of("minimum"),
        maximum=of("maximum"),
        exclusive_minimum=of("exclusive_minimum"),
        exclusive_maximum=of("exclusive_maximum"),
        min_length=count("min_length"),
        max_length=count("max_length"),
        min_items=count("min_items"),
        max_items=count("max_items"),
    )


def _contradiction(name: str, limits: list[_Limit], source: Source) -> Issue:
    what = name.replace("_", " ")
    said = "; ".join(dict.fromkeys(limit.words for limit in limits))
    return Issue(
        code="bounds-contradictory",
        severity=Severity.WARNING,
        source=source,
        detail=f"several values for the {what} are documented, so none is taken: {quoted(Text(said))}",
    )
