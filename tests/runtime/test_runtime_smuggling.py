"""What goes over the wire, byte by byte: no value and no name leads a request elsewhere."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2
import pytest

from templates.runtime import (
    AccessKey,
    AsyncClient,
    ByMarker,
    Client,
    ConfigurationError,
    InvalidRequest,
    Parameter,
    Password,
    Request,
    Token,
    each_item,
)
from tests.faults.hostile import whole
from tests.faults.loopback import Connection, Received, serving

VALUES = {
    "up": "../x",
    "two": "a/b",
    "backslash": "..\\x",
    "dot": ".",
    "dots": "..",
    "three dots": "...",
    "encoded dots": "%2e%2e",
    "encoded slash": "..%2fx",
    "query": "?admin=1",
    "fragment": "#x",
    "user": "@evil.example",
    "port": ":80",
    "address": "http://evil.example/",
    "host": "//evil.example/x",
    "matrix": ";a=b",
    "pair": "a&b=c",
    "plus": "a+b c",
    "percent": "%",
    "braces": "{id}{project_id}",
    "line": "a\r\nHost: evil.example",
    "lines": "a\r\n\r\nGET /evil HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "LF": "a\nX: y",
    "CR": "a\rX: y",
    "NUL": "a\0b",
    "tab": "a\tb",
    "escape": "\x1b[31m",
    "blank": " ",
    "blanks": " a ",
    "Latin": "é",
    "full width": "／．．／",
    "line separator": "a\u2028b",
    "next line": "a\x85b",
    "right to left": "\u202ea",
    "emoji": "😀",
    "surrogate": "\ud83d",
    "long": "x" * 8000,
    "very long": "x" * 100_000,
}
TEXTS = [pytest.param(text, id=name) for name, text in VALUES.items()]
TLS = ssl.create_default_context()
"""One for all clients: it takes long to make."""
BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
HEADERS = [
    b"Host: %s",
    b"Accept-Encoding: *",
    b"Connection: keep-alive",
    b"Accept: application/json",
    b"User-Agent: test/1",
]
"""What each request has besides; the star stands for what httpx2 can decompress."""


class Demo(Client):
    _service = "demo"
    _user_agent = "test/1"


class AsyncDemo(AsyncClient):
    _service = "demo"
    _user_agent = "test/1"


@dataclass(slots=True)
class Server:
    """What came, byte by byte."""

    address: str = ""
    received: list[Received] = field(default_factory=list[Received])
    answers: list[bytes] = field(default_factory=list[bytes])

    def handle(self, connection: Connection) -> None:
        self.received.append(connection.read())
        answer = self.answers.pop(0) if self.answers else whole(b"{}")[0]
        connection.send(answer)

    @property
    def host(self) -> bytes:
        return self.address.removeprefix("http://").encode()

    def only(self, *more: bytes) -> str:
        """The target of the one request that came, with exactly these headers."""
        assert len(self.received) == 1
        line, *headers = self.received[0].head.split(b"\r\n")
        method, target, version = line.split(b" ")
        assert (method, version) == (b"GET", b"HTTP/1.1")
        found = [
            b"Accept-Encoding: *" if one.startswith(b"Accept-Encoding: ") else one
            for one in headers
        ]
        usual = [HEADERS[0] % self.host, *HEADERS[1:]]
        assert found == [*usual, *more, b"", b""]
        return target.decode("ascii")


@pytest.fixture(name="server")
def running() -> Generator[Server]:
    server = Server()
    with serving(server.handle) as server.address:
        yield server


def send(server: Server, request: Request, *, is_async: bool, **options: Any) -> bool:
    """Whether the request was sent; if not there was a clear error before."""
    options = {
        "auth": Token("t"),
        "base_url": f"{server.address}/base",
        "max_retries": 0,
        **options,
    }

    async def call() -> None:
        async with httpx2.AsyncClient(verify=TLS) as http:
            await AsyncDemo(http_client=http, **options).send(request, None)

    try:
        if is_async:
            asyncio.run(call())
        else:
            with httpx2.Client(verify=TLS) as http:
                Demo(http_client=http, **options).send(request, None)
    except (InvalidRequest, ConfigurationError) as error:
        clear = error
    else:
        return True
    assert not clear.may_have_been_processed
    assert str(clear).isprintable()
    assert len(str(clear)) < 1000
    assert not server.received
    return False


TOKEN = b"X-Auth-Token: t"


@BOTH
@pytest.mark.parametrize("text", TEXTS)
def test_a_value_in_the_path(server: Server, text: str, is_async: bool) -> None:
    path = [Parameter("id", text, str)]
    sent = send(server, Request("GET", "/v1/{id}/end", path=path), is_async=is_async)
    assert sent is (text not in {".", "..", "\ud83d", "x" * 100_000})
    if sent:
        target = server.only(TOKEN)
        assert [unquote(each) for each in target.split("/")] == [
            "", "base", "v1", text, "end",
        ]  # fmt: skip
        assert set("?#\\@;&") & set(target) == set()


@BOTH
@pytest.mark.parametrize("text", TEXTS)
def test_a_project(server: Server, text: str, is_async: bool) -> None:
    request = Request(
        "GET", "/v1/{project_id}/x", path=[Parameter("project_id", None, str)]
    )
    sent = send(server, request, is_async=is_async, project_id=text)
    assert sent is (text not in {".", "..", "\ud83d", "x" * 100_000})
    if sent:
        target = server.only(TOKEN)
        assert [unquote(each) for each in target.split("/")][3:] == [text, "x"]


@BOTH
@pytest.mark.parametrize("text", TEXTS)
def test_a_project_of_a_key(server: Server, text: str, is_async: bool) -> None:
    """It goes into a header too."""
    request = Request(
        "GET", "/v1/{project_id}/x", path=[Parameter("project_id", text, str)]
    )
    sent = send(server, request, is_async=is_async, auth=AccessKey("AK", "SK"))
    is_plain = text.isascii() and text.isprintable() and text.strip() == text
    assert sent is (is_plain and text not in {".", "..", "x" * 100_000})
    if sent:
        assert server.received[0].headers["x-project-id"] == text
        assert len(server.received) == 1


@BOTH
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", ["query", "extra_query", "name", "extra_name"])
def test_a_query(server: Server, place: str, text: str, is_async: bool) -> None:
    requests = {
        "query": Request("GET", "/x", query=[Parameter("q", text, str)]),
        "extra_query": Request("GET", "/x", extra_query={"q": text}),
        "name": Request("GET", "/x", query=[Parameter(text, "q", str)]),
        "extra_name": Request("GET", "/x", extra_query={text: "q"}),
    }
    sent = send(server, requests[place], is_async=is_async)
    assert sent is (text not in {"\ud83d", "x" * 100_000})
    if sent:
        path, mark, query = server.only(TOKEN).partition("?")
        pair = (text, "q") if "name" in place else ("q", text)
        assert (path, mark) == ("/base/x", "?")
        assert parse_qsl(query, strict_parsing=True, max_num_fields=1) == [pair]


@BOTH
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", ["headers", "extra_headers"])
def test_the_value_of_a_header(
    server: Server, place: str, text: str, is_async: bool
) -> None:
    requests = {
        "headers": Request("GET", "/x", headers=[Parameter("X-A", text, str)]),
        "extra_headers": Request("GET", "/x", extra_headers={"X-A": text}),
    }
    sent = send(server, requests[place], is_async=is_async)
    assert sent is (text.isascii() and text.isprintable() and text.strip() == text)
    if sent:
        assert server.only(b"X-A: " + text.encode(), TOKEN) == "/base/x"


@pytest.mark.parametrize("text", [*VALUES.values()][:-1], ids=[*VALUES][:-1])
def test_an_id_of_a_page(server: Server, text: str) -> None:
    """What one answer says goes into the next request: into its query, and into a path."""
    for items in ([{"id": text}], []):
        server.answers += whole(json.dumps({"items": items}).encode())
    with httpx2.Client(verify=TLS) as http:
        client = Demo(auth=Token("t"), base_url=server.address, http_client=http)

        def page(marker: Any) -> Any:
            query = [Parameter("marker", marker, str)]
            return client.send(Request("GET", "/x", query=query), dict[str, Any])

        pages = ByMarker(first=None, items=("items",), last="id")
        if text == "\ud83d":
            with pytest.raises(InvalidRequest):
                list(each_item(page, pages))
            return
        assert list(each_item(page, pages)) == [{"id": text}]
    first, second = server.received
    assert first.target == "/x"
    path, _, query = second.target.partition("?")
    assert path == "/x"
    assert parse_qsl(query, strict_parsing=True) == [("marker", text)]


NAMES = [
    "Host", "host", "Content-Length", "Transfer-Encoding", "TRANSFER-ENCODING", "Connection", "Keep-Alive",
    "TE", "Trailer", "Upgrade", "Proxy-Connection", "X\r\nHost: evil.example", "X: y\r\nHost", "X Y", "", " Host",
    "Host ", "Host:", "X\0", "X\t", "X(", "Ä", "\ud83d", "X\n", "X\r", "X\x0b", "\u212aeep-Alive",
]  # fmt: skip


@BOTH
@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("place", ["headers", "extra_headers"])
def test_the_name_of_a_header(
    server: Server, place: str, name: str, is_async: bool
) -> None:
    requests = {
        "headers": Request("GET", "/x", headers=[Parameter(name, "1", str)]),
        "extra_headers": Request("GET", "/x", extra_headers={name: "1"}),
    }
    assert not send(server, requests[place], is_async=is_async)
    assert not server.received


@BOTH
def test_credentials_that_a_call_gives(server: Server, is_async: bool) -> None:
    """A document may name them as parameters: what is sent is the caller's own."""
    given = {"Authorization": "mine", "X-Auth-Token": "my token"}
    parameters = [Parameter(name, value, str) for name, value in given.items()]
    assert send(server, Request("GET", "/x", headers=parameters), is_async=is_async)
    assert server.only(b"Authorization: mine", b"X-Auth-Token: my token") == "/base/x"


