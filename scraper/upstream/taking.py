"""From an `Upstream` to its pages: which kind of place it is, and what is taken of it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from scraper.document.model import Page
from scraper.issues import ScraperError, quoted
from scraper.service import Upstream
from scraper.service.upstream import ADDRESS, ARCHIVE, FOLDER, PAGES, REPOSITORY
from scraper.text import Text
from scraper.upstream import archives, folders, repositories
from scraper.upstream.model import Folder, Taken, failed
from scraper.upstream.selecting import selected
from scraper.workspace import CONTENTS, Place


def take(upstream: Upstream, *, ref: str = "", base: Place = ".") -> Taken:
    """The pages that are upstream now.

    `ref` is a branch, a tag or the full id of a commit; without it git repositories give what their HEAD is. A path
    begins at `base`. Raises ScraperError when the place, the ref, the folder or all pages are missing, or what is
    there is no page.
    """
    _check(upstream, ref)
    place = f"{upstream.repository}, folder {upstream.folder}"
    with _opened(upstream, ref, Path(base)) as folder:
        names = selected(upstream, folder.entries, place)
        contents = folder.read(names)
        pages = {name: Page(name=Text(name), content=contents[name]) for name in names}
        return Taken(
            contents=pages.pop(CONTENTS, None),
            pages=tuple(pages.values()),
            commit=folder.commit,
        )


def _opened(upstream: Upstream, ref: str, base: Path) -> AbstractContextManager[Folder]:
    if ARCHIVE.fullmatch(upstream.repository):
        return archives.opened(upstream, ref, base)
    if ADDRESS.fullmatch(upstream.repository):
        return repositories.opened(upstream, upstream.repository, ref)
    path = Path(base, upstream.repository)
    if repositories.is_repository(path):
        return repositories.opened(upstream, str(path.resolve()), ref)
    if not path.is_dir():
        raise failed(str(path), "no such folder", "name another repository")
    if ref:
        raise failed(
            str(path), "a folder that is no git repository", "leave --ref away"
        )
    return folders.opened(path / upstream.folder)


def _check(upstream: Upstream, ref: str) -> None:
    """An `Upstream` may come from anywhere, and what is in it ends in commands of git."""
    parts = [
        ("repository", upstream.repository, REPOSITORY),
        ("folder", upstream.folder, FOLDER),
        *(("pages", pattern, PAGES) for pattern in upstream.pages),
    ]
    for key, value, form in parts:
        if not value.isprintable() or not form.fullmatch(value):
            raise ScraperError(
                f"upstream: {key}: {quoted(Text(value))} cannot be one; spec/README.md"
                " tells which can"
            )
    if ref and not repositories.is_ref(ref):
        raise ScraperError(
            f"--ref {quoted(Text(ref))}: expected a branch, a tag or the full id of a commit"
        )
