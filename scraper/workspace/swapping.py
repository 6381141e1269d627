"""Folders are replaced together: all of them, or none, whatever happens.

The new `<name>` is written beside the present one, as `.<name>.new`; then the present one is moved to `.<name>.old`
and the new one into its place. What a run does, in this order, each step one that the system does as a whole or not
at all:

1. a journal into each folder concerned (spec/, generated/): the folders that are replaced, and which were not there
2. every `.<name>.new`
3. the marker, an empty file: from now on folders are moved
4. for each: `<name>` to `.<name>.old`, `.<name>.new` to `<name>`
5. the marker is removed: this is the moment
6. every `.<name>.old` is removed; dot files that only it has are moved to the new folder before
7. the journals are removed

`_settle` comes after each run, one that failed or was interrupted too, and before the next one where that was killed.
With the marker it moves all back: where there is a `.<name>.old` it goes back to its place, and what was not there
before leaves it; then the marker is removed. Without it, before step 3 or behind step 5, all `.<name>.new` are
removed, and all `.<name>.old` as in step 6. What it does it can do again, and so may be killed itself. A journal
that is cut off was never finished: nothing else was done yet. The journal is in every folder, and each names all
of them: whichever a later run uses, it puts right all.

The order holds for a killed process; after a power failure it is up to the file system.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from scraper.issues import ScraperError
from scraper.workspace import journal
from scraper.workspace.journal import Journal
from scraper.workspace.locking import alone
from scraper.workspace.places import Place, shown, unwritable

Stage: TypeAlias = Callable[[Path], None]
"""Writes a new folder at the path it is given, where nothing is."""


def swap(stages: Mapping[Path, Stage], refuse: Callable[[Path], None]) -> None:
    """Replace these folders by what their stages write: all of them, or none if anything fails.

    `refuse` raises for a folder that must be left alone. Raises ScraperError and OSError; all is as before then.
    """
    if not stages:
        return
    homes = tuple(dict.fromkeys(root.parent for root in stages))
    recover(*homes)
    with alone(homes):
        for root in stages:
            refuse(root)
            _refuse_occupied(root)
        _refuse_begun(homes)
        noted = Journal(roots={root: root.exists() for root in stages})
        try:
            noted.write()
            for root, stage in stages.items():
                stage(_new(root))
            noted.marker.touch(exist_ok=False)
            for root, existed in noted.roots.items():
                if existed:
                    root.rename(_old(root))
                _new(root).rename(root)
            noted.marker.unlink()
        finally:
            _settle(noted)


def recover(*folders: Place) -> None:
    """Put right what a killed run left in these folders (spec/, generated/), and in those that it wrote to with them.

    Nothing is written where nothing was left. Raises ScraperError when it cannot be put right, or the run is still
    at work.
    """
    for home in map(Path, folders):
        if not journal.is_left(home):
            continue
        try:
            _recover(home)
        except OSError as error:
            raise unwritable(error.filename or home, error) from None


def _recover(home: Path) -> None:
    first = journal.read(home)
    with alone((home, *(first.homes if first else ()))):
        noted = journal.read(home)  # again: now nobody is at work on it
        if noted is not None:
            _settle(noted)
        (home / journal.NAME).unlink(missing_ok=True)


def _settle(noted: Journal) -> None:
    if noted.marker.exists():
        for root, existed in noted.roots.items():
            _back(root, existed)
        noted.marker.unlink()
    for root in noted.roots:
        _remove(_new(root))
        _retire(root)
    noted.remove()


def _back(root: Path, existed: bool) -> None:
    """The folder as it was before, the new one beside it again."""
    old, new = _old(root), _new(root)
    if root.exists() and not new.exists() and (old.exists() or not existed):
        root.rename(new)
    if not old.exists():
        return
    if root.exists():  # somebody made it since
        raise ScraperError(
            f"{shown(root)}: there is {shown(old)} too, which a killed run left; remove"
            " one of them"
        )
    old.rename(root)


def _retire(root: Path) -> None:
    """Remove the old folder; its dot files and folders are the user's, and move to the new one."""
    old = _old(root)
    if not old.exists():
        return
    if not root.exists():
        old.rename(root)
        return
    for entry in old.iterdir():
        if entry.name.startswith(".") and not (root / entry.name).exists():
            entry.rename(root / entry.name)
    _remove(old)


def _refuse_occupied(root: Path) -> None:
    for place in (_new(root), _old(root)):
        if place.exists() or place.is_symlink():
            raise ScraperError(
                f"{shown(place)}: this place is needed while {shown(root)} is replaced;"
                " move away what is there"
            )


def _refuse_begun(homes: Iterable[Path]) -> None:
    for home in homes:
        if journal.is_left(home):  # since `recover` looked
            raise ScraperError(f"{shown(home)}: another run was killed here; try again")


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _new(root: Path) -> Path:
    return root.with_name(f".{root.name}.new")


def _old(root: Path) -> Path:
    return root.with_name(f".{root.name}.old")
