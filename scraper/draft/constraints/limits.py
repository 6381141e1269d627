"""The limits that one sentence states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.draft.constraints.scalars import kinds, number
from scraper.draft.model import AnyExpression, ArrayExpression, Kind, TypeExpression
from scraper.draft.vocabulary import limits as words
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    name: str
    """A field of Bounds."""
    value: int | float
    words: str
    of_sign: bool = False
    """Whether only the sign of the value is said."""


def _compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_LONGEST_FIRST = sorted(words.COMPARISONS, key=len, reverse=True)
_COMPARED = re.compile(words.COMPARED % "|".join(_LONGEST_FIRST), re.IGNORECASE)
_ALSO = re.compile(words.ALSO_COMPARED % "|".join(_LONGEST_FIRST), re.IGNORECASE)
_INTERVAL = re.compile(words.INTERVAL, re.IGNORECASE)
_NUMBERS = _compiled(words.NUMBERS)
_LENGTHS = _compiled(words.LENGTHS)
_ITEMS = _compiled(words.ITEMS)
_OF_ITEMS = _compiled(words.OF_ITEMS)
_TIMES = re.compile(words.TIMES, re.IGNORECASE)
_EACH = re.compile(words.EACH_HAS, re.IGNORECASE)
_NOT_EMPTY = re.compile(words.NOT_EMPTY, re.IGNORECASE)
_SIGNS = (
    (re.compile(words.NOT_NEGATIVE, re.IGNORECASE), 0),
    (re.compile(words.POSITIVE, re.IGNORECASE), 1),
)
_ABOVE, _BELOW, _EXACT = _compiled(
    (words.LENGTH_ABOVE, words.LENGTH_BELOW, words.EXACT_LENGTH)
)
_NO_LIMIT = re.compile(words.NOT_A_LIMIT, re.IGNORECASE)


def limits(text: str, type: TypeExpression, name: Text = Text("")) -> Iterator[Limit]:
    """What a sentence (in plain words) says of a type's value, length or size.

    `name` is the property's, which may call an array's items.

    Nothing where the sentence only recommends or gives an example.
    """
    if _NO_LIMIT.search(text) or _in_two_units(text):
        return
    of = kinds(type)
    if isinstance(type, ArrayExpression):
        of_items = () if kinds(type.items) else _OF_ITEMS
        yield from _matched(text, (*_ITEMS, *of_items), "min_items", "max_items")
        yield from _of_each(text, name)
        if _NOT_EMPTY.search(text):
            yield Limit(name="min_items", value=1, words=text)
    elif of and of <= {Kind.STRING, Kind.NULL}:
        yield from _matched(text, _LENGTHS, "min_length", "max_length")
        yield from _compared_lengths(text)
    elif of & {Kind.INTEGER, Kind.NUMBER} or isinstance(type, AnyExpression):
        yield from _intervals(text)
        yield from _matched(text, _NUMBERS, "minimum", "maximum")
        yield from _compared(text)


def _in_two_units(text: str) -> bool:
    """`15 minutes to 24 hours`: numbers that count different things."""
    found = _TIMES.search(text)
    units = (found["one"], found["other"]) if found else ("", "")
    return units[0].lower().rstrip("s") != units[1].lower().rstrip("s")


def _matched(
    text: str, patterns: Sequence[re.Pattern[str]], low: str, high: str
) -> Iterator[Limit]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            for side, name in (("low", low), ("high", high)):
                value = number(groups.get(side) or "")
                if value is None:
                    continue
                outside = (groups.get(f"{side}_edge") or "").startswith("exclu")
                full = f"exclusive_{name}" if outside else name
                yield Limit(name=full, value=value, words=text)


def _of_each(text: str, name: Text) -> Iterator[Limit]:
    """`Each tag has a maximum of 10 values` in the description of `values`."""
    for match in _EACH.finditer(text):
        value = number(match["high"])
        called = match["items"].lower().removesuffix("s")
        if value is not None and called == name.plain.lower().removesuffix("s"):
            yield Limit(name="max_items", value=value, words=text)


def _intervals(text: str) -> Iterator[Limit]:
    for match in _INTERVAL.finditer(text):
        low, high = number(match["low"]), number(match["high"])
        if low is not None:
            included = match["opening"] == "["
            name = "minimum" if included else "exclusive_minimum"
            yield Limit(name=name, value=low, words=text)
        if high is not None:
            included = match["closing"] == "]"
            name = "maximum" if included else "exclusive_maximum"
            yield Limit(name=name, value=high, words=text)


def _compared(text: str) -> Iterator[Limit]:
    for match in _COMPARED.finditer(text):
        yield from _comparison(match, text)
        also = _ALSO.match(text, match.end())
        if also is not None:
            yield from _comparison(also, text)
    for sign, least in _SIGNS:
        if sign.search(text):
            yield Limit(name="minimum", value=least, words=text, of_sign=True)


def _comparison(match: re.Match[str], text: str) -> Iterator[Limit]:
    value = number(match["low"])
    if value is not None:
        name = words.COMPARISONS[match["comparison"].lower()]
        yield Limit(name=name, value=value, words=text)


def _compared_lengths(text: str) -> Iterator[Limit]:
    """Lengths that stop short of a number, or are one."""
    for pattern, name, step in ((_ABOVE, "min_length", 1), (_BELOW, "max_length", -1)):
        match = pattern.search(text)
        value = number(match[1]) if match else None
        if value is not None:
            yield Limit(name=name, value=value + step, words=text)
    exact = _EXACT.search(text)
    length = number(exact["low"] or exact["of"]) if exact else None
    if length is not None:
        yield Limit(name="min_length", value=length, words=text)
        yield Limit(name="max_length", value=length, words=text)
