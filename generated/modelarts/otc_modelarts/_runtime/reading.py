"""Reading data as the documented type has it: what deviates is kept, and reported."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

from .bounds import check_bounds
from .places import Kind, Place, Purpose
from .types import (
    SCALARS,
    base_of,
    is_array,
    is_enumeration,
    is_object,
    is_text,
    name_of_value,
    names_of,
)
from .wire import members_of

DEEPEST: Final = 64
"""Levels of objects and arrays that are read; deeper data is kept as it came."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a model is told when it is read inside of something."""

    place: Place
    by_name: bool
    """Whether a property's name in Python counts besides its wire name."""


def read(expected: Any, value: Any, place: Place) -> Any:
    """The value as the type `expected` has it: models, members, lists, dicts.

    Whatever does not fit is reported at `place` and kept as it came.
    """
    if len(place.keys) > DEEPEST:
        place.report(Kind.VALUE, "nested too deeply")
        return value
    if expected is Any:
        return _read_any(value, place)
    if expected in SCALARS:
        return _read_scalar(expected, value, place)
    if is_enumeration(expected):
        return _read_member(expected, value, place)
    if isinstance(expected, type) and issubclass(expected, BaseModel):
        return _read_model(expected, value, place)
    return _read_composed(expected, value, place)


def _read_composed(expected: Any, value: Any, place: Place) -> Any:
    origin, arguments = get_origin(expected), get_args(expected)
    if origin in (Union, UnionType):
        return _read_union(arguments, value, place)
    if origin is Annotated:
        result = read(arguments[0], value, place)
        check_bounds(result, arguments[1:], place)
        return result
    if origin is list:
        return _read_list(arguments[0], value, place)
    if origin is dict:
        return _read_dict(arguments[1], value, place)
    raise TypeError(f"no documented type is written as {expected!r}")


def _read_scalar(expected: Any, value: Any, place: Place) -> Any:
    fits = isinstance(value, SCALARS[expected])
    if not fits or isinstance(value, bool) != (expected is bool):
        _report_type((expected,), value, place)
    elif isinstance(value, float) and not math.isfinite(value):
        place.report(Kind.VALUE, "expected a finite number")
    elif isinstance(value, str) and not is_text(value):
        place.report(Kind.VALUE, "has half of a character, which is no text")
    return value


def _read_member(expected: type[Enum], value: Any, place: Place) -> Any:
    if not isinstance(value, base_of(expected)) or isinstance(value, bool):
        _report_type((expected,), value, place)
        return value
    try:
        return expected(value)
    except ValueError:
        place.report(Kind.VALUE, "not one of the documented values")
        return value


def _read_list(item: Any, value: Any, place: Place) -> Any:
    if not is_array(value):
        _report_type((list,), value, place)
        return value
    return [read(item, each, place.at(index)) for index, each in enumerate(value)]


def _read_dict(member: Any, value: Any, place: Place) -> Any:
    members = _members(value, place)
    if members is None:
        return value
    # The keys are anybody's, and so is a null among the values: it may mean something.
    return {
        name: None if each is None else read(member, each, place.at(name))
        for name, each in members.items()
    }


def _read_model(expected: type[BaseModel], value: Any, place: Place) -> Any:
    by_name = place.purpose is not Purpose.RESPONSE
    if isinstance(value, expected):
        if place.purpose is not Purpose.REQUEST:
            return value
        # A model keeps whatever it was given, so it is read again from what it holds.
        expected, members, by_name = type(value), dict(members_of(value)), False
    elif isinstance(value, BaseModel):
        got = f"expected {expected.__name__}, got {type(value).__name__}"
        place.report(Kind.TYPE, got)
        return value
    else:
        found = _members(value, place)
        if found is None:
            return value
        members = found
    return expected.model_validate(
        members, context=Reading(place, by_name), by_alias=True, by_name=by_name
    )


def _read_union(options: tuple[Any, ...], value: Any, place: Place) -> Any:
    """By the type that fits, else by the one of its shape that it misses least."""
    if value is None and NoneType in options:
        return None
    options = tuple(option for option in options if option is not NoneType)
    if len(options) == 1:
        return read(options[0], value, place)
    best: tuple[Any, Place] | None = None
    for option in sorted(options, key=lambda option: not is_enumeration(option)):
        trial = place.trial()
        given = _whole(value) if is_enumeration(option) and float in options else value
        result = read(option, given, trial)
        if best is None or len(trial.problems) < len(best[1].problems):
            best = (result, trial) if _has_shape(trial) else best
    if best is None:
        _report_type(options, value, place)
        return value
    result, trial = best
    place.adopt(trial)
    if place.purpose is Purpose.RESPONSE and not trial.problems:
        _report_undocumented(options, result, place)
    return result


def _whole(value: Any) -> Any:
    """1.0 is the documented 1 where the type is a number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _has_shape(trial: Place) -> bool:
    """Whether the value itself is of the tried type, though parts of it may not be."""
    return not any(
        problem.kind is Kind.TYPE and problem.place.keys == trial.keys
        for problem in trial.problems
    )


def _report_undocumented(options: tuple[Any, ...], result: Any, place: Place) -> None:
    enumerations = [option for option in options if is_enumeration(option)]
    documented: list[Any] = [member for each in enumerations for member in each]
    is_scalar = isinstance(result, str | int | float)
    if documented and is_scalar and result not in documented:
        place.report(Kind.VALUE, "not one of the documented values")


def _read_any(value: Any, place: Place) -> Any:
    if place.purpose is not Purpose.REQUEST or value is None:
        return value
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _read_scalar(str, value, place)
    if isinstance(value, int | float):
        return _read_scalar(float, value, place)
    if isinstance(value, BaseModel):
        return _read_model(type(value), value, place)
    if is_object(value):
        return _read_dict(Any, value, place)
    if is_array(value):
        return _read_list(Any, value, place)
    place.report(Kind.TYPE, f"{type(value).__name__} is no JSON value")
    return value


def _members(value: Any, place: Place) -> dict[str, Any] | None:
    """The members of an object, or None (with a report) when it is none."""
    if not is_object(value):
        _report_type((dict,), value, place)
        return None
    if not all(isinstance(key, str) for key in value):
        place.report(Kind.VALUE, "an object's keys must be strings")
        return None
    if not all(is_text(key) for key in value):
        place.report(Kind.VALUE, "a key has half of a character, which is no text")
    return {str(key): member for key, member in value.items()}


def _report_type(options: tuple[Any, ...], value: Any, place: Place) -> None:
    got = f"expected {names_of(options)}, got {name_of_value(value)}"
    place.report(Kind.TYPE, got)
