"""Words as keys of a target's own namespace."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key

LONGEST_SLUG: Final = 60

_NO_COMPONENT = re.compile(r"[^A-Za-z0-9._-]+")
_NO_SLUG = re.compile(r"[^a-z0-9]+")


def component(name: Key) -> str:
    """A name that OpenAPI takes for a component; one that is valid already stays as it is."""
    return _NO_COMPONENT.sub("_", tree.characters(name)) or "_"


def slug(text: Key, otherwise: str) -> str:
    """Lower-case ASCII words with hyphens, as many as 60 characters hold; `otherwise` where nothing is left."""
    words = _NO_SLUG.sub("-", tree.characters(text).lower()).strip("-")
    if len(words) > LONGEST_SLUG:
        whole = words[: LONGEST_SLUG + 1].rpartition("-")[0]
        words = whole or words[:LONGEST_SLUG]
    return words or otherwise


def distinct(wanted: Iterable[str], separator: str = "") -> tuple[str, ...]:
    """The names in their order, a repeated one with a number from 2 behind it."""
    names = tuple(wanted)
    taken = set(names)
    seen: set[str] = set()
    following: dict[str, int] = {}
    result: list[str] = []
    for name in names:
        unique, number = name, following.get(name, 2)
        while unique in seen or (unique != name and unique in taken):
            unique, number = f"{name}{separator}{number}", number + 1
        following[name] = number
        seen.add(unique)
        result.append(unique)
    return tuple(result)
