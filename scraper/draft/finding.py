"""The tables of a page and what stands around them: section, status, names, who refers to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.document.model import Row, Table
from scraper.draft import columns, naming
from scraper.draft.columns import Columns
from scraper.draft.model import Role, Side
from scraper.draft.sections import DESCRIBED, Part, Topic
from scraper.draft.vocabulary.headings import FAILURE, URI
from scraper.text import Paragraph, Text

_STATUS = re.compile(r"status\s+code\s*+[:：]?\s*+([1-5]\d\d)\b", re.IGNORECASE)
_LONGEST_LABEL = 8
"""Words that a paragraph may have to be a caption."""
_LABEL = re.compile(r"\bTable\s+\d+(?:[-.]\d+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """Rows of a table and their role; a table that mixes roles is there once per role."""

    table: Table
    columns: Columns | None
    """None for a table that holds no parameters."""
    role: Role
    side: Side
    reason: str
    schema_name: Text
    status: str = ""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A table of a page and what stands around it."""

    table: Table
    columns: Columns | None
    topic: Topic
    status: str
    """The status named before the table in its section."""
    name: Text
    hints: frozenset[str]
    """See `naming.hints`; empty if the caption names a schema."""
    failed: bool
    """What stands before the table says that it is of a response that failed."""

    @property
    def side(self) -> Side:
        """What the table's section belongs to."""
        return Side.RESPONSE if self.topic is Topic.RESPONSE else Side.REQUEST

    def assigned(self, role: Role, side: Side, reason: str) -> Assigned:
        """The whole table in one role."""
        return Assigned(
            table=self.table,
            columns=self.columns,
            role=role,
            side=side,
            reason=reason,
            schema_name=self.name,
            status=self.status if side is Side.RESPONSE else "",
            rows=self.table.rows,
        )


def find(parts: Sequence[Part]) -> tuple[Found, ...]:
    """Every table of the page in its order."""
    return tuple(_find(parts))


def references(found: Sequence[Found]) -> Mapping[int, frozenset[int]]:
    """A table's place → the places of the others that refer to it.

    A reference is a link or "Table n" in a type or a description.
    """
    anchors = {
        anchor: at for at, each in enumerate(found) for anchor in each.table.anchors
    }
    labels = {each.table.label.plain.lower(): at for at, each in enumerate(found)}
    labels.pop("", None)
    referrers: dict[int, frozenset[int]] = {}
    for at, each in enumerate(found):
        for to in _targets(each, anchors, labels):
            if to != at:
                referrers[to] = referrers.get(to, frozenset()) | {at}
    return referrers


def _find(parts: Sequence[Part]) -> Iterator[Found]:
    topic, status, section = Topic.OTHER, "", None
    for part in parts:
        # A section of its own below the request or the response describes a model of it.
        named = bool(naming.schema_name((), part.title))
        topic = topic if part.topic is Topic.OTHER and named else part.within
        status = status if part.source == section else ""
        section = part.source
        label = Text("")
        for element in part.elements:
            if isinstance(element, Table):
                yield _found(element, part, topic, status, label)
                label = Text("")
                continue
            words = element.text if isinstance(element, Paragraph) else Text("")
            match = _STATUS.search(words.plain)
            status = match[1] if match else status
            label = words if len(words.plain.split()) <= _LONGEST_LABEL else Text("")


def _found(table: Table, part: Part, topic: Topic, status: str, label: Text) -> Found:
    """A table; without a caption, what stands right before it is taken for one."""
    caption = table.caption or Text(label.plain.rstrip(":：. "))
    # The section of the request is not called as what its tables describe.
    titles = () if part.topic in DESCRIBED else (part.title,)
    name = naming.schema_name(table.anchors, caption, *titles)
    hints = naming.hints(caption)
    if not hints and topic in DESCRIBED and not naming.tokens(part.title) & URI:
        hints = naming.hints(part.title)
    outcome = naming.tokens(label) | naming.tokens(part.title) | naming.tokens(caption)
    return Found(
        table=table,
        columns=columns.read(table),
        topic=topic,
        status=status,
        name=name,
        hints=frozenset() if name else hints,
        failed=bool(outcome & FAILURE) and not name,
    )


def _targets(
    each: Found, anchors: Mapping[Text, int], labels: Mapping[str, int]
) -> Iterator[int]:
    if each.columns is None:
        return
    for row in each.table.rows:
        for place in (each.columns.type, each.columns.description):
            cell = row.cells[place] if place is not None else None
            for span in cell.spans if cell else ():
                if span.link and not span.link.page and span.link.anchor in anchors:
                    yield anchors[span.link.anchor]
                elif span.link is None:
                    for label in _LABEL.findall(span.text.plain):
                        if (
                            to := labels.get(" ".join(label.lower().split()))
                        ) is not None:
                            yield to
