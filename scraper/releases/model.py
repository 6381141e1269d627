"""What is remembered of a package's releases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scraper.diff.model import Change
from scraper.names import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A release in the change log."""

    version: str
    commit: str = ""
    """The commit of the documents it was made from; empty where that is unknown."""
    changes: tuple[Change, ...] = ()
    """What changed since the release before; nothing for the first one, and where only the printed form changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A public name that went, and still works."""

    kind: Named
    former: str
    name: str
    """What it is called now."""
    since: str
    """The version in which the former name became an alias."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was released before, and from which documents."""

    commit: str = ""
    """The commit that the documents were taken from; empty where that is unknown."""
    version: str = ""
    """The version released last; empty before the first release."""
    digest: str = ""
    """Of the files of that release."""
    surface: Mapping[str, str]
    """What that release offered to Python: name → signature."""
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
    """What it promised besides: where requests go, and what they may hold."""
    aliases: tuple[Alias, ...] = ()
    entries: tuple[Entry, ...] = ()
    """The newest first."""


NOTHING = History(surface={})
"""Nothing was released yet."""
