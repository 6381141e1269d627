"""Documented limits of numbers and of the lengths of strings and arrays."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from typing import Any, Final

from .places import Kind, Place
from .types import is_array, is_object

_Check = tuple[str, Callable[[Any, Any], bool], str]
_OF_NUMBERS: Final[tuple[_Check, ...]] = (
    ("ge", operator.ge, "must be at least {}"),
    ("gt", operator.gt, "must be greater than {}"),
    ("le", operator.le, "must be at most {}"),
    ("lt", operator.lt, "must be less than {}"),
)
_OF_LENGTHS: Final[tuple[_Check, ...]] = (
    ("min_length", operator.ge, "must have a length of at least {}"),
    ("max_length", operator.le, "must have a length of at most {}"),
)


def check_bounds(value: Any, bounds: Iterable[Any], place: Place) -> None:
    """Report a number or a length that is outside of its bounds.

    A bound is anything that has limits by the names of pydantic's Field (`ge`, `gt`,
    `le`, `lt`, `min_length`, `max_length`): a parameter, an item of a field's metadata.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        checks, measure = _OF_NUMBERS, value
    elif isinstance(value, str) or is_array(value) or is_object(value):
        checks, measure = _OF_LENGTHS, len(value)
    else:
        return
    if not math.isfinite(measure):
        return
    for bound in bounds:
        for name, holds, words in checks:
            limit = getattr(bound, name, None)
            if limit is not None and not holds(measure, limit):
                place.report(Kind.BOUND, words.format(limit))
