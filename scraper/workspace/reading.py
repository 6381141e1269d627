"""What comes in: pages, and what people say of a service."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scraper.document.model import Page
from scraper.issues import ScraperError
from scraper.limits import (
    LARGEST_CONTENTS,
    LARGEST_FOLDER,
    LARGEST_LOCK,
    LARGEST_NOTES,
    LARGEST_PAGE,
    MIB,
    MOST_PAGES,
)
from scraper.text import Text
from scraper.workspace import files
from scraper.workspace.places import CONTENTS, LOCK, Place, project, shown, unreadable


def read_pages(folder: Place) -> tuple[Page, ...]:
    """The pages of a folder (`*.html`, not those of its sub-folders), sorted by name.

    Raises ScraperError when the folder is missing or has no page, or a page cannot be read.
    """
    names = sorted(name for name in _names(folder) if name.lower().endswith(".html"))
    paths = [
        path for path in (Path(folder, name) for name in names) if not path.is_dir()
    ]
    if not paths:
        raise ScraperError(f"{shown(folder)}: no pages (*.html) in this folder")
    if len(paths) > MOST_PAGES:
        raise ScraperError(
            f"{shown(folder)}: has more than {MOST_PAGES} pages; a service has one folder"
        )
    return tuple(_pages(folder, paths))


def _pages(folder: Place, paths: Sequence[Path]) -> Iterator[Page]:
    total = 0
    for path in paths:
        page = _page(path, LARGEST_PAGE)
        total += len(page.content)
        if total > LARGEST_FOLDER:
            raise ScraperError(
                f"{shown(folder)}: the pages have more than {LARGEST_FOLDER // MIB} MiB;"
                " a service has one folder"
            )
        yield page


def read_contents(folder: Place) -> Page | None:
    """The table of contents that lies beside the pages of a folder, if it does."""
    path = Path(folder, CONTENTS)
    return _page(path, LARGEST_CONTENTS) if os.path.lexists(path) else None


def read_services(spec: Place) -> tuple[str, ...]:
    """The services of a spec folder: the names of its sub-folders, sorted."""
    names = sorted(
        name
        for name in _names(spec)
        if not name.startswith(".") and Path(spec, name).is_dir()
    )
    if not names:
        raise ScraperError(f"{shown(spec)}: no services (folders with a service.toml)")
    return tuple(names)


def read_service(spec: Place, name: str) -> tuple[str, str]:
    """The text of a service's service.toml, and how errors call that file."""
    folder = Path(spec, project(name))
    if not folder.is_dir():
        known = ", ".join(shown(known) for known in read_services(spec))
        raise ScraperError(f"{shown(folder)}: no such service; there are: {known}")
    return _toml(folder / "service.toml", LARGEST_NOTES)


def read_corrections(spec: Place, name: str) -> tuple[str, str]:
    """The text of a service's corrections.toml, empty where there is none, and how errors call that file."""
    return _optional(Path(spec, project(name), "corrections.toml"), LARGEST_NOTES)


def read_lock(spec: Place, name: str) -> tuple[str, str]:
    """The text of a service's lock.toml, empty where there is none, and how errors call that file."""
    return _optional(Path(spec, project(name), LOCK), LARGEST_LOCK)


def _optional(path: Path, most: int) -> tuple[str, str]:
    return _toml(path, most) if os.path.lexists(path) else ("", shown(path))


def _toml(path: Path, most: int) -> tuple[str, str]:
    return files.text(path, most), shown(path)


def _names(folder: Place) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError as error:
        raise unreadable(folder, error) from None


def _page(path: Path, most: int) -> Page:
    try:
        path.name.encode()
    except UnicodeEncodeError:
        raise ScraperError(f"{shown(path)}: expected a file name in UTF-8") from None
    return Page(name=Text(path.name), content=files.content(path, most))


def find_page(spec: Place, page: str) -> str:
    """The service of a spec folder that has a page of this name, given with or without `.html`.

    Raises ScraperError when no service has the page, or several have it.
    """
    names = _file_names(page)
    found = [
        service
        for service in read_services(spec)
        if not names.isdisjoint(_names(Path(spec, service)))
    ]
    match found:
        case [service]:
            return service
        case []:
            raise ScraperError(f"{shown(page)}: no such page in {shown(spec)}")
        case _:
            services = ", ".join(shown(service) for service in found)
            raise ScraperError(
                f"{shown(page)}: a page of several services ({services});"
                " name the folder with --pages"
            )


def page_named(page: str, pages: Iterable[Page]) -> Page:
    """The page of this name, given with or without `.html`; raises ScraperError when there is none."""
    names = {Text(name) for name in _file_names(page)}
    for each in pages:
        if each.name in names:
            return each
    raise ScraperError(f"{shown(page)}: no such page in this folder")


def _file_names(page: str) -> frozenset[str]:
    name = Path(page).name
    return frozenset({name, f"{name}.html"})
