"""Drives the iterator of an operation against a service that turns pages as the operation's pages say."""

from __future__ import annotations

import copy
import json
from typing import Any

import httpx2

from scraper.api.model import Api, Kind, Location, Pagination, Paging, Primitive
from scraper.emit.python.arguments import BODY, Argument
from scraper.emit.python.naming import iterator_name
from scraper.text import Text
from tests.support.calling import Call, client_arguments, warned

SIZES = (2, 1, 1)
"""How many items the pages have: less than asked for, too, and the last page is followed by an empty one."""

FIRST_MARKER = 100


class Service:
    """Answers each request with the page that it asks for, and remembers what was asked."""

    def __init__(self, call: Call) -> None:
        assert call.operation.pagination is not None
        self.call = call
        self.pages: Pagination = call.operation.pagination
        place = BODY if self.pages.in_body else Location.QUERY.value
        (self.argument,) = (
            one
            for one in call.arguments.at(place)
            if one.content.name == self.pages.parameter
        )
        self.asked: list[object] = []
        self.items: list[Any] = []
        for number in range(sum(SIZES)):
            self.items.append(self._distinct(number))

    @property
    def keywords(self) -> dict[str, Any]:
        """The arguments of the call, without the one that says where to begin, if it can be left out."""
        name = self.argument.identifier
        kept = {key: one for key, one in self.call.keywords.items() if key != name}
        return kept | ({name: self.expected[0]} if self.argument.must_be_given else {})

    @property
    def expected(self) -> list[object]:
        """The positions of the pages."""
        text = self._is_text(self.argument)
        starts = [0, 2, 3, 4]
        match self.pages.style:
            case Paging.PAGE:
                numbers = [self.pages.first + number for number in range(4)]
            case Paging.OFFSET:
                numbers = [self.pages.first + start for start in starts]
            case Paging.MARKER:
                last = -1 if self.pages.next else None
                numbers = [FIRST_MARKER + start - 1 for start in starts[1:last]]
        positions: list[object] = [str(one) if text else one for one in numbers]
        return [None, *positions] if self.pages.style is Paging.MARKER else positions

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        asked = self._asked(request)
        self.asked.append(asked)
        page = self.expected.index(asked)
        start = sum(SIZES[:page])
        items = self.items[start : start + SIZES[page]] if page < len(SIZES) else []
        body = self._with(copy.deepcopy(self.call.answer), self.pages.items, items)
        if self.pages.next:
            documented = _inside(self.call.answer, self.pages.next)
            marker = _marker(documented, start + len(items) - 1)
            at_end = page == len(SIZES) - 1
            body = self._with(body, self.pages.next, None if at_end else marker)
        response = self.call.operation.answer
        return httpx2.Response(int(response.status) if response else 200, json=body)

    def check(self, found: list[Any]) -> None:
        assert [_plain(one) for one in found] == self.items
        assert self.asked == self.expected

    def _asked(self, request: httpx2.Request) -> object:
        name = self.pages.parameter.plain
        if self.pages.in_body:
            return json.loads(request.read()).get(name)
        told = request.url.params.get(name)
        return told if told is None or self._is_text(self.argument) else int(told)

    def _is_text(self, argument: Argument) -> bool:
        """Whether the position is a text, as far as a query can tell."""
        return not (
            isinstance(argument.content.type, Primitive)
            and argument.content.type.kind is not Kind.STRING
        )

    def _distinct(self, number: int) -> Any:
        """An item of its own: the documented sample with something undocumented, or with its marker."""
        sample: Any = copy.deepcopy(_inside(self.call.answer, self.pages.items)[0])
        if isinstance(sample, str | int | float):
            return f"item {number}"
        key = self.pages.item.plain or "undocumented number"
        return {**sample, key: _marker(sample.get(key), number)}

    @staticmethod
    def _with(body: Any, path: tuple[Text, ...], value: object) -> Any:
        if not path:
            return value
        _inside(body, path[:-1])[path[-1].plain] = value
        return body


def _inside(value: Any, path: tuple[Text, ...]) -> Any:
    for name in path:
        value = value[name.plain]
    return value


def _marker(documented: object, number: int) -> object:
    """The marker of an item, in the type that its place is documented with."""
    number += FIRST_MARKER
    return str(number) if isinstance(documented, str) else number


def check_iterator(call: Call, package: Any, api: Api) -> None:
    service = Service(call)
    with httpx2.Client(transport=httpx2.MockTransport(service.answer)) as http:
        client = getattr(package, api.service.client)(**client_arguments(http))
        group = getattr(client, call.group)
        with warned(call):
            items = getattr(group, iterator_name(call.method))(**service.keywords)
            assert service.asked == []
            service.check(list(items))


async def check_iterator_async(call: Call, package: Any, api: Api) -> None:
    service = Service(call)
    transport = httpx2.MockTransport(service.answer)
    async with httpx2.AsyncClient(transport=transport) as http:
        chosen = getattr(package, f"Async{api.service.client}")
        group = getattr(chosen(**client_arguments(http)), call.group)
        with warned(call):
            items = getattr(group, iterator_name(call.method))(**service.keywords)
            assert service.asked == []
            service.check([item async for item in items])


def _plain(item: Any) -> object:
    dump = getattr(item, "model_dump", None)
    return json.loads(json.dumps(dump(exclude_unset=True))) if dump else item