TEMPLATES = {
    "//evil.example/x": "//evil.example/x",
    "///x": "///x",
    "@evil.example/x": "/@evil.example/x",
    ":80@evil.example/x": "/:80@evil.example/x",
    ".evil.example/x": "/.evil.example/x",
    ":1/x": "/:1/x",
    "\\\\evil.example\\x": "/%5C%5Cevil.example%5Cx",
    "/\\evil.example": "/%5Cevil.example",
    "http://evil.example/{id}": "/http://evil.example/1",
    "//{id}.evil.example/": "//1.evil.example/",
    "/x?admin=1": "/x%3Fadmin=1",
    "/x#y": "/x%23y",
    "/x\r\nHost: evil.example": "/x%0D%0AHost:%20evil.example",
    "/x HTTP/1.1\r\n\r\n": "/x%20HTTP/1.1%0D%0A%0D%0A",
    "/x\0": "/x%00",
    "/%2e%2e/{id}": "/%252e%252e/1",
    "/ä/{id}": "/%C3%A4/1",
    "/{id}/{id}": "/1/1",
    "/{{id}}": "/%7B1%7D",
    "": "/",
    "x": "/x",
    "/../x": None,
    "/./x": None,
    "..": None,
    "/v1/{id}/..": None,
    "/v1/{dot}{dot}/x": None,
    "/v1/.{dot}": None,
    "/\ud83d": None,
    "/{" + "x" * 70000 + "": None,
}


