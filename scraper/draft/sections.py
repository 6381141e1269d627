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
_CASE = re.compile(r"(?:(?<!\s)\s++)?(?:[(（](.{0,100})[)）]\s*$|[:：]\s*+(.*)$)")
"""What stands in parentheses at the end, which no title makes long, or behind a colon."""
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
    | words.SYNTAX
    | words.METHOD
    | words.INTERFACE
    | words.PARAMETER
    | words.CONSTRAINT
    | words.FILLERS
)
_DESCRIBING = words.DESCRIPTION | words.INTERFACE
_METHOD = words.METHOD | words.REQUEST | words.INTERFACE | frozenset({"http", "https"})
_PATH = words.PATH | words.REQUEST
_LONGEST_HEADING = 6
"""Words that a paragraph may have to be a heading."""


class Topic(StrEnum):
    """What a section is about."""

    FUNCTION = "function"
    CONSTRAINTS = "constraints"
    URI = "URI"
    REQUEST = "request"
    RESPONSE = "response"
    PARAMETERS = "parameters"
    """Of what is described around it; no part of a page has this topic in the end."""
    EXAMPLES = "examples"
    EXAMPLE_REQUEST = "example requests"
    EXAMPLE_RESPONSE = "example responses"
    STATUS = "status codes"
    ERRORS = "error codes"
    OTHER = "other"


EXAMPLES = frozenset({Topic.EXAMPLES, Topic.EXAMPLE_REQUEST, Topic.EXAMPLE_RESPONSE})
DESCRIBED = frozenset({Topic.URI, Topic.REQUEST, Topic.RESPONSE})
"""What the parameters on a page belong to."""
_HOLDING = DESCRIBED | {Topic.PARAMETERS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section, or the part of one below a paragraph that is a heading in all but name."""

    topic: Topic
    title: Text
    case: Text = Text("")
    """What the title adds in parentheses or after a colon: the name of the example."""
    within: Topic
    """What tables here describe: where the part is an example, or stands among the
    parameters of a request or response, those; else as `topic`."""
    section: Topic
    """What the section that it is a part of is about, by that section's title."""
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
    found: list[Part] = []
    described = Topic.OTHER
    for section in document.sections:
        for part in _parts_of(section, described):
            described = part.within if part.within in DESCRIBED else described
            found.append(part)
    return tuple(found)


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
    if _is_uri(title):
        return Topic.URI
    if title & (words.RESPONSE | words.RETURNED):
        return Topic.RESPONSE
    if title & words.REQUEST:
        return Topic.REQUEST
    if title & words.FUNCTION or (title & words.DESCRIPTION and title <= _DESCRIBING):
        return Topic.FUNCTION
    if title & words.CONSTRAINT:
        return Topic.CONSTRAINTS
    return Topic.PARAMETERS if title & words.PARAMETER else Topic.OTHER


def _is_uri(title: frozenset[str]) -> bool:
    """Whether a title announces METHOD and path, or one of them."""
    if title & words.URI:
        return True
    if title & words.METHOD:
        return title <= _METHOD
    if title & words.SYNTAX:
        return bool(title & words.REQUEST)
    if title & words.FORMAT:
        return bool(title & words.INTERFACE)
    return bool(title & words.PATH) and title <= _PATH


def _example(title: frozenset[str]) -> Topic:
    request, response = title & words.REQUEST, title & words.RESPONSE
    if request and not response:
        return Topic.EXAMPLE_REQUEST
    if response and not request:
        return Topic.EXAMPLE_RESPONSE
    return Topic.EXAMPLES


def _parts_of(section: Section, described: Topic) -> Iterator[Part]:
    """The section, cut at the paragraphs that are headings.

    `described` is what the parameters of the section before it belong to.
    """
    title, (about, case) = section.title, topic(section.title)
    about = _resolved(about, title, described)
    own, described = about, about if about in DESCRIBED else described
    elements: list[Element] = []
    for element in section.elements:
        heading = _heading(element, own)
        if heading is None:
            elements.append(element)
            continue
        if elements or title == section.title:
            yield _part(section, title, (about, case), described, elements)
        title, (about, case), elements = heading, topic(heading), []
        about = _resolved(about, title, described)
        described = about if about in DESCRIBED else described
    yield _part(section, title, (about, case), described, elements)


def _resolved(about: Topic, title: Text, described: Topic) -> Topic:
    """Parameters belong to what was described before; but those of the path or the query
    to no response, and those of the header or the body to no URI."""
    if about is not Topic.PARAMETERS:
        return about
    named = set(_WORD.findall(title.plain.lower()))
    if described is Topic.RESPONSE and not named & (words.QUERY | words.PATH):
        return described
    if described is Topic.URI and not named & (words.HEADER | words.BODY):
        return described
    return Topic.REQUEST


def _part(
    section: Section,
    title: Text,
    about: tuple[Topic, Text],
    described: Topic,
    elements: list[Element],
) -> Part:
    found, case = about
    # A paragraph between the parameters ends nothing, whatever it announces.
    around = topic(section.title)[0]
    below = title != section.title and around in _HOLDING
    return Part(
        topic=found,
        title=title,
        case=case,
        within=described if found in EXAMPLES or below else found,
        section=around,
        elements=tuple(elements),
        anchors=section.anchors,
        source=section.source,
    )


def _heading(element: Element, own: Topic) -> Text | None:
    """The title that a paragraph is; in examples "Request" and "Response" are labels."""
    if not isinstance(element, Paragraph) or own in EXAMPLES:
        return None
    title = Text(element.text.plain.strip(":：* "))
    if len(title.plain.split()) > _LONGEST_HEADING or re.search(r"\d", title.plain):
        return None
    found, case = topic(title)
    if found is Topic.OTHER or case:
        return None
    if found is Topic.PARAMETERS and own not in DESCRIBED | {Topic.OTHER}:
        return None
    if found is Topic.FUNCTION and own is not Topic.OTHER:
        return None
    return title
