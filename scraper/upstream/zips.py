"""A zip."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scraper.limits import LARGEST_PAGE
from scraper.upstream.model import Entry, failed, told

_REGULAR = (0, stat.S_IFREG)
"""Programs that know no kinds of files write none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zip:
    path: Path
    place: str

    def members(self) -> Iterator[tuple[str, Entry]]:
        with self._opened() as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    kind = stat.S_IFMT(member.external_attr >> 16)
                    entry = Entry(regular=kind in _REGULAR, size=member.file_size)
                    yield member.filename, entry

    def comment(self) -> str:
        with self._opened() as archive:
            return archive.comment.decode(errors="replace")

    def read(self, names: Collection[str]) -> Mapping[str, bytes]:
        contents: dict[str, bytes] = {}
        with self._opened() as archive:
            for name in names:
                with archive.open(name) as file:
                    contents[name] = file.read(LARGEST_PAGE + 1)
        return contents

    @contextmanager
    def _opened(self) -> Generator[zipfile.ZipFile]:
        try:
            with zipfile.ZipFile(self.path) as archive:
                yield archive
        # RuntimeError: encrypted; NotImplementedError: packed in a way that Python does not know.
        except (
            zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error,
        ) as error:  # fmt: skip
            raise failed(
                self.place,
                f"cannot be read: {told(error)}",
                "name another archive, or try again",
            ) from None
