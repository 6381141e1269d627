"""Pages that hold more than pages do: they are not read, for nobody could tell what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.issues import Issue, Severity
from scraper.limits import (
    LARGEST_PAGE,
    MIB,
    MOST_BLOCKS,
    MOST_ROWS,
    MOST_TABLES,
    MOST_TAGS,
)
from scraper.source import Source
from scraper.text import Text

_COUNTED = (
    ("tags", re.compile("<[a-z/!]", re.IGNORECASE), MOST_TAGS),
    ("rows in tables", re.compile("<tr(?![a-z])", re.IGNORECASE), MOST_ROWS),
    ("tables", re.compile("<table(?![a-z])", re.IGNORECASE), MOST_TABLES),
    ("blocks of code", re.compile("<pre(?![a-z])", re.IGNORECASE), MOST_BLOCKS),
)


def of_bytes(page: Text, content: bytes) -> Iterator[Issue]:
    """The error of a file that is too large."""
    if len(content) > LARGEST_PAGE:
        yield _issue(page, f"the page has more than {LARGEST_PAGE // MIB} MiB")


def of_words(page: Text, words: str) -> Iterator[Issue]:
    """The errors of a page that has too much of something, wherever it stands: comments count too."""
    for what, form, most in _COUNTED:
        number = sum(1 for _ in form.finditer(words))
        if number > most:
            yield _issue(page, f"the page has {number:,} {what}, more than {most:,}")


def _issue(page: Text, detail: str) -> Issue:
    return Issue(
        code="page-too-large",
        severity=Severity.ERROR,
        source=Source(page=page),
        detail=f"{detail}: split it, or leave it out",
    )
