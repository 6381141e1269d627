"""No secret is in what a failed call leaves: logs, errors, their causes, frames and answers."""

from __future__ import annotations

import asyncio
import json
import os
import random
import ssl
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import httpx2
import pytest
from pydantic import Field

from templates.runtime import (
    UNSET,
    AccessKey,
    APIError,
    AsyncClient,
    AsyncResource,
    Client,
    Model,
    Parameter,
    Password,
    Request,
    Resource,
    Token,
)
from tests.faults.loopback import Connection, head, serving
from tests.faults.service import FAILING, UNREAD, Answer, Fault
from tests.support.error_shapes import SHAPES
from tests.support.leaks import Search, logged, texts_of

TOKEN = "tok-en-4f7a/ready+1=="
PASSWORD = 'pass"word & <ü> 100%'
SECRET_KEY = "SK-Very/Secret+1"
SECURITY_TOKEN = "security-token-9c1e"
ISSUED = "issued-token-77d0"
ADMIN = "Adm1n-pa$$/word"
SECRETS = (TOKEN, PASSWORD, SECRET_KEY, SECURITY_TOKEN, ISSUED, ADMIN)
QUOTED = {
    "token": f"{TOKEN} {ADMIN}",
    "key": f"{SECURITY_TOKEN} {ADMIN}",
    "password": f"{ISSUED} {ADMIN}",
}
"""What a service can quote: what it was sent."""
TOKENS = "/v3/auth/tokens"
TLS = ssl.create_default_context()
"""One for all clients: it takes long to make."""


class Login(Model):
    admin_pass: str = Field(
        default=UNSET,
        max_length=20,
        validation_alias="adminPass",
        serialization_alias="adminPass",
    )
    count: int = UNSET


CREDENTIALS: dict[str, Callable[[str], httpx2.Auth]] = {
    "token": lambda _: Token(TOKEN),
    "key": lambda _: AccessKey("AK", SECRET_KEY, security_token=SECURITY_TOKEN),
    "password": lambda address: Password(
        "user", PASSWORD, domain_name="d", project_id="p1", auth_url=address
    ),
}
KINDS = tuple(CREDENTIALS)


def request(**body: Any) -> Request:
    """One with a secret in its body, its query and its headers."""
    return Request(
        "PUT",
        "/v1/logins",
        query=[Parameter("password", ADMIN, str)],
        headers=[Parameter("X-Admin-Secret", ADMIN, str)],
        body={"adminPass": ADMIN, "count": 1, **body},
        body_type=Login,
    )


def failures(address: str, kind: str, **options: Any) -> Iterator[tuple[Any, APIError]]:
    """The client and the error of a call, of both flavours."""
    sent: Request = options.pop("request", request())
    auth = CREDENTIALS[kind](address)
    known: dict[str, Any] = {
        "auth": auth,
        "base_url": address,
        "timeout": httpx2.Timeout(5, read=0.05),
        "deadline": 0.3,
        "max_retries": 0,
        **options,
    }

    async def call() -> AsyncClient:
        async with httpx2.AsyncClient(verify=TLS) as http:
            client = AsyncClient(http_client=http, **known)
            with pytest.raises(APIError) as raised:
                await client.send(sent, Login)
        errors.append(raised.value)
        return client

    errors: list[APIError] = []
    with httpx2.Client(verify=TLS) as http:
        client = Client(http_client=http, **known)
        with pytest.raises(APIError) as raised:
            client.send(sent, Login)
    errors.append(raised.value)
    yield client, errors[0]
    yield asyncio.run(call()), errors[1]


def object_at(owner: object, name: str) -> object:
    return vars(owner)[name]


def shown(client: Any) -> Iterator[tuple[str, str]]:
    """The representations of what the user has in hands."""
    yield "client", repr(client)
    yield "auth", repr(object_at(client, "_auth"))
    yield "resource", repr(Resource(client)) + repr(AsyncResource(client))
    yield "model", repr(Login(admin_pass=ADMIN)) + str(Login(admin_pass=ADMIN))


def looked_at(
    search: Search,
    case: str,
    made: Iterator[tuple[Any, APIError]],
    *,
    quotes: bool = False,
) -> None:
    """Look through all that two calls left behind.

    httpcore2 logs what it reads at the level DEBUG; there only names tell secrets, and
    not what a server `quotes`.
    """
    with logged() as lines:
        for client, error in made:
            search.look(case, texts_of(error))
            search.look(case, shown(client))
    assert lines, case
    others = [one for one in lines if not (quotes and one.startswith("httpcore2"))]
    search.look(case, [("log", line) for line in others])


def result(search: Search, least: int) -> None:
    sys.stdout.write(f"{search.greps} greps for secrets\n")
    assert not search.found, "\n".join(search.found[:20])
    assert search.greps > least


