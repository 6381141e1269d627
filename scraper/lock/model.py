"""What a lock.toml holds."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.names import NONE, Names
from scraper.releases.model import NOTHING, History


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """Every public name given away, and what was released."""

    names: Names = NONE
    history: History = NOTHING


EMPTY = Lock()
