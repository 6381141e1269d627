"""Pages in an archive: a tar, compressed or not, or a zip; from the network or from the disk.

Nothing is unpacked: the members that are wanted are read, whatever the others are called.
"""

from __future__ import annotations

import tempfile
import urllib.request
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from scraper.limits import MOST_MEMBERS
from scraper.service import Upstream
from scraper.service.upstream import REF, ROOT
from scraper.upstream.downloading import download
from scraper.upstream.model import (
    COMMIT,
    Archive,
    Entry,
    Folder,
    check_sizes,
    failed,
)
from scraper.upstream.selecting import is_taken
from scraper.upstream.tars import Tar
from scraper.upstream.zips import Zip
from scraper.workspace import shown

AS_IT_IS = "HEAD"
"""What the sites that make archives of repositories call the newest commit; it stands for {ref} without --ref."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A file in the folder, and how the archive calls it."""

    member: str
    entry: Entry


@contextmanager
def opened(upstream: Upstream, ref: str, base: Path) -> Generator[Folder]:
    """The folder in the archive, at its root or below the one folder that all members lie in.

    Raises ScraperError when the archive or the folder is not there, or then something cannot be read.
    """
    place = upstream.repository
    if ref and REF not in place:
        raise failed(
            place,
            "an archive, whose address has no place for a branch or tag",
            f"leave --ref away, or write {REF} into it where that belongs",
        )
    with tempfile.TemporaryDirectory(
        prefix="scraper-", ignore_cleanup_errors=True
    ) as folder:
        path = _fetched(place, ref or AS_IT_IS, base, Path(folder))
        kind = Zip if place.lower().endswith(".zip") else Tar
        archive: Archive = kind(path=path, place=place)
        found = _found(upstream, archive, place)

        def read(names: Sequence[str]) -> Mapping[str, bytes]:
            sizes = {name: found[name].entry.size or 0 for name in names}
            check_sizes(place, sizes)
            contents = archive.read([found[name].member for name in names])
            return {name: contents[found[name].member] for name in names}

        entries = {name: each.entry for name, each in found.items()}
        comment = archive.comment()
        commit = comment if COMMIT.fullmatch(comment) else ""
        yield Folder(entries=entries, read=read, commit=commit)


def _fetched(place: str, ref: str, base: Path, folder: Path) -> Path:
    """The archive as a file on the disk."""
    address = place.replace(REF, quote(ref))
    if place.startswith(("http:", "https:")):
        path = folder / "archive"
        download(address, path)
        return path
    if place.startswith("file:"):
        path = Path(urllib.request.url2pathname(urlsplit(address).path))
    else:
        path = base / place.replace(REF, ref)
    if not path.is_file():
        raise failed(str(path), "no such archive", "check `repository`, and --ref")
    return path


def _found(upstream: Upstream, archive: Archive, place: str) -> dict[str, _Found]:
    """The files of the folder by their names."""
    wanted = [] if upstream.folder == ROOT else upstream.folder.split("/")
    tops: set[str] = set()
    at_root: dict[str, _Found] = {}
    below: dict[str, _Found] = {}
    for parts, found in _members(archive, place):
        if len(tops) < 2:
            tops.add(parts[0])
        *folders, name = parts
        if folders == wanted:
            files = at_root
        elif folders and folders[1:] == wanted and len(tops) == 1:
            files = below
        else:
            continue
        if name in files:
            raise failed(place, f"has {shown(found.member)} twice", _WAY_OUT)
        files[name] = found
    places = (at_root, below if len(tops) == 1 else {})
    for files in places:
        if any(is_taken(upstream, name) for name in files):
            return files
    if not any(places):
        words = f"has no folder {shown(upstream.folder)} with files"
        raise failed(place, words, "change folder under [upstream]")
    return at_root or below


def _members(archive: Archive, place: str) -> Generator[tuple[Sequence[str], _Found]]:
    """The parts of each path that leads nowhere else, and what is there."""
    for number, (member, entry) in enumerate(archive.members()):
        if number == MOST_MEMBERS:
            raise failed(place, f"has more than {MOST_MEMBERS} members", _WAY_OUT)
        parts = [part for part in member.split("/") if part not in ("", ".")]
        if parts and ".." not in parts:
            yield parts, _Found(member=member, entry=entry)


_WAY_OUT = "name another archive, or the repository it comes from"