def issue(connection: Connection) -> None:
    headers = {"X-Subject-Token": ISSUED, "Set-Cookie": f"session={ISSUED}"}
    connection.send(head(201, 2, **headers) + b"{}")


def failing(fault: Fault, path: str, quoted: str) -> Callable[[Connection], None]:
    """A server that fails in one way at one path, and quotes what it was sent."""

    def handle(connection: Connection) -> None:
        target = connection.peeked()
        if target.partition("?")[0] != path:
            connection.read()
            issue(connection)
            return
        if fault in UNREAD:
            (connection.reset if fault is Fault.RESET_UNREAD else connection.close)()
        connection.read()
        answer = Answer(200, json.dumps([quoted]).encode())
        FAILING[fault](connection, random.Random(1), answer)  # noqa: S311 - repeatable

    return handle


@pytest.mark.parametrize("fault", list(Fault))
def test_faults(fault: Fault) -> None:
    search = Search(SECRETS)
    for kind in KINDS:
        paths = ("/v1/logins", TOKENS) if kind == "password" else ("/v1/logins",)
        for path in paths:
            quoted = PASSWORD if path == TOKENS else QUOTED[kind]
            with serving(failing(fault, path, quoted)) as address:
                made = failures(address, kind)
                looked_at(search, f"{kind} {path}", made, quotes=True)
    result(search, 1000)


@pytest.mark.parametrize("kind", KINDS)
def test_garbage_that_quotes(kind: str) -> None:
    """What is no HTTP is quoted by the library that reads it."""

    def handle(connection: Connection) -> None:
        is_iam = connection.read().target == TOKENS
        garbage = PASSWORD if is_iam else QUOTED[kind]
        connection.send(f"{garbage}\r\n\r\n".encode())
        connection.close()

    search = Search((*SECRETS, 'pass"word & <'))
    with serving(handle) as address:
        looked_at(search, kind, failures(address, kind), quotes=True)
    result(search, 300)


def answering(
    answer: httpx2.Response, path: str, quoted: str = ""
) -> Callable[[Connection], None]:
    def handle(connection: Connection) -> None:
        if connection.read().target.partition("?")[0] != path:
            issue(connection)
            return
        headers = {**answer.headers, "X-Echo": quoted}
        content_type = headers.pop("content-type", "")
        headers.pop("content-length", None)
        answered = head(
            answer.status_code, len(answer.content), content_type, **headers
        )
        connection.send(answered + answer.content)

    return handle


@pytest.mark.parametrize("quotes", [False, True], ids=["plain", "quoting"])
@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_error_shapes(shape: Any, quotes: bool) -> None:
    search = Search(SECRETS)
    for kind in KINDS:
        words = QUOTED[kind] if quotes else "no"
        handle = answering(shape.saying(words).response, "/v1/logins", words)
        with serving(handle) as address:
            looked_at(search, kind, failures(address, kind), quotes=quotes)
    result(search, 500)


def test_a_secret_where_a_text_is_cut_off() -> None:
    search = Search(tuple(one[:4] for one in (TOKEN, ADMIN)))
    for length in range(440, 500, 3):
        words = {"error_msg": f"{'x' * length} {TOKEN} {ADMIN}"}
        with serving(answering(httpx2.Response(400, json=words), "/v1/logins")) as one:
            looked_at(search, str(length), failures(one, "token"))
    result(search, 1000)


ESCAPED = json.dumps({"error": {"message": PASSWORD}})
REFUSALS = [
    httpx2.Response(401, json={"error": {"code": 401, "message": PASSWORD}}),
    httpx2.Response(403, content=ESCAPED),
    httpx2.Response(500, text=f"{ESCAPED} {PASSWORD}"),
    httpx2.Response(502, html="<p>pass&quot;word &amp; &lt;ü&gt; 100%</p>"),
    httpx2.Response(400, text="?p=pass%22word%20%26%20%3C%C3%BC%3E%20100%25"),
    httpx2.Response(201, json={"token": {}, "echo": PASSWORD}),
    httpx2.Response(200, text=PASSWORD),
    httpx2.Response(302, headers={"Location": "http://a.example/"}),
]


@pytest.mark.parametrize("answer", REFUSALS, ids=repr)
@pytest.mark.parametrize("base_url", [True, False], ids=["server", "catalog"])
def test_refusals_of_iam(answer: httpx2.Response, base_url: bool) -> None:
    forms = PASSWORD, json.dumps(PASSWORD)[1:-1], "pass&quot;word", "pass%22word"
    search = Search((*SECRETS, *forms))
    with serving(answering(answer, TOKENS)) as address:
        options = {} if base_url else {"base_url": None, "region": "r"}
        looked_at(search, "password", failures(address, "password", **options))
    result(search, 400)


