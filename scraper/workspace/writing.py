"""Generated projects go into place: as a whole, or not at all.

A new project is written beside the present one, as `.<name>.new`. Then the present one is moved to `.<name>.old`, and
the new one into its place. The next run puts right what a killed one left.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast

from scraper.issues import ScraperError
from scraper.workspace.places import LOCK, Files, Place, project, segments, shown

MARK = "model.json"
"""The file by which a folder is known to be generated."""


def replace(out: Place, projects: Mapping[str, Files]) -> None:
    """Put each project into its folder under `out`: all of them, or none if anything fails.

    What else lies in such a folder is gone afterwards, but for dot files and dot folders (`.git`, `.venv`). Raises
    ScraperError when the place cannot be written, or a folder there is not a generated one.
    """
    roots = {Path(out, project(name)): files for name, files in projects.items()}
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
        with _alone(Path(out)):
            for root in roots:
                _recover(root)
                _refuse_foreign(root)
            try:
                for root, files in roots.items():
                    _write(_new(root), files)
                _swap(tuple(roots))
            finally:
                for root in roots:
                    _remove(_new(root))
    except OSError as error:
        raise _unwritable(error.filename or out, error) from None


def write_lock(spec: Place, name: str, text: str) -> None:
    """Put the text into a service's lock.toml, unless it is there already: the whole text or nothing of it.

    Raises ScraperError when the file cannot be written.
    """
    path = Path(spec, project(name), LOCK)
    beside = path.with_name(f".{LOCK}.new")
    try:
        if path.is_file() and path.read_bytes() == text.encode():
            return
        beside.write_bytes(text.encode())
        beside.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None


def recover(root: Path) -> None:
    """Put right what a killed run left at a project's place, if it left anything."""
    if not (_old(root).exists() or _new(root).exists()):
        return
    try:
        with _alone(root.parent):
            _recover(root)
    except OSError as error:
        raise _unwritable(error.filename or root, error) from None


def _recover(root: Path) -> None:
    _remove(_new(root))
    if root.exists():
        _retire(root)
    elif _old(root).exists():
        _old(root).rename(root)


def _swap(roots: Sequence[Path]) -> None:
    begun: list[Path] = []
    try:
        for root in roots:
            begun.append(root)
            if root.exists():
                root.rename(_old(root))
            _new(root).rename(root)
    except BaseException:
        for root in begun:
            _undo(root)
        raise
    for root in roots:
        _retire(root)


def _undo(root: Path) -> None:
    if _new(root).exists():  # not yet moved into place
        if _old(root).exists():
            _old(root).rename(root)
        return
    _remove(root)
    if _old(root).exists():
        _old(root).rename(root)


def _retire(root: Path) -> None:
    """Remove the old project; its dot files and folders are the user's, and move to the new one."""
    old = _old(root)
    if not old.exists():
        return
    for entry in old.iterdir():
        if entry.name.startswith(".") and not (root / entry.name).exists():
            entry.rename(root / entry.name)
    _remove(old)


def _refuse_foreign(root: Path) -> None:
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
        model = json.loads((root / MARK).read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(model, dict):
        return False
    return cast("dict[str, object]", model).get("generator") == "scraper"


def _write(root: Path, files: Files) -> None:
    for relative, text in files.items():
        path = root.joinpath(*segments(relative))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:  # "x": never two files in one place
            file.write(text.encode())


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _new(root: Path) -> Path:
    return root.with_name(f".{root.name}.new")


def _old(root: Path) -> Path:
    return root.with_name(f".{root.name}.old")


def _unwritable(place: Place, error: OSError) -> ScraperError:
    return ScraperError(f"{shown(place)}: cannot be written: {error.strerror}")


@contextmanager
def _alone(out: Path) -> Generator[None]:
    """Keep other runs out of a folder; the lock ends with the process, whatever happens."""
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where two runs are not kept apart
    except ImportError:
        yield
        return
    handle = os.open(out, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ScraperError(
                    f"{shown(out)}: another run is writing here"
                ) from None
        yield
    finally:
        os.close(handle)
