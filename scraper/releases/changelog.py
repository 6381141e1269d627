"""CHANGELOG.md of a package."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.diff.printing import as_markdown
from scraper.emit.sinks import lines
from scraper.releases.model import Entry, History
from scraper.text import Text

_HEAD = """\
# Changes

Versions follow [Semantic Versioning](https://semver.org). Before 1.0.0 a breaking change is a minor version.
"""
FIRST = "The first release.\n"
PRINTED = "The package is printed in another form; nothing else changed.\n"


def changelog(history: History, pending: Entry | None = None) -> str:
    """The text, the newest entry first; one that is not released yet says so."""
    parts = [_HEAD]
    if pending is not None:
        parts.extend(_entry(pending, first=not history.entries, released=False))
    for number, entry in enumerate(history.entries, start=1):
        first = number == len(history.entries)
        parts.extend(_entry(entry, first=first, released=True))
    return "\n".join(parts)


def _entry(entry: Entry, *, first: bool, released: bool) -> Iterator[str]:
    yield f"## {lines.line(Text(entry.version))}{'' if released else ' (not released)'}\n"
    if entry.commit:
        yield f"From the documents at commit `{entry.commit}`.\n"
    if entry.changes:
        yield as_markdown(entry.changes, level=3)
    else:
        yield FIRST if first else PRINTED
