"""What is printed for the items of all pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.model import (
    AnyType,
    Array,
    Location,
    Operation,
    Pagination,
    Paging,
    Ref,
    Type,
)
from scraper.emit.python.flavours import AWAITED, PLAIN, Flavour
from scraper.emit.python.groups import groups
from scraper.emit.python.layout import lay_out
from scraper.emit.python.naming import iterator_name
from scraper.emit.python.resources import MethodView, resource
from scraper.text import Text
from tests.emit.builders import (
    INTEGER,
    NUMBER,
    SOURCE,
    STRING,
    api,
    body,
    enumeration,
    operation,
    parameter,
    property_,
    response,
    schema,
)

LEAF = schema("Leaf", property_("leaf-id"), property_("name"))
INFO = schema("Info", property_("next"))
LEAVES = schema(
    "Leaves",
    property_("all-leaves", Array(items=Ref(name="Leaf"))),
    property_("page info", Ref(name="Info")),
    property_("anything", AnyType()),
)
REQUEST = schema("Search", property_("offset"), property_("limit", required=True))
SIZES = enumeration("Size", {1: "one"}, INTEGER)


def names(*wire: str) -> tuple[Text, ...]:
    return tuple(Text(one) for one in wire)


def listing(
    style: Paging,
    type_: Type = INTEGER,
    *,
    id_: str = "ListLeaves",
    items: Sequence[str] = ("all-leaves",),
    leads: Sequence[str] = (),
    item: str = "",
    first: int = 0,
    required: bool = False,
    answer: Type | None = None,
) -> Operation:
    query = Location.QUERY
    made = operation(
        id_,
        path="/v1/leaves",
        parameters=[
            parameter("limit", INTEGER, location=query, required=False),
            parameter("at", type_, location=query, required=required),
        ],
        responses=[response("200", answer or Ref(name="Leaves"))],
    )
    return paged(made, style, "at", items, leads, item, first)


def paged(
    made: Operation,
    style: Paging,
    name: str,
    items: Sequence[str] = ("all-leaves",),
    leads: Sequence[str] = (),
    item: str = "",
    first: int = 0,
    *,
    in_body: bool = False,
) -> Operation:
    pages = Pagination(
        style=style,
        parameter=Text(name),
        size=Text("limit"),
        in_body=in_body,
        items=names(*items),
        first=first,
        next=names(*leads),
        item=Text(item),
        source=SOURCE,
    )
    return replace(made, pagination=pages)


def methods(*calls: Operation, flavour: Flavour = PLAIN) -> list[MethodView]:
    made = api(*calls, schemas=[LEAF, INFO, LEAVES, REQUEST], enumerations=[SIZES])
    (group,) = groups(made, frozenset())
    return list(resource(group, lay_out(made), flavour).methods)


PRINTED: tuple[tuple[str, Operation, str, str, str, str], ...] = (
    ("page numbers", listing(Paging.PAGE, first=1), "at: int", "at", "ByPage(first=1 if at is None else at, items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("offsets", listing(Paging.OFFSET), "at: int", "at", "ByOffset(first=0 if at is None else at, items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("an offset that must be given", listing(Paging.OFFSET, required=True), "at: int", "at", "ByOffset(first=at, items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("an offset that is a text", listing(Paging.OFFSET, STRING), "at: int", "str(at)", "ByOffset(first=0 if at is None else int(at), items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("a page of documented numbers", listing(Paging.PAGE, Ref(name="Size")), "at: int", "at", "ByPage(first=0 if at is None else at, items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("an offset that may be a fraction", listing(Paging.OFFSET, NUMBER), "at: int", "at", "ByOffset(first=0 if at is None else int(at), items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("any page", listing(Paging.PAGE, AnyType()), "at: int", "at", "ByPage(first=0 if at is None else at, items=('all_leaves',))", "Iterator[models.Leaf]"),
    ("a marker of the answer", listing(Paging.MARKER, STRING, leads=("page info", "next")), "at: str | None", "at", "ByMarker(first=at, items=('all_leaves',), next=('page_info', 'next'))", "Iterator[models.Leaf]"),
    ("a marker of the last item", listing(Paging.MARKER, STRING, item="leaf-id"), "at: str | None", "at", "ByMarker(first=at, items=('all_leaves',), last='leaf_id')", "Iterator[models.Leaf]"),
    ("a marker that must be given", listing(Paging.MARKER, STRING, item="name", required=True), "at: str", "at", "ByMarker(first=at, items=('all_leaves',), last='name')", "Iterator[models.Leaf]"),
    ("a marker that is a number", listing(Paging.MARKER, INTEGER, item="name"), "at: int | None", "at", "ByMarker(first=at, items=('all_leaves',), last='name', kind=int)", "Iterator[models.Leaf]"),
    ("any marker", listing(Paging.MARKER, AnyType(), item="name"), "at: Any", "at", "ByMarker(first=at, items=('all_leaves',), last='name')", "Iterator[models.Leaf]"),
    ("an answer that is the list", listing(Paging.PAGE, items=(), answer=Array(items=STRING)), "at: int", "at", "ByPage(first=0 if at is None else at, items=())", "Iterator[str]"),
    ("a list in what has no model", listing(Paging.PAGE, items=("anything", "any-list")), "at: int", "at", "ByPage(first=0 if at is None else at, items=('anything', 'any-list'))", "Iterator[Any]"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("call", "position", "passed", "pages", "answer"),
    [case[1:] for case in PRINTED],
    ids=[case[0] for case in PRINTED],
)
def test_iterator(
    call: Operation, position: str, passed: str, pages: str, answer: str
) -> None:
    (method,) = methods(call)
    view = method.iterator
    assert view is not None
    assert (view.name, view.helper) == ("iter_leaves", "each_item")
    assert (view.position, view.pages, view.answer) == (position, pages, answer)
    assert {one.identifier: one.expression for one in view.passed} == {
        "limit": "limit",
        "at": passed,
    }


def test_for_asyncio() -> None:
    (method,) = methods(listing(Paging.PAGE), flavour=AWAITED)
    assert method.iterator is not None
    assert method.iterator.helper == "async_each_item"
    assert method.iterator.answer == "AsyncIterator[models.Leaf]"


def test_pages_that_the_body_asks_for() -> None:
    search = operation(
        "SearchLeaves",
        "POST",
        "/v1/leaves",
        parameters=[parameter("offset", location=Location.QUERY, required=False)],
        body=body(Ref(name="Search")),
        responses=[response("200", Ref(name="Leaves"))],
    )
    (method,) = methods(paged(search, Paging.OFFSET, "offset", in_body=True))
    view = method.iterator
    assert view is not None
    assert view.position == "body_offset: int"
    assert {one.identifier: one.expression for one in view.passed} == {
        "limit": "limit",
        "offset": "offset",
        "body_offset": "str(body_offset)",
    }


def test_a_list_without_pages() -> None:
    (method,) = methods(operation())
    assert method.iterator is None


NAMES = (
    ("list_leaves", "iter_leaves"),
    ("get_leaves", "iter_get_leaves"),
    ("listing", "iter_listing"),
    ("list_", "iter_list_"),
)


@pytest.mark.parametrize(("method", "expected"), NAMES)
def test_name(method: str, expected: str) -> None:
    assert iterator_name(method) == expected


def test_a_name_that_a_method_has() -> None:
    found = methods(
        listing(Paging.PAGE),
        listing(Paging.PAGE, id_="Leaves"),
        operation("IterLeaves"),
    )
    iterators = [one.iterator.name for one in found if one.iterator]
    assert [one.name for one in found] == ["list_leaves", "leaves", "iter_leaves"]
    assert iterators == ["iter_leaves_2", "iter_leaves_3"]


DOCUMENTED = (
    (listing(Paging.PAGE, first=1), "`at` is the number of the page to begin with; the first is 1."),
    (listing(Paging.OFFSET), "`at` is how many items to leave out."),
    (listing(Paging.MARKER, STRING, leads=("page info", "next")), "a marker to begin behind, as answers tell it in `page info.next`."),
    (listing(Paging.MARKER, STRING, item="leaf-id"), "`at` is the `leaf-id` of the item to begin behind."),
)  # fmt: skip


@pytest.mark.parametrize(("call", "words"), DOCUMENTED)
def test_docstring(call: Operation, words: str) -> None:
    (method,) = methods(call)
    assert method.iterator is not None
    told = " ".join(method.iterator.docstring.split())
    assert words in told
    assert "`limit` is how many items a page has at most." in told
    assert "Source: page.html#place" in told
