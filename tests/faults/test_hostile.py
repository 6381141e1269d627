"""A hostile server: what it answers ends in a clear error, in bounded memory, within the deadline."""

from __future__ import annotations

import asyncio
import time
import tracemalloc
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    AsyncClient,
    Client,
    NotFoundError,
    Parameter,
    Password,
    Request,
    Token,
)
from tests.faults.hostile import ATTACKS, DEPTH, SIZE, Attack, whole
from tests.faults.loopback import Connection, serving
from tests.support.leaks import Search, logged, texts_of

TOKEN = "tok-en-4f7a/ready+1=="
PASSWORD = 'pass"word & <ü> 100%'
TOKENS = "/v3/auth/tokens"
REQUEST = Request("GET", "/things/{id}", path=[Parameter("id", "1", str)])
MEMORY = 16 * SIZE
"""Bytes at most that all of a call takes whose answer may have `SIZE`."""
BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
UNENDING = [
    one for one in ATTACKS if one.error is APITimeoutError or "larger" in one.words
]


def each(attacks: list[Attack]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("attack", attacks, ids=[one.name for one in attacks])


def outcome(is_async: bool, *, request: Request = REQUEST, **options: Any) -> Any:
    """The value or the error of one call with a client's own connections."""
    options = {"max_retries": 0, "deadline": 30, **options}

    async def call() -> Any:
        async with AsyncClient(**options) as client:
            return await client.send(request, Any)

    try:
        if is_async:
            return asyncio.run(call())
        with Client(**options) as client:
            return client.send(request, Any)
    except APIError as error:
        return error


def limits(attack: Attack) -> dict[str, Any]:
    """A deadline that is short where it is what ends the call."""
    return {
        "deadline": 0.4 if attack.error is APITimeoutError else 30,
        "max_response_size": SIZE,
        "max_response_depth": DEPTH,
    }


@BOTH
@each(list(ATTACKS))
def test_an_attack_ends_in_a_clear_error(attack: Attack, is_async: bool) -> None:
    search = Search((TOKEN,))
    with serving(attack.handle) as address, logged() as lines:
        error = outcome(is_async, auth=Token(TOKEN), base_url=address, **limits(attack))
        search.look("log", [(line, line) for line in lines])
    assert type(error) is attack.error, error
    assert attack.words in str(error)
    assert error.may_have_been_processed is (attack.error is not NotFoundError)
    response: httpx2.Response | None = getattr(error, "response", None)
    assert (response and response.status_code) == attack.status
    assert str(error).isprintable()
    assert len(str(error)) < 1500
    assert all(line.isprintable() for line in lines)
    search.look(attack.name, texts_of(error))
    assert search.greps
    assert not search.found


@BOTH
@each([one for one in ATTACKS if one in UNENDING or "deep" in one.name])
def test_an_attack_takes_little_memory(attack: Attack, is_async: bool) -> None:
    next(iter(attack.pieces()))  # what takes memory to make is made before
    with serving(attack.handle) as address:
        tracemalloc.start()
        try:
            error = outcome(
                is_async, auth=Token(TOKEN), base_url=address, **limits(attack)
            )
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert type(error) is attack.error
    assert most < MEMORY


@BOTH
@pytest.mark.parametrize("discovers", [False, True], ids=["flow", "discovery"])
@each(UNENDING)
def test_an_attack_of_the_identity_service(
    attack: Attack, is_async: bool, discovers: bool
) -> None:
    received: list[str] = []

    def handle(connection: Connection) -> None:
        received.append(connection.read().target)
        attack.send(connection)

    search = Search((PASSWORD,))
    with serving(handle) as address, logged() as lines:
        auth = Password(
            "u", PASSWORD, domain_name="d", project_id="p", auth_url=address
        )
        base = None if discovers else address
        error = outcome(is_async, auth=auth, base_url=base, **limits(attack))
        search.look("log", [(line, line) for line in lines])
    assert received == [TOKENS]
    assert isinstance(error, APIError)
    assert error.may_have_been_processed is (
        # Of a task nobody knows at which request the deadline found it.
        isinstance(error, APITimeoutError)
        and is_async
        and not discovers
    )
    if isinstance(error, APITimeoutError):
        assert "the call's deadline is over" in str(error)
        assert attack.error is APITimeoutError
    else:
        assert "the answer is larger than what credentials read" in str(error)
    search.look(attack.name, texts_of(error))
    assert not search.found


@BOTH
def test_a_refusal_without_end(is_async: bool) -> None:
    """The answer that refuses a token is read by the credentials."""
    issued = whole(b"{}", {"X-Subject-Token": "issued"}, status=201)
    refusal = next(one for one in ATTACKS if one.name == "a body without end")

    def handle(connection: Connection) -> None:
        if connection.read().target == TOKENS:
            connection.send(issued[0])
        else:
            connection.send(b"HTTP/1.1 401 No\r\nContent-Length: 999999999\r\n\r\n")
            refusal.send(connection)

    with serving(handle) as address:
        auth = Password(
            "u", PASSWORD, domain_name="d", project_id="p", auth_url=address
        )
        error = outcome(is_async, auth=auth, base_url=address)
    assert type(error) is APIResponseValidationError
    assert "401, the answer is larger than what credentials read" in str(error)


@BOTH
def test_a_server_that_reads_byte_by_byte(is_async: bool) -> None:
    def sip(connection: Connection) -> None:
        for _ in range(3000):
            if not connection.sip(1024):
                break
            time.sleep(0.01)
        connection.close()

    body = Request("PUT", "/x", body={"a": "x" * 16_000_000}, body_type=dict[str, str])
    with serving(sip) as address:
        error = outcome(
            is_async, request=body, auth=Token("t"), base_url=address, deadline=0.5
        )
    assert type(error) is APITimeoutError
    assert "the call's deadline is over" in str(error)
