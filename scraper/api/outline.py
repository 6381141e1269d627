"""The chapters of a reference as its reader meets them: which stands above which, and which comes first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scraper.document.model import Contents, Parent
from scraper.draft.model import Draft, ReferencePage
from scraper.limits import DEEPEST_CHAPTER
from scraper.text import EMPTY, Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Step:
    """Where a page stands among the pages of its chapter.

    The fields depend on the page itself, on its chapter's page and on the table of contents: no other page moves it.
    """

    unknown: bool
    """Neither the table of contents nor the chapter's page tells: it comes last."""
    after: int = -1
    """The place in the table of contents: its own, or that of the page before it in the chapter's list."""
    listed: int = 0
    """Its number in the chapter's list, for a page that the table of contents lacks."""
    title: str = ""
    page: Text = Text("")


Place: TypeAlias = tuple[Step, ...]
"""The steps from the top to a page: a chapter comes before what is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    parents: Mapping[Text, Parent]
    """Page → its chapter."""
    titles: Mapping[Text, Text]
    """A chapter's page → what pages call the chapter; the first in the alphabet, whoever else there is."""
    positions: Mapping[Text, int]
    """Page → its place in the table of contents."""
    listed: Mapping[tuple[Text, Text], tuple[int, int]]
    """(a chapter's page, a page that it lists) → the place in the table of contents of the page before, and the number
    in the list."""
    descriptions: Mapping[Text, Prose]

    def above(self, page: Text) -> Text:
        """The page of the chapter that a page belongs to; empty where there is none."""
        parent = self.parents.get(page)
        return parent.link.page if parent is not None else Text("")

    def title(self, page: Text) -> Text:
        return self.titles.get(page, Text(""))

    def description(self, page: Text) -> Prose:
        return self.descriptions.get(page, EMPTY)

    def place(self, page: Text) -> Place:
        """Where a chapter's page stands in the order of reading."""
        steps: dict[Text, Step] = {}
        while page and page not in steps and len(steps) < DEEPEST_CHAPTER:
            steps[page] = self._step(page)
            page = self.above(page)
        return tuple(reversed(steps.values()))

    def headings(self, pages: Iterable[Text]) -> Mapping[Text, Text]:
        """What to call chapters where they stand together: those of one title by the chapter above too."""
        wanted = {page: self.title(page) for page in pages}
        times = Counter(wanted.values())
        return {
            page: self._qualified(page) if times[title] > 1 else title
            for page, title in wanted.items()
        }

    def _qualified(self, page: Text) -> Text:
        title, above = self.title(page), self.title(self.above(page))
        return Text(f"{title.plain} ({above.plain})") if above else title

    def _step(self, page: Text) -> Step:
        if page in self.positions:
            return Step(unknown=False, after=self.positions[page])
        known = self.listed.get((self.above(page), page))
        if known is not None:
            return Step(unknown=False, after=known[0], listed=known[1])
        title = self.title(page).plain.casefold()
        return Step(unknown=True, title=title, page=page)


def outline(drafts: Sequence[Draft], contents: Contents) -> Outline:
    """Who stands above whom as the pages say (their drafts know the table of contents already), else as this says."""
    parents = dict(contents.chapters)
    parents |= {one.page: one.parent for one in drafts if one.parent is not None}
    titles: dict[Text, Text] = {}
    for parent in parents.values():
        page = parent.link.page
        titles[page] = min(titles.get(page, parent.title), parent.title)
    positions = {page: number for number, page in enumerate(contents.order)}
    references = [one for one in drafts if isinstance(one, ReferencePage)]
    return Outline(
        parents=parents,
        titles=titles,
        positions=positions,
        listed={
            (one.page, page): step
            for one in references
            for page, step in _steps(one, parents, positions)
        },
        descriptions={one.page: one.description for one in references},
    )


def _steps(
    chapter: ReferencePage,
    parents: Mapping[Text, Parent],
    positions: Mapping[Text, int],
) -> Iterator[tuple[Text, tuple[int, int]]]:
    """The pages that a chapter lists, each once, with what `Outline.listed` tells of them."""
    after, seen = -1, set[Text]()
    for number, page in enumerate(chapter.children, start=1):
        if page not in seen:
            yield page, (after, number)
        seen.add(page)
        parent = parents.get(page)
        if parent is not None and parent.link.page == chapter.page:
            after = positions.get(page, after)
