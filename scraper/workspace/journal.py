"""What a run notes beside the folders and files that it is about to replace, so that the next one can put right what it left."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from scraper.issues import ScraperError
from scraper.workspace.places import project

NAME = ".scraper-journal"
MARKER = ".scraper-swapping"


@dataclass(frozen=True, slots=True, kw_only=True)
class Journal:
    """The folders and files that one run replaces together."""

    roots: Mapping[Path, bool]
    """Each of them, and whether it was there before."""

    @property
    def homes(self) -> tuple[Path, ...]:
        """The folders in which these lie; each holds the same journal."""
        return tuple(dict.fromkeys(root.parent for root in self.roots))

    @property
    def marker(self) -> Path:
        """The file that is there while they are being moved."""
        return self.homes[0] / MARKER

    def write(self) -> None:
        for home in self.homes:
            with (home / NAME).open("xb") as file:
                file.write(_text(self, home).encode())

    def remove(self) -> None:
        for home in self.homes:
            (home / NAME).unlink(missing_ok=True)


def is_left(home: Path) -> bool:
    """Whether a run left its journal in this folder."""
    return (home / NAME).is_file()


def left_in(folder: Path) -> list[Path]:
    """The folders in this one in which a run left its journal."""
    return [path.parent for path in sorted(folder.glob(f"*/{NAME}"))]


def read(home: Path) -> Journal | None:
    """The journal that a run left in this folder.

    Of the folders elsewhere it names those only that hold the same journal: a file that came with a checkout has no
    say over the rest of the disk. None when there is no journal or the run was killed while writing it: then nothing
    else was done yet.
    """
    noted = _noted(home)
    if noted is None or Path() not in noted:
        return None
    homes = {home / each if each != Path() else home: each for each in noted}
    same = frozenset(each.resolve() for each in homes)
    return Journal(
        roots={
            place / project(name): existed
            for place, each in homes.items()
            if each == Path() or _places(place) == same
            for name, existed in noted[each].items()
        }
    )


def _places(home: Path) -> frozenset[Path]:
    return frozenset((home / each).resolve() for each in _noted(home) or ())


def _noted(home: Path) -> Mapping[Path, Mapping[str, bool]] | None:
    try:
        noted: object = json.loads((home / NAME).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return None
    try:
        homes = cast("dict[str, dict[str, bool]]", noted)
        return {
            Path(place): {
                project(name): existed is True for name, existed in roots.items()
            }
            for place, roots in homes.items()
        }
    except (AttributeError, TypeError, ScraperError):
        return None


def _text(journal: Journal, home: Path) -> str:
    """Places are relative: a checkout may be moved, or be seen from another machine, before the next run."""
    noted: dict[str, dict[str, bool]] = {}
    for root, existed in journal.roots.items():
        noted.setdefault(_way(home, root.parent), {})[root.name] = existed
    return json.dumps(noted, indent=1) + "\n"


def _way(home: Path, to: Path) -> str:
    try:
        return os.path.relpath(to.resolve(), home.resolve())
    except ValueError:  # another drive
        return str(to.resolve())
