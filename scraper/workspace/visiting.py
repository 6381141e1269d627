"""A command's stay in the folders it works in: what a killed run left is put right, and other runs are kept out."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from scraper.workspace.locking import locked
from scraper.workspace.places import Place
from scraper.workspace.swapping import recover, refuse_begun


@contextmanager
def to_write(*folders: Place) -> Generator[None]:
    """Have these folders (spec/, generated/) for this run alone, from reading to writing.

    What is written then follows from what is there: nobody changed it in between. Raises ScraperError when another
    run is at work in one of them, or what was left cannot be put right.
    """
    with locked(map(Path, folders), alone=True):
        recover(*folders)
        yield


@contextmanager
def to_read(*folders: Place) -> Generator[None]:
    """Keep those out of these folders who write there, so that what is read belongs together; others may read.

    Raises ScraperError as `to_write` does.
    """
    recover(*folders)
    with locked(map(Path, folders), alone=False):
        refuse_begun(map(Path, folders))
        yield