def test_a_catalog_that_cannot_be_used() -> None:
    def handle(connection: Connection) -> None:
        connection.read()
        url = f"http://user:{ADMIN.replace('/', '')}@a.example/v1"
        endpoint = {"interface": "public", "url": url}
        token = {"catalog": [{"type": "demo", "endpoints": [endpoint]}]}
        body = json.dumps({"token": token}).encode()
        connection.send(head(201, len(body), **{"X-Subject-Token": ISSUED}) + body)

    with pytest.MonkeyPatch.context() as patch, serving(handle) as address:
        for kind in (Client, AsyncClient):
            patch.setattr(kind, "_service", "demo")
        search = Search((*SECRETS, "Adm1n"))
        looked_at(search, "catalog", failures(address, "password", base_url=None))
    result(search, 100)


INVALID: list[dict[str, Any]] = [
    {"count": ADMIN},
    {"adminPass": f"{ADMIN} {TOKEN} too long"},
    {"adminPass": [ADMIN]},
    {"admin_pas": ADMIN},
    {"adminPass": f"{ADMIN}\ud800"},
]


@pytest.mark.parametrize("body", INVALID, ids=ascii)
def test_invalid_requests(body: dict[str, Any]) -> None:
    search = Search(SECRETS)
    for kind in KINDS:
        looked_at(
            search, kind, failures("http://127.0.0.1:9", kind, request=request(**body))
        )
    result(search, 300)


def from_environment(variables: dict[str, str]) -> Client:
    """A client of these variables, and no other ones."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [one for one in os.environ if one.startswith("OS_")]:
            patch.delenv(name)
        for name, value in variables.items():
            patch.setenv(name, value)
        return Client(base_url="http://a.example")


def configurations() -> Iterator[Callable[[], object]]:
    """What cannot be used, with a secret in it or beside it."""
    options: dict[str, Any] = {"domain_name": "d", "project_id": "p"}
    for kind in (Client, AsyncClient):
        make: Any = partial(kind, base_url="http://a.example")
        yield partial(make, auth=TOKEN)
        yield partial(make, auth=Token(TOKEN), cloud="c")
        yield partial(make, auth=Token(TOKEN), max_retries=-1)
        yield partial(
            make, auth=Token(TOKEN), base_url=f"http://u:{TOKEN[:6]}@a.example"
        )
        yield partial(make, auth=Token(TOKEN), base_url=f"http://a.example/?k={ADMIN}")
        yield partial(make, auth=Token(TOKEN), region=ADMIN)
    yield partial(Token, f"{TOKEN}\n{TOKEN}")
    yield partial(AccessKey, "", SECRET_KEY, security_token=SECURITY_TOKEN)
    yield partial(AccessKey, "AK", f"{SECRET_KEY} ")
    yield partial(AccessKey, "AK", SECRET_KEY, region="a/b")
    yield partial(AccessKey, "AK", SECRET_KEY, security_token="ü")
    yield partial(Password, "", PASSWORD, region="r", **options)
    yield partial(Password, "u", PASSWORD, **options)
    yield partial(
        Password, "u", PASSWORD, auth_url=f"http://u:{ADMIN[:6]}@a.example", **options
    )
    yield partial(Password, "u", PASSWORD, region="a b", **options)
    variables: tuple[dict[str, str], ...] = (
        {"OS_USERNAME": "u", "OS_PASSWORD": PASSWORD},
        {"OS_PASSWORD": PASSWORD},
        {"OS_SECRET_KEY": SECRET_KEY, "OS_SECURITY_TOKEN": SECURITY_TOKEN},
        {"OS_TOKEN": f"{TOKEN}\n{TOKEN}"},
    )
    for each in variables:
        yield partial(from_environment, each)


def test_configurations_that_cannot_be_used() -> None:
    search = Search((*SECRETS, TOKEN[:6], "Adm1n"))
    for number, make in enumerate(configurations()):
        with pytest.raises(APIError) as raised:
            make()
        search.look(str(number), texts_of(raised.value))
    result(search, 1000)


def test_a_secret_that_is_shown_is_found() -> None:
    """The search itself: it sees each place."""

    def fail() -> None:
        raise APIError(f"no {TOKEN}")

    search = Search((TOKEN,))
    with pytest.raises(APIError) as raised:
        fail()
    sent = httpx2.Request("GET", f"http://a.example/?p={ADMIN}", headers={"k": ADMIN})
    raised.value.request = sent
    search.look("x", texts_of(raised.value))
    assert [one.split(": ")[1] for one in search.found] == [
        "format_exception",
        "pickle",
        "repr of APIError",
        "str of APIError",
    ]
    search = Search((ADMIN,))
    search.look("x", texts_of(raised.value))
    assert any("headers of the Request" in one for one in search.found)
