"""The types that annotations of properties are made of, and their names for people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from types import NoneType
from typing import Annotated, Any, Final, TypeGuard, get_args, get_origin

SCALARS: Final[Mapping[Any, tuple[type, ...]]] = {
    str: (str,),
    int: (int,),
    float: (int, float),
    bool: (bool,),
    NoneType: (NoneType,),
}
"""What may stand for a scalar type; that a bool is no number is checked besides."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_NAMES: Final[Mapping[Any, str]] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "true or false",
    NoneType: "null",
    list: "an array",
}


def is_text(value: str) -> bool:
    """Whether a string is whole: half of a character, or a byte that is no UTF-8, is no text."""
    return value.isascii() or _SURROGATE.search(value) is None


def is_object(value: Any) -> TypeGuard[Mapping[Any, Any]]:
    """Whether a value is what JSON calls an object."""
    return isinstance(value, Mapping)


def is_array(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether a value is what JSON calls an array."""
    return isinstance(value, list | tuple)


def is_enumeration(expected: Any) -> TypeGuard[type[Enum]]:
    """Whether a type is a class of documented values."""
    return isinstance(expected, type) and issubclass(expected, Enum)


def base_of(enumeration: type[Enum]) -> type:
    """The type of an enumeration's values: int or str."""
    return int if issubclass(enumeration, int) else str


def names_of(options: Iterable[Any]) -> str:
    """What a value of one of these types is called: `a string or an array`."""
    names = (_NAMES.get(_plain(option), "an object") for option in options)
    return " or ".join(dict.fromkeys(names))


def name_of_value(value: Any) -> str:
    """What a value is called, without showing it: `an integer`."""
    if isinstance(value, bool):
        return "a boolean"
    for plain in (int, float, str, NoneType):
        if isinstance(value, plain):
            return _NAMES[plain]
    if is_array(value):
        return "an array"
    return "an object" if is_object(value) else type(value).__name__


def _plain(option: Any) -> Any:
    if get_origin(option) is Annotated:
        return _plain(get_args(option)[0])
    return base_of(option) if is_enumeration(option) else get_origin(option) or option
