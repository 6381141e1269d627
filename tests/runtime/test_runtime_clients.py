"""Clients, sync and async: set-up, answers, whole answers, and a real server."""

from __future__ import annotations

import asyncio
import json
import logging
import math
import re
import threading
import traceback
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import httpx2
import pytest

from templates.runtime import (
    DEFAULT_TIMEOUT,
    UNSET,
    APIConnectionError,
    APIResponseValidationError,
    APITimeoutError,
    AsyncClient,
    AsyncResource,
    Client,
    ConfigurationError,
    Model,
    NotFoundError,
    Parameter,
    Request,
    Resource,
    Timeout,
    Token,
    retries,
    with_response,
)

SECRET = "gAAAA-very-secret"


class Thing(Model):
    name: str
    size: int = UNSET
    parts: list[Thing] | None = None


class Empty(Model):
    pass


def get(name: str, timeout: Timeout | None = None) -> Request:
    path = [Parameter("name", name, str)]
    return Request("GET", "/v1/{name}", path=path, timeout=timeout)


class Things(Resource):
    def show(self, *, name: str, timeout: Timeout | None = None) -> Thing:
        return self._client.send(get(name, timeout), Thing)

    def forget(self, *, name: str) -> None:
        self._client.send(get(name), None)


class AsyncThings(AsyncResource):
    async def show(self, *, name: str, timeout: Timeout | None = None) -> Thing:
        return await self._client.send(get(name, timeout), Thing)


class Demo(Client):
    _service = "demo"
    _base_url = "https://demo.{region}.example"
    _user_agent = "demo/1.2"


class AsyncDemo(AsyncClient):
    _service = "demo"
    _base_url = "https://demo.{region}.example"
    _user_agent = "demo/1.2"


Handler = Callable[[httpx2.Request], httpx2.Response]


def echo(request: httpx2.Request) -> httpx2.Response:
    name = request.url.path.rsplit("/", 1)[-1]
    return httpx2.Response(200, json={"name": name}, headers={"X-Request-Id": name})


def mocked(handler: Handler = echo, **options: Any) -> Demo:
    http = httpx2.Client(transport=httpx2.MockTransport(handler))
    options = {"auth": Token(SECRET), "region": "r1", **options}
    return Demo(http_client=http, **options)


def mocked_async(handler: Handler = echo) -> AsyncDemo:
    http = httpx2.AsyncClient(transport=httpx2.MockTransport(handler))
    return AsyncDemo(auth=Token(SECRET), region="r1", http_client=http)


def answering(content: str, expected: Any, *, strict: bool = False) -> Any:
    def handle(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, content=content)

    client = mocked(handle, strict_responses=strict)
    return client.send(get("x"), expected)


def test_what_is_sent() -> None:
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return echo(request)

    Things(mocked(handle)).show(name="a")
    asyncio.run(AsyncThings(mocked_async(handle)).show(name="a"))
    for request in sent:
        assert request.method == "GET"
        assert str(request.url) == "https://demo.r1.example/v1/a"
        assert request.headers["X-Auth-Token"] == SECRET
        assert request.headers["User-Agent"] == "demo/1.2"
        assert request.headers["Accept"] == "application/json"
        assert "Content-Type" not in request.headers
        assert request.extensions["timeout"] == DEFAULT_TIMEOUT.as_dict()
    assert len(sent) == 2


@pytest.mark.parametrize(
    ("of_http", "of_client", "of_call", "expected"),
    [
        (None, None, None, DEFAULT_TIMEOUT),
        (7, None, None, httpx2.Timeout(7)),
        (7, 8, None, httpx2.Timeout(8)),
        (7, 8, 9, httpx2.Timeout(9)),
        (7, 8, httpx2.Timeout(None), httpx2.Timeout(None)),
    ],
    ids=str,
)
def test_timeouts(
    of_http: Any, of_client: Any, of_call: Any, expected: httpx2.Timeout
) -> None:
    sent: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(request)
        return echo(request)

    options: dict[str, Any] = {} if of_http is None else {"timeout": of_http}
    http = httpx2.Client(transport=httpx2.MockTransport(handle), **options)
    client = Demo(
        auth=Token("t"),
        region="r",
        timeout=of_client,
        deadline=math.inf,
        http_client=http,
    )
    Things(client).show(name="a", timeout=of_call)
    assert sent[0].extensions["timeout"] == expected.as_dict()


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_the_default_timeout_is_stated(kind: type[Client | AsyncClient]) -> None:
    stated = f"{DEFAULT_TIMEOUT.read} seconds, {DEFAULT_TIMEOUT.connect} to connect"
    assert stated in (kind.__init__.__doc__ or "")


