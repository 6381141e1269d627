"""Generated projects and lock.toml go into place: as a whole, or not at all (`swapping` says how)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import cast

from scraper.issues import ScraperError
from scraper.limits import LARGEST_MODEL
from scraper.workspace import files
from scraper.workspace.places import (
    LOCK,
    Files,
    Place,
    project,
    segments,
    shown,
    unwritable,
)
from scraper.workspace.swapping import Stage, swap

MARK = "model.json"
"""The file by which a folder is known to be generated."""


def replace(
    out: Place,
    projects: Mapping[str, Files],
    *,
    spec: Place = "",
    locks: Mapping[str, str] | None = None,
) -> None:
    """Put each project into its folder under `out`, and each text into lock.toml of its service under `spec`.

    All of them, or none if anything fails. A lock.toml that has its text already is not touched, nor is its folder.
    What else lies in a project's folder is gone afterwards, but for dot files and dot folders (`.git`, `.venv`).
    Raises ScraperError when a place cannot be written, or a folder there is not a generated one.
    """
    written = _staged_locks(spec, locks or {})

    def refuse(root: Path) -> None:
        if root not in written:
            refuse_foreign(root)
        elif root.is_dir():
            raise ScraperError(f"{shown(root)}: expected a file here")

    try:
        if projects:
            Path(out).mkdir(parents=True, exist_ok=True)
        swap(staged(out, projects) | written, refuse)
    except OSError as error:
        raise unwritable(error.filename or out, error) from None


def staged(out: Place, projects: Mapping[str, Files]) -> dict[Path, Stage]:
    """The folder of each project, and what writes it."""
    return {
        Path(out, project(name)): partial(_write, files)
        for name, files in projects.items()
    }


def _staged_locks(spec: Place, locks: Mapping[str, str]) -> dict[Path, Stage]:
    """The lock.toml of each service that is to become another, and what writes it."""
    stages: dict[Path, Stage] = {}
    for name, text in locks.items():
        path = Path(spec, project(name), LOCK)
        if not path.is_file() or not files.holds(path, text.encode()):
            stages[path] = partial(_create, text.encode())
    return stages


def refuse_foreign(root: Path) -> None:
    """Raise ScraperError for a folder that is not one of ours."""
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise ScraperError(f"{shown(root)}: expected a folder here; it is left alone")
    if root.is_dir() and any(root.iterdir()) and not is_generated(root):
        raise ScraperError(
            f"{shown(root)}: was not generated (it has no {MARK} of ours) and is left"
            " alone; move it away, or name another --out"
        )


def is_generated(root: Path) -> bool:
    """Whether a folder is one of our projects: it has a model.json that reads as ours."""
    try:
        model = json.loads(files.content(root / MARK, LARGEST_MODEL))
    except (ScraperError, ValueError, RecursionError):
        return False
    if not isinstance(model, dict):
        return False
    return cast("dict[str, object]", model).get("generator") == "scraper"


def _write(files: Files, root: Path) -> None:
    for relative, text in files.items():
        path = root.joinpath(*segments(relative))
        path.parent.mkdir(parents=True, exist_ok=True)
        _create(text.encode(), path)


def _create(content: bytes, path: Path) -> None:
    with path.open("xb") as file:  # "x": never two files in one place
        file.write(content)
