"""Views of iterators: beside the method that lists one page, one that gives the items of all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scraper.api.model import (
    Array,
    Kind,
    Location,
    Operation,
    Pagination,
    Paging,
    Primitive,
    Ref,
    Type,
)
from scraper.emit.python.annotations import ANY, Annotations
from scraper.emit.python.arguments import BODY, Argument, Arguments, arguments
from scraper.emit.python.documentation import iterator_docstring
from scraper.emit.python.flavours import Flavour
from scraper.emit.python.layout import Layout
from scraper.emit.python.naming import MethodNames
from scraper.emit.python.paths import way
from scraper.emit.python.signatures import PassedView, whole
from scraper.emit.python.symbols import Import, Symbol
from scraper.emit.sinks.python import literal

_RUNTIME = ".._runtime"
_PAGES = {
    Paging.PAGE: "ByPage",
    Paging.OFFSET: "ByOffset",
    Paging.MARKER: "ByMarker",
}
_MARKERS = {Kind.STRING: "str", Kind.INTEGER: "int", Kind.NUMBER: "float"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IteratorView:
    name: str
    docstring: str
    answer: str
    position: str
    """The parameter of the function that gets one page: `offset: int`."""
    passed: tuple[PassedView, ...]
    helper: str
    pages: str
    """What knows how pages are turned: `ByPage(first=…, items=("trees",))`."""


def iterator(
    names: MethodNames,
    operation: Operation,
    annotations: Annotations,
    flavour: Flavour,
) -> tuple[IteratorView | None, set[Import]]:
    """The iterator beside an operation's method; None for an operation without pages."""
    taken = arguments(operation, annotations.layout)
    pages = operation.pagination
    argument = _paging_argument(pages, taken)
    if pages is None or argument is None:
        return None, set()
    layout = annotations.layout
    kind = _kind(argument.content.type, layout)
    answer = operation.answer.type if operation.answer else None
    listed = way(answer, pages.items, layout).type
    item = annotations.attribute(listed.items) if isinstance(listed, Array) else ANY
    helper = f"{flavour.helper}each_item"
    turning = (_first(pages, argument, kind), *_ways(pages, answer, kind, layout))
    own = f"{flavour.mark}Iterator"
    position = _position(pages, argument, kind)
    view = IteratorView(
        name=names.iterator,
        docstring=iterator_docstring(
            operation, names.method, argument.identifier, _size(pages, taken)
        ),
        answer=f"{own}[{item.expression}]",
        position=f"{argument.identifier}: {position.expression}",
        passed=tuple(_passed(taken, pages, argument, kind)),
        helper=helper,
        pages=f"{_PAGES[pages.style]}({', '.join(turning)})",
    )
    return view, {
        *item.imports,
        *position.imports,
        Import(module="collections.abc", name=own),
        Import(module=_RUNTIME, name=helper),
        Import(module=_RUNTIME, name=_PAGES[pages.style]),
    }


def _paging_argument(pages: Pagination | None, taken: Arguments) -> Argument | None:
    if pages is None:
        return None
    place = BODY if pages.in_body else Location.QUERY.value
    told = (one for one in taken.at(place) if one.content.name == pages.parameter)
    return next(told, None)


def _size(pages: Pagination, taken: Arguments) -> str:
    place = BODY if pages.in_body else Location.QUERY.value
    told = (one for one in taken.at(place) if one.content.name == pages.size)
    return next((one.identifier for one in told), "")


def _kind(type: Type, layout: Layout) -> Kind | None:
    """The kind of values that a parameter has; None: any."""
    match type:
        case Primitive(kind=kind):
            return kind
        case Ref(name=name):
            known = layout.enumerations.get(name) or layout.fractions.get(name)
            return known.base.kind if known else None
        case _:
            return None


def _position(pages: Pagination, argument: Argument, kind: Kind | None) -> Symbol:
    """The type of a page's position, inside the iterator."""
    if pages.style is not Paging.MARKER:
        return Symbol(expression="int")
    if kind is None:
        return ANY
    optional = "" if argument.must_be_given else " | None"
    return Symbol(expression=f"{_MARKERS[kind]}{optional}")


def _passed(
    taken: Arguments, pages: Pagination, paging: Argument, kind: Kind | None
) -> Iterator[PassedView]:
    """Every argument as it is; a number for a parameter that is documented as a text becomes one."""
    in_text = pages.style is not Paging.MARKER and kind is Kind.STRING
    for name in whole(taken):
        turned = in_text and name == paging.identifier
        yield PassedView(identifier=name, expression=f"str({name})" if turned else name)


def _first(pages: Pagination, argument: Argument, kind: Kind | None) -> str:
    """Where to begin: as the caller says, else with the first page."""
    name = argument.identifier
    if pages.style is Paging.MARKER:
        return f"first={name}"
    number = name if kind in (Kind.INTEGER, None) else f"int({name})"
    if argument.must_be_given:
        return f"first={number}"
    return f"first={literal(pages.first)} if {name} is None else {number}"


def _ways(
    pages: Pagination, answer: Type | None, kind: Kind | None, layout: Layout
) -> Iterator[str]:
    """Where an answer has its items, and what leads to the next page."""
    yield f"items={way(answer, pages.items, layout).printed}"
    if pages.next:
        yield f"next={way(answer, pages.next, layout).printed}"
    elif pages.item:
        path = (*pages.items, pages.item)
        yield f"last={way(answer, path, layout).steps[-1]}"
    if pages.style is Paging.MARKER and kind in (Kind.INTEGER, Kind.NUMBER):
        yield "kind=int"
