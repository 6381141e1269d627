"""Drives a generated package: every operation once, sync and async, with arguments made from the model."""

from __future__ import annotations

import asyncio
import importlib
import json
import re
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, Protocol
from urllib.parse import quote

import httpx2

from scraper.api.json_values import Json
from scraper.api.model import Api, Location
from tests.support.calling import Call, calls, client_arguments, warned
from tests.support.iterating import check_iterator, check_iterator_async
from tests.support.polling import check_wait, check_wait_async, waits

VARIABLE = re.compile(r"\{([^{}]+)\}")
_SAFE = "/:@!$&'()*+,;=-._~"
"""Besides letters and digits, what a path may hold as it is (RFC 3986)."""


def write(files: Mapping[str, str], folder: Path) -> None:
    """Put generated files into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def importable(folder: Path, package: str) -> Generator[Any]:
    """The package, imported from a folder and forgotten afterwards; another one of that name stands aside meanwhile."""
    aside = _forgotten(package)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module(package)
    finally:
        sys.path.remove(str(folder))
        _forgotten(package)
        sys.modules.update(aside)


def _forgotten(package: str) -> dict[str, ModuleType]:
    """The modules of a package, which Python no longer knows."""
    names = [one for one in sys.modules if one.split(".")[0] == package]
    return {name: sys.modules.pop(name) for name in names}


class Driven(NamedTuple):
    """How many operations were called, iterators gave all items, and waiters came to an end; of both clients."""

    operations: int
    iterators: int
    waiters: int


def drive(api: Api, package: Any) -> Driven:
    """Call every operation, iterator and waiter of both clients. Fails on any difference on the wire."""
    operations = iterators = 0
    made = {call.operation.id: call for call in calls(api)}
    for call in made.values():
        check_sync(call, package, api)
        asyncio.run(check_async(call, package, api))
        operations += 1
        if call.operation.pagination is not None:
            check_iterator(call, package, api)
            asyncio.run(check_iterator_async(call, package, api))
            iterators += 1
    waiting = waits(made)
    for wait in waiting:
        check_wait(wait, package, api)
        asyncio.run(check_wait_async(wait, package, api))
    return Driven(operations, iterators, len(waiting))


def check_sync(call: Call, package: Any, api: Api) -> None:
    seen: list[httpx2.Request] = []
    with httpx2.Client(transport=httpx2.MockTransport(_service(call, seen))) as http:
        client = getattr(package, api.service.client)(**client_arguments(http))
        method = getattr(getattr(client, call.group), call.method)
        with warned(call):
            answer = method(**call.keywords)
        _compare(call, seen, answer)


async def check_async(call: Call, package: Any, api: Api) -> None:
    seen: list[httpx2.Request] = []
    transport = httpx2.MockTransport(_service(call, seen))
    async with httpx2.AsyncClient(transport=transport) as http:
        chosen = getattr(package, f"Async{api.service.client}")
        client = chosen(**client_arguments(http))
        method = getattr(getattr(client, call.group), call.method)
        with warned(call):
            answer = await method(**call.keywords)
        _compare(call, seen, answer)


def _service(call: Call, seen: list[httpx2.Request]) -> Any:
    response = call.operation.answer
    status = int(response.status) if response else 200

    def answer(request: httpx2.Request) -> httpx2.Response:
        request.read()
        seen.append(request)
        if call.answer is None:
            return httpx2.Response(status)
        return httpx2.Response(status, json=call.answer)

    return answer


def _compare(call: Call, seen: list[httpx2.Request], answer: Any) -> None:
    assert len(seen) == 1
    (request,) = seen
    assert request.method == call.operation.method
    path, _, _ = request.url.raw_path.decode().partition("?")
    assert path == path_of(call)
    wanted = {name: _queried(v) for name, v in call.sent(Location.QUERY).items()}
    assert {
        name: request.url.params.get_list(name) for name in request.url.params
    } == wanted
    for name, value in call.sent(Location.HEADER).items():
        assert request.headers[name] == _queried(value)[0]
    if call.body is None:
        assert request.content == b""
    else:
        assert json.loads(request.content) == call.body
    assert _plain(answer) == call.answer


def path_of(call: Call) -> str:
    """The path that must go over the wire, encoded: each value is one segment, and what stands around it stays."""
    values = call.sent(Location.PATH)
    pieces = VARIABLE.split(call.operation.path.plain)
    pieces[::2] = [quote(piece, safe=_SAFE) for piece in pieces[::2]]
    pieces[1::2] = [quote(_queried(values[name])[0], safe="") for name in pieces[1::2]]
    path = "".join(pieces)
    return path if path.startswith("/") else f"/{path}"


def _queried(value: Json) -> list[str]:
    if isinstance(value, list):
        return [one for item in value for one in _queried(item)]
    if isinstance(value, bool):
        return [str(value).lower()]
    return [value if isinstance(value, str) else str(value)]


class Dumped(Protocol):
    """A model."""

    def model_dump(self, *, exclude_unset: bool) -> dict[str, Any]: ...


def _plain(answer: Dumped | list[Dumped] | Json) -> object:
    if isinstance(answer, list):
        return [_plain(one) for one in answer]
    if isinstance(answer, dict):
        return {name: _plain(one) for name, one in answer.items()}
    if answer is None or isinstance(answer, str | int | float):
        return answer
    return json.loads(json.dumps(answer.model_dump(exclude_unset=True)))
