"""The deadline of a call ends it whatever a server does, with answers that come byte by byte."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    APITimeoutError,
    AsyncClient,
    Client,
    Parameter,
    Password,
    Request,
    Token,
    connections,
    password,
    retries,
)
from tests.faults.loopback import Connection, head, serving
from tests.support.certificates import self_signed, shown, trusting

TOKENS = "/v3/auth/tokens"
CREATED = {"X-Subject-Token": "issued"}
TOKEN = json.dumps({"token": {"project": {"id": "p1"}}}).encode()
DEADLINE = 0.3
Handle = Callable[[Connection], None]


def drip(connection: Connection, status: int = 200, **headers: str) -> None:
    """An answer without end; no read waits long for its next byte."""
    connection.send(head(status, 1_000_000, **headers))
    while True:
        connection.wait(0.01)
        connection.send(b" ")


def issue(connection: Connection) -> None:
    connection.send(head(201, len(TOKEN), **CREATED) + TOKEN)


class Server:
    """Drips at one path, and with one status; counts what it received."""

    def __init__(self, path: str, status: int = 200) -> None:
        self.received: list[str] = []
        self._path = path
        self._status = status

    def handle(self, connection: Connection) -> None:
        received = connection.read()
        self.received.append(received.target)
        if received.target == self._path:
            drip(connection, self._status, **CREATED)
        elif received.target == TOKENS:
            issue(connection)
        else:
            connection.send(head(200, 2) + b"{}")


def failure(
    handle: Handle, *, password: bool = False, is_async: bool, **options: Any
) -> APIError:
    """The error of one call, within the patience of a test."""

    async def call_async(client: AsyncClient) -> None:
        async with client:
            await asyncio.wait_for(client.send(request, Any), 30)

    def call(address: str) -> None:
        auth: httpx2.Auth = Token("t")
        if password:
            auth = Password(
                "u", "hush", domain_name="d", project_id="p1", auth_url=address
            )
        given: dict[str, Any] = {
            "base_url": address,
            "deadline": DEADLINE,
            "auth": auth,
            **options,
        }
        if is_async:
            asyncio.run(call_async(AsyncClient(**given)))
        else:
            with Client(**given) as client:
                client.send(request, Any)

    request = Request("POST", "/things")
    with serving(handle) as address, pytest.raises(APIError) as raised:
        call(address)
    return raised.value


BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


@BOTH
@pytest.mark.parametrize("status", [200, 400, 503])
def test_an_answer_without_end(status: int, is_async: bool) -> None:
    server = Server("/things", status)
    error = failure(server.handle, is_async=is_async)
    assert type(error) is APITimeoutError
    assert "the call's deadline is over" in str(error)
    assert error.request.url.path == "/things"
    assert error.may_have_been_processed
    assert (server.received, error.attempts) == (["/things"], 1)


@BOTH
def test_a_token_without_end(is_async: bool) -> None:
    server = Server(TOKENS, 201)
    error = failure(server.handle, password=True, is_async=is_async)
    assert type(error) is APITimeoutError
    assert "the call's deadline is over" in str(error)
    assert server.received == [TOKENS]


def test_a_token_without_end_is_none_of_the_operation() -> None:
    """Of a task nobody knows at which request the deadline found it."""
    error = failure(Server(TOKENS, 201).handle, password=True, is_async=False)
    assert error.may_have_been_processed is False
    assert error.request.url.path == TOKENS


@BOTH
def test_a_refused_token_without_end(is_async: bool) -> None:
    server = Server("/things", 401)
    error = failure(server.handle, password=True, is_async=is_async)
    assert type(error) is APITimeoutError
    assert server.received == [TOKENS, "/things"]


@BOTH
def test_a_discovery_without_end(is_async: bool) -> None:
    """The client asks for the catalog, to know its server."""
    server = Server(TOKENS, 201)
    error = failure(server.handle, password=True, is_async=is_async, base_url=None)
    assert type(error) is APITimeoutError
    assert error.may_have_been_processed is False
    assert server.received == [TOKENS]


@BOTH
def test_silence(is_async: bool) -> None:
    def handle(connection: Connection) -> None:
        connection.read()
        connection.wait(30)

    error = failure(handle, is_async=is_async, timeout=30)
    assert type(error) is APITimeoutError
    assert error.may_have_been_processed
    assert error.attempts == 1


HEAD = b"HTTP/1.1 200 OK\r\nX: "


@pytest.mark.parametrize("own", [False, True], ids=["of the package", "own"])
@pytest.mark.parametrize("has_tls", [False, True], ids=["http", "https"])
@pytest.mark.parametrize("calls", [1, 3])
def test_a_head_byte_by_byte(
    tmp_path: Path, calls: int, has_tls: bool, own: bool
) -> None:
    """Also on a connection that served calls before, and with a client of one's own."""
    received: list[Connection] = []

    def handle(connection: Connection) -> None:
        connection.read()
        received.append(connection)
        if len(received) < calls:
            connection.send(head(200, 2) + b"{}")
            return
        connection.send(HEAD)
        for _ in range(3000):
            connection.wait(0.01)
            connection.send(b"x")

    certificate = self_signed(tmp_path)
    trust = trusting(certificate)
    with (
        serving(handle, tls=shown(certificate) if has_tls else None) as address,
        httpx2.Client(verify=trust) as http,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("SSL_CERT_FILE", str(certificate))
        given: dict[str, Any] = {"http_client": http} if own else {}
        known: dict[str, Any] = {"auth": Token("t"), "base_url": address}
        with Client(deadline=30, **known, **given) as client:
            for _ in range(calls - 1):
                client.send(Request("GET", "/things"), Any)
            with pytest.raises(APITimeoutError, match="deadline is over"):
                client.with_options(deadline=DEADLINE).send(
                    Request("GET", "/things"), Any
                )
    assert len(received) == calls
    assert all(one is received[0] for one in received)


@BOTH
def test_no_time_at_all(is_async: bool) -> None:
    """A socket that must not wait at all would fail in another way."""
    server = Server("")
    error = failure(server.handle, is_async=is_async, deadline=1e-9)
    assert type(error) is APITimeoutError
    assert error.attempts == 1


@BOTH
def test_what_discovery_took_is_gone(
    is_async: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits: list[float] = []
    now = [0.0]
    clock = SimpleNamespace(monotonic=lambda: now[0])
    for module in (retries, password, connections):
        monkeypatch.setattr(module, "time", clock)

    def handle(request: httpx2.Request) -> httpx2.Response:
        limits.append(request.extensions["timeout"]["read"])
        if request.url.path == TOKENS:
            now[0] += 40
            return httpx2.Response(201, headers=CREATED, content=TOKEN)
        return httpx2.Response(200, json={})

    async def call_async() -> None:
        async with httpx2.AsyncClient(transport=transport) as http:
            await AsyncClient(http_client=http, **options).send(request, Any)

    transport = httpx2.MockTransport(handle)
    iam = "http://iam.example"
    auth = Password("u", "hush", domain_name="d", project_name="p", auth_url=iam)
    options: dict[str, Any] = {"auth": auth, "base_url": iam, "deadline": 50}
    path = [Parameter("project_id", None, str)]
    request = Request("GET", "/{project_id}", path=path)
    if is_async:
        asyncio.run(call_async())
    else:
        with httpx2.Client(transport=transport) as http:
            Client(http_client=http, **options).send(request, Any)
    assert limits == [50, 10]
