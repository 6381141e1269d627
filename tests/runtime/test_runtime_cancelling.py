"""Calls of tasks that are cancelled: they end at once, and disturb no other call."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import httpx2
import pytest

from templates.runtime import APITimeoutError, AsyncClient, Password, Request, Token
from tests.faults.loopback import Connection, head, serving

PATIENCE = 30.0
REQUEST = Request("GET", "/things")
TOKENS = "/v3/auth/tokens"


class Gate(httpx2.AsyncBaseTransport):
    """Answers what may pass; everything else waits, and tells so."""

    def __init__(self, *held: str) -> None:
        self.held = set(held)
        self.waiting = asyncio.Event()
        self.opened = asyncio.Event()
        self.received: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        path = request.url.path
        self.received.append(path)
        if path in self.held:
            self.waiting.set()
            await self.opened.wait()
        headers = {"X-Subject-Token": "issued"}
        return httpx2.Response(201, headers=headers, json={"token": {}})


def client(transport: httpx2.AsyncBaseTransport, **options: Any) -> AsyncClient:
    auth = Password(
        "u", "hush", domain_name="d", project_id="p", auth_url="http://a.example"
    )
    http = httpx2.AsyncClient(transport=transport)
    options = {"auth": auth, "base_url": "http://a.example", **options}
    return AsyncClient(http_client=http, **options)


def run(main: Callable[[], Awaitable[None]]) -> None:
    async def limited() -> None:
        await asyncio.wait_for(main(), PATIENCE)

    asyncio.run(limited())


async def cancelled(task: asyncio.Task[Any]) -> None:
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def settled() -> None:
    """Let the other tasks come as far as they can."""
    for _ in range(20):
        await asyncio.sleep(0)


def test_during_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("templates.runtime.retries._FIRST_PAUSE", 1000)
    monkeypatch.setattr("templates.runtime.retries._LONGEST_PAUSE", 1000)
    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(503 if len(seen) == 1 else 200, json={})

    async def main() -> None:
        one = client(
            httpx2.MockTransport(handle), auth=Token("t"), deadline=float("inf")
        )
        task = asyncio.create_task(one.send(REQUEST, dict[str, Any]))
        await settled()
        await cancelled(task)
        assert len(seen) == 1
        assert await one.send(REQUEST, dict[str, Any]) == {}

    run(main)


def test_during_the_wait_for_the_answer() -> None:
    async def main() -> None:
        gate = Gate("/things")
        one = client(gate, auth=Token("t"))
        task = asyncio.create_task(one.send(REQUEST, dict[str, Any]))
        await gate.waiting.wait()
        await cancelled(task)
        gate.opened.set()
        assert await one.send(REQUEST, dict[str, Any]) == {"token": {}}
        assert gate.received == ["/things"] * 2

    run(main)


def test_during_the_fetch_of_a_token_another_task_takes_over() -> None:
    async def main() -> None:
        gate = Gate(TOKENS)
        one = client(gate)
        tasks = [
            asyncio.create_task(one.send(REQUEST, dict[str, Any])) for _ in range(5)
        ]
        await gate.waiting.wait()
        await settled()
        assert gate.received == [TOKENS]
        await cancelled(tasks[0])
        gate.opened.set()
        assert await asyncio.gather(*tasks[1:]) == [{"token": {}}] * 4
        assert gate.received == [TOKENS] * 2 + ["/things"] * 4

    run(main)


def test_while_waiting_for_the_fetch_of_another_task() -> None:
    async def main() -> None:
        gate = Gate(TOKENS)
        one = client(gate)
        tasks = [
            asyncio.create_task(one.send(REQUEST, dict[str, Any])) for _ in range(3)
        ]
        await gate.waiting.wait()
        await settled()
        await cancelled(tasks[1])
        gate.opened.set()
        assert await asyncio.gather(*tasks[::2]) == [{"token": {}}] * 2
        assert gate.received == [TOKENS, "/things", "/things"]

    run(main)


def test_all_at_once() -> None:
    async def main() -> None:
        gate = Gate(TOKENS)
        one = client(gate)
        tasks = [
            asyncio.create_task(one.send(REQUEST, dict[str, Any])) for _ in range(20)
        ]
        await gate.waiting.wait()
        for task in tasks:
            task.cancel()
        came = await asyncio.gather(*tasks, return_exceptions=True)
        assert {type(each) for each in came} == {asyncio.CancelledError}
        gate.opened.set()
        assert await one.send(REQUEST, dict[str, Any]) == {"token": {}}

    run(main)


def test_a_timeout_of_the_caller_is_the_callers() -> None:
    async def main() -> None:
        gate = Gate("/things")
        with pytest.raises(TimeoutError) as raised:
            async with asyncio.timeout(0.01):
                await client(gate, auth=Token("t")).send(REQUEST, dict[str, Any])
        assert not isinstance(raised.value, APITimeoutError)

    run(main)


@pytest.mark.parametrize("held", ["in the head", "in the body", "connecting"])
def test_real_connections_are_free_again(held: str) -> None:
    """Of a pool of one: each cancelled call must give its place back."""
    received: list[str] = []

    def handle(connection: Connection) -> None:
        target = connection.read().target
        received.append(target)
        if target == "/held":
            if held == "in the body":
                connection.send(head(200, 10) + b"{")
            connection.wait(PATIENCE)
        connection.send(head(200, 2) + b"{}")

    async def main(address: str) -> None:
        limits = httpx2.Limits(max_connections=1)
        async with httpx2.AsyncClient(limits=limits) as http:
            one = AsyncClient(auth=Token("t"), base_url=address, http_client=http)
            for _ in range(3):
                task = asyncio.create_task(one.send(Request("GET", "/held"), None))
                waits = "/held" if held != "connecting" else ""
                while waits and received[-1:] != [waits]:
                    await asyncio.sleep(0.001)
                await settled()
                await cancelled(task)
                assert await one.send(REQUEST, dict[str, Any]) == {}

    with serving(handle) as address:
        run(lambda: main(address))
    assert received.count("/things") == 3


def test_waiting_for_a_connection() -> None:
    """Who no longer waits must not be given one."""

    async def main(address: str) -> None:
        limits = httpx2.Limits(max_connections=1)
        async with httpx2.AsyncClient(limits=limits) as http:
            one = AsyncClient(auth=Token("t"), base_url=address, http_client=http)
            holder = asyncio.create_task(one.send(Request("GET", "/held"), None))
            assert await asyncio.to_thread(is_held.wait, PATIENCE)
            waiting = [
                asyncio.create_task(one.send(REQUEST, dict[str, Any])) for _ in range(3)
            ]
            await settled()
            await cancelled(waiting[0])
            await cancelled(holder)
            assert await asyncio.gather(*waiting[1:]) == [{}, {}]

    is_held = threading.Event()

    def handle(connection: Connection) -> None:
        if connection.read().target == "/held":
            is_held.set()
            connection.wait(PATIENCE)
        connection.send(head(200, 2) + b"{}")

    with serving(handle) as address:
        run(lambda: main(address))
