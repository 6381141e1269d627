"""Where the pages of a service come from: the table [upstream] of its service.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scraper.issues import ScraperError
from scraper.service.table import Table, parsed

ALL: tuple[str, ...] = ("*",)
ROOT = "."
"""The folder that is the repository itself."""
REF = "{ref}"
"""Stands in the address of an archive for the branch, tag or commit that is wanted."""

_ANY = r"[A-Za-z0-9._~%/+:?=&,()\[\]-]"
_PACKED = r"\.(?i:tar\.gz|tgz|tar|zip)"
_USER = r"[A-Za-z0-9_][A-Za-z0-9._-]*@"
ARCHIVE = re.compile(rf"(?!ssh:|{_USER}).+{_PACKED}")
ADDRESS = re.compile(
    rf"(?:https?://|file:///)[A-Za-z0-9\[]{_ANY}*"
    rf"|(?:https?://|file:///)[A-Za-z0-9\[](?:{_ANY}|\{{ref\}})*{_PACKED}"
    rf"|ssh://(?:{_USER})?[A-Za-z0-9\[]{_ANY}*"
    rf"|{_USER}[A-Za-z0-9][A-Za-z0-9.-]*:(?!:)[A-Za-z0-9~/]{_ANY}*"
)
# A path never looks like an address, an option, or the name of a program that git would start (`ext::sh`).
PATH = re.compile(r"(?!-)(?!.*(?:::|://))(?![^/@]*@[^/:]*:)\S(?:.*\S)?")
REPOSITORY = re.compile(f"{ADDRESS.pattern}|{PATH.pattern}")
FOLDER = re.compile(
    r"\.|[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"
)
PAGES = re.compile(r"\*|[^/\\]*\.html", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """Where the pages of a service come from."""

    repository: str
    """The address or path of a git repository or of an archive, or the path of a folder."""
    folder: str
    """The folder in it that holds the pages; `.` is the repository itself."""
    pages: tuple[str, ...] = ALL
    """File names of the pages that are taken; `*` stands for any characters."""


def upstream_of(text: str, *, file: str) -> Upstream:
    """Where the pages of a service.toml's service come from; `file` is how errors call the text.

    Raises ScraperError naming file, key and what is expected; the table must be there.
    """
    table = parsed(text, file)
    if "upstream" not in table.values:
        raise ScraperError(
            f"{file}: upstream: missing table; to update pages, say where they come from:"
            " [upstream] with repository and folder"
        )
    return of_table(table)


def of_table(service: Table) -> Upstream:
    """The same of a table that has [upstream]."""
    table = service.table("upstream").only("repository", "folder", optional=("pages",))
    pages = ALL
    if "pages" in table.values:
        pages = table.strings("pages", "file names of pages (*.html)", PAGES)
    if not pages:
        raise table.error("pages", "a list of at least one file name", [])
    return Upstream(
        repository=table.string(
            "repository",
            "an address (https, http, ssh, file, git@host:path) or a path,"
            " with {ref} in those of archives only",
            REPOSITORY,
        ),
        folder=table.string("folder", "a relative folder with /", FOLDER),
        pages=pages,
    )
