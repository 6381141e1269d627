"""Corrections of one row: its type, whether it is required, its values, default, bounds and name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, assert_never

from scraper.api.correcting.model import (
    NOTHING,
    BoundChange,
    Correction,
    DefaultChange,
    EnumChange,
    FieldChange,
    Listed,
    NameChange,
    RequiredChange,
    TypeChange,
    shown,
)
from scraper.draft import constraints, types
from scraper.draft.constraints.scalars import element, kinds
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    Bounds,
    FieldDraft,
    Kind,
    Scalar,
    Subject,
    TypeExpression,
    Value,
)
from scraper.issues import Issue, ScraperError
from scraper.source import Fact
from scraper.text import Text

V = TypeVar("V", bool, int | float, Scalar)

_OF_VALUES = ("value-", "values-", "default-", "bounds-")
ANSWERED: dict[type[FieldChange], tuple[str, ...]] = {
    TypeChange: ("type-", *_OF_VALUES),
    RequiredChange: ("required-",),
    EnumChange: ("value-", "values-"),
    DefaultChange: ("default-",),
    BoundChange: ("bounds-",),
    NameChange: (),
}
"""The issues of a row that a correction answers, by the beginning of their codes."""


def corrected(
    field: FieldDraft, change: FieldChange, correction: Correction
) -> tuple[FieldDraft, tuple[Issue, ...]]:
    """The field with the change; issues are those of reading its description again for another type.

    Raises ScraperError when the field does not hold what the change expects, when nothing would change, or when the
    type has no place for the new value.
    """
    expected, found = _expected(field, change), _found(field, change)
    if expected != found:
        raise correction.stale(expected, found)
    made, issues = _applied(field, change, correction)
    if _content(made, change) == _content(field, change):
        raise correction.refused("changes nothing", "take the correction out")
    return made, issues


def _expected(field: FieldDraft, change: FieldChange) -> str:
    match change:
        case TypeChange(was=was):
            return shown(_line(was))
        case EnumChange(was=was):
            return _list(tuple(one.value for one in was))
        case NameChange():
            return shown(field.name)
        case RequiredChange() | DefaultChange() | BoundChange():
            return shown(change.was)
        case _:
            assert_never(change)


def _found(field: FieldDraft, change: FieldChange) -> str:
    match change:
        case TypeChange():
            return shown(_line(field.type_words))
        case EnumChange():
            return _list(tuple(one.value.value for one in field.constraints.values))
        case NameChange():
            return shown(field.name)
        case RequiredChange():
            return shown(field.required.value if field.required else None)
        case DefaultChange():
            stated = field.constraints.default
            return shown(stated.value if stated else None)
        case BoundChange(bound=bound):
            limit: Fact[int | float] | None = getattr(field.constraints.bounds, bound)
            return shown(limit.value if limit else None)
        case _:
            assert_never(change)


def _content(field: FieldDraft, change: FieldChange) -> object:
    """What a change of this kind can change in the output."""
    match change:
        case TypeChange():
            return field.type
        case EnumChange():
            return tuple((v.value.value, v.meaning) for v in field.constraints.values)
        case NameChange():
            return field.name
        case RequiredChange() | DefaultChange() | BoundChange():
            return _found(field, change)
        case _:
            assert_never(change)


def _applied(
    field: FieldDraft, change: FieldChange, correction: Correction
) -> tuple[FieldDraft, tuple[Issue, ...]]:
    stated = field.constraints
    match change:
        case TypeChange():
            return _retyped(field, change, correction)
        case NameChange(now=now):
            return replace(field, name=now), ()
        case RequiredChange(now=now):
            required = _fact(now, correction)
            stated = replace(stated, optional=None)
            return replace(field, required=required, constraints=stated), ()
        case EnumChange(now=now):
            stated = replace(
                stated,
                values=tuple(_value(field, one, correction) for one in now),
                subject=_subject(field.type),
            )
        case DefaultChange(now=now):
            if now is not None and not _fits(now, field.type):
                raise _unlike(field, now, correction)
            stated = replace(stated, default=_fact(now, correction))
        case BoundChange(bound=bound, now=now):
            stated = replace(stated, bounds=_bounds(field, bound, now, correction))
        case _:
            assert_never(change)
    return replace(field, constraints=stated), ()


def _retyped(
    field: FieldDraft, change: TypeChange, correction: Correction
) -> tuple[FieldDraft, tuple[Issue, ...]]:
    """The type decides how a description is read: values, default and bounds are read again."""
    type, unread = types.parse(change.now, field.source)
    if unread:
        words = shown(change.now.text)
        raise correction.refused(
            f"{words} is no type that can be read", "set `now` right"
        )
    stated, issues = constraints.read(field.description, type, field.source, field.name)
    made = replace(field, type=type, type_words=change.now.text, constraints=stated)
    return made, issues


def _value(field: FieldDraft, listed: Listed, correction: Correction) -> Value:
    if not _enumerable(field.type) or not _fits(listed.value, element(field.type)):
        raise _unlike(field, listed.value, correction)
    documented = {one.value.value: one.meaning for one in field.constraints.values}
    meaning = listed.meaning
    if meaning is None:
        meaning = documented.get(listed.value, Text(""))
    value = Fact(value=listed.value, words=correction.words, source=correction.source)
    return Value(value=value, meaning=meaning)


def _bounds(
    field: FieldDraft, bound: str, now: int | float | None, correction: Correction
) -> Bounds:
    if now is not None and bound not in _bounds_of(field.type):
        raise _unlike(field, now, correction)
    fact = None
    if now is not None:
        fact = Fact(value=now, words=correction.words, source=correction.source)
    change: dict[str, Any] = {bound: fact}
    return replace(field.constraints.bounds, **change)


def _bounds_of(type: TypeExpression) -> frozenset[str]:
    """The bounds that a type has a place for."""
    if isinstance(type, ArrayExpression):
        return frozenset({"min_items", "max_items"})
    found: set[str] = set()
    if Kind.STRING in kinds(type):
        found |= {"min_length", "max_length"}
    if kinds(type) & {Kind.INTEGER, Kind.NUMBER} or isinstance(type, AnyExpression):
        found |= {"minimum", "maximum", "exclusive_minimum", "exclusive_maximum"}
    return frozenset(found)


def _enumerable(type: TypeExpression) -> bool:
    return bool(kinds(element(type)) & {Kind.STRING, Kind.INTEGER, Kind.NUMBER})


def _subject(type: TypeExpression) -> Subject:
    return Subject.ITEMS if isinstance(type, ArrayExpression) else Subject.PROPERTY


def _fits(value: Scalar, type: TypeExpression) -> bool:
    """Whether a value is one of the type."""
    if isinstance(type, AnyExpression):
        return True
    match value:
        case Text():
            return Kind.STRING in kinds(type)
        case bool():
            return Kind.BOOLEAN in kinds(type)
        case int():
            return bool(kinds(type) & {Kind.INTEGER, Kind.NUMBER})
        case float():
            return Kind.NUMBER in kinds(type)
        case _:
            assert_never(value)


def _unlike(field: FieldDraft, value: Scalar, correction: Correction) -> ScraperError:
    words = shown(_line(field.type_words)) if field.type_words else "of no type"
    return correction.refused(
        f"{shown(value)} has no place in a property that is {words}",
        "correct its type too, or set `now` right",
    )


def _fact(value: V | None, correction: Correction) -> Fact[V] | None:
    if value is None:
        return None
    return Fact(value=value, words=correction.words, source=correction.source)


def _list(values: tuple[Scalar, ...]) -> str:
    return f"[{', '.join(map(shown, values))}]" if values else NOTHING


def _line(words: Text) -> Text:
    """A cell's words on one line, blanks at their ends left out."""
    return Text(" ".join(words.plain.split()))
