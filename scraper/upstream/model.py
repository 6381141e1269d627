"""What was taken, and the folder it is taken from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from scraper.document.model import Page
from scraper.issues import ScraperError
from scraper.limits import LARGEST_FOLDER, LARGEST_PAGE
from scraper.workspace import shown

COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The pages of a service as they are upstream now."""

    pages: tuple[Page, ...]
    """Sorted by name."""
    contents: Page | None
    """The table of contents that lies beside the pages, if it does."""
    commit: str
    """The full id of the commit; empty when it is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A name in a folder; folders in it are none."""

    regular: bool = True
    """False for a link, a submodule and what else is no file."""
    size: int | None = None
    """None when it is not known yet."""


Entries: TypeAlias = Mapping[str, Entry]
Read: TypeAlias = Callable[[Sequence[str]], Mapping[str, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """The folder with the pages, open for reading."""

    entries: Entries
    read: Read
    """The content of some of the entries."""
    commit: str = ""


def failed(place: str, words: str, way_out: str) -> ScraperError:
    """One line that names the place, what is wrong, and the way out."""
    return ScraperError(f"{shown(place)}: {words}; {way_out}")


def told(error: Exception) -> str:
    """What an error of a library says, or else what it is called."""
    return str(error) or type(error).__name__


def check_sizes(place: str, sizes: Mapping[str, int]) -> None:
    """Raise ScraperError when an entry, or all together, are larger than pages are."""
    for name, size in sizes.items():
        if size > LARGEST_PAGE:
            raise failed(
                place,
                f"{shown(name)} has more than {LARGEST_PAGE // 2**20} MiB",
                "leave it out of `pages`",
            )
    if sum(sizes.values()) > LARGEST_FOLDER:
        raise failed(
            place,
            f"the pages have more than {LARGEST_FOLDER // 2**20} MiB",
            "take fewer with `pages`",
        )


class Archive(Protocol):
    """A file with many in it; what it does raises ScraperError where that file is not as it should be."""

    def members(self) -> Iterator[tuple[str, Entry]]:
        """Each file in it, called as it is there: a path with `/`."""
        ...

    def comment(self) -> str:
        """What it says of itself: git writes the id of the commit here."""
        ...

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        """The contents of some members."""
        ...
