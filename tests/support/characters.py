"""Single characters and positions, as a regular expression sees them."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

# typeshed does not know these two. Their trees are alike in all Pythons from 3.11.
_parser: Any = import_module("re._parser")
_compiler: Any = import_module("re._compiler")


class Characters(dict[str, bool]):
    """Which characters an item of a parse tree takes: `re` itself is asked, once for each."""

    def __init__(self, item: Any, flags: int, *, of_bytes: bool) -> None:
        super().__init__()
        alone = _parser.SubPattern(_parser.State(), [item])
        self._pattern: re.Pattern[Any] = _compiler.compile(alone, flags)
        self._of_bytes = of_bytes

    def __missing__(self, character: str) -> bool:
        asked = character.encode("latin-1") if self._of_bytes else character
        self[character] = self._pattern.match(asked) is not None
        return self[character]


def is_at(place: str, flags: int, text: str, position: int) -> bool:
    """Whether a position is the `place` of an AT item."""
    begin, end = position == 0, position == len(text)
    match place:
        case "AT_BEGINNING":
            return begin or bool(flags & re.M and text[position - 1] == "\n")
        case "AT_BEGINNING_STRING":
            return begin
        case "AT_END":
            last = position == len(text) - 1 or bool(flags & re.M)
            return end or (last and text[position] == "\n")
        case "AT_END_STRING":
            return end
        case "AT_BOUNDARY" | "AT_NON_BOUNDARY":
            before = not begin and _is_of_word(text[position - 1], flags)
            after = not end and _is_of_word(text[position], flags)
            return (before != after) is (place == "AT_BOUNDARY")
        case _:
            raise NotImplementedError(place)


def _is_of_word(character: str, flags: int) -> bool:
    return character == "_" or (
        character.isalnum() and bool(flags & re.UNICODE or character.isascii())
    )


def folded(words: str, flags: int) -> str:
    """Words as a reference to a group compares them."""
    return words.lower() if flags & re.I else words
