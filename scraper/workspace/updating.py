"""The documents of services and what is generated from them become new together (`swapping` says how)."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scraper.document.model import Page
from scraper.emit.sinks import file_name
from scraper.issues import ScraperError
from scraper.text import Text
from scraper.workspace.places import (
    CONTENTS,
    LOCK,
    Files,
    Place,
    project,
    shown,
    unwritable,
)
from scraper.workspace.swapping import Stage, swap
from scraper.workspace.writing import refuse_foreign, staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What a service becomes."""

    documents: tuple[Page, ...] = ()
    """New content of pages, and of the table of contents; what is not named stays as it is."""
    removed: tuple[Text, ...] = ()
    """Names of pages that are no more."""
    lock: str
    """The text of lock.toml."""
    project: Files


def update(out: Place, spec: Place, updates: Mapping[str, Update]) -> None:
    """Put new documents into the folders under `spec` and new projects into those under `out`: all, or nothing.

    What else lies in a folder of `spec` is people's own, and stays with its modes and times; in one of `out` dot
    files and dot folders stay. Raises ScraperError when a place cannot be written, a name of a document is no
    page's, or a folder is not what is expected there; then all is as it was.
    """
    projects = {name: each.project for name, each in updates.items()}
    stages = staged(out, projects)
    # Last, so that what people change meanwhile is copied late.
    stages |= {
        folder: _documents(folder, updates[name])
        for name in updates
        for folder in [Path(spec, project(name))]
    }
    if len(stages) < 2 * len(updates):
        raise ScraperError(f"{shown(out)}: expected another --out than --spec")

    def refuse(root: Path) -> None:
        if root.parent == Path(out):
            refuse_foreign(root)
        elif root.is_symlink() or not root.is_dir():
            raise ScraperError(f"{shown(root)}: expected a folder here, and no link")

    try:
        Path(out).mkdir(parents=True, exist_ok=True)
        swap(stages, refuse)
    except OSError as error:
        raise unwritable(error.filename or out, error) from None


def _documents(folder: Path, to: Update) -> Stage:
    files = {_name(page.name): page.content for page in to.documents}
    files[LOCK] = to.lock.encode()
    gone = frozenset(map(_name, to.removed)) - files.keys()
    return partial(_copy, folder, files, gone)


def _name(name: Text) -> str:
    return CONTENTS if name == Text(CONTENTS) else file_name.page(name)


def _copy(
    folder: Path, files: Mapping[str, bytes], gone: frozenset[str], to: Path
) -> None:
    def left_out(place: str, names: list[str]) -> list[str]:
        if Path(place) != folder:
            return []
        return [
            name
            for name in names
            if (name in files or name in gone)
            and (Path(place, name).is_symlink() or not Path(place, name).is_dir())
        ]

    try:
        shutil.copytree(folder, to, symlinks=True, ignore=left_out)
    except shutil.Error as error:  # a list of all that failed: the first is enough
        source, _, reason = error.args[0][0]
        raise ScraperError(f"{shown(source)}: cannot be copied: {reason}") from None
    for name, content in files.items():
        with (to / name).open("xb") as file:
            file.write(content)
