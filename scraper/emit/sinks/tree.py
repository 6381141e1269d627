"""Nested values that YAML and JSON hold; words of a document may stand anywhere in them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from scraper.text import Text

Key: TypeAlias = str | Text
Tree: TypeAlias = (
    "Mapping[Key, Tree] | Sequence[Tree] | Text | str | int | float | bool | None"
)
Branch: TypeAlias = dict[Key, Tree]


class Line(dict[Key, Key]):
    """A mapping of words that stands on one line where the target has a form for that."""


_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def characters(text: Key) -> str:
    """The characters of a text; half a surrogate pair, which no file can hold, becomes U+FFFD."""
    plain = text.plain if isinstance(text, Text) else text
    return _LONE_SURROGATE.sub("\ufffd", plain)


def native(tree: Tree) -> object:
    """The tree as dicts, lists and scalars of Python; a number that JSON lacks (NaN, ∞) becomes its name."""
    match tree:
        case Line():
            return Line({characters(key): characters(tree[key]) for key in tree})
        case Mapping():
            return {characters(key): native(value) for key, value in tree.items()}
        case Text() | str():
            return characters(tree)
        case Sequence():
            return [native(item) for item in tree]
        case float() if not math.isfinite(tree):
            return str(tree)
        case _:
            return tree


def joined(*parts: Key) -> Text:
    """Our own words and a document's as one text, which still has to go through a target's function."""
    return Text("".join(characters(part) for part in parts))
