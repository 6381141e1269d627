"""Other runs are kept out of the folders that one run writes to."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterable
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from scraper.issues import ScraperError
from scraper.workspace.places import shown


@contextmanager
def alone(folders: Iterable[Path]) -> Generator[None]:
    """Keep other runs out of these folders; the locks end with the process, whatever happens.

    Raises ScraperError when another run is writing to one of them.
    """
    with ExitStack() as locks:
        for folder in {folder.resolve(): folder for folder in folders}.values():
            locks.enter_context(_alone(folder))
        yield


@contextmanager
def _alone(folder: Path) -> Generator[None]:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows, where two runs are not kept apart
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise ScraperError(
                    f"{shown(folder)}: another run is writing here"
                ) from None
        yield
    finally:
        os.close(handle)
