"""Other runs are kept out of the folders that one run works in; the locks end with the process, whatever happens."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scraper.issues import ScraperError
from scraper.workspace.places import shown

_held: set[tuple[int, int]] = set()
"""Device and number of the folders that this process has locked: it may ask again, where the system would refuse."""


@contextmanager
def locked(folders: Iterable[Path], *, alone: bool) -> Generator[None]:
    """Keep other runs out of these folders, or only those that want to be alone there.

    A folder that is not there, or that the system cannot lock, is passed over: whoever reads or writes it will say so.
    Raises ScraperError when another run is in the way.
    """
    with ExitStack() as locks:
        for folder in folders:
            locks.enter_context(_locked(folder, alone=alone))
        yield


@contextmanager
def _locked(folder: Path, *, alone: bool) -> Generator[None]:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where two runs are not kept apart

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        status = os.fstat(handle)
        key = status.st_dev, status.st_ino
        if key in _held:
            yield
            return
        try:
            fcntl.flock(
                handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB
            )
        except BlockingIOError:
            raise ScraperError(
                f"{shown(folder)}: another run is at work here; try again when it has ended"
            ) from None
        except OSError:  # a file system without locks
            yield
            return
        _held.add(key)
        try:
            yield
        finally:
            _held.discard(key)
    finally:
        os.close(handle)
