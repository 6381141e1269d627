"""Lists that come page by page: their items one after the other, pages as needed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any, Generic, TypeVar

from .error_bodies import one_line
from .errors import PaginationError
from .parts import NoPartError, method_around, part
from .types import is_array, name_of_value, names_of

_P = TypeVar("_P")


def each_item(page: Callable[[_P], object], pages: Pages[_P]) -> Iterator[Any]:
    """The items of all pages; `page` gets the one at a position.

    Nothing is sent before the first item is asked for.
    """
    pages.method = method_around(page)
    while not pages.at_end:
        yield from pages.read(page(pages.position))
        pages.turn()


async def async_each_item(
    page: Callable[[_P], Awaitable[object]], pages: Pages[_P]
) -> AsyncIterator[Any]:
    """As `each_item`, for asyncio."""
    pages.method = method_around(page)
    while not pages.at_end:
        for item in pages.read(await page(pages.position)):
            yield item
        pages.turn()


class Pages(ABC, Generic[_P]):
    """The position of a page, and how that of the next one follows from the answer."""

    def __init__(self, *, first: _P, items: Sequence[str]) -> None:
        """
        Args:
            first: The position of the first page.
            items: The attributes that lead to the list in the answer; none: it is one.
        """
        self.position = first
        self.at_end = False
        self.method = ""
        """What errors call the list by."""
        self._path = items
        self._items: Sequence[Any] = ()
        self._may_repeat = False

    def read(self, answer: object) -> Sequence[Any]:
        """The items of the answer, which is that to the position.

        Raises:
            PaginationError: There is no list, or the answer is that of the page before.
        """
        found = self._part(answer, self._path)
        if found is not None and not is_array(found):
            where = ".".join(self._path) or "the answer"
            raise self._error(f"{where} is {name_of_value(found)}, no array")
        if found and found == self._items and not self._may_repeat:
            raise self._error(
                f"the page at {one_line(repr(self.position))} is the same as the one before it, so"
                " the service seems to ignore where a page begins; give the size of a"
                " page too, or take the method that lists one page"
            )
        self._items = found or ()
        return self._items

    @abstractmethod
    def turn(self) -> None:
        """Go to the position of the next page, or to the end."""

    def _part(self, answer: object, path: Sequence[str]) -> Any:
        try:
            return part(answer, path)
        except NoPartError as error:
            raise self._error(str(error)) from None

    def _error(self, problem: str) -> PaginationError:
        return PaginationError(f"{self.method}: {problem}")


class ByPage(Pages[int]):
    """Pages with numbers. An empty one is the last: the service may cap their size."""

    def turn(self) -> None:
        self.at_end = not self._items
        self.position += 1


class ByOffset(Pages[int]):
    """Pages that begin behind a number of items; an empty one is the last."""

    def turn(self) -> None:
        self.at_end = not self._items
        self.position += len(self._items)


class ByMarker(Pages[_P]):
    """Pages that begin behind a marker, which the page before tells."""

    def __init__(
        self,
        *,
        first: _P,
        items: Sequence[str],
        next: Sequence[str] = (),
        last: str = "",
        kind: type[int | str] = str,
    ) -> None:
        """
        Args:
            first: The marker of the first page; None: it has none.
            items: The attributes that lead to the list in the answer; none: it is one.
            next: Those that lead to the next marker. Without one, it was the last page.
            last: Else the attribute of the last item that is it. An empty page is last.
            kind: What the service takes as a marker.
        """
        super().__init__(first=first, items=items)
        self._next = next
        self._last = last
        # Two pages of equal items are two pages if the service tells them apart.
        self._may_repeat = bool(next)
        self._kind = kind
        self._answer: object = None
        self._seen = {first}

    def read(self, answer: object) -> Sequence[Any]:
        self._answer = answer
        return super().read(answer)

    def turn(self) -> None:
        marker = self._marker()
        self.at_end = marker in (None, "")
        if self.at_end and self._last and self._items:
            raise self._error(
                f"the last item has no {self._last}, which leads to the next page"
            )
        if self.at_end:
            return
        self.position = self._fitting(marker)
        if self.position in self._seen:
            raise self._error(
                f"the service answered the marker {one_line(repr(self.position))}"
                " again, so that the list would have no end"
            )
        self._seen.add(self.position)

    def _marker(self) -> Any:
        if self._next:
            return self._part(self._answer, self._next)
        return self._part(self._items[-1], [self._last]) if self._items else None

    def _fitting(self, marker: Any) -> Any:
        if isinstance(marker, int | str) and not isinstance(marker, bool):
            with suppress(ValueError):
                return self._kind(marker)
        wanted = names_of([self._kind])
        raise self._error(f"the next marker is {name_of_value(marker)}, not {wanted}")
