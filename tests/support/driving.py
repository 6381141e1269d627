"""Drives a generated package: every operation once, sync and async, with arguments made from the model."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from urllib.parse import quote, unquote

import httpx2
import pytest

from scraper.api.json_values import Json
from scraper.api.model import Api, Location, Operation
from scraper.emit.python import client as client_views
from scraper.emit.python.arguments import BODY, Argument, Arguments, arguments
from scraper.emit.python.groups import groups
from scraper.emit.python.identifiers import method_identifier
from scraper.emit.python.layout import lay_out
from scraper.emit.python.resources import answer_of
from tests.support.sampling import Sampler

PROJECT = "project of the client"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One operation with sample arguments, and what must go over the wire."""

    operation: Operation
    group: str
    arguments: Arguments
    keywords: Mapping[str, Any]
    body: object
    answer: object

    @property
    def method(self) -> str:
        return method_identifier(self.operation.id)

    def with_body(self, body: dict[str, Json]) -> Call:
        """The same call with the properties of one body and no others."""
        kept = {
            one.identifier: self.keywords[one.identifier]
            for one in self.arguments.documented
            if one.place != BODY and not one.is_project
        }
        given = {
            one.identifier: body[one.content.name.plain]
            for one in self.arguments.at(BODY)
            if one.content.name.plain in body
        }
        whole = {BODY: body} if self.arguments.whole_body else {}
        return replace(self, keywords={**kept, **given, **whole}, body=body)

    def sent(self, location: Location) -> dict[str, Any]:
        """Wire name → value, of one location."""
        return {
            one.content.name.plain: self._value(one)
            for one in self.arguments.at(location.value)
        }

    def _value(self, argument: Argument) -> Any:
        return PROJECT if argument.is_project else self.keywords[argument.identifier]


def calls(api: Api, *, only_required: bool = False) -> Iterator[Call]:
    """Every operation with samples for all of its arguments, or for those alone that it cannot do without."""
    layout = lay_out(api)
    sampler = Sampler(api, deepest=0) if only_required else Sampler(api)
    for group in groups(api, client_views.TAKEN):
        for operation in group.operations:
            taken = arguments(operation, layout)
            keywords = {
                one.identifier: _carried(one, sampler.property(one.content))
                for one in taken.documented
                if not one.is_project and (one.content.required or not only_required)
            }
            body: object = {
                one.content.name.plain: keywords[one.identifier]
                for one in taken.at(BODY)
                if one.identifier in keywords
            }
            if taken.whole_body and operation.body is not None:
                body = keywords[BODY] = sampler.value(operation.body.type)
            response = answer_of(operation)
            yield Call(
                operation=operation,
                group=group.attribute,
                arguments=taken,
                keywords=keywords,
                body=body if operation.body is not None else None,
                answer=(
                    sampler.value(response.type) if response and response.type else None
                ),
            )


def _carried(argument: Argument, value: Json) -> Any:
    """A header carries ASCII only, and nothing but a body an object."""
    if argument.place != BODY and isinstance(value, list):
        return [_carried(argument, item) for item in value]
    if argument.place != BODY and isinstance(value, dict):
        return "anything"
    if argument.place == Location.HEADER and isinstance(value, str):
        return value.encode("ascii", "ignore").decode().strip()
    return value


def drive(api: Api, package: Any) -> int:
    """Call every operation of both clients; the number of calls made. Fails on any difference on the wire."""
    count = 0
    for call in calls(api):
        check_sync(call, package, api)
        asyncio.run(check_async(call, package, api))
        count += 2
    return count


def check_sync(call: Call, package: Any, api: Api) -> None:
    seen: list[httpx2.Request] = []
    with httpx2.Client(transport=httpx2.MockTransport(_service(call, seen))) as http:
        client = getattr(package, api.service.client)(**_client_arguments(http))
        method = getattr(getattr(client, call.group), call.method)
        with warned(call):
            answer = method(**call.keywords)
        _compare(call, seen, answer)


async def check_async(call: Call, package: Any, api: Api) -> None:
    seen: list[httpx2.Request] = []
    transport = httpx2.MockTransport(_service(call, seen))
    async with httpx2.AsyncClient(transport=transport) as http:
        chosen = getattr(package, f"Async{api.service.client}")
        client = chosen(**_client_arguments(http))
        method = getattr(getattr(client, call.group), call.method)
        with warned(call):
            answer = await method(**call.keywords)
        _compare(call, seen, answer)


def warned(call: Call) -> AbstractContextManager[object]:
    """A deprecated operation warns, and only such a one."""
    deprecated = call.operation.deprecated
    return (
        pytest.warns(DeprecationWarning, match="discarded")
        if deprecated
        else nullcontext()
    )


def _client_arguments(http: object) -> dict[str, Any]:
    return {
        "auth": httpx2.Auth(),  # which adds nothing
        "base_url": "https://x.test",
        "project_id": PROJECT,
        "http_client": http,
    }


def _service(call: Call, seen: list[httpx2.Request]) -> Any:
    response = answer_of(call.operation)
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
    """The path that must go over the wire, encoded."""
    path = call.operation.path.plain
    for name, value in call.sent(Location.PATH).items():
        path = path.replace(f"{{{name}}}", quote(_queried(value)[0], safe=""))
    return quote(unquote(path), safe="/") if "%" not in path else path


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
