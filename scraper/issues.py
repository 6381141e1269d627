"""What the documents got wrong or left open, as values; and the one exception for a wrong call of the program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scraper.characters import escaped
from scraper.source import Source
from scraper.text import Text

LONGEST_QUOTE = 120


class ScraperError(Exception):
    """The program was called wrongly, or cannot go on: one line that names the place and the way out (exit status 2)."""


class Severity(StrEnum):
    ERROR = "error"
    """Nothing is written."""
    WARNING = "warning"
    """The document contradicts itself or cannot be read here; the output holds the best reading."""
    NOTE = "note"
    """A reading that its reader may want to know about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One thing about one place. `code` is a stable kebab-case kind, `detail` one line of our own words."""

    code: str
    severity: Severity
    source: Source
    detail: str


def quoted(text: Text) -> str:
    """Words of a document inside an issue's detail: one line, control characters escaped, at most 120 characters."""
    line = " ".join(text.plain.split())
    if len(line) > LONGEST_QUOTE:
        line = line[: LONGEST_QUOTE - 1] + "…"
    return f'"{escaped(line)}"'
