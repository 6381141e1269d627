"""One file comes in: as a whole, unless it is no file or larger than such files are."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from scraper.issues import ScraperError
from scraper.limits import MIB
from scraper.workspace.places import shown, unreadable

# Opening a fifo would wait for somebody who writes into it. Windows has neither.
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def content(path: Path, most: int) -> bytes:
    """The bytes of a file, or of the one that a link leads to.

    Raises ScraperError when it cannot be read, is a device, a pipe or a folder, or has more than `most` bytes: then it
    is not read, however much it claims to have or comes to have meanwhile.
    """
    try:
        _check(path, os.stat(path), most)
        with open(path, "rb", opener=lambda name, flags: os.open(name, flags | _AT_ONCE)) as file:  # fmt: skip
            _check(path, os.fstat(file.fileno()), most)
            found = file.read(most + 1)
    except OSError as error:
        raise unreadable(path, error) from None
    if len(found) > most:
        raise _too_large(path, most)
    return found


def text(path: Path, most: int) -> str:
    """The same as text in UTF-8, with or without a mark at its beginning."""
    try:
        return content(path, most).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ScraperError(f"{shown(path)}: expected UTF-8") from None


def holds(path: Path, expected: bytes) -> bool:
    """Whether this is a file with just these bytes; raises OSError when it cannot be read."""
    status = path.stat()
    alike = stat.S_ISREG(status.st_mode) and status.st_size == len(expected)
    return alike and path.read_bytes() == expected


def _check(path: Path, status: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise ScraperError(
            f"{shown(path)}: expected a file, and this is none (a folder, a pipe or a device); move it away"
        )
    if status.st_size > most:
        raise _too_large(path, most)


def _too_large(path: Path, most: int) -> ScraperError:
    return ScraperError(
        f"{shown(path)}: has more than {most // MIB} MiB, which no file of this kind has; make it smaller, or move it away"
    )
