"""The terminal as a target: the only place of the report that reads the words of a document."""

from __future__ import annotations

from scraper.characters import escaped
from scraper.issues import Issue
from scraper.source import Source
from scraper.text import Text

LONGEST = 100


def words(text: Text, longest: int = LONGEST) -> str:
    """Words of a document on one line: control characters escaped, cut to `longest` characters."""
    return line(text.plain, longest)


def quote(text: Text, longest: int = LONGEST) -> str:
    """The same in quotation marks."""
    return f'"{words(text, longest)}"'


def line(text: str, longest: int = 0) -> str:
    """Any string on one line, control characters escaped; cut to `longest` characters unless that is 0."""
    joined = " ".join(text.split())
    if longest and len(joined) > longest:
        joined = joined[: longest - 1] + "…"
    return escaped(joined)


def place(source: Source) -> str:
    """`Page.html#anchor, row 3`, as far as it is known."""
    anchor = f"#{words(source.anchor)}" if source.anchor else ""
    row = f", row {source.row}" if source.row else ""
    return f"{words(source.page)}{anchor}{row}"


def issue(found: Issue) -> str:
    """`error: code: Page.html#anchor, row 3: detail`."""
    return (
        f"{found.severity.value}: {line(found.code)}: {place(found.source)}:"
        f" {line(found.detail)}"
    )
