"""Folders and files are replaced together: all of them, or none, whatever happens.

The new `<name>` is written beside the present one, as `.<name>.new`; then the present one is moved to `.<name>.old`
and the new one into its place. What a run does, in this order, each step one that the system does as a whole or not
at all:

1. a journal into each folder concerned (generated/, spec/, spec/<service>/): what is replaced, and which of it was
   not there
2. every `.<name>.new`
3. the marker, an empty file: from now on things are moved
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

What others see meanwhile: up to step 4 all is old, behind it all is new, and during it (two renames for each of a
few things) one may be missing, or some be new already. No command of ours sees that: each has its folders for itself,
or shares them with others that read (`visiting`), and first puts right what a killed run left there. Other programs,
an editor or an import, may look at the wrong moment, and find all right at the next. An exchange of two folders
(renameat2) would close the gap within one of them, and not the one between generated/ and spec/: the journal would
be needed all the same.

The order holds for a killed process; after a power failure it is up to the file system.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from scraper.issues import ScraperError
from scraper.workspace import journal
from scraper.workspace.journal import Journal
from scraper.workspace.locking import locked
from scraper.workspace.places import Place, shown, unwritable

Stage: TypeAlias = Callable[[Path], None]
"""Writes a new folder or file at the path it is given, where nothing is."""


def swap(stages: Mapping[Path, Stage], refuse: Callable[[Path], None]) -> None:
    """Replace these folders and files by what their stages write: all of them, or none if anything fails.

    `refuse` raises for one that must be left alone. Raises ScraperError and OSError; all is as before then.
    """
    if not stages:
        return
    homes = tuple(dict.fromkeys(root.parent for root in stages))
    recover(*homes)
    with locked(homes, alone=True):
        for root in stages:
            refuse(root)
            _refuse_occupied(root)
        refuse_begun(homes)
        noted = Journal(roots={root: _there(root) for root in stages})
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
            _settle_whatever_comes(noted)


def recover(*folders: Place) -> None:
    """Put right what a killed run left in these folders (spec/, generated/), and in those that it wrote to with them.

    Nothing is written where nothing was left. Raises ScraperError when it cannot be put right, or the run is still
    at work.
    """
    for home in _left(map(Path, folders)):
        try:
            _recover(home)
        except OSError as error:
            raise unwritable(error.filename or home, error) from None


def refuse_begun(folders: Iterable[Path]) -> None:
    """Raise ScraperError where a run was killed since `recover` looked."""
    for home in _left(folders):
        raise ScraperError(f"{shown(home)}: another run was killed here; try again")


def _left(folders: Iterable[Path]) -> Iterator[Path]:
    """Those of these folders, and of the folders in them, in which a run left its journal."""
    for folder in folders:
        if journal.is_left(folder):
            yield folder
        yield from journal.left_in(folder)


def _recover(home: Path) -> None:
    first = journal.read(home)
    with locked((home, *(first.homes if first else ())), alone=True):
        noted = journal.read(home)  # again: now nobody is at work on it
        if noted is not None:
            _settle(noted)
        (home / journal.NAME).unlink(missing_ok=True)


def _settle_whatever_comes(noted: Journal) -> None:
    """What fails once, or Ctrl-C meanwhile, ends the run all the same, and is no reason to leave that to the next one."""
    try:
        _settle(noted)
    except BaseException:
        _settle(noted)
        raise


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
    """What was there before, the new one beside it again."""
    old, new = _old(root), _new(root)
    if _there(root) and not _there(new) and (_there(old) or not existed):
        root.rename(new)
    if not _there(old):
        return
    if _there(root):  # somebody made it since
        raise ScraperError(
            f"{shown(root)}: there is {shown(old)} too, which a killed run left; remove"
            " one of them"
        )
    old.rename(root)


def _retire(root: Path) -> None:
    """Remove the old one; the dot files and folders in it are the user's, and move to the new one."""
    old = _old(root)
    if not _there(old):
        return
    if not _there(root):
        old.rename(root)
        return
    if _is_folder(old):
        _open_up(old)
        for entry in old.iterdir():
            if entry.name.startswith(".") and not _there(root / entry.name):
                entry.rename(root / entry.name)
    _remove(old)


def _refuse_occupied(root: Path) -> None:
    for place in (_new(root), _old(root)):
        if _there(place):
            raise ScraperError(
                f"{shown(place)}: this place is needed while {shown(root)} is replaced;"
                " move away what is there"
            )


def _remove(place: Path) -> None:
    if _is_folder(place):
        _open_up(place)
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def _open_up(folder: Path) -> None:
    """Let folders that somebody made read-only be emptied: what cannot be removed would stop every later run."""
    for place, _, _ in os.walk(folder):
        if not os.access(place, os.W_OK | os.X_OK):
            with suppress(OSError):
                Path(place).chmod(0o700)


def _there(place: Path) -> bool:
    """Whether anything is there; a link that leads nowhere is."""
    return os.path.lexists(place)


def _is_folder(place: Path) -> bool:
    return place.is_dir() and not place.is_symlink()


def _new(root: Path) -> Path:
    return root.with_name(f".{root.name}.new")


def _old(root: Path) -> Path:
    return root.with_name(f".{root.name}.old")
