"""What is released next: under which version, and what its entry in the change log says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from scraper.diff.facts import compare as compare_facts
from scraper.diff.model import Change, Verdict, worst
from scraper.diff.surface import compare as compare_surfaces
from scraper.releases.model import Entry, History
from scraper.releases.versions import following, later

NOT_PUBLISHED = frozenset({"CHANGELOG.md", "issues.txt"})
"""Files of a project that are about the package, and no part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A package as printed under some version, and what it offers to Python."""

    files: Mapping[str, str]
    surface: Mapping[str, str]
    facts: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def digest(self) -> str:
        """SHA-256 of all that is published."""
        whole = sha256()
        for path, text in sorted(self.files.items()):
            if path not in NOT_PUBLISHED:
                for part in (path, text):
                    data = part.encode()
                    whole.update(f"{len(data)} ".encode() + data)
        return whole.hexdigest()


NOT_PRINTED = Printed(files={}, surface={})


def next_entry(
    history: History, printed: Printed, changes: Sequence[Change], least: str
) -> Entry | None:
    """The next entry; None where the package is what was released already.

    `changes` are those of the Api and of the surface; where there is none and the files differ all the same, words or
    their form changed. `least` is the version that people ask for at least (service.toml).
    """
    if not history.version:
        return Entry(version=least, commit=history.commit)
    verdict = worst(change.verdict for change in changes)
    if verdict is None and printed.digest != history.digest:
        verdict = Verdict.DOCUMENTATION
    if verdict is None:
        asked = later(history.version, least)
        return None if asked == history.version else Entry(version=asked)
    version = later(following(history.version, verdict), least)
    return Entry(version=version, commit=history.commit, changes=tuple(changes))


def closed(history: History, entry: Entry, printed: Printed) -> History:
    """The history after a release; `printed` is what was released, under its version."""
    return replace(
        history,
        version=entry.version,
        digest=printed.digest,
        surface=printed.surface,
        facts=printed.facts,
        entries=(entry, *history.entries),
    )


def since(history: History, printed: Printed) -> tuple[Change, ...]:
    """What changed since the last release for those who use the package, as far as that is remembered."""
    return (
        *compare_surfaces(history.surface, printed.surface),
        *compare_facts(history.facts, printed.facts),
    )
