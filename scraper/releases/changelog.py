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
        parts.append(f"## {lines.line(Text(pending.version))} (not released)\n")
        parts.extend(told(pending, first=not history.entries))
    for entry in history.entries:
        parts.append(f"## {lines.line(Text(entry.version))}\n")
        parts.extend(told(entry, first=entry is history.entries[-1]))
    return "\n".join(parts)


def told(entry: Entry, *, first: bool, level: int = 3) -> Iterator[str]:
    """What stands under the heading of a release."""
    if entry.commit:
        yield f"From the documents at commit `{entry.commit}`.\n"
    if entry.changes:
        yield as_markdown(entry.changes, level)
    else:
        yield FIRST if first else PRINTED
