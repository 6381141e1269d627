"""Lists that come page by page: what is asked for, what comes out, and when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pytest

from templates.runtime import (
    UNSET,
    APIError,
    ByMarker,
    ByOffset,
    ByPage,
    Model,
    PaginationError,
    async_each_item,
    each_item,
)
from templates.runtime.paging import Pages


class Lamp(Model):
    id: str = UNSET
    place: Any = UNSET


class Info(Model):
    next_marker: Any = UNSET


class Lamps(Model):
    lamps: list[Lamp] = UNSET
    page_info: Info = UNSET


LAMPS = ("lamps",)
NEXT = ("page_info", "next_marker")


def lamps(*ids: str, **others: Any) -> Lamps:
    return Lamps.model_validate({"lamps": [{"id": one} for one in ids], **others})


def marked(marker: object, *ids: str) -> Lamps:
    return lamps(*ids, page_info={"next_marker": marker})


@dataclass(frozen=True)
class Case:
    """How pages are turned, the answer to each position, the items, and the positions that are asked for."""

    made: Callable[[], Pages[Any]]
    answers: dict[object, object]
    items: str
    asked: list[object]


CASES = {
    "page numbers": Case(
        lambda: ByPage(first=0, items=LAMPS),
        {0: lamps("a", "b"), 1: lamps("c", "d"), 2: lamps("e"), 3: lamps()},
        "abcde",
        [0, 1, 2, 3],
    ),
    "from a page in the middle": Case(
        lambda: ByPage(first=2, items=LAMPS),
        {2: lamps("e"), 3: lamps()},
        "e",
        [2, 3],
    ),
    "offsets go on by what came, also where the service caps the size": Case(
        lambda: ByOffset(first=0, items=LAMPS),
        {0: lamps("a", "b"), 2: lamps("c"), 3: lamps("d", "e"), 5: lamps()},
        "abcde",
        [0, 2, 3, 5],
    ),
    "from an offset in the middle": Case(
        lambda: ByOffset(first=3, items=LAMPS),
        {3: lamps("d", "e"), 5: lamps()},
        "de",
        [3, 5],
    ),
    "nothing at all": Case(
        lambda: ByOffset(first=0, items=LAMPS), {0: lamps()}, "", [0]
    ),
    "a list that is missing is an empty page": Case(
        lambda: ByPage(first=1, items=LAMPS), {1: lamps("a"), 2: Lamps()}, "a", [1, 2]
    ),
    "missing objects on the way": Case(
        lambda: ByPage(first=1, items=("a", "b")), {1: {"a": None}}, "", [1]
    ),
    "an answer that is the list": Case(
        lambda: ByPage(first=1, items=()), {1: ["a"], 2: ["b"], 3: []}, "ab", [1, 2, 3]
    ),
    "an answer without a model": Case(
        lambda: ByPage(first=1, items=("x", "y")),
        {1: {"x": {"y": ["a"]}}, 2: {"x": {}}},
        "a",
        [1, 2],
    ),
    "the marker of the last item": Case(
        lambda: ByMarker(first=None, items=LAMPS, last="id"),
        {None: lamps("a", "b"), "b": lamps("c"), "c": lamps()},
        "abc",
        [None, "b", "c"],
    ),
    "from a marker in the middle": Case(
        lambda: ByMarker(first="b", items=LAMPS, last="id"),
        {"b": lamps("c"), "c": lamps()},
        "c",
        ["b", "c"],
    ),
    "items that are plain objects": Case(
        lambda: ByMarker(first=None, items=(), last="id"),
        {None: [{"id": "a"}], "a": []},
        "a",
        [None, "a"],
    ),
    "the marker of the answer, until there is none": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: marked("m", "a"), "m": marked("n", "b"), "n": marked(None, "c")},
        "abc",
        [None, "m", "n"],
    ),
    "an empty marker": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: marked("", "a")},
        "a",
        [None],
    ),
    "an answer without the object that holds the marker": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: lamps("a")},
        "a",
        [None],
    ),
    "an empty page with a marker goes on": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: marked("m", "a"), "m": marked("n"), "n": marked(None, "b")},
        "ab",
        [None, "m", "n"],
    ),
    "pages that are alike, but have markers of their own": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: marked("m", "a"), "m": marked(None, "a")},
        "aa",
        [None, "m"],
    ),
    "a number as marker for a text": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
        {None: marked(7, "a"), "7": marked(None, "b")},
        "ab",
        [None, "7"],
    ),
    "a text as marker for a number": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT, kind=int),
        {None: marked("7", "a"), 7: marked(None, "b")},
        "ab",
        [None, 7],
    ),
    "a marker of zero": Case(
        lambda: ByMarker(first=None, items=LAMPS, next=NEXT, kind=int),
        {None: marked(0, "a"), 0: marked(None, "b")},
        "ab",
        [None, 0],
    ),
}
REFUSED: dict[str, tuple[Case, str]] = {
    "a last item without a marker: the rest would be lost": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, last="place"),
            {None: lamps("a")},
            "a",
            [None],
        ),
        "the last item has no place",
    ),
    "the page before again": (
        Case(
            lambda: ByPage(first=1, items=LAMPS),
            {1: lamps("a"), 2: lamps("b"), 3: lamps("b")},
            "ab",
            [1, 2, 3],
        ),
        "the page at 3 is the same as the one before it",
    ),
    "an offset that is ignored": (
        Case(
            lambda: ByOffset(first=0, items=LAMPS),
            {0: lamps("a", "b"), 2: lamps("a", "b")},
            "ab",
            [0, 2],
        ),
        "give the size of a page too",
    ),
    "a marker that is ignored": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, last="id"),
            {None: lamps("a", "b"), "b": lamps("a", "b")},
            "ab",
            [None, "b"],
        ),
        "the page at 'b' is the same",
    ),
    "markers in a circle": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
            {None: marked("m", "a"), "m": marked("n", "b"), "n": marked("m", "c")},
            "abc",
            [None, "m", "n"],
        ),
        "the marker 'm' again",
    ),
    "the first marker again": (
        Case(
            lambda: ByMarker(first="m", items=LAMPS, next=NEXT),
            {"m": marked("m", "a")},
            "a",
            ["m"],
        ),
        "the marker 'm' again",
    ),
    "no list": (
        Case(lambda: ByPage(first=1, items=("a", "b")), {1: {"a": {"b": 5}}}, "", [1]),
        "a.b is an integer, no array",
    ),
    "no list at the root": (
        Case(lambda: ByPage(first=1, items=()), {1: {"a": 5}}, "", [1]),
        "the answer is an object, no array",
    ),
    "no object on the way": (
        Case(lambda: ByPage(first=1, items=("a", "b")), {1: {"a": "text"}}, "", [1]),
        "a is a string, no object",
    ),
    "a marker of another type": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, next=NEXT),
            {None: marked(["m"], "a")},
            "a",
            [None],
        ),
        "the next marker is an array, not a string",
    ),
    "true for a marker": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, next=NEXT, kind=int),
            {None: marked(True, "a")},
            "a",
            [None],
        ),
        "the next marker is a boolean, not an integer",
    ),
    "words for a number": (
        Case(
            lambda: ByMarker(first=None, items=LAMPS, next=NEXT, kind=int),
            {None: marked("seven", "a")},
            "a",
            [None],
        ),
        "the next marker is a string, not an integer",
    ),
}


class Service:
    """The page at each position; what was asked for."""

    def __init__(self, answers: dict[object, object]) -> None:
        self.answers = answers
        self.asked: list[object] = []

    def iter_lamps(self, pages: Pages[Any]) -> Iterator[Any]:
        def _page(position: object) -> object:
            self.asked.append(position)
            return self.answers[position]

        return each_item(_page, pages)

    def collect(self, pages: Pages[Any], found: list[Any]) -> None:
        found.extend(self.iter_lamps(pages))


class AsyncService(Service):
    async def gather(self, pages: Pages[Any], found: list[Any]) -> None:
        async def _page(position: object) -> object:
            self.asked.append(position)
            return self.answers[position]

        async for item in async_each_item(_page, pages):
            found.append(item)  # noqa: PERF401 - kept when an error comes

    def collect(self, pages: Pages[Any], found: list[Any]) -> None:
        asyncio.run(self.gather(pages, found))


def ids(items: Sequence[Any]) -> str:
    return "".join(map(id_of, items))


def id_of(item: Any) -> str:
    if isinstance(item, Lamp):
        return item.id
    return str(item if isinstance(item, str) else item["id"])


both = pytest.mark.parametrize("flavour", [Service, AsyncService])


@both
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_items(case: Case, flavour: type[Service]) -> None:
    service, found = flavour(case.answers), list[Any]()
    service.collect(case.made(), found)
    assert ids(found) == case.items
    assert service.asked == case.asked


@both
@pytest.mark.parametrize(("case", "words"), REFUSED.values(), ids=REFUSED)
def test_what_would_not_end(case: Case, words: str, flavour: type[Service]) -> None:
    service, items = flavour(case.answers), _Kept()
    with pytest.raises(PaginationError, match=words) as caught:
        service.collect(case.made(), items)
    assert isinstance(caught.value, APIError)
    assert caught.value.may_have_been_processed
    name = "Service.iter_lamps" if flavour is Service else "AsyncService.gather"
    assert str(caught.value).startswith(f"{name}: ")
    assert ids(items) == case.items
    assert service.asked == case.asked


class _Kept(list[Any]):
    """A list that keeps what it was given before an error."""

    def extend(self, items: Any) -> None:
        for item in items:
            self.append(item)


def test_pages_are_fetched_as_needed() -> None:
    service = Service({1: lamps("a", "b"), 2: lamps("c"), 3: lamps()})
    items = service.iter_lamps(ByPage(first=1, items=LAMPS))
    assert service.asked == []
    assert ids(list(islice(items, 1))) == "a"
    assert ids(list(islice(items, 1))) == "b"
    assert service.asked == [1]
    assert ids(list(islice(items, 1))) == "c"
    assert service.asked == [1, 2]


def test_pages_are_fetched_as_needed_async() -> None:
    asked: list[int] = []

    async def page(number: int) -> Lamps:
        asked.append(number)
        return lamps(f"{number}")

    async def run() -> None:
        items = async_each_item(page, ByPage(first=1, items=LAMPS))
        assert asked == []
        assert (await anext(items)).id == "1"
        assert asked == [1]
        assert (await anext(items)).id == "2"
        assert asked == [1, 2]

    asyncio.run(run())


@both
def test_errors_of_a_page_come_through(flavour: type[Service]) -> None:
    service, found = flavour({1: lamps("a")}), _Kept()
    with pytest.raises(KeyError):
        service.collect(ByPage(first=1, items=LAMPS), found)
    assert ids(found) == "a"
    assert service.asked == [1, 2]


def test_a_function_without_a_name() -> None:
    class Page:
        def __call__(self, _: int) -> object:
            return 5

    with pytest.raises(PaginationError, match=r"^Page: the answer is an integer"):
        list(each_item(Page(), ByPage(first=1, items=())))
