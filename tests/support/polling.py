"""Drives the waiter of an operation against a service whose work comes to an end, or fails."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from scraper.api.model import Api, Waiter
from scraper.emit.python.naming import waiter_name
from scraper.text import Text
from tests.support.calling import Call, client_arguments

SOON = {"poll_delay": 1e-6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """An operation that starts something, and the one that is asked for it."""

    started: Call
    polled: Call

    @property
    def waiter(self) -> Waiter:
        assert self.started.operation.waiter is not None
        return self.started.operation.waiter

    def answer(self, status: object) -> object:
        """The answer of the one that is asked, with a status."""
        body: Any = copy.deepcopy(self.polled.answer)
        inside = body
        for name in self.waiter.status[:-1]:
            inside = inside[name.plain]
        inside[self.waiter.status[-1].plain] = status
        return body

    def method(self, client: object) -> Any:
        return getattr(
            getattr(client, self.started.group), waiter_name(self.started.method)
        )


class Service:
    """Gives one answer after the other."""

    def __init__(self, *answers: object) -> None:
        self.answers = [*answers]
        self.asked: list[str] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(f"{request.method} {request.url.path}")
        return httpx2.Response(200, json=self.answers.pop(0))


def waits(calls: Mapping[str, Call]) -> list[Wait]:
    """Every waiter; `calls` are those of all operations, by id."""
    return [
        Wait(started=one, polled=calls[one.operation.waiter.poll])
        for one in calls.values()
        if one.operation.waiter is not None
    ]


def check_wait(wait: Wait, package: Any, api: Api) -> None:
    """A first answer that tells nothing, then a success; and a failure, when one is known."""
    success, failure = _ends(wait)
    service = Service(wait.answer("undocumented"), success)
    with httpx2.Client(transport=httpx2.MockTransport(service)) as http:
        client = getattr(package, api.service.client)(**client_arguments(http))
        told = wait.method(client)(**wait.polled.keywords, **SOON)
        assert told.model_dump(mode="json", exclude_unset=True) == success
        assert len(service.asked) == 2
        assert {one.split()[0] for one in service.asked} == {
            wait.polled.operation.method
        }
        service.answers = [failure] * bool(failure)
        if failure:
            with pytest.raises(package.WaitFailedError):
                wait.method(client)(**wait.polled.keywords, **SOON)
        service.answers = [wait.answer(None)]
        with pytest.raises(package.WaitTimeoutError):
            wait.method(client)(**wait.polled.keywords, wait_timeout=0)


async def check_wait_async(wait: Wait, package: Any, api: Api) -> None:
    success, failure = _ends(wait)
    service = Service(wait.answer("undocumented"), success)
    transport = httpx2.MockTransport(service)
    async with httpx2.AsyncClient(transport=transport) as http:
        chosen = getattr(package, f"Async{api.service.client}")
        client = chosen(**client_arguments(http))
        told = await wait.method(client)(**wait.polled.keywords, **SOON)
        assert told.model_dump(mode="json", exclude_unset=True) == success
        assert len(service.asked) == 2
        service.answers = [failure] * bool(failure)
        if failure:
            with pytest.raises(package.WaitFailedError):
                await wait.method(client)(**wait.polled.keywords, **SOON)
        service.answers = [wait.answer(None)]
        with pytest.raises(package.WaitTimeoutError):
            await wait.method(client)(**wait.polled.keywords, wait_timeout=0)


def _ends(wait: Wait) -> tuple[object, object]:
    """An answer of success, and one of failure; None where none is known."""
    success, *_ = map(_plain, wait.waiter.success)
    failures = [wait.answer(_plain(one)) for one in wait.waiter.failure]
    return wait.answer(success), next(iter(failures), None)


def _plain(value: object) -> object:
    return value.plain if isinstance(value, Text) else value
