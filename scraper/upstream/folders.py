"""Pages that lie in a plain folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from scraper.limits import LARGEST_PAGE
from scraper.upstream.model import Entry, Folder, check_sizes, failed
from scraper.workspace.files import content


@contextmanager
def opened(folder: Path) -> Generator[Folder]:
    """The folder; raises ScraperError when it, or then a page, cannot be read."""
    try:
        entries = {
            each.name: Entry(regular=stat.S_ISREG(mode))
            for each in os.scandir(folder)
            if not stat.S_ISDIR(mode := each.stat(follow_symlinks=False).st_mode)
        }
    except OSError as error:
        raise _unreadable(folder, error) from None

    def read(names: Sequence[str]) -> Mapping[str, bytes]:
        try:
            sizes = {name: (folder / name).lstat().st_size for name in names}
            check_sizes(str(folder), sizes)
            return {name: content(folder / name, LARGEST_PAGE) for name in names}
        except OSError as error:
            raise _unreadable(folder, error) from None

    yield Folder(entries=entries, read=read)


def _unreadable(folder: Path, error: OSError) -> Exception:
    return failed(
        str(error.filename or folder),
        f"cannot be read: {error.strerror}",
        "name another repository or folder",
    )
