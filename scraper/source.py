"""Where something was read, and what was read there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from scraper.text import Text

V_co = TypeVar("V_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Source:
    """A place in the documents: the page's file name, the nearest anchor above, the row of its table (from 1; 0: none)."""

    page: Text
    anchor: Text = Text("")
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[V_co]):
    """A value that prose states: the value, the words that state it, and where they stand."""

    value: V_co
    words: Text
    source: Source