@BOTH
@pytest.mark.parametrize("base", ["", "/", "/base", "/base/"])
@pytest.mark.parametrize(
    ("template", "path"), TEMPLATES.items(), ids=lambda text: ascii(text)[:40]
)
def test_a_template_of_a_document(
    server: Server, template: str, path: str | None, base: str, is_async: bool
) -> None:
    values = [Parameter("id", "1", str)] * ("{id}" in template)
    request = Request("GET", template, path=values)
    if "{dot}" in template:
        request = Request("GET", template, path=[Parameter("dot", ".", str)])
    sent = send(server, request, is_async=is_async, base_url=f"{server.address}{base}")
    assert sent is (path is not None)
    if path is not None:
        assert server.only(TOKEN) == f"{base.rstrip('/')}{path}"


WORDS = [
    Request("GET /evil HTTP/1.1\r\nX:", "/x"),
    Request("", "/x"),
    Request("GE T", "/x"),
    Request("GET", "/x", media_type="a/b\r\nHost: evil.example"),
    Request("GET", "/x", media_type="ä/b"),
    Request("GET", "/{a\r\nb}", path=[Parameter("a\r\nb", None, str)]),
    Request("GET", "/x", query=[Parameter("a\x1b[31mb", 1, str)]),
    Request("GET", "/x", headers=[Parameter("a\u202eb", 1, str)]),
]


@BOTH
@pytest.mark.parametrize("request_", WORDS, ids=repr)
def test_other_words_of_a_document(
    server: Server, request_: Request, is_async: bool
) -> None:
    assert not send(server, request_, is_async=is_async)


ADDRESSES = [
    "http://evil.example@{}", "http://u:p@{}/", "http://{}\\@evil.example", "http://{}\r\nHost: x/", "http://{}/?x",
    "http://{}/#x", "javascript:alert(1)", "//{}", "file:///etc/passwd", "ftp://{}/", "http://", "http://:80/",
    "http://[::1", "http://a b/", "http://a%2fb/", "http://a\\b/", "http://{}/\0", "http://a.example:99999/",
    "http://a.example:0x50/", "http://{}:1/", "http://\ud83d/", "http://" + "a" * 70000, "http://a..b\u3002/",
]  # fmt: skip


@BOTH
@pytest.mark.parametrize("address", ADDRESSES, ids=lambda text: ascii(text[:40]))
def test_an_address(server: Server, address: str, is_async: bool) -> None:
    base = address.replace("{}", server.address.removeprefix("http://"))
    request = Request("GET", "/x")
    assert not send(server, request, is_async=is_async, base_url=base)


CREDENTIALS: dict[str, Callable[[], object]] = {
    "token": lambda: Token("a\r\nHost: evil.example"),
    "token with a NUL": lambda: Token("a\0"),
    "token in Latin": lambda: Token("é"),
    "key": lambda: AccessKey("a\r\nb", "SK"),
    "secret": lambda: AccessKey("AK", "S\nK"),
    "temporary": lambda: AccessKey("AK", "SK", security_token="a\r\nb"),
    "region of a key": lambda: AccessKey("AK", "SK", region="a\r\nX: y"),
    "service of a key": lambda: AccessKey("AK", "SK", service="a b"),
    "slash in a region": lambda: AccessKey("AK", "SK", region="a/b"),
    "region": lambda: Password(
        "u", "p", domain_name="d", project_id="p", region="evil.example/"
    ),
    "address": lambda: Password(
        "u", "p", domain_name="d", project_id="p", auth_url="http://u@evil.example"
    ),
}


@pytest.mark.parametrize("make", CREDENTIALS.values(), ids=CREDENTIALS)
def test_credentials(make: Callable[[], object]) -> None:
    with pytest.raises(ConfigurationError) as raised:
        make()
    assert str(raised.value).isprintable()
