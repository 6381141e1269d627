"""A printed lock.toml read back: the same lock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from scraper.emit.proving import UnprovedError
from scraper.emit.sinks import tree
from scraper.issues import ScraperError
from scraper.lock.model import Lock
from scraper.lock.reading import read
from scraper.text import Text

_FILE = "lock.toml"


def proved(text: str, lock: Lock) -> str:
    """The text. Raises UnprovedError unless it is read as the lock it was made of."""
    try:
        again = read(text, file=_FILE)
    except ScraperError as error:
        raise UnprovedError(_FILE, f"cannot be read ({error})") from None
    if _plain(again) != _plain(lock):
        raise UnprovedError(_FILE, "does not hold what was put in there")
    return text


def _plain(value: object) -> object:
    """A value without what a file cannot tell: kinds of names of which there is none, and halves of characters."""
    match value:
        case Text() | str():
            return tree.characters(value)
        case Mapping():
            told = cast("Mapping[object, object]", value).items()
            return {_plain(key): _plain(member) for key, member in told if member != {}}
        case tuple():
            return tuple(map(_plain, cast("tuple[object, ...]", value)))
        case _ if is_dataclass(value):
            return tuple(_plain(getattr(value, one.name)) for one in fields(value))
        case _:
            return value
