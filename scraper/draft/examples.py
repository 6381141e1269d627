"""The example requests and responses of a page: code blocks outside its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never

from scraper.draft import example_text
from scraper.draft.example_text import Body, Line, Rest, Status
from scraper.draft.model import ExampleDraft, Side
from scraper.draft.sections import EXAMPLES, Part, Topic
from scraper.draft.vocabulary import headings as words
from scraper.issues import Issue, Severity, quoted
from scraper.text import Block, Bullets, Code, Paragraph, Text

_STATUS = re.compile(r"status\s+code\s*+[:：]?\s*+([1-5]\d\d)\b", re.IGNORECASE)
_LABEL = re.compile(r"([^:：]*)[:：]\s*(.+)", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?:/)?/\S+", re.IGNORECASE)
_NUMBER = re.compile(r"^\d+[.)]\s+")
_WORD = re.compile(r"[a-z]+")
_GENERIC = (
    words.EXAMPLE
    | words.REQUEST
    | words.RESPONSE
    | words.FILLERS
    | words.URI
    | words.ALTERNATIVES
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A code block and what stands before it."""

    code: Text
    labels: tuple[str, ...]
    """Paragraphs before the block, the nearest last."""
    status: str
    part: Part


@dataclass(slots=True, kw_only=True)
class _Found:
    """What the blocks of one part gave so far."""

    examples: list[ExampleDraft] = field(default_factory=list[ExampleDraft])
    issues: list[Issue] = field(default_factory=list[Issue])
    waiting: list[ExampleDraft] = field(default_factory=list[ExampleDraft])
    """Request lines that no body followed yet."""
    request: ExampleDraft | None = None
    """The request line that belongs to the bodies that follow."""

    def line(self, example: ExampleDraft) -> None:
        if not self.waiting:
            self.request = example
        self.waiting.append(example)

    def body(self, example: ExampleDraft) -> None:
        """A request's body takes the request line before it, and its label."""
        if example.side is Side.RESPONSE:
            self.settle()
        elif self.request is not None:
            example = replace(
                example,
                method=self.request.method,
                url=self.request.url,
                label=example.label or self.request.label,
            )
        self.waiting.clear()
        self.examples.append(example)

    def settle(self) -> None:
        """Request lines without a body are examples of their own."""
        self.examples += self.waiting
        self.waiting.clear()
        self.request = None


def read(
    parts: Sequence[Part],
) -> tuple[tuple[ExampleDraft, ...], tuple[Issue, ...]]:
    """Every example of a page in its order; one that is no JSON is an issue instead.

    Lines for two versions before one body are one request. Outside the sections of
    examples only JSON and request lines are examples, the section URI has none.
    """
    examples: list[ExampleDraft] = []
    issues: list[Issue] = []
    for part in parts:
        if part.topic is Topic.URI:
            continue
        found = _Found()
        for block in _blocks(part.blocks, part, (), ""):
            _read(block, found)
        found.settle()
        examples += found.examples
        issues += (*found.issues, *_unplaced(found.examples))
    return tuple(examples), tuple(issues)


def _unplaced(examples: Iterable[ExampleDraft]) -> Iterator[Issue]:
    """JSON that nothing calls a request or a response."""
    for example in examples:
        if example.side is Side.NEITHER and example.body is not None:
            yield Issue(
                code="example-unplaced",
                severity=Severity.NOTE,
                source=example.source,
                detail=f"nothing says whose example {quoted(example.body)} is: it is not in the output",
            )


def _blocks(
    blocks: Iterable[Block], part: Part, outer: tuple[str, ...], status: str
) -> Iterator[_Block]:
    """Code blocks in order, those of list items with the words before the list too."""
    labels, fresh = outer, False
    for block in blocks:
        match block:
            case Paragraph(text=text):
                labels, fresh = (outer, False) if fresh else (labels, False)
                if match := _STATUS.search(text.plain):
                    status = match[1]
                else:
                    labels = (*labels, text.plain)
            case Code(text=text):
                yield _Block(code=text, labels=labels, status=status, part=part)
                fresh = True
            case Bullets(items=items):
                for item in items:
                    yield from _blocks(item.blocks, part, labels, status)
                fresh = True
            case _:
                assert_never(block)


def _read(block: _Block, found: _Found) -> None:
    pieces = example_text.read(block.code.plain)
    side = _side(block, any(isinstance(piece, Line) for piece in pieces))
    example = ExampleDraft(
        side=side,
        label=_label(block, side),
        status=block.status if side is not Side.REQUEST else "",
        source=block.part.source,
    )
    if any(isinstance(piece, Line) for piece in pieces):
        found.settle()
    for piece in pieces:
        match piece:
            case Line(method=method, url=url):
                found.line(replace(example, method=method, url=url))
            case Status(code=code):
                example = replace(example, status=code)
            case Body(json=json):
                found.body(replace(example, body=json))
            case Rest(text=text):
                _judge(text, block, found)
            case _:
                assert_never(piece)


def _judge(text: Text, block: _Block, found: _Found) -> None:
    """Text in an example that cannot be read; elsewhere it need not be an example, and
    an address alone is none."""
    if _ADDRESS.fullmatch(text.plain.strip()):
        return
    if block.part.topic in EXAMPLES or example_text.looks_like_json(text):
        issue = Issue(
            code="example-unparsable",
            severity=Severity.WARNING,
            source=block.part.source,
            detail=f"the example is no JSON from {quoted(text)} on",
        )
        found.issues.append(issue)


def _side(block: _Block, has_line: bool) -> Side:
    """By the section's title, else by the nearest label, else by a request line."""
    sides = {
        Topic.EXAMPLE_REQUEST: Side.REQUEST,
        Topic.EXAMPLE_RESPONSE: Side.RESPONSE,
    }
    if side := sides.get(block.part.topic):
        return side
    for label in reversed(block.labels):
        found = _words(label)
        request, response = found & words.REQUEST, found & words.RESPONSE
        if bool(request) != bool(response):
            return Side.REQUEST if request else Side.RESPONSE
    if has_line:
        return Side.REQUEST
    others = {Topic.REQUEST: Side.REQUEST, Topic.RESPONSE: Side.RESPONSE}
    return others.get(block.part.topic, Side.NEITHER)


def _label(block: _Block, side: Side) -> Text:
    """The nearest words that say more than "Example request"; else the title's case.

    A response with a label of its own has no other; "Failed response" is one.
    """
    for label in reversed(block.labels):
        match = _LABEL.fullmatch(label)
        if match and _is_generic(match[1]):
            label = match[2]
        if not _is_generic(label):
            return Text(_NUMBER.sub("", label).strip().rstrip(":："))
        if side is Side.RESPONSE and _words(label) & words.RESPONSE:
            outcome = _words(label) & words.OUTCOME
            return Text(label) if outcome else block.part.case
    return block.part.case


def _is_generic(label: str) -> bool:
    return _words(label) <= _GENERIC


def _words(label: str) -> set[str]:
    return set(_WORD.findall(label.lower()))
