"""Which operations answer page by page, and how the next page is asked for: derived from parameters and answers.

A parameter says where a page begins, and the answer holds a list. `offset` counts pages or items, by the words of its
description; a marker is told by the answer (`next_marker`) or is a property of the last item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scraper.api.model import (
    Array,
    Location,
    Operation,
    Pagination,
    Paging,
    Property,
    Ref,
    Schema,
    Type,
)
from scraper.api.naming import pascal, singular
from scraper.api.vocabulary import (
    MARKERS,
    NEXT_MARKERS,
    NO_ITEMS,
    OFFSETS,
    PAGE_NUMBERS,
    SIZES,
    START_PAGE,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

Path = tuple[Property, ...]
"""The properties that lead to a part of the answer; empty for the answer itself."""

_START_PAGE = re.compile(START_PAGE, re.IGNORECASE)


def paginated(
    operation: Operation, schemas: Mapping[str, Schema]
) -> tuple[Operation, tuple[Issue, ...]]:
    """The operation with its pagination, if it is paged; with a note where the page does not tell all that is needed."""
    query = {
        one.property.name.plain: one.property
        for one in operation.parameters
        if one.location is Location.QUERY
    }
    begins = _first(query, (*MARKERS, *PAGE_NUMBERS, *OFFSETS))
    size = _first(query, SIZES)
    answer = _answer(operation)
    if begins is None or size is None or answer is None:
        return operation, ()
    items = _items(answer, operation, schemas)
    if items is None:
        return operation, (_unclear(begins, "which property holds the list"),)
    found = Pagination(
        style=_style(begins),
        parameter=begins.name,
        size=size.name,
        items=tuple(one.name for one in items),
        first=_first_number(begins),
        source=begins.source,
    )
    if found.style is Paging.MARKER:
        leads = _leads_on(begins, answer, items, schemas)
        if leads is None:
            return operation, (_unclear(begins, "what leads to the next page"),)
        found = replace(found, next=leads[0], item=leads[1])
    return replace(operation, pagination=found), ()


def _first(query: Mapping[str, Property], names: tuple[str, ...]) -> Property | None:
    return next((query[name] for name in names if name in query), None)


def _answer(operation: Operation) -> Type | None:
    return next(
        (one.type for one in operation.responses if one.status.startswith("2")), None
    )


def _style(begins: Property) -> Paging:
    name = begins.name.plain
    if name in MARKERS:
        return Paging.MARKER
    pages = name in PAGE_NUMBERS or _START_PAGE.search(begins.description.text.plain)
    return Paging.PAGE if pages else Paging.OFFSET


def _first_number(begins: Property) -> int:
    """What the first page is called: the default, else the least value, else 1 for a page's number and 0 for an offset."""
    told = (begins.default, begins.bounds.minimum)
    numbers = [one.value for one in told if one is not None]
    whole = [one for one in numbers if type(one) is int]
    return whole[0] if whole else int(begins.name.plain in PAGE_NUMBERS)


def _items(
    answer: Type, operation: Operation, schemas: Mapping[str, Schema]
) -> Path | None:
    """The way to the list: the only one of objects, else the only one, else the one that the path names."""
    if isinstance(answer, Array):
        return ()
    lists = [
        path
        for path in _paths(answer, schemas)
        if isinstance(path[-1].type, Array)
        and not path[-1].name.plain.endswith(NO_ITEMS)
    ]
    for wanted in (
        [path for path in lists if _objects(path[-1].type)],
        lists,
        [path for path in lists if _named_by(path[-1].name, operation.path)],
    ):
        if len(wanted) == 1:
            return wanted[0]
    return None


def _paths(answer: Type, schemas: Mapping[str, Schema]) -> Iterator[Path]:
    """The properties of the answer, and those of its objects."""
    for one in _properties(answer, schemas):
        yield (one,)
    for one in _properties(answer, schemas):
        for inner in _properties(one.type, schemas):
            yield one, inner


def _properties(type: Type, schemas: Mapping[str, Schema]) -> tuple[Property, ...]:
    found = schemas.get(type.name) if isinstance(type, Ref) else None
    return found.properties if found else ()


def _objects(type: Type) -> bool:
    return isinstance(type, Array) and isinstance(type.items, Ref)


def _named_by(name: Text, path: Text) -> bool:
    segments = {pascal(Text(one)) for one in path.plain.split("/") if "{" not in one}
    return pascal(name) in segments or singular(pascal(name)) in segments


def _leads_on(
    marker: Property, answer: Type, items: Path, schemas: Mapping[str, Schema]
) -> tuple[tuple[Text, ...], Text] | None:
    """The way to the next marker in the answer, or the property of an item that is one."""
    for path in _paths(answer, schemas):
        if path[-1].name.plain in NEXT_MARKERS:
            return tuple(one.name for one in path), Text("")
    of = items[-1].type if items else answer
    properties = _properties(of.items, schemas) if isinstance(of, Array) else ()
    words = marker.description.text.plain
    names = [one.name for one in properties]
    told = [one for one in names if re.search(rf"\b{re.escape(one.plain)}\b", words)]
    usual = [one for one in names if one == Text("id")]
    return ((), (told or usual)[0]) if told or usual else None


def _unclear(begins: Property, missing: str) -> Issue:
    return Issue(
        code="pagination-unclear",
        severity=Severity.NOTE,
        source=begins.source,
        detail=f"{quoted(begins.name)} asks for a page, but the documents do not tell {missing}",
    )