def test_the_readme_states_the_defaults() -> None:
    packaging = Path(__file__).parents[2] / "templates" / "packaging"
    words = " ".join((packaging / "README.md.jinja").read_text("utf-8").split())
    steps = f"{DEFAULT_TIMEOUT.read} seconds for each step and"
    assert f"{steps} {DEFAULT_TIMEOUT.connect} to connect" in words
    assert f"{retries.DEFAULT_DEADLINE:.0f} seconds in all (`deadline`)" in words
    assert f"up to {retries.DEFAULT_MAX_RETRIES} times (`max_retries`)" in words


@pytest.mark.parametrize(
    ("content", "expected_type", "expected"),
    [
        ('{"name": "a"}', Thing, Thing(name="a")),
        ('[{"name": "a"}]', list[Thing], [Thing(name="a")]),
        ('{"x": {"name": "a"}}', dict[str, Thing], {"x": Thing(name="a")}),
        ('["a", "b"]', list[str], ["a", "b"]),
        ('[{"name": "a"}]', Thing | list[Thing], [Thing(name="a")]),
        ("null", Any, None),
        ('{"a": [1]}', Any, {"a": [1]}),
        ('"x"', str, "x"),
        ("", None, None),
        ("<p>ignored</p>", None, None),
        ('{"name": "a"}', None, None),
    ],
    ids=str,
)
def test_answers(content: str, expected_type: Any, expected: Any) -> None:
    assert answering(content, expected_type) == expected


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"name": 1}', "name: expected a string, got an integer"),
        ("{}", "name: missing, but required"),
        ('{"name": null}', "name: null, but required"),
        ('{"name": "a", "new": 1}', "new: unknown property"),
        (
            '{"name": "a", "parts": [{"name": "b", "size": "x"}]}',
            "parts[0].size: expected an integer, got a string",
        ),
    ],
)
def test_strict_responses(content: str, place: str) -> None:
    with pytest.raises(APIResponseValidationError) as raised:
        answering(content, Thing, strict=True)
    assert place in str(raised.value)
    assert isinstance(answering(content, Thing), Thing)
    good = '{"name": "a", "parts": null}'
    assert answering(good, Thing, strict=True) == Thing(name="a", parts=None)


def test_deviations_are_logged_once_per_place(
    caplog: pytest.LogCaptureFixture,
) -> None:
    things = [{"name": "a", "size": "hush"}] * 50
    with caplog.at_level(logging.WARNING, logger="templates"):
        answering(json.dumps({"name": "x", "parts": things}), Thing)
    (record,) = caplog.records
    assert record.getMessage() == (
        "Thing.parts[*].size: expected an integer, got a string; kept as it came"
        " (50 times)"
    )


@pytest.mark.parametrize(
    ("content", "expected", "is_strange"),
    [
        ('{"error_code": "hush", "error_msg": "hush"}', Thing, True),
        ("{}", Thing, True),
        ('{"name": "hush", "new": "hush"}', Thing, False),
        ('{"name": null, "new": "hush"}', Thing, False),
        ('{"new": "hush"}', Empty, False),
        ('{"new": "hush"}', dict[str, str], False),
    ],
    ids=str,
)
def test_an_answer_without_a_documented_property_is_a_warning(
    content: str, expected: Any, is_strange: bool, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="templates"):
        answering(content, expected)
    warned = [each for each in caplog.records if each.levelno == logging.WARNING]
    told = "Thing: no documented property at all; kept as it came"
    assert [each.getMessage() for each in warned] == [told] * is_strange
    assert "hush" not in caplog.text


