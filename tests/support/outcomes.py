"""What comes of one call with both clients, when time passes by their pauses only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    AsyncClient,
    Client,
    Request,
    Token,
    async_client,
    client,
    retries,
)

Answer = httpx2.Response | Exception
"""What meets an attempt."""

NOW = 1_900_000_000.0
"""Seconds since 1970, when a call begins."""
ADDRESS = "http://a.example"


class Clock:
    """Stands for the runtime's `time`, `random` and `asyncio`: nobody waits."""

    def __init__(self, chance: float = 1.0) -> None:
        self.pauses: list[float] = []
        self.seconds = 0.0
        self._chance = chance

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.seconds += seconds

    async def _sleep(self, seconds: float) -> None:
        self.sleep(seconds)

    def _uniform(self, low: float, high: float) -> float:
        return low + self._chance * (high - low)

    def install(self, patch: pytest.MonkeyPatch) -> None:
        time = SimpleNamespace(
            sleep=self.sleep,
            monotonic=lambda: self.seconds,
            time=lambda: NOW + self.seconds,
        )
        chance = SimpleNamespace(uniform=self._uniform)
        patch.setattr(client, "time", time)
        waiting = SimpleNamespace(
            sleep=self._sleep, get_running_loop=asyncio.get_running_loop
        )
        patch.setattr(async_client, "asyncio", waiting)
        patch.setattr(retries, "time", time)
        patch.setattr(retries, "random", chance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a call: its value or its error, and how it came to that."""

    value: Any
    error: APIError | None
    timeouts: list[float]
    """Seconds that each attempt had for a read."""
    pauses: list[float]

    @property
    def requests(self) -> int:
        return len(self.timeouts)

    @property
    def notes(self) -> list[str]:
        return getattr(self.error, "__notes__", [])


def outcome(
    *answers: Answer,
    method: str = "GET",
    expected: Any = Any,
    chance: float = 1.0,
    takes: float = 0.0,
    request: Request | None = None,
    **options: Any,
) -> Outcome:
    """The outcome of one call, the same from both clients.

    Args:
        answers: What meets the attempts; the last meets all others.
        method: Of HTTP.
        expected: The type of the answer.
        chance: From 0 to 1: where in its range each random number is.
        takes: Seconds that pass in each attempt.
        request: Another request than one without arguments.
        options: Of the clients.
    """
    request = request or Request(method, "/v1/things")

    def sync(handle: Callable[[httpx2.Request], httpx2.Response]) -> Any:
        with httpx2.Client(transport=httpx2.MockTransport(handle)) as http:
            return Client(http_client=http, **options).send(request, expected)

    def asynchronous(handle: Callable[[httpx2.Request], httpx2.Response]) -> Any:
        async def call() -> Any:
            transport = httpx2.MockTransport(handle)
            async with httpx2.AsyncClient(transport=transport) as http:
                client = AsyncClient(http_client=http, **options)
                return await client.send(request, expected)

        return asyncio.run(call())

    options = {"auth": Token("t"), "base_url": ADDRESS, **options}
    first = _outcome(sync, answers, chance, takes)
    second = _outcome(asynchronous, answers, chance, takes)
    assert (type(first.error), str(first.error)) == (
        type(second.error),
        str(second.error),
    )
    assert (first.value, first.timeouts, first.pauses, first.notes) == (
        second.value,
        second.timeouts,
        second.pauses,
        second.notes,
    )
    return first


def _outcome(
    call: Callable[[Callable[[httpx2.Request], httpx2.Response]], Any],
    answers: tuple[Answer, ...],
    chance: float,
    takes: float,
) -> Outcome:
    clock = Clock(chance)
    timeouts: list[float] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        timeouts.append(request.extensions["timeout"]["read"])
        clock.seconds += takes
        answer = answers[min(len(timeouts), len(answers)) - 1]
        if isinstance(answer, Exception):
            raise type(answer)(*answer.args)
        return httpx2.Response(
            answer.status_code, headers=answer.headers, content=answer.content
        )

    value: Any = None
    error: APIError | None = None
    with pytest.MonkeyPatch.context() as patch:
        clock.install(patch)
        try:
            value = call(handle)
        except APIError as raised:
            error = raised
    return Outcome(value=value, error=error, timeouts=timeouts, pauses=clock.pauses)
