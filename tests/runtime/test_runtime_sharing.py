"""One client for many threads and tasks: pools, hooks, and the end of its connections."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APITimeoutError,
    AsyncClient,
    Client,
    ConfigurationError,
    Parameter,
    Password,
    Request,
    Token,
)
from tests.faults.loopback import Connection, head, serving

ONE = httpx2.Limits(max_connections=1)
PATIENCE = 30.0


def named(name: str) -> Request:
    return Request("GET", "/v1/{name}", path=[Parameter("name", name, str)])


def echo(connection: Connection) -> None:
    """Answers with the path of each request."""
    target = connection.read().target
    connection.send(head(200, len(target) + 2) + f'"{target}"'.encode())


class Holder:
    """Keeps the first request until it is told; answers the others."""

    def __init__(self) -> None:
        self.held = threading.Event()
        self.released = threading.Event()

    def handle(self, connection: Connection) -> None:
        target = connection.read().target
        if target == "/v1/held":
            self.held.set()
            self.released.wait(PATIENCE)
        connection.send(head(200, len(target) + 2) + f'"{target}"'.encode())


@pytest.fixture
def address() -> Iterator[str]:
    with serving(echo) as address:
        yield address


@pytest.mark.parametrize("limits", [ONE, httpx2.Limits()], ids=["one", "many"])
def test_each_thread_gets_its_own_answers(address: str, limits: httpx2.Limits) -> None:
    http = httpx2.Client(limits=limits)
    client = Client(auth=Token("t"), base_url=address, http_client=http)

    def call(thread: int) -> list[bool]:
        names = [f"t{thread}n{number}" for number in range(50)]
        return [client.send(named(name), str) == f"/v1/{name}" for name in names]

    with http, ThreadPoolExecutor(16) as pool:
        came = list(pool.map(call, range(16), timeout=PATIENCE * 4))
    assert came == [[True] * 50] * 16


@pytest.mark.parametrize("limits", [ONE, httpx2.Limits()], ids=["one", "many"])
def test_each_task_gets_its_own_answers(address: str, limits: httpx2.Limits) -> None:
    async def main() -> list[str]:
        async with httpx2.AsyncClient(limits=limits) as http:
            client = AsyncClient(auth=Token("t"), base_url=address, http_client=http)
            calls = [client.send(named(f"n{number}"), str) for number in range(200)]
            return await asyncio.gather(*calls)

    assert asyncio.run(main()) == [f"/v1/n{number}" for number in range(200)]


BUSY: dict[str, Any] = {
    "auth": Token("t"),
    "timeout": httpx2.Timeout(PATIENCE, pool=0.05),
    "max_retries": 0,
}


def test_no_free_connection_in_time() -> None:
    holder = Holder()
    with (
        serving(holder.handle) as address,
        httpx2.Client(limits=ONE) as http,
        ThreadPoolExecutor(1) as pool,
    ):
        client = Client(base_url=address, http_client=http, **BUSY)
        first = pool.submit(client.send, named("held"), str)
        assert holder.held.wait(PATIENCE)
        with pytest.raises(APITimeoutError, match="PoolTimeout") as raised:
            client.send(named("second"), str)
        assert raised.value.may_have_been_processed is False
        holder.released.set()
        assert first.result(PATIENCE) == "/v1/held"
        assert client.send(named("third"), str) == "/v1/third"


def test_no_free_connection_in_time_async() -> None:
    async def main(address: str) -> None:
        async with httpx2.AsyncClient(limits=ONE) as http:
            client = AsyncClient(base_url=address, http_client=http, **BUSY)
            first = asyncio.create_task(client.send(named("held"), str))
            assert await asyncio.to_thread(holder.held.wait, PATIENCE)
            with pytest.raises(APITimeoutError, match="PoolTimeout") as raised:
                await client.send(named("second"), str)
            assert raised.value.may_have_been_processed is False
            holder.released.set()
            assert await first == "/v1/held"
            assert await client.send(named("third"), str) == "/v1/third"

    holder = Holder()
    with serving(holder.handle) as address:
        asyncio.run(main(address))


def test_a_closed_client(address: str) -> None:
    client = Client(auth=Token("t"), base_url=address)
    other = client.with_options(timeout=5)
    assert client.send(named("a"), str) == other.send(named("a"), str) == "/v1/a"
    other.close()
    assert client.send(named("a"), str) == "/v1/a"
    client.close()
    client.close()
    for closed in (client, other):
        with pytest.raises(ConfigurationError, match="the client is closed"):
            closed.send(named("a"), str)


def test_a_closed_client_async(address: str) -> None:
    async def main() -> None:
        client = AsyncClient(auth=Token("t"), base_url=address)
        other = client.with_options(timeout=5)
        assert await client.send(named("a"), str) == "/v1/a"
        await other.aclose()
        assert await other.send(named("a"), str) == "/v1/a"
        await client.aclose()
        await client.aclose()
        for closed in (client, other):
            with pytest.raises(ConfigurationError, match="the client is closed"):
                await closed.send(named("a"), str)

    asyncio.run(main())


def test_your_own_http_client_is_yours_to_close(address: str) -> None:
    http = httpx2.Client()
    with Client(auth=Token("t"), base_url=address, http_client=http) as client:
        client.send(named("a"), str)
    assert client.send(named("b"), str) == "/v1/b"
    http.close()
    with pytest.raises(ConfigurationError, match="the client is closed"):
        client.send(named("c"), str)


def test_a_client_that_is_closed_during_a_pause(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def handle(_: httpx2.Request) -> httpx2.Response:
        http.close()
        return httpx2.Response(503)

    monkeypatch.setattr("templates.runtime.retries._FIRST_PAUSE", 0.0)
    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    client = Client(auth=Token("t"), base_url="http://a.example", http_client=http)
    with pytest.raises(ConfigurationError, match="the client is closed") as raised:
        client.send(named("a"), str)
    assert (raised.value.attempts, raised.value.may_have_been_processed) == (2, True)


Hooks = dict[str, list[Callable[..., Any]]]
TOKENS = "/v3/auth/tokens"


class Flaky:
    """Gives tokens, and refuses each first request for a thing."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.seen[request.url.path] += 1
        if request.url.path == TOKENS:
            headers = {"X-Subject-Token": "issued"}
            return httpx2.Response(201, headers=headers, json={})
        status = 503 if self.seen[request.url.path] < 3 else 200
        return httpx2.Response(status, json="a")