def test_300_with_a_body_is_an_answer() -> None:
    def handle(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(300, json={"name": "v1"})

    assert mocked(handle).send(get("x"), Thing).name == "v1"


def test_whole_answers() -> None:
    client = mocked()
    answer = with_response(Things(client).show)(name="a")
    assert answer.value == Thing(name="a")
    assert answer.status_code == 200
    assert answer.headers["X-Request-Id"] == "a"
    assert answer.request_id == "a"
    assert with_response(Things(client).forget)(name="b").request_id == "b"


def test_whole_answers_async_and_concurrent() -> None:
    async def main() -> list[str | None]:
        show = with_response(AsyncThings(mocked_async()).show)
        answers = await asyncio.gather(*(show(name=f"n{i}") for i in range(20)))
        assert all(answer.value.name == answer.request_id for answer in answers)
        return [answer.request_id for answer in answers]

    assert asyncio.run(main()) == [f"n{i}" for i in range(20)]


def test_whole_answers_in_threads() -> None:
    barrier = threading.Barrier(8)
    found: dict[str, str | None] = {}

    def handle(request: httpx2.Request) -> httpx2.Response:
        barrier.wait(10)
        return echo(request)

    show = with_response(Things(mocked(handle)).show)

    def call(name: str) -> None:
        found[name] = show(name=name).request_id

    threads = [threading.Thread(target=call, args=(f"n{i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {f"n{i}": f"n{i}" for i in range(8)}


def test_whole_answers_nested() -> None:
    inner = Things(mocked())
    seen: list[str | None] = []

    def hook(_: httpx2.Response) -> None:
        inner.show(name="plain")
        seen.append(with_response(inner.show)(name="inner").request_id)

    http = httpx2.Client(
        transport=httpx2.MockTransport(echo), event_hooks={"response": [hook]}
    )
    outer = Things(Demo(auth=Token("t"), region="r", http_client=http))
    assert with_response(outer.show)(name="outer").request_id == "outer"
    assert seen == ["inner"]


def test_a_whole_answer_needs_an_operation() -> None:
    with pytest.raises(TypeError, match="operation of a client"):
        with_response(len)("abc")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"region": "r"}, "no credentials"),
        ({"auth": "hush", "region": "r"}, "auth must be"),
        ({"auth": Token("t")}, "give region=…"),
        ({"auth": Token("t"), "region": "evil.example/"}, "region must be"),
        ({"auth": Token("t"), "base_url": "a.example"}, "must begin with http"),
        ({"auth": Token("t"), "base_url": "ftp://a.example"}, "must begin with http"),
        ({"auth": Token("t"), "base_url": "http://a.example/?a=1"}, "query"),
        ({"auth": Token("t"), "base_url": "http://a.example:x"}, "no address"),
        ({"auth": Token("t"), "base_url": "http://u:hush/x@a.example"}, "no address"),
        ({"auth": Token("t"), "base_url": "http://u:hush@a.example"}, "a password"),
        ({"auth": Token("t"), "base_url": "http://hush@a.example"}, "a password"),
        ({"auth": Token("t"), "base_url": "", "region": "r"}, "must begin with http"),
        ({"auth": Token("t"), "base_url": 5, "region": "r"}, "must be a string"),
        ({"auth": Token("t"), "region": ""}, "region must be a string"),
        ({"auth": Token("t"), "region": 5}, "region must be a string"),
        ({"auth": Token("t"), "region": "-"}, "region must be a string"),
        ({"auth": Token("t"), "region": "r", "timeout": "hush"}, "timeout: expected"),
        ({"auth": Token("t"), "region": "r", "timeout": 0}, "timeout: expected"),
    ],
    ids=str,
)
def test_clients_that_cannot_work(options: Any, message: str) -> None:
    for kind in (Demo, AsyncDemo):
        with pytest.raises(ConfigurationError, match=message) as raised:
            kind(**options)
        assert "hush" not in str(raised.value)


def test_clients_of_the_wrong_kind() -> None:
    sync: Any = httpx2.Client()
    asynchronous: Any = httpx2.AsyncClient()
    with pytest.raises(ConfigurationError, match=r"httpx2\.Client"):
        Demo(region="r", http_client=asynchronous)
    with pytest.raises(ConfigurationError, match=r"httpx2\.AsyncClient"):
        AsyncDemo(region="r", http_client=sync)
    with pytest.raises(ConfigurationError, match=r"httpx2\.Client"):
        Demo(region="r", http_client=cast("Any", "http"))


@pytest.mark.parametrize(
    "token", ["", "  ", "hush\nb", "hüsh", None, 7654321, b"hush"], ids=ascii
)
def test_tokens_that_no_header_can_carry(token: Any) -> None:
    with pytest.raises(ConfigurationError, match="a string of printable") as raised:
        Token(token)
    frames = list(traceback.walk_tb(raised.tb))[1:]
    variables = [
        repr(value) for frame, _ in frames for value in frame.f_locals.values()
    ]
    assert frames
    for shown in (*variables, str(raised.value)):
        assert not {"hush", "hüsh", "7654321"} & set(re.findall(r"\w+", shown))


def test_nothing_shows_a_secret() -> None:
    client = mocked(base_url="https://a.example/x", project_id="p1")
    shown = repr([client, Token(SECRET), Things(client), vars(client)["_auth"]])
    assert SECRET not in shown
    assert "p1" in shown
    assert "a.example/x" in shown


def test_an_own_http_client_does_the_authentication() -> None:
    def handle(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"name": request.headers["Authorization"]})

    http = httpx2.Client(transport=httpx2.MockTransport(handle), auth=("u", "p"))
    thing = Things(Demo(region="r", http_client=http)).show(name="a")
    assert thing.name.startswith("Basic ")


