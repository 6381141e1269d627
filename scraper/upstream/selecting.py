"""Which files of a folder are taken, and which pages are no more."""

from __future__ import annotations

from collections.abc import Iterable

from scraper.emit.sinks import file_name
from scraper.issues import ScraperError
from scraper.service import Upstream
from scraper.text import Text
from scraper.upstream.model import Entries, Taken, failed
from scraper.workspace import CONTENTS, shown


def selected(upstream: Upstream, entries: Entries, place: str) -> tuple[str, ...]:
    """The names of the pages that are taken, sorted, and behind them that of the table of contents if it is there.

    Files whose names begin with a dot are people's or a system's own. Raises ScraperError when there is no page, or
    one is no file or has no safe name.
    """
    pages = sorted(name for name in entries if is_taken(upstream, name))
    if not pages:
        raise failed(
            place,
            "no pages here that `pages` names",
            f"there are {_known(entries)}; change folder or pages under [upstream]",
        )
    for name in pages:
        try:
            file_name.page(Text(name))
        except ScraperError as error:
            raise failed(place, str(error), "leave it out of `pages`") from None
    names = (*pages, *(name for name in entries if name == CONTENTS))
    for name in names:
        if not entries[name].regular:
            raise failed(
                place,
                f"{shown(name)} is no file but a link or a submodule",
                "leave it out of `pages`, or name the folder where it lies",
            )
    return names


def is_taken(upstream: Upstream, name: str) -> bool:
    """Whether a file of this name is a page, and one that is wanted."""
    return (
        name.lower().endswith(".html")
        and not name.startswith(".")
        and any(_fits(pattern, name) for pattern in upstream.pages)
    )


def _fits(pattern: str, name: str) -> bool:
    """Whether a name has the parts of a pattern in their order; `*` is anything between them."""
    first, *between = pattern.split("*")
    if not between:
        return name == pattern
    *between, last = between
    if not name.startswith(first):
        return False
    at = len(first)
    for part in between:
        found = name.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return name.endswith(last) and len(name) - len(last) >= at


def _known(entries: Entries) -> str:
    pages = sorted(name for name in entries if name.lower().endswith(".html"))
    if not pages:
        return "no pages (*.html) at all"
    more = f" and {len(pages) - 3} more" if len(pages) > 3 else ""
    return ", ".join(map(shown, pages[:3])) + more


def vanished(
    before: Iterable[Text], taken: Taken, upstream: Upstream
) -> tuple[Text, ...]:
    """The names of pages that are missing upstream now: that were there before, or that `pages` names without a `*`."""
    named = {Text(name) for name in upstream.pages if "*" not in name}
    return tuple(sorted({*before, *named} - {page.name for page in taken.pages}))
