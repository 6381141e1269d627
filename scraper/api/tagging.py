"""The chapters that operations belong to, as their groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Operation, Service, Tag
from scraper.api.naming import pascal, unique
from scraper.api.reaching import Identified
from scraper.api.vocabulary import CHAPTER_FILLING
from scraper.draft.model import Draft, OperationDraft
from scraper.names import NONE, Named, Names, kept, settled
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Chapter:
    """A page that lists others: its title, and that of the chapter above it (empty where there is none)."""

    title: Text
    above: Text
    page: Text


def tags(
    drafts: Sequence[Draft],
    operations: Sequence[Identified],
    service: Service,
    given: Names = NONE,
) -> Mapping[str, Tag]:
    """The tag of each operation, by its id: its page's "Parent topic", or the service for a page without one.

    A title that several chapters bear is qualified by the chapter above: "Tag Management" of "Nova APIs" is
    `NovaTagManagement`. An operation stays in the group `given` to it before, and a chapter keeps the name by which
    most of its operations know it, wherever the documents move them.
    """
    above = {
        draft.page: draft.parent.title for draft in drafts if draft.parent is not None
    }
    chapters = {one.id: _chapter(one.draft, above, service) for one in operations}
    homes = given.of(Named.HOME)
    names = _names(chapters, service, homes, given.of(Named.GROUP))
    groups = {id: homes.get(id, names[chapter]) for id, chapter in chapters.items()}
    own = {names[chapter]: chapter for chapter in sorted(set(chapters.values()))}
    told: dict[str, Chapter] = {}
    for id, name in sorted(groups.items()):
        told.setdefault(name, own.get(name, chapters[id]))
    return {
        id: Tag(name=name, title=told[name].title, page=told[name].page)
        for id, name in groups.items()
    }


def in_use(
    tag_of: Mapping[str, Tag], operations: Sequence[Operation]
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
    chapters: Mapping[str, Chapter],
    service: Service,
    homes: Mapping[str, str],
    given: Mapping[str, str],
) -> Mapping[Chapter, str]:
    operations: dict[Chapter, list[str]] = defaultdict(list)
    for id, chapter in chapters.items():
        operations[chapter].append(id)
    bearers: dict[str, list[Chapter]] = defaultdict(list)
    for chapter in sorted(operations):
        bearers[pascal(chapter.title) or service.client].append(chapter)
    wanted = {
        chapter: f"{_qualifier(chapter.above)}{name}" if len(group) > 1 else name
        for name, group in sorted(bearers.items())
        for chapter in group
    }
    keeping = kept(
        {chapter: [chapter.page.plain, *operations[chapter]] for chapter in wanted},
        {**homes, **given},
    )
    return settled(wanted, keeping, unique)


def _qualifier(title: Text) -> str:
    words = re.findall(r"[A-Za-z0-9]+", title.plain)
    return "".join(
        pascal(Text(word)) for word in words if word.lower() not in CHAPTER_FILLING
    )