def test_only_own_connections_are_closed() -> None:
    http = httpx2.Client(transport=httpx2.MockTransport(echo))
    with Demo(region="r", auth=Token("t"), http_client=http) as client:
        Things(client).show(name="a")
    assert not http.is_closed
    with Demo(region="r", auth=Token("t")) as client:
        own = vars(client)["_http"].get()
    assert own.is_closed


def test_only_own_connections_are_closed_async() -> None:
    async def main() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(echo))
        async with AsyncDemo(region="r", auth=Token("t"), http_client=http) as client:
            await AsyncThings(client).show(name="a")
        assert not http.is_closed
        await http.aclose()
        async with AsyncDemo(region="r", auth=Token("t")) as client:
            own = vars(client)["_http"].get()
        assert own.is_closed

    asyncio.run(main())


class Server(BaseHTTPRequestHandler):
    """Answers with what it was asked; `/slow` never answers."""

    def do_GET(self) -> None:
        if self.path.endswith("/slow"):
            self.server.stop.wait(20)  # type: ignore[attr-defined] # set by the fixture
            return
        asked = {"name": self.path, "token": self.headers["X-Auth-Token"]}
        content = json.dumps(asked).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        server.stop = threading.Event()  # type: ignore[attr-defined] # for the handler
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.stop.set()  # type: ignore[attr-defined] # for the handler
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("name", "segment"),
    [("../x", "..%2Fx"), ("...", "..."), ("%2F", "%252F")],
)
def test_a_real_server(address: str, name: str, segment: str) -> None:
    with Demo(auth=Token(SECRET), base_url=f"{address}/gate/") as client:
        thing = Things(client).show(name=name)
    assert thing.name == f"/gate/v1/{segment}"
    assert (thing.model_extra or {})["token"] == SECRET

    async def main() -> Thing:
        async with AsyncDemo(auth=Token(SECRET), base_url=address) as client:
            return await AsyncThings(client).show(name=name)

    assert asyncio.run(main()).name == f"/v1/{segment}"


def test_a_real_server_that_does_not_answer(address: str) -> None:
    with (
        Demo(auth=Token(SECRET), base_url=address) as client,
        pytest.raises(APITimeoutError) as raised,
    ):
        Things(client).show(name="slow", timeout=0.2)
    assert raised.value.may_have_been_processed


def test_a_real_port_without_a_server() -> None:
    with (
        Demo(auth=Token(SECRET), base_url="http://127.0.0.1:9") as client,
        pytest.raises(APIConnectionError) as raised,
    ):
        Things(client).show(name="a")
    assert not raised.value.may_have_been_processed


def test_a_client_in_one_event_loop_after_the_other(address: str) -> None:
    client = AsyncDemo(auth=Token(SECRET), base_url=address)

    async def main() -> str:
        return (await AsyncThings(client).show(name="a")).name

    assert [asyncio.run(main()) for _ in range(3)] == ["/v1/a"] * 3
    asyncio.run(client.aclose())
    with pytest.raises(ConfigurationError, match="closed"):
        asyncio.run(main())


@pytest.mark.parametrize("address", ["https://a.example/v1", "https://a.example"])
def test_a_base_url_may_end_with_what_paths_begin_with(address: str) -> None:
    sent: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        sent.append(str(request.url))
        return echo(request)

    Things(mocked(handle, base_url=address)).show(name="a")
    assert sent == ["https://a.example/v1/a"]


def test_requests_show_no_value() -> None:
    shown = repr([get("hush"), *get("hush").path])
    assert shown == "[<Request GET /v1/{name}>, <Parameter name>]"


@pytest.mark.parametrize("is_read", [False, True])
def test_a_hook_that_raises_for_a_status(
    address: str, is_read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The best known hook of httpx; what it raises is tried again like any status."""
    asked: list[int] = []

    def hook(response: httpx2.Response) -> None:
        asked.append(response.status_code)
        if is_read:
            response.read()
        response.raise_for_status()

    def handle(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(
            503 if len(asked) < 2 else 404,
            stream=httpx2.ByteStream(b'{"error_code": "A.1"}'),
        )

    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.0)
    hooks = {"response": [hook]}
    http = httpx2.Client(transport=httpx2.MockTransport(handle), event_hooks=hooks)
    client = Demo(auth=Token("t"), base_url=address, http_client=http)
    with pytest.raises(NotFoundError) as raised:
        Things(client).show(name="a")
    assert raised.value.error_code == ("A.1" if is_read else None)
    assert asked == [503, 503, 404]
