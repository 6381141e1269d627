"""Names of files and folders: which are safe, and how they are shown."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import TypeAlias

from scraper.characters import escaped
from scraper.issues import ScraperError, quoted
from scraper.text import Text

Place: TypeAlias = str | os.PathLike[str]
Files: TypeAlias = Mapping[str, str]
"""A project: relative paths with `/`, and the text of each file."""

CONTENTS = "CLASS.TXT.json"
"""The table of contents that is exported with the pages."""
LOCK = "lock.toml"
"""The file of a service that the program writes."""

_SEGMENT = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._-]+")
_PROJECT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def project(name: str) -> str:
    """The name of a service's folder, when it is safe as one; raises ScraperError otherwise."""
    if not _PROJECT.fullmatch(name):
        raise ScraperError(f"{quoted(Text(name))}: expected the name of a service")
    return name


def segments(path: str) -> tuple[str, ...]:
    """A relative path with `/` in parts; raises ScraperError when it could lead out of its folder."""
    parts = tuple(path.split("/"))
    if not all(_SEGMENT.fullmatch(part) for part in parts):
        raise ScraperError(f"{quoted(Text(path))}: no safe name for a generated file")
    return parts


def shown(path: Place) -> str:
    """A path as an error or a summary shows it: one line, no control characters."""
    return escaped(os.fspath(path).encode(errors="replace").decode())


def unreadable(path: Place, error: OSError) -> ScraperError:
    return ScraperError(f"{shown(path)}: cannot be read: {_reason(error)}")


def unwritable(path: Place, error: OSError) -> ScraperError:
    return ScraperError(f"{shown(path)}: cannot be written: {_reason(error)}")


def _reason(error: OSError) -> str:
    return shown(error.strerror or str(error) or type(error).__name__)