HOOKED = [
    ("request", TOKENS, None),
    ("response", TOKENS, 201),
    ("request", "/v1/a", None),
    ("response", "/v1/a", 503),
    ("request", "/v1/a", None),
    ("response", "/v1/a", 503),
    ("request", "/v1/a", None),
    ("response", "/v1/a", 200),
]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_hooks_see_each_request(
    is_async: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[str, str, int | None]] = []

    def requested(request: httpx2.Request) -> None:
        called.append(("request", request.url.path, None))

    def responded(response: httpx2.Response) -> None:
        called.append(("response", response.url.path, response.status_code))

    async def async_requested(request: httpx2.Request) -> None:
        requested(request)

    async def async_responded(response: httpx2.Response) -> None:
        responded(response)

    async def call() -> None:
        hooks: Hooks = {"request": [async_requested], "response": [async_responded]}
        async with httpx2.AsyncClient(transport=transport, event_hooks=hooks) as http:
            await AsyncClient(http_client=http, **options).send(named("a"), str)

    monkeypatch.setattr("templates.runtime.retries._FIRST_PAUSE", 0.0)
    transport = httpx2.MockTransport(Flaky().handle)
    iam = "http://a.example"
    auth = Password("u", "hush", domain_name="d", project_id="p", auth_url=iam)
    options: dict[str, Any] = {"auth": auth, "base_url": iam}
    if is_async:
        asyncio.run(call())
    else:
        hooks: Hooks = {"request": [requested], "response": [responded]}
        with httpx2.Client(transport=transport, event_hooks=hooks) as http:
            Client(http_client=http, **options).send(named("a"), str)
    assert called == HOOKED
