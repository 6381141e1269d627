"""Parts of an answer, by the attributes that lead to them; and what errors call a method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic import BaseModel

from .types import is_object, name_of_value


class NoPartError(Exception):
    """Something on the way to the part is no object."""


def part(answer: object, path: Sequence[str]) -> Any:
    """The part at the end of the path; None where the service left something out.

    Attributes of models; keys of objects that have no model.

    Raises:
        NoPartError: What should have the next attribute is no object.
    """
    value: Any = answer
    for number, name in enumerate(path):
        if value is None:
            return None
        if isinstance(value, BaseModel):
            value = getattr(value, name, None)
        elif is_object(value):
            value = value.get(name)
        else:
            where = ".".join(path[:number]) or "the answer"
            raise NoPartError(f"{where} is {name_of_value(value)}, no object")
    return value


def method_around(function: Callable[..., object]) -> str:
    """The method inside which a function is defined: `Datasets.iter_datasets`."""
    name = getattr(function, "__qualname__", type(function).__name__)
    return str(name).partition(".<locals>")[0]
