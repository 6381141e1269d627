"""What is known of a page while it is read, and the items that its elements become."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from scraper.document.model import Element
from scraper.issues import Issue, Severity
from scraper.source import Source
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    level: int
    words: Text
    anchors: tuple[Text, ...]


Item: TypeAlias = Heading | Element


@dataclass(slots=True, kw_only=True)
class Reading:
    """What is known of the page while it is read."""

    page: Text
    issues: list[Issue] = field(default_factory=list[Issue])
    above: Text = Text("")
    """The nearest anchor above."""
    _used: Counter[Text] = field(default_factory=Counter[Text])

    def place(self, anchors: tuple[Text, ...]) -> Source:
        """A place of its own: a second one under the same anchor gets a number."""
        anchor = anchors[0] if anchors else self.above
        self._used[anchor] += 1
        if (count := self._used[anchor]) > 1:
            anchor = Text(f"{anchor.plain}~{count}")
        return Source(page=self.page, anchor=anchor)

    def report(
        self, code: str, detail: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Adds an issue about the place reached, once per place and kind."""
        source = Source(page=self.page, anchor=self.above)
        issue = Issue(code=code, severity=severity, source=source, detail=detail)
        if issue not in self.issues[-8:]:
            self.issues.append(issue)

    def names(self, anchors: Iterable[str]) -> tuple[Text, ...]:
        """Anchors, each once, and those of the form `Page__x` as `x` too."""
        stem = self.page.plain.rpartition(".")[0].casefold() + "__"
        found: dict[str, None] = {}
        for anchor in anchors:
            found[anchor] = None
            if anchor.casefold().startswith(stem) and anchor[len(stem) :]:
                found[anchor[len(stem) :]] = None
        return tuple(map(Text, found))
