"""Which operations answer page by page, and how the next page is asked for: derived from parameters and answers.

A parameter (of the query, else a property of the body) says where a page begins, and the answer holds a list. `offset`
counts pages or items, by the words of its description; a marker is told by the answer (`next_marker`) or is a property of
the last item.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from scraper.api.model import (
    AnyType,
    Array,
    Kind,
    Location,
    Operation,
    Pagination,
    Paging,
    Primitive,
    Property,
    Ref,
    Schema,
    Type,
)
from scraper.api.naming import pascal, singular
from scraper.api.vocabulary import (
    FIRST_PAGE,
    MARKERS,
    NEXT_MARKERS,
    NO_ITEMS,
    OFFSETS,
    PAGE_NUMBERS,
    SAME_MARKERS,
    SIZES,
    START_PAGE,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

Path = tuple[Property, ...]
"""The properties that lead to a part of the answer; empty for the answer itself."""

_START_PAGE = re.compile(START_PAGE, re.IGNORECASE)
_FIRST_PAGE = re.compile(FIRST_PAGE, re.IGNORECASE)
_COUNTING = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.STRING})


def paginated(
    operation: Operation, schemas: Mapping[str, Schema]
) -> tuple[Operation, tuple[Issue, ...]]:
    """The operation with its pagination, if it is paged; with a note where the page does not tell all that is needed."""
    answer = operation.answer.type if operation.answer else None
    turning = _turning(operation, schemas)
    if turning is None or answer is None:
        return operation, ()
    begins, size, in_body = turning
    items = _items(answer, operation, schemas)
    if items is None:
        return operation, (_unclear(begins, "which property holds the list"),)
    found = Pagination(
        style=_style(begins, answer, schemas),
        parameter=begins.name,
        size=size.name,
        in_body=in_body,
        items=tuple(one.name for one in items),
        first=_first_number(begins),
        source=begins.source,
    )
    if found.style is Paging.MARKER:
        leads = _leads_on(begins, answer, items, schemas)
        if leads is None:
            return operation, (_unclear(begins, "what leads to the next page"),)
        found = replace(found, first=0, next=leads[0], item=leads[1])
    return replace(operation, pagination=found), ()


def inputs(
    operation: Operation, schemas: Mapping[str, Schema], *, in_body: bool
) -> dict[str, Property]:
    """What may turn pages, by name: the parameters of the query, or the properties of a body that is an object."""
    body = operation.body.type if operation.body else AnyType()
    found = (
        properties(body, schemas)
        if in_body
        else tuple(
            one.property
            for one in operation.parameters
            if one.location is Location.QUERY
        )
    )
    return {one.name.plain: one for one in found}


def reached(
    type: Type | None, path: tuple[Text, ...], schemas: Mapping[str, Schema]
) -> Type | None:
    """The type at the end of a path of properties; None where one of them is not documented."""
    for name in path:
        known = {one.name: one.type for one in properties(type, schemas)}
        if name not in known:
            return None
        type = known[name]
    return type


def properties(
    type: Type | None, schemas: Mapping[str, Schema]
) -> tuple[Property, ...]:
    """The properties of an object; none of any other type."""
    found = schemas.get(type.name) if isinstance(type, Ref) else None
    return found.properties if found else ()


def _turning(
    operation: Operation, schemas: Mapping[str, Schema]
) -> tuple[Property, Property, bool] | None:
    """What says where a page begins, what gives its size, and whether they are of the body."""
    for in_body in (False, True):
        given = inputs(operation, schemas, in_body=in_body)
        begins = _first(given, (*MARKERS, *PAGE_NUMBERS, *OFFSETS))
        size = _first(given, SIZES)
        if begins and size and _counts(begins.type):
            return begins, size, in_body
    return None


def _first(given: Mapping[str, Property], names: tuple[str, ...]) -> Property | None:
    return next((given[name] for name in names if name in given), None)


def _counts(type: Type) -> bool:
    """Whether a number or a marker is a value of the type."""
    match type:
        case Primitive(kind=kind):
            return kind in _COUNTING
        case _:
            return isinstance(type, Ref | AnyType)


def _style(begins: Property, answer: Type, schemas: Mapping[str, Schema]) -> Paging:
    name = begins.name.plain
    if name in MARKERS or _is_marker(begins, answer, schemas):
        return Paging.MARKER
    pages = name in PAGE_NUMBERS or _START_PAGE.search(begins.description.text.plain)
    return Paging.PAGE if pages else Paging.OFFSET


def _is_marker(begins: Property, answer: Type, schemas: Mapping[str, Schema]) -> bool:
    """Whether a text such as `start` is the marker that the answer tells."""
    text = begins.type == Primitive(kind=Kind.STRING)
    return text and _next_marker(begins, answer, schemas) is not None


def _next_marker(
    begins: Property, answer: Type, schemas: Mapping[str, Schema]
) -> Path | None:
    """The way to the next marker in the answer."""
    same = SAME_MARKERS if begins.name.plain in OFFSETS else frozenset[str]()
    names = NEXT_MARKERS | same
    paths = _paths(answer, schemas)
    return next((path for path in paths if path[-1].name.plain in names), None)


def _first_number(begins: Property) -> int:
    """What the first page is called: as the description says, the default, else the least value, else 1 for a page's
    number and 0 for an offset."""
    if said := _FIRST_PAGE.search(begins.description.text.plain):
        return int(said[1])
    told = [one.value for one in (begins.default, begins.bounds.minimum) if one]
    numbers = [one.plain if isinstance(one, Text) else one for one in told]
    whole = [int(one) for one in numbers if re.fullmatch(r"\d{1,9}", str(one))]
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
    for one in properties(answer, schemas):
        yield (one,)
    for one in properties(answer, schemas):
        for inner in properties(one.type, schemas):
            yield one, inner


def _objects(type: Type) -> bool:
    return isinstance(type, Array) and isinstance(type.items, Ref)


def _named_by(name: Text, path: Text) -> bool:
    segments = {pascal(Text(one)) for one in path.plain.split("/") if "{" not in one}
    return pascal(name) in segments or singular(pascal(name)) in segments


def _leads_on(
    marker: Property, answer: Type, items: Path, schemas: Mapping[str, Schema]
) -> tuple[tuple[Text, ...], Text] | None:
    """The way to the next marker in the answer, or the property of an item that is one."""
    path = _next_marker(marker, answer, schemas)
    if path is not None:
        return tuple(one.name for one in path), Text("")
    of = items[-1].type if items else answer
    members = properties(of.items, schemas) if isinstance(of, Array) else ()
    words = marker.description.text.plain
    names = [one.name for one in members]
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
