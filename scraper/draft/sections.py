"""What each section of a page is about, by the words of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scraper.document.model import Document, Element, Section, Table
from scraper.draft.vocabulary import headings as words
from scraper.source import Source
from scraper.text import Block, Paragraph, Prose, Text

_WORD = re.compile(r"[a-z]+")
_CASE = re.compile(r"\s*[(（](.*)[)）]\s*$|\s*[:：]\s*(.*)$")
_KNOWN = (
    words.EXAMPLE
    | words.URI
    | words.REQUEST
    | words.RESPONSE
    | words.ERROR
    | words.STATUS
    | words.CODE
    | words.RETURNED
    | words.VALUE
    | words.FUNCTION
    | words.CONSTRAINT
    | words.FILLERS
)
_LONGEST_HEADING = 6
"""Words that a paragraph may have to be a heading."""


class Topic(StrEnum):
    """What a section is about."""

    FUNCTION = "function"
    CONSTRAINTS = "constraints"
    URI = "URI"
    REQUEST = "request"
    RESPONSE = "response"
    EXAMPLES = "examples"
    EXAMPLE_REQUEST = "example requests"
    EXAMPLE_RESPONSE = "example responses"
    STATUS = "status codes"
    ERRORS = "error codes"
    OTHER = "other"


EXAMPLES = frozenset({Topic.EXAMPLES, Topic.EXAMPLE_REQUEST, Topic.EXAMPLE_RESPONSE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section, or the part of one below a paragraph that is a heading in all but name."""

    topic: Topic
    title: Text
    case: Text = Text("")
    """What the title adds in parentheses or after a colon: the name of the example."""
    elements: tuple[Element, ...]
    anchors: tuple[Text, ...]
    source: Source

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(element for element in self.elements if isinstance(element, Table))

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(
            element for element in self.elements if not isinstance(element, Table)
        )

    @property
    def prose(self) -> Prose:
        return Prose(blocks=self.blocks)


def parts(document: Document) -> tuple[Part, ...]:
    """The page's sections in order, each with its topic."""
    return tuple(part for section in document.sections for part in _parts_of(section))


def topic(title: Text) -> tuple[Topic, Text]:
    """What a title is about, and the case that it names (`Example Request (Case)`)."""
    found = _topic(frozenset(_WORD.findall(title.plain.lower())))
    if found is not Topic.OTHER:
        return found, Text("")
    match = _CASE.search(title.plain)
    if match is None:
        return Topic.OTHER, Text("")
    name = title.plain[: match.start()].lower()
    case = Text((match[1] or match[2] or "").strip())
    return _topic(frozenset(_WORD.findall(name))), case


def _topic(title: frozenset[str]) -> Topic:
    if not title or not title <= _KNOWN:
        return Topic.OTHER
    if title & words.EXAMPLE:
        return _example(title)
    if title & words.ERROR:
        return Topic.ERRORS
    if title & words.CODE or (title & words.RETURNED and title & words.VALUE):
        return Topic.STATUS
    if title & words.URI:
        return Topic.URI
    if title & words.RESPONSE:
        return Topic.RESPONSE
    if title & words.REQUEST:
        return Topic.REQUEST
    if title & words.FUNCTION:
        return Topic.FUNCTION
    return Topic.CONSTRAINTS if title & words.CONSTRAINT else Topic.OTHER


def _example(title: frozenset[str]) -> Topic:
    request, response = title & words.REQUEST, title & words.RESPONSE
    if request and not response:
        return Topic.EXAMPLE_REQUEST
    if response and not request:
        return Topic.EXAMPLE_RESPONSE
    return Topic.EXAMPLES


def _parts_of(section: Section) -> Iterator[Part]:
    """The section, cut at the paragraphs that are headings."""
    title, (about, case) = section.title, topic(section.title)
    elements: list[Element] = []
    for element in section.elements:
        heading = _heading(element, about)
        if heading is None:
            elements.append(element)
            continue
        if elements or title == section.title:
            yield _part(section, title, about, case, elements)
        title, (about, case), elements = heading, topic(heading), []
    yield _part(section, title, about, case, elements)


def _part(
    section: Section, title: Text, about: Topic, case: Text, elements: list[Element]
) -> Part:
    return Part(
        topic=about,
        title=title,
        case=case,
        elements=tuple(elements),
        anchors=section.anchors,
        source=section.source,
    )


def _heading(element: Element, about: Topic) -> Text | None:
    """The title that a paragraph is; in examples "Request" and "Response" are labels."""
    if not isinstance(element, Paragraph):
        return None
    title = Text(element.text.plain.rstrip(":： "))
    if len(title.plain.split()) > _LONGEST_HEADING or re.search(r"\d", title.plain):
        return None
    found, case = topic(title)
    if found is Topic.OTHER or case or about in EXAMPLES:
        return None
    return title
