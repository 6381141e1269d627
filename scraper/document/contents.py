"""The table of contents of a reference: which chapter each page belongs to, and the order of reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from scraper import json_text
from scraper.document.model import NO_CONTENTS, Contents, Page, Parent
from scraper.issues import Issue, Severity
from scraper.limits import LARGEST_CONTENTS
from scraper.source import Source
from scraper.text import Link, Text

_KEYS = ("code", "p_code", "title", "uri")


def contents(page: Page) -> tuple[Contents, tuple[Issue, ...]]:
    """A CLASS.TXT.json: a list of entries with `code`, `p_code` (the chapter's code), `title`, `uri`.

    The sequence of the entries is the order of reading. Never raises: a file of another form is an issue, and entries
    of another form are left out.
    """
    entries = _entries(page.content)
    if entries is None:
        issue = Issue(
            code="contents-unread",
            severity=Severity.WARNING,
            source=Source(page=page.name),
            detail="the file is no table of contents (a JSON list); the pages' footers tell their chapters",
        )
        return NO_CONTENTS, (issue,)
    by_code = {entry["code"]: entry for entry in entries}
    found: dict[Text, Parent] = {}
    for entry in entries:
        above = by_code.get(entry["p_code"])
        if above is not None and above is not entry:
            link = Link(page=Text(above["uri"]), anchor=Text(""))
            parent = Parent(title=Text(above["title"]), link=link)
            found.setdefault(Text(entry["uri"]), parent)
    order = dict.fromkeys(Text(entry["uri"]) for entry in entries)
    return Contents(chapters=found, order=tuple(order)), ()


def _entries(content: bytes) -> list[dict[str, str]] | None:
    if len(content) > LARGEST_CONTENTS:
        return None
    try:
        listed = json_text.loads(content.decode("utf-8-sig"))
    except ValueError:
        return None
    if not isinstance(listed, list):
        return None
    return list(_readable(cast("list[object]", listed)))


def _readable(listed: Sequence[object]) -> Iterator[dict[str, str]]:
    """The members that have all keys, with these only."""
    for each in listed:
        if isinstance(each, dict):
            entry = cast("dict[str, object]", each)
            told = {key: entry.get(key) for key in _KEYS}
            words = {key: word for key, word in told.items() if isinstance(word, str)}
            if len(words) == len(_KEYS):
                yield words
