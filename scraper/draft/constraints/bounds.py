"""Limits of numbers, of strings' lengths and of arrays' sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scraper.draft.constraints.limits import Limit, limits
from scraper.draft.constraints.scalars import kinds, number
from scraper.draft.constraints.sentences import (
    CLOSE,
    OPEN,
    Sentence,
    fact,
    in_case,
    sentences,
)
from scraper.draft.model import (
    NO_BOUNDS,
    ArrayExpression,
    Bounds,
    Kind,
    Primitive,
    TypeExpression,
)
from scraper.draft.vocabulary import limits as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Fact, Source
from scraper.text import Prose, Text

_LITERAL = re.compile(rf"{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE}")

_LEAST_OR_MOST = re.compile(
    r"(?:minimum|maximum)(?: value| length)?\s*+:", re.IGNORECASE
)
_KIND = re.compile(r"([\w][\w ./()-]{0,40}?)\s*+:\s")

_LARGEST_COUNT = 2**63 - 1
"""No length or number of items is larger; what documents say beyond is a range of values."""


def read(
    description: Prose, type: TypeExpression, source: Source, name: Text = Text("")
) -> tuple[Bounds, tuple[Issue, ...]]:
    """The limits that hold in every case.

    Which ones count depends on the type: a value's, a length's or a size's. Limits that
    contradict each other are left out with an issue, and so is one that the description
    itself goes beyond: in a case of its own, or with a value such as -1 that means
    something else.
    """
    always: list[Limit] = []
    sometimes: list[Limit] = []
    spoken = sentences(description)
    for sentence in spoken:
        case = in_case(sentence, name) or _of_one_kind(sentence)
        (sometimes if case else always).extend(limits(sentence.plain, type, name))
    issues = list(_of_items(spoken, type, source))
    if not always:
        return NO_BOUNDS, (*issues, *_of_a_number(spoken, type, source))
    agreed, disputed = _agreed(always)
    if disputed:
        issues.append(_contradictory(disputed, source))
    counted = isinstance(type, ArrayExpression) or kinds(type) & {Kind.STRING}
    shown = [] if counted else _numbers(spoken)
    exceeded = {
        name: limit
        for name, limit in agreed.items()
        if any(
            _beyond(limit, other.value)
            for other in sometimes
            if _same_side(limit, other)
        )
        or any(_beyond(limit, value) for value in shown)
    }
    if exceeded:
        issues.append(_exceeded(tuple(exceeded.values()), source))
    kept = {name: one for name, one in agreed.items() if name not in exceeded}
    impossible = _impossible(kept)
    if impossible:
        issues.append(_contradictory([kept[name] for name in impossible], source))
        kept = {name: one for name, one in kept.items() if name not in impossible}
    return _bounds(kept, source), tuple(issues)


def _of_items(
    spoken: Sequence[Sentence], type: TypeExpression, source: Source
) -> Iterator[Issue]:
    """An issue for "Minimum" and "Maximum" of an array of strings or numbers: they limit
    the items, which have no place for them."""
    if isinstance(type, ArrayExpression) and kinds(type.items):
        found = [one.plain for one in spoken if _LEAST_OR_MOST.match(one.plain)]
        if found:
            detail = f"limits of the items are not in the output: {quoted(Text('; '.join(found)))}"
            yield _issue("bounds-of-items", detail, source)


def _of_one_kind(sentence: Sentence) -> bool:
    """Whether it is an item of a list of kinds: "old lamps: 1 to 10"."""
    label = _KIND.match(sentence.plain) if sentence.level else None
    return label is not None and label[1].lower() not in words.LABELS_OF_LIMITS


def _of_a_number(
    spoken: Sequence[Sentence], type: TypeExpression, source: Source
) -> tuple[Issue, ...]:
    """An issue for the limits of a number that a string holds: they have no place."""
    if kinds(type) != frozenset({Kind.STRING}):
        return ()
    number_ = Primitive(kind=Kind.NUMBER)
    stated = [
        limit
        for sentence in spoken
        if not sentence.conditional
        for limit in limits(sentence.plain, number_, Text(""))
    ]
    if not stated:
        return ()
    detail = f"limits of a number, but the type is a string: {_said(stated)}"
    return (_issue("bounds-unlike-type", detail, source),)


def _agreed(stated: list[Limit]) -> tuple[dict[str, Limit], list[Limit]]:
    """The limits by name where all statements agree, and those of the others."""
    values: dict[str, set[int | float]] = {}
    stated = _without_weaker_signs(stated)
    for limit in stated:
        values.setdefault(limit.name, set()).add(limit.value)
    disputed = [limit for limit in stated if len(values[limit.name]) > 1]
    agreed = {one.name: one for one in reversed(stated) if len(values[one.name]) == 1}
    return agreed, disputed


def _without_weaker_signs(stated: list[Limit]) -> list[Limit]:
    """Without "not negative" beside a least value that says more."""
    least = [one.value for one in stated if one.name == "minimum" and not one.of_sign]
    return [
        one for one in stated if not (one.of_sign and least and max(least) >= one.value)
    ]


def _numbers(spoken: Sequence[Sentence]) -> list[int | float]:
    """The numbers that the description marks as literals."""
    found = (number(text) for one in spoken for text in _LITERAL.findall(one.marked))
    return [value for value in found if value is not None]


def _same_side(one: Limit, other: Limit) -> bool:
    return one.name.removeprefix("exclusive_") == other.name.removeprefix("exclusive_")


def _beyond(limit: Limit, value: float) -> bool:
    """Whether a value is outside of the limit; sizes and lengths are compared like
    values."""
    match limit.name:
        case "minimum" | "min_length" | "min_items":
            return value < limit.value
        case "maximum" | "max_length" | "max_items":
            return value > limit.value
        case "exclusive_minimum":
            return value <= limit.value
        case _:
            return value >= limit.value


def _bounds(stated: dict[str, Limit], source: Source) -> Bounds:
    def of(name: str) -> Fact[int | float] | None:
        limit = stated.get(name)
        return fact(limit.value, limit.words, source) if limit else None

    def count(name: str) -> Fact[int] | None:
        limit = stated.get(name)
        if limit is None or not 0 <= limit.value <= _LARGEST_COUNT:
            return None
        if limit.value != int(limit.value):
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


def _impossible(stated: dict[str, Limit]) -> list[str]:
    """The names of lower and upper limits that leave no value between them."""
    low = [name for name in stated if "min" in name]
    high = [name for name in stated if "max" in name]
    return sorted(
        {
            name
            for lower in low
            for upper in high
            if _kind(lower) == _kind(upper)
            and stated[lower].value > stated[upper].value
            for name in (lower, upper)
        }
    )


def _kind(name: str) -> str:
    """What a limit limits: the value itself, its length or its items."""
    return next((kind for kind in ("length", "items") if name.endswith(kind)), "")


def _contradictory(stated: Sequence[Limit], source: Source) -> Issue:
    detail = f"limits contradict each other, so none is taken: {_said(stated)}"
    return _issue("bounds-contradictory", detail, source)


def _exceeded(stated: Sequence[Limit], source: Source) -> Issue:
    detail = (
        f"a limit that the description itself goes beyond is left out: {_said(stated)}"
    )
    return _issue("bounds-exceeded", detail, source)


def _said(stated: Sequence[Limit]) -> str:
    return quoted(Text("; ".join(dict.fromkeys(limit.words for limit in stated))))


def _issue(code: str, detail: str, source: Source) -> Issue:
    return Issue(code=code, severity=Severity.WARNING, source=source, detail=detail)
