"""What the docstrings of methods, groups and the client say."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.api.model import (
    Operation,
    Pagination,
    Paging,
    Property,
    Scalar,
    Service,
    Tag,
    Waiter,
)
from scraper.emit.python.arguments import Argument, Arguments
from scraper.emit.python.docstrings import (
    WIDTH,
    brief,
    docstring,
    escaped,
    facts,
    joined,
    prose_lines,
    source_line,
    wrapped,
)
from scraper.emit.python.layout import Layout
from scraper.emit.python.models import enumeration_in
from scraper.emit.python.reserved import WAIT_ARGUMENTS
from scraper.emit.sinks.python import inline, literal
from scraper.text import Prose

_INDENT = 8
_ROOM = WIDTH - _INDENT
_PROJECT = "Project ID; the client's own if not given."
_NO_WORDS = "Not described."
_ENDLESS = 1_000_000
_MOST_VALUES = 12
"""A longer list of values stands in the enumeration only."""
_EXTRAS = (
    "extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the",
    "    documents do not tell.",
    "timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.",
)


def method_docstring(
    operation: Operation, taken: Arguments, layout: Layout, answer: str
) -> str:
    """Purpose, arguments, answer, errors and source of an operation."""
    title = wrapped(_ended(inline(operation.title)) or operation.id, _ROOM)
    return docstring(
        joined(
            [
                title,
                prose_lines(operation.description, _ROOM),
                ["Args:", *_indented(_arguments(taken, layout))],
                _returns(answer),
                ["Raises:", *_indented(_raises(operation))],
                [source_line(operation.source)],
            ]
        ),
        _INDENT,
    )


def iterator_docstring(
    operation: Operation, method: str, begins: str, size: str
) -> str:
    """What an iterator gives, what its paging argument means, errors and source."""
    pages = operation.pagination
    if pages is None:
        raise ValueError("the operation has no pages")
    told = f"The arguments are those of `{method}`. `{begins}` is {_begins(pages)}."
    if size:
        told += f" `{size}` is how many items a page has at most."
    raised = (
        "PaginationError: A page holds no list, or the pages would not end.",
        f"APIError: As `{method}` does, for each page.",
    )
    return docstring(
        joined(
            [
                wrapped(
                    f"The items of all pages of `{method}`, which are fetched as needed.",
                    _ROOM,
                ),
                wrapped(told, _ROOM),
                ["Raises:", *_indented(_hanging(*raised))],
                [source_line(operation.source)],
            ]
        ),
        _INDENT,
    )


def _begins(pages: Pagination) -> str:
    """What the argument means that says where a page begins."""
    match pages.style:
        case Paging.PAGE:
            return f"the number of the page to begin with; the first is {pages.first}"
        case Paging.OFFSET:
            return "how many items to leave out"
        case Paging.MARKER if pages.next:
            told = ".".join(inline(one) for one in pages.next)
            return f"a marker to begin behind, as answers tell it in `{told}`"
        case Paging.MARKER:
            return f"the `{inline(pages.item)}` of the item to begin behind"


def waiter_docstring(
    operation: Operation, method: str, polled: str, answer: str
) -> str:
    """What is waited for, how often is asked, errors and source."""
    waiter = operation.waiter
    if waiter is None:
        raise ValueError("the operation has no waiter")
    status = ".".join(inline(one) for one in waiter.status)
    asked = (
        f"`{polled}` is called again and again until `{status}` of the answer is"
        f" {_either(waiter.success)}; the arguments that are not told here are its own."
    )
    return docstring(
        joined(
            [
                wrapped(f"Wait until what `{method}` started is done.", _ROOM),
                wrapped(asked, _ROOM),
                ["Args:", *_indented(_waits(waiter))],
                _returns(answer),
                ["Raises:", *_indented(_raises_of_waiter(waiter, status, polled))],
                [source_line(operation.source)],
            ]
        ),
        _INDENT,
    )


def _waits(waiter: Waiter) -> list[str]:
    """The arguments that only waiting has."""
    most, first = WAIT_ARGUMENTS
    pauses = (
        f"{first}: Seconds before the second call; {waiter.delay:g} if not given. Each"
        f" pause is {waiter.backoff:g} times as long as the one before it, but no longer"
        f" than {waiter.max_delay:g} seconds."
    )
    return _hanging(
        f"{most}: Seconds to wait at most; {waiter.timeout:g} if not given.", pauses
    )


def _raises_of_waiter(waiter: Waiter, status: str, polled: str) -> list[str]:
    failed = f"WaitFailedError: `{status}` is {_either(waiter.failure)}."
    return _hanging(
        *([failed] if waiter.failure else ()),
        "WaitTimeoutError: The time is over.",
        f"APIError: As `{polled}` does, for each call.",
    )


def _hanging(*lines: str) -> list[str]:
    """Entries of a section, what is wrapped indented once more."""
    return [each for line in lines for each in wrapped(line, _ROOM - 4, "", "    ")]


def _either(values: Sequence[Scalar]) -> str:
    return " or ".join(f"`{escaped(literal(one))}`" for one in values)


def resource_docstring(tag: Tag, indent: int) -> str:
    """The chapter that a group of operations is."""
    return docstring(wrapped(_ended(inline(tag.title)), WIDTH - indent), indent)


def client_title(service: Service) -> str:
    """The service's name as people write it, for docstrings."""
    return inline(service.title)


def _arguments(taken: Arguments, layout: Layout) -> list[str]:
    lines: list[str] = []
    if taken.whole_body:
        lines.append("body: The request body.")
    for argument in taken.in_signature:
        lines.extend(_argument(argument, layout))
    lines.extend(_EXTRAS)
    return lines


def _argument(argument: Argument, layout: Layout) -> list[str]:
    """`name: words`, everything after the first line indented once more."""
    if argument.is_project:
        return [f"{argument.identifier}: {_PROJECT}"]
    first, *rest = _about(argument.content, layout)
    room = _ROOM - 4
    head = wrapped(first, room, f"{argument.identifier}: ", "    ")
    return [*head, *_indented(rest)]


def _about(property: Property, layout: Layout) -> list[str]:
    """The first paragraph in one line, for the caller to wrap; the rest wrapped."""
    enumeration = enumeration_in(property.type, layout)
    long = enumeration is not None and len(enumeration.members) > _MOST_VALUES
    prose = brief(property.description, enumeration if long else None)
    told = (
        [f"Values: see `{layout.classes[enumeration.name]}`."]
        if enumeration and long
        else []
    )
    opening = prose_lines(Prose(blocks=prose.blocks[:1]), _ENDLESS)
    rest = Prose(blocks=prose.blocks[1:])
    if len(opening) != 1:
        opening, rest = [_NO_WORDS], prose
    return [
        *opening,
        *joined([prose_lines(rest, _ROOM - 8), [*told, *facts(property)]]),
    ]


def _returns(answer: str) -> list[str]:
    if answer == "None":
        return []
    return ["Returns:", f"    What the service answers: `{answer}`."]


def _raises(operation: Operation) -> list[str]:
    errors = [
        f"{response.status} {inline(response.description)}".strip()
        for response in operation.responses
        if response.is_error
    ]
    told = f" ({', '.join(errors)})" if errors else ""
    return _hanging(
        "InvalidRequest: An argument contradicts the documents; nothing was sent.",
        f"APIStatusError: The service answered with an error status{told}.",
        "APIConnectionError: No answer came.",
        "APIResponseValidationError: The answer is not what is documented at all.",
    )


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" if line else "" for line in lines]


def _ended(line: str) -> str:
    return line if not line or line[-1] in ".!?" else f"{line}."
