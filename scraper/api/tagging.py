"""The chapters that operations belong to, as their groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Operation, Service, Tag
from scraper.api.naming import pascal, unique
from scraper.api.vocabulary import CHAPTER_FILLING
from scraper.draft.model import Draft, OperationDraft
from scraper.names import kept, settled
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Chapter:
    """A page that lists others: its title, and that of the chapter above it (empty where there is none)."""

    title: Text
    above: Text
    page: Text


def tags(
    drafts: Sequence[Draft], service: Service, given: Mapping[str, str]
) -> Mapping[Text, Tag]:
    """The tag of each operation's page: its footer's "Parent topic", or the service for a page without one.

    A title that several chapters bear is qualified by the chapter above: "Tag Management" of "Nova APIs" is
    `NovaTagManagement`. The name `given` to a chapter before stays.
    """
    above = {
        draft.page: draft.parent.title for draft in drafts if draft.parent is not None
    }
    chapters = {
        draft.page: _chapter(draft, above, service)
        for draft in drafts
        if isinstance(draft, OperationDraft)
    }
    names = _names(sorted(set(chapters.values())), service, given)
    return {
        page: Tag(name=names[chapter], title=chapter.title, page=chapter.page)
        for page, chapter in chapters.items()
    }


def in_use(
    tag_of: Mapping[Text, Tag], operations: Sequence[Operation]
) -> tuple[Tag, ...]:
    """The tags of operations, each once, by name."""
    named = {tag.name: tag for tag in tag_of.values()}
    return tuple(named[name] for name in sorted({one.tag for one in operations}))


def _chapter(
    draft: OperationDraft, above: Mapping[Text, Text], service: Service
) -> Chapter:
    if draft.parent is None:
        return Chapter(title=service.title, above=Text(""), page=Text(""))
    page = draft.parent.link.page
    return Chapter(title=draft.parent.title, above=above.get(page, Text("")), page=page)


def _names(
    chapters: Sequence[Chapter], service: Service, given: Mapping[str, str]
) -> Mapping[Chapter, str]:
    bearers: dict[str, list[Chapter]] = defaultdict(list)
    for chapter in chapters:
        bearers[pascal(chapter.title) or service.client].append(chapter)
    wanted = {
        chapter: f"{_qualifier(chapter.above)}{name}" if len(group) > 1 else name
        for name, group in sorted(bearers.items())
        for chapter in group
    }
    keeping = kept({chapter: [chapter.page.plain] for chapter in chapters}, given)
    return settled(wanted, keeping, unique)


def _qualifier(title: Text) -> str:
    words = re.findall(r"[A-Za-z0-9]+", title.plain)
    return "".join(
        pascal(Text(word)) for word in words if word.lower() not in CHAPTER_FILLING
    )
