"""Is a project on disk what would be generated now?"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from scraper.workspace import files as one_file
from scraper.workspace.places import Files, Place, project, unreadable
from scraper.workspace.swapping import recover
from scraper.workspace.writing import is_generated

_IGNORED_FOLDER = re.compile(r"\..*|__pycache__|build|dist|.*\.egg-info")
_IGNORED_FILE = re.compile(r"\..*|.*\.pyc")


class Change(StrEnum):
    MISSING = "missing"
    EXTRA = "extra"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Difference:
    """A file that is not as it would be generated; `path` begins with the project's name."""

    path: str
    change: Change


def compare(out: Place, name: str, files: Files) -> tuple[Difference, ...]:
    """What differs between the project on disk and these files, sorted by path.

    Caches, build products and dot files do not count, unless they are generated.
    """
    root = Path(out, project(name))
    recover(out)
    return tuple(
        Difference(path=f"{name}/{path}", change=change)
        for path in sorted({*files, *_walk(root)})
        if (change := _change(root / path, files.get(path)))
    )


def _change(path: Path, text: str | None) -> Change | None:
    if text is None:
        return Change.EXTRA
    if not path.is_file():
        return Change.MISSING
    try:
        same = one_file.holds(path, text.encode())
    except OSError as error:
        raise unreadable(path, error) from None
    return None if same else Change.CHANGED


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = [each for each in folders if not _IGNORED_FOLDER.fullmatch(each)]
        for file in files:
            if not _IGNORED_FILE.fullmatch(file):
                yield Path(folder, file).relative_to(root).as_posix()


def left_over(out: Place, names: Collection[str]) -> tuple[Difference, ...]:
    """Generated projects under `out` whose service is none of these."""
    if not Path(out).is_dir():
        return ()
    return tuple(
        Difference(path=f"{folder.name}/", change=Change.EXTRA)
        for folder in sorted(Path(out).iterdir())
        if folder.name not in names
        and not folder.name.startswith(".")
        and is_generated(folder)
    )
