"""The chapters that operations belong to, as their groups."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Operation, Service, Tag
from scraper.api.naming import pascal
from scraper.api.outline import Outline, Place, Step
from scraper.api.reaching import Identified
from scraper.api.vocabulary import CHAPTER_FILLING
from scraper.draft.model import OperationDraft
from scraper.names import NONE, Named, Names, Taken, kept, settled
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Chapter:
    """A page that lists others: its title, and that of the chapter above it (empty where there is none)."""

    title: Text
    above: Text
    page: Text


def tags(
    outline: Outline,
    operations: Sequence[Identified],
    service: Service,
    given: Names = NONE,
) -> Mapping[str, Tag]:
    """The tag of each operation, by its id: its page's "Parent topic", or the service for a page without one.

    A title that several chapters bear is qualified by the chapter above: "Tag Management" of "Nova APIs" is
    `NovaTagManagement`. An operation stays in the group `given` to it before, and a chapter keeps the name by which
    most of its operations know it, wherever the documents move them.
    """
    chapters = {one.id: _chapter(one.draft, outline, service) for one in operations}
    homes = given.of(Named.HOME)
    names = _names(chapters, service, homes, given.of(Named.GROUP))
    groups = {id: homes.get(id, names[chapter]) for id, chapter in chapters.items()}
    own = {names[chapter]: chapter for chapter in sorted(set(chapters.values()))}
    told: dict[str, Chapter] = {}
    for id, name in sorted(groups.items()):
        told.setdefault(name, own.get(name, chapters[id]))
    made = _made(told, outline)
    return {id: made[name] for id, name in groups.items()}


def in_use(
    tag_of: Mapping[str, Tag], operations: Sequence[Operation], outline: Outline
) -> tuple[Tag, ...]:
    """The tags of operations, each once, in the order of reading."""
    named = {tag.name: tag for tag in tag_of.values()}
    used = (named[name] for name in {one.tag for one in operations})
    return tuple(sorted(used, key=lambda tag: (_place(tag, outline), tag.name)))


def _place(tag: Tag, outline: Outline) -> Place:
    """Operations without a chapter stand among the chapters that nobody lists."""
    nowhere = Step(unknown=True, title=tag.title.plain.casefold())
    return outline.place(tag.page) or (nowhere,)


def _made(told: Mapping[str, Chapter], outline: Outline) -> Mapping[str, Tag]:
    """The tags by name. One that is not below a chapter stands beside these, and its title counts among theirs."""
    above = {name: outline.above(one.page) for name, one in told.items()}
    headings = outline.headings({above[name] or one.page for name, one in told.items()})
    return {
        name: Tag(
            name=name,
            title=one.title,
            page=one.page,
            above=headings[above[name]] if above[name] else Text(""),
            description=outline.description(one.page),
        )
        for name, one in told.items()
    }


def _chapter(draft: OperationDraft, outline: Outline, service: Service) -> Chapter:
    if draft.parent is None:
        return Chapter(title=service.title, above=Text(""), page=Text(""))
    page = draft.parent.link.page
    above = outline.parents.get(page)
    return Chapter(
        title=draft.parent.title, above=above.title if above else Text(""), page=page
    )


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
    return settled(wanted, keeping, Taken(cased=False))


def _qualifier(title: Text) -> str:
    words = re.findall(r"[A-Za-z0-9]+", title.plain)
    return "".join(
        pascal(Text(word)) for word in words if word.lower() not in CHAPTER_FILLING
    )
