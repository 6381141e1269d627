"""A tar, compressed or not, read from its beginning to its end and never as a whole."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from scraper.limits import LARGEST_PAGE, LARGEST_UNPACKED
from scraper.upstream.model import Entry, failed, told

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_BLOCK: Final = 512
_LONGEST_HEADER: Final = 2**20
_PIECE: Final = 2**20
_HEADERS = (
    tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK,
)  # fmt: skip


class _TooLargeError(Exception):
    """More than archives of pages have."""


class _Member(tarfile.TarInfo):
    """A member; a header that is long enough to fill the memory is none."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        member = super().frombuf(buf, encoding, errors)
        if member.type in _HEADERS and member.size > _LONGEST_HEADER:
            raise _TooLargeError("has a header that is too long")
        return member


class _Counted(io.RawIOBase):
    """A file that is read forward, and not without end."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._left = LARGEST_UNPACKED
        self.end = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        number = self._file.readinto(view)
        self._left -= number
        if self._left < 0:
            raise _TooLargeError(f"has more than {LARGEST_UNPACKED // 2**20} MiB")
        self.end = (self.end + view[:number][-_BLOCK:])[-_BLOCK:]
        return number

    def drain(self) -> None:
        """Read on to the end; only there gzip compares its sums."""
        while self.read(_PIECE):
            pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tar:
    """An archive that may be compressed by gzip."""

    path: Path
    place: str

    def members(self) -> Iterator[tuple[str, Entry]]:
        with self._opened() as archive:
            for member in archive:
                if not member.isdir():
                    regular = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE)
                    yield member.name, Entry(regular=regular, size=member.size)

    def comment(self) -> str:
        with self._opened(whole=False) as archive:
            archive.next()
            return archive.pax_headers.get("comment", "")

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        wanted = frozenset(names)
        contents: dict[str, bytes] = {}
        with self._opened() as archive:
            for member in archive:
                if member.name in wanted and (file := archive.extractfile(member)):
                    contents[member.name] = file.read(LARGEST_PAGE + 1)
        return contents

    @contextmanager
    def _opened(self, *, whole: bool = True) -> Generator[tarfile.TarFile]:
        """The archive; where it is read as a whole, its end is looked at too: one that is cut off may look complete."""
        words = ""
        try:
            with self._unpacked() as file:
                counted = _Counted(file)
                with tarfile.open(
                    fileobj=counted, mode="r|", tarinfo=_Member
                ) as archive:
                    yield archive
                    if whole:
                        counted.drain()
            if whole and counted.end != bytes(_BLOCK):
                words = "ends too early"
        except _TooLargeError as error:
            words = str(error)
        except (tarfile.TarError, EOFError, OSError, zlib.error, ValueError) as error:
            words = f"cannot be read: {told(error)}"
        if words:
            raise failed(self.place, words, "name another archive, or try again")

    def _unpacked(self) -> io.BufferedIOBase:
        with self.path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        return gzip.open(self.path) if packed else self.path.open("rb")
