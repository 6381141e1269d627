"""Servers whose certificate nobody vouches for get nothing: neither a request nor a password."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIConnectionError,
    APIError,
    AsyncClient,
    Client,
    Password,
    Request,
    Token,
)
from tests.faults.hostile import whole
from tests.faults.loopback import Connection, serving
from tests.support.certificates import self_signed, shown, trusting

TOKENS = "/v3/auth/tokens"
REQUEST = Request("GET", "/things")
BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
KINDS: dict[str, Callable[[str], httpx2.Auth]] = {
    "token": lambda _: Token("t"),
    "password": lambda address: Password(
        "u", "hush", domain_name="d", project_id="p", auth_url=address
    ),
}
EACH = pytest.mark.parametrize("kind", KINDS)


class Server:
    """An IAM and a service; remembers what reached it."""

    def __init__(self) -> None:
        self.received: list[str] = []

    def handle(self, connection: Connection) -> None:
        target = connection.read().target
        self.received.append(target)
        is_iam = target == TOKENS
        headers = {"X-Subject-Token": "issued"} if is_iam else {}
        connection.send(whole(b"{}", headers, status=201 if is_iam else 200)[0])


def outcome(
    *, is_async: bool, trust: ssl.SSLContext | None = None, **options: Any
) -> Any:
    """The value or the error of one call; `trust` is that of a client of one's own."""
    options = {"max_retries": 0, **options}

    async def call() -> Any:
        if trust is None:
            async with AsyncClient(**options) as client:
                return await client.send(REQUEST, Any)
        async with httpx2.AsyncClient(verify=trust) as http:
            return await AsyncClient(http_client=http, **options).send(REQUEST, Any)

    try:
        if is_async:
            return asyncio.run(call())
        if trust is None:
            with Client(**options) as client:
                return client.send(REQUEST, Any)
        with httpx2.Client(verify=trust) as http:
            return Client(http_client=http, **options).send(REQUEST, Any)
    except APIError as error:
        return error


def refused(error: object, why: str) -> None:
    assert type(error) is APIConnectionError
    assert "CERTIFICATE_VERIFY_FAILED" in str(error)
    assert why in str(error)
    assert not error.may_have_been_processed


@BOTH
@EACH
@pytest.mark.parametrize("has_server", [True, False], ids=["server", "catalog"])
def test_a_certificate_that_nobody_vouches_for(
    tmp_path: Path, kind: str, has_server: bool, is_async: bool
) -> None:
    server = Server()
    with serving(server.handle, tls=shown(self_signed(tmp_path))) as address:
        auth = KINDS[kind](address)
        base = address if has_server or kind == "token" else None
        error = outcome(is_async=is_async, auth=auth, base_url=base)
    refused(error, "self-signed certificate")
    assert not server.received


@BOTH
@EACH
def test_a_certificate_that_one_trusts(
    tmp_path: Path, kind: str, is_async: bool
) -> None:
    server, certificate = Server(), self_signed(tmp_path)
    with serving(server.handle, tls=shown(certificate)) as address:
        auth = KINDS[kind](address)
        value = outcome(
            is_async=is_async, trust=trusting(certificate), auth=auth, base_url=address
        )
    assert value == {}
    assert server.received == [*[TOKENS] * (kind == "password"), "/things"]


@BOTH
@pytest.mark.parametrize(
    ("host", "days", "why"),
    [
        ("other.example", 1, "IP address mismatch"),
        ("127.0.0.1", -1, "certificate has expired"),
    ],
)
def test_a_certificate_of_another_host_or_time(
    tmp_path: Path, host: str, days: int, why: str, is_async: bool
) -> None:
    server, certificate = Server(), self_signed(tmp_path, host=host, days=days)
    with serving(server.handle, tls=shown(certificate)) as address:
        error = outcome(
            is_async=is_async,
            trust=trusting(certificate),
            auth=Token("t"),
            base_url=address,
        )
    refused(error, why)
    assert not server.received


@BOTH
@pytest.mark.parametrize("tls", [True, False], ids=["https", "http"])
def test_no_redirect_is_followed_from_https(
    tmp_path: Path, tls: bool, is_async: bool
) -> None:
    """Neither to http nor to another https, whatever the own http client would do."""
    other, certificate = Server(), self_signed(tmp_path)
    context = shown(certificate)
    received: list[str] = []

    def redirect(connection: Connection) -> None:
        received.append(connection.read().target)
        where = {"Location": f"{address_of_other}/stolen"}
        connection.send(whole(b"", where, status=307)[0])

    options: dict[str, Any] = {
        "verify": trusting(certificate),
        "follow_redirects": True,
    }
    client_options: dict[str, Any] = {"auth": Token("t"), "max_retries": 0}

    async def call() -> None:
        async with httpx2.AsyncClient(**options) as http:
            client = AsyncClient(http_client=http, base_url=address, **client_options)
            await client.send(REQUEST, Any)

    def call_sync() -> None:
        with httpx2.Client(**options) as http:
            client = Client(http_client=http, base_url=address, **client_options)
            client.send(REQUEST, Any)

    with (
        serving(other.handle, tls=context if tls else None) as address_of_other,
        serving(redirect, tls=context) as address,
        pytest.raises(APIError, match="307 Odd; redirects are not followed"),
    ):
        asyncio.run(call()) if is_async else call_sync()
    assert received == ["/things"]
    assert not other.received
