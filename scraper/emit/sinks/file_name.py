"""The name of a page as the name of a file."""

from __future__ import annotations

import re
from typing import Final

from scraper.issues import ScraperError, quoted
from scraper.text import Text

LONGEST: Final = 200
_PLAIN = re.compile(r"""(?![.~-])[^/\\:*?"<>|]+\.html""", re.IGNORECASE)


def page(name: Text) -> str:
    """The name, when every file system takes it and it leads nowhere; raises ScraperError otherwise."""
    plain = name.plain
    # What is no UTF-8 is not printable either.
    if len(plain) > LONGEST or not plain.isprintable() or not _PLAIN.fullmatch(plain):
        raise ScraperError(f"{quoted(name)}: no safe name for the file of a page")
    return plain
