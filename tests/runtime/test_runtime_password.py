"""Name and password: what IAM is asked, how long a token is kept, who fetches it."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import threading
import time
import traceback
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    AsyncClient,
    AuthenticationError,
    Client,
    ConfigurationError,
    InternalServerError,
    InvalidRequest,
    Parameter,
    Password,
    Request,
    renewing,
    retries,
)

SECRET = "hush-hush"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


class Demo(Client):
    _service = "demo"
    _base_url = "https://demo.{region}.example"
    _user_agent = "otc-demo/1.2"


class AsyncDemo(AsyncClient):
    _service = "demo"
    _base_url = "https://demo.{region}.example"
    _user_agent = "otc-demo/1.2"


class Clock:
    """The time of tokens, moved by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(renewing, "time", clock)
    return clock


@pytest.fixture(autouse=True)
def no_pauses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.0)


class Cloud:
    """IAM and a service: tokens are T1, T2, …, of which the service takes some."""

    def __init__(self, **token: Any) -> None:
        self.asked: list[Any] = []
        """The bodies of the requests for tokens."""
        self.served: list[httpx2.Request] = []
        self.refused: set[str] = set()
        """Tokens that the service does not take (any more)."""
        self.lifetime = timedelta(hours=24)
        self.catalog: Any = []
        self.failing: Callable[[], httpx2.Response] | None = None
        self.more = token

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        if not request.url.path.endswith("/auth/tokens"):
            self.served.append(request)
            token = request.headers["X-Auth-Token"]
            if token in self.refused:
                return httpx2.Response(401, json={"error_msg": "expired"})
            return httpx2.Response(200, json={"token": token})
        self.asked.append((str(request.url), json.loads(request.content)))
        if self.failing is not None:
            return self.failing()
        return httpx2.Response(
            201,
            headers={"X-Subject-Token": f"T{len(self.asked)}"},
            json={
                "token": {
                    "issued_at": EPOCH.isoformat(),
                    "expires_at": (EPOCH + self.lifetime).isoformat(),
                    "project": {"id": "p-of-token", "name": "eu-de_x"},
                    "catalog": self.catalog,
                    **self.more,
                }
            },
        )

    def client(self, auth: Password, **options: Any) -> Demo:
        http = httpx2.Client(transport=httpx2.MockTransport(self.answer))
        options = {"region": "eu-de", **options}
        return Demo(auth=auth, http_client=http, **options)

    def async_client(self, auth: Password, **options: Any) -> AsyncDemo:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(self.answer))
        options = {"region": "eu-de", **options}
        return AsyncDemo(auth=auth, http_client=http, **options)


def user(**options: Any) -> Password:
    return Password(
        "u", SECRET, **{"domain_name": "d", "project_name": "eu-de_x", **options}
    )


def thing(client: Demo, method: str = "GET") -> str:
    return str(client.send(_request(method), dict[str, str])["token"])


async def async_thing(client: AsyncDemo, method: str = "GET") -> str:
    answer = await client.send(_request(method), dict[str, str])
    return str(answer["token"])


def _request(method: str) -> Request:
    project = Parameter("project_id", None, str)
    return Request(method, "/v1/{project_id}/things", path=[project])


@pytest.mark.parametrize(
    ("options", "url", "user", "scope"),
    [
        (
            {"domain_name": "d", "project_name": "eu-de_x"},
            "https://iam.eu-de.otc.t-systems.com/v3/auth/tokens",
            {"name": "u", "password": SECRET, "domain": {"name": "d"}},
            {"project": {"name": "eu-de_x", "domain": {"name": "d"}}},
        ),
        (
            {"domain_id": "d1", "project_id": "p1", "region": "eu-nl"},
            "https://iam.eu-nl.otc.t-systems.com/v3/auth/tokens",
            {"name": "u", "password": SECRET, "domain": {"id": "d1"}},
            {"project": {"id": "p1"}},
        ),
        (
            {"domain_name": "d", "project_name": "eu-ch2_x"},
            "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3/auth/tokens",
            {"name": "u", "password": SECRET, "domain": {"name": "d"}},
            {"project": {"name": "eu-ch2_x", "domain": {"name": "d"}}},
        ),
        (
            {
                "domain_name": "d",
                "project_id": "p1",
                "auth_url": "https://iam.example:443/v3/",
            },
            "https://iam.example/v3/auth/tokens",
            {"name": "u", "password": SECRET, "domain": {"name": "d"}},
            {"project": {"id": "p1"}},
        ),
        (
            {"domain_name": "d", "project_id": "p1", "auth_url": "https://iam.example"},
            "https://iam.example/v3/auth/tokens",
            {"name": "u", "password": SECRET, "domain": {"name": "d"}},
            {"project": {"id": "p1"}},
        ),
    ],
)
def test_what_iam_is_asked(options: Any, url: str, user: Any, scope: Any) -> None:
    cloud = Cloud()
    thing(cloud.client(Password("u", SECRET, **options)))
    ((asked_url, body),) = cloud.asked
    assert asked_url == url
    assert body == {
        "auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": scope,
        }
    }


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (("", SECRET), {}, "username"),
        (("u", ""), {}, "password"),
        (("u", 5), {}, "password"),
        (("u", f"{SECRET}\udce4"), {}, "password: is no text; is it UTF-8"),
        (("u\udce4", SECRET), {}, "username: is no text"),
        (("u", SECRET), {"domain_name": None}, "give one of domain_id and domain_name"),
        (("u", SECRET), {"domain_id": "d"}, "give one of domain_id and domain_name"),
        (("u", SECRET), {"project_name": None}, "give one of project_id and project_n"),
        (("u", SECRET), {"project_id": "p"}, "give one of project_id and project_name"),
        (("u", SECRET), {"project_name": ""}, "project_name: expected a string"),
        (("u", SECRET), {"region": "a/b"}, "region must be"),
        (("u", SECRET), {"auth_url": "iam.example"}, "auth_url must begin with http"),
        (
            ("u", SECRET),
            {"project_name": None, "project_id": "p"},
            "region or auth_url",
        ),
    ],
)
def test_passwords_that_cannot_work(arguments: Any, options: Any, message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as raised:
        Password(
            *arguments, **{"domain_name": "d", "project_name": "eu-de_x", **options}
        )
    told = traceback.TracebackException.from_exception(
        raised.value, capture_locals=True
    )
    assert told.stack
    frames = [one for one in told.stack if "templates" in one.filename]
    assert SECRET not in str([one.locals for one in frames])


def test_a_token_is_fetched_once_and_kept() -> None:
    cloud = Cloud()
    auth = user()
    clients = [cloud.client(auth), cloud.client(auth, region="eu-nl")]
    assert [thing(one) for one in clients for _ in range(3)] == ["T1"] * 6
    assert asyncio.run(async_thing(cloud.async_client(auth))) == "T1"
    assert len(cloud.asked) == 1


def test_the_token_tells_the_project_and_the_server() -> None:
    cloud = Cloud()
    cloud.catalog = [
        {"type": "other", "endpoints": [{"interface": "public", "url": "https://o"}]},
        {
            "type": "demo",
            "endpoints": [
                {"interface": "admin", "region": "eu-de", "url": "https://admin"},
                {"interface": "public", "region": "eu-nl", "url": "https://nl/v1/p"},
                {"interface": "public", "region": "eu-de", "url": "https://de/v1/p"},
            ],
        },
    ]
    client = cloud.client(user())
    assert client.base_url is None
    thing(client)
    asyncio.run(async_thing(cloud.async_client(user())))
    thing(cloud.client(user(), region="eu-nl"))
    thing(cloud.client(user(), base_url="https://mine/x", project_id="p1"))
    thing(cloud.client(user(), base_url="https://mine/x"))
    assert [str(one.url) for one in cloud.served] == [
        "https://de/v1/p-of-token/things",
        "https://de/v1/p-of-token/things",
        "https://nl/v1/p-of-token/things",
        "https://mine/x/v1/p1/things",
        "https://mine/x/v1/p-of-token/things",
    ]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/v1/p1", "https://a.example/v1/p-of-token/things"),
        ("https://a.example/V1.0/p1/", "https://a.example/v1/p-of-token/things"),
        ("https://a.example/v2.1/$(tenant_id)s", "https://a.example/v1/p-of-token/things"),
        ("https://a.example/v3", "https://a.example/v1/p-of-token/things"),
        ("https://a.example", "https://a.example/v1/p-of-token/things"),
        ("https://a.example:8443/x/v1/p1", "https://a.example:8443/x/v1/p-of-token/things"),
        ("https://a.example/v1/p1/things", "https://a.example/v1/p1/things/v1/p-of-token/things"),
    ],
)  # fmt: skip
def test_addresses_of_a_catalog(url: str, expected: str) -> None:
    cloud = Cloud()
    endpoint = {"interface": "public", "region_id": "eu-de", "url": url}
    cloud.catalog = [{"name": "demo", "type": "x", "endpoints": [endpoint]}]
    thing(cloud.client(user()))
    assert [str(one.url) for one in cloud.served] == [expected]


def test_what_a_path_begins_with_may_stand_in_the_catalog_too() -> None:
    cloud = Cloud()
    endpoint = {"interface": "public", "url": "https://a.example/scaling-api/v1/p"}
    cloud.catalog = [{"type": "demo", "endpoints": [endpoint]}]
    path = [Parameter("project_id", None, str)]
    request = Request("GET", "/scaling-api/v1/{project_id}/x", path=path)
    cloud.client(user()).send(request, dict[str, str])
    assert str(cloud.served[0].url) == "https://a.example/scaling-api/v1/p-of-token/x"


@pytest.mark.parametrize("catalog", [None, [], [{"type": "demo"}], ["x"], {"a": 1}])
def test_without_a_catalog_the_region_gives_the_server(catalog: Any) -> None:
    cloud = Cloud()
    cloud.catalog = catalog
    thing(cloud.client(user(), region=None))
    assert str(cloud.served[0].url) == "https://demo.eu-de.example/v1/p-of-token/things"


def test_without_catalog_and_region_the_error_says_what_to_give() -> None:
    auth = user(project_name=None, project_id="p", auth_url="https://iam.example")
    cloud = Cloud()
    with pytest.raises(ConfigurationError, match="give region=…"):
        thing(cloud.client(auth, region=None))
    assert cloud.served == []


@pytest.mark.parametrize(
    ("lifetime", "kept", "renewed"),
    [
        (timedelta(hours=24), 24 * 3600 - 301, 24 * 3600 - 299),
        (timedelta(minutes=30), 1800 - 181, 1800 - 179),
        (timedelta(minutes=1), 53, 55),
    ],
)
def test_a_token_is_renewed_before_it_ends(
    clock: Clock, lifetime: timedelta, kept: float, renewed: float
) -> None:
    cloud = Cloud()
    cloud.lifetime = lifetime
    client = cloud.client(user())
    begin = clock.now
    assert thing(client) == "T1"
    clock.now = begin + kept
    assert thing(client) == "T1"
    clock.now = begin + renewed
    assert [thing(client), thing(client)] == ["T2", "T2"]


@pytest.mark.parametrize("more", [{"expires_at": None}, {"expires_at": "soon"}])
def test_a_token_of_unknown_life_is_kept_for_half_an_hour(
    clock: Clock, more: Any
) -> None:
    cloud = Cloud(**more)
    client = cloud.client(user())
    begin = clock.now
    assert thing(client) == "T1"
    clock.now = begin + 1600
    assert thing(client) == "T1"
    clock.now = begin + 1800
    assert thing(client) == "T2"


def unavailable() -> httpx2.Response:
    return httpx2.Response(503)


def unreachable() -> httpx2.Response:
    raise httpx2.ConnectError("no route")


@pytest.mark.parametrize("failure", [unavailable, unreachable])
def test_a_renewal_that_fails_does_not_matter_while_the_token_is_valid(
    clock: Clock, failure: Callable[[], httpx2.Response]
) -> None:
    cloud = Cloud()
    client = cloud.client(user())
    assert thing(client) == "T1"
    clock.now += 24 * 3600 - 200
    cloud.failing = failure
    assert [thing(client, "POST") for _ in range(3)] == ["T1"] * 3
    assert len(cloud.asked) == 2, "not asked again at once"
    clock.now += 60
    cloud.failing = None
    assert thing(client) == "T3"


@pytest.mark.parametrize("status", [401, 503])
def test_a_renewal_that_is_refused_does_not_matter_while_the_token_is_valid(
    clock: Clock, status: int
) -> None:
    """Not even without another attempt."""
    cloud = Cloud()
    client = cloud.client(user(), max_retries=0)
    asynchronous = cloud.async_client(user(), max_retries=0)
    assert thing(client) == "T1"
    assert asyncio.run(async_thing(asynchronous)) == "T2"
    clock.now += 24 * 3600 - 200
    cloud.failing = lambda: httpx2.Response(status)
    assert thing(client) == "T1"
    assert asyncio.run(async_thing(asynchronous)) == "T2"
    assert len(cloud.asked) == 4


def test_an_early_renewal_has_little_time(clock: Clock) -> None:
    cloud = Cloud()
    limits: list[float] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path.endswith("/auth/tokens"):
            limits.append(request.extensions["timeout"]["read"])
        return cloud.answer(request)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Demo(auth=user(), http_client=http, region="eu-de")
    thing(client)
    clock.now += 24 * 3600 - 200
    thing(client)
    clock.now += 24 * 3600
    thing(client)
    assert limits == [60, 5, 60]


def test_an_invalid_request_asks_for_no_token() -> None:
    cloud = Cloud()
    path = [Parameter("project_id", None, str)]
    query = [Parameter("limit", "many", int)]
    request = Request("GET", "/v1/{project_id}", path=path, query=query)
    for client in (cloud.client(user()), cloud.client(user(), project_id="p")):
        with pytest.raises(InvalidRequest, match="limit: expected") as raised:
            client.send(request, None)
        assert raised.value.attempts == 0
    assert cloud.asked == []


def test_without_a_project_anywhere_the_error_says_what_to_give() -> None:
    cloud = Cloud(project=None)
    with pytest.raises(
        InvalidRequest, match="project_id: missing; give it to the call"
    ):
        thing(cloud.client(user()))


def test_what_is_changed_during_a_call_is_not_sent() -> None:
    cloud = Cloud()
    body = {"name": "first"}

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(json.loads(request.content)["name"])
        body["name"] = "second"
        return httpx2.Response(503 if len(sent) == 1 else 200, json={})

    sent: list[str] = []
    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    client = Demo(auth=httpx2.Auth(), http_client=http, region="r")
    client.send(Request("PUT", "/x", body=body, body_type=dict[str, str]), Any)
    assert sent == ["first", "first"]
    assert cloud.asked == []


@pytest.mark.parametrize("token", ["t\xe4", "a\tb"])
def test_a_token_that_no_header_can_carry_is_none(token: str) -> None:
    cloud = Cloud()
    headers = [(b"X-Subject-Token", token.encode("latin-1"))]
    cloud.failing = lambda: httpx2.Response(201, headers=headers, json={})
    with pytest.raises(APIResponseValidationError, match="no token"):
        thing(cloud.client(user()))


def test_a_refused_token_is_an_attempt_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    cloud = Cloud()
    client = cloud.client(user())
    cloud.refused = {"T1"}
    with caplog.at_level(logging.DEBUG, logger="templates"):
        thing(client)
        asyncio.run(async_thing(cloud.async_client(user())))
    lines = [one.getMessage().rpartition(", ")[0] for one in caplog.records]
    tokens = "POST /v3/auth/tokens: 201, request id None"
    things = "GET /v1/{project_id}/things"
    refused, answered = (f"{things}: {n}, request id None" for n in (401, 200))
    assert lines == [tokens, refused, tokens, answered, tokens, answered]


def test_event_loops_are_not_kept(clock: Clock) -> None:
    auth = user()
    cloud = Cloud()
    seen: list[weakref.ref[asyncio.AbstractEventLoop]] = []

    async def slowly(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(0)
        return cloud.answer(request)

    async def main() -> None:
        seen.append(weakref.ref(asyncio.get_running_loop()))
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(slowly)) as http:
            client = AsyncDemo(auth=auth, http_client=http, region="eu-de")
            await asyncio.gather(*(async_thing(client) for _ in range(4)))

    for _ in range(3):
        asyncio.run(main())
        clock.now += 25 * 3600
    gc.collect()
    assert [one() for one in seen] == [None] * 3


def test_addresses_of_a_catalog_that_are_none_are_left_out() -> None:
    cloud = Cloud()
    for url in ("", "host-without-scheme", "https://a.example/?x=1", None):
        endpoint = {"interface": "public", "url": url}
        cloud.catalog = [{"type": "demo", "endpoints": [endpoint]}]
        thing(cloud.client(user()))
    assert {one.url.host for one in cloud.served} == {"demo.eu-de.example"}


def test_a_token_that_is_refused_is_renewed_once() -> None:
    cloud = Cloud()
    client = cloud.client(user())
    assert thing(client) == "T1"
    cloud.refused = {"T1"}
    assert [thing(client, "POST"), thing(client)] == ["T2", "T2"]
    cloud.refused = {"T2", "T3"}
    with pytest.raises(AuthenticationError) as raised:
        thing(client)
    assert not raised.value.may_have_been_processed
    assert (len(cloud.asked), raised.value.attempts) == (3, 1)


def test_a_token_that_is_refused_is_renewed_once_async() -> None:
    async def main() -> None:
        cloud = Cloud()
        client = cloud.async_client(user())
        assert await async_thing(client) == "T1"
        cloud.refused = {"T1"}
        assert await async_thing(client, "POST") == "T2"
        cloud.refused = {"T2", "T3"}
        with pytest.raises(AuthenticationError):
            await async_thing(client)
        assert len(cloud.asked) == 3

    asyncio.run(main())


def test_a_token_that_the_call_gives_is_sent_as_it_is() -> None:
    cloud = Cloud()
    client = cloud.client(user(), base_url="https://x", project_id="p")
    request = _request("GET")
    given = Request(
        "GET", request.template, path=request.path, extra_headers={"X-Auth-Token": "t"}
    )
    assert client.send(given, dict[str, str]) == {"token": "t"}
    asynchronous = cloud.async_client(user(), base_url="https://x", project_id="p")
    assert asyncio.run(asynchronous.send(given, dict[str, str])) == {"token": "t"}
    assert cloud.asked == []


@pytest.mark.parametrize(
    ("answer", "error", "attempts"),
    [
        (httpx2.Response(401, json={"error": {"message": "no"}}), AuthenticationError, 1),
        (httpx2.Response(500), InternalServerError, 4),
        (httpx2.Response(201, json={}), APIResponseValidationError, 1),
        (httpx2.Response(201, text="<html>"), APIResponseValidationError, 1),
    ],
)  # fmt: skip
@pytest.mark.parametrize("known", [{}, {"base_url": "https://x", "project_id": "p"}])
def test_iam_that_refuses(
    answer: httpx2.Response, error: type[APIError], attempts: int, known: Any
) -> None:
    cloud = Cloud()
    cloud.failing = lambda: httpx2.Response(
        answer.status_code, content=answer.content, headers=answer.headers
    )

    def call() -> None:
        thing(cloud.client(user(), **known), "POST")

    def async_call() -> None:
        asyncio.run(async_thing(cloud.async_client(user(), **known), "POST"))

    for one in (call, async_call):
        cloud.asked.clear()
        with pytest.raises(error) as raised:
            one()
        assert type(raised.value) is error
        assert not raised.value.may_have_been_processed
        assert raised.value.attempts == len(cloud.asked) == attempts
        assert raised.value.request.url.path == "/v3/auth/tokens"
        assert SECRET.encode() not in raised.value.request.content
    assert cloud.served == []


@pytest.mark.parametrize("known", [{}, {"base_url": "https://x", "project_id": "p"}])
def test_a_post_is_tried_again_when_iam_does_not_answer(known: Any) -> None:
    cloud = Cloud()
    failures = iter([httpx2.ReadError("reset"), httpx2.ReadTimeout("late")])

    def flaky() -> httpx2.Response:
        failure = next(failures, None)
        if failure is not None:
            raise failure
        cloud.failing = None
        return cloud.answer(httpx2.Request("POST", "https://x/auth/tokens", json={}))

    cloud.failing = flaky
    assert thing(cloud.client(user(), **known), "POST").startswith("T")
    assert len(cloud.served) == 1


def test_iam_that_never_answers_is_an_error_of_the_connection() -> None:
    cloud = Cloud()
    cloud.failing = unreachable
    with pytest.raises(APIConnectionError, match="POST /v3/auth/tokens") as raised:
        thing(cloud.client(user(), max_retries=1), "POST")
    assert not raised.value.may_have_been_processed
    assert raised.value.attempts == 2


class Slow(Cloud):
    """An IAM that takes its time, so that others come meanwhile."""

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path.endswith("/auth/tokens"):
            time.sleep(0.05)
        return super().answer(request)


def in_threads(count: int, call: Callable[[], object]) -> list[object]:
    barrier = threading.Barrier(count)

    def together() -> object:
        barrier.wait(10)
        try:
            return call()
        except APIError as error:
            return error

    with ThreadPoolExecutor(count) as pool:
        return [one.result(20) for one in [pool.submit(together) for _ in range(count)]]


def test_threads_fetch_one_token() -> None:
    cloud = Slow()
    auth = user()
    known = {"base_url": "https://x", "project_id": "p"}
    for client in (cloud.client(auth), cloud.client(auth, **known)):
        assert in_threads(16, partial(thing, client)) == ["T1"] * 16
    cloud.refused = {"T1"}
    client = cloud.client(auth)
    assert in_threads(16, lambda: thing(client)) == ["T2"] * 16
    assert len(cloud.asked) == 2


def test_threads_share_a_refusal() -> None:
    """Asking sixteen times with a wrong password locks the account."""
    cloud = Slow()
    cloud.failing = lambda: httpx2.Response(401, json={"error_msg": "wrong"})
    client = cloud.client(user())
    errors = in_threads(16, lambda: thing(client))
    assert {type(error) for error in errors} == {AuthenticationError}
    assert len({id(error) for error in errors}) == 16, "each has its own traceback"
    assert len(cloud.asked) == 1
    with pytest.raises(AuthenticationError):
        thing(client)
    assert len(cloud.asked) == 2, "a later call asks again"


def test_tasks_fetch_one_token() -> None:
    cloud = Cloud()

    async def answer(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(0)
        return cloud.answer(request)

    async def main(auth: Password, count: int) -> list[str]:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as http:
            client = AsyncDemo(auth=auth, http_client=http, region="eu-de")
            return await asyncio.gather(*(async_thing(client) for _ in range(count)))

    auth = user()
    for _ in range(2):  # another event loop each
        assert asyncio.run(main(auth, 16)) == ["T1"] * 16
    assert len(cloud.asked) == 1
    cloud.failing = lambda: httpx2.Response(401)
    with pytest.raises(AuthenticationError):
        asyncio.run(main(user(), 16))
    assert len(cloud.asked) == 2


def test_event_loops_in_threads_and_threads_share_one() -> None:
    cloud = Slow()
    auth = user()
    thing(cloud.client(auth))

    def in_a_loop() -> str:
        return asyncio.run(async_thing(cloud.async_client(auth)))

    assert in_threads(8, in_a_loop) == ["T1"] * 8


def test_a_task_that_is_cancelled_leaves_the_fetch_to_the_next() -> None:
    cloud = Cloud()
    gate: list[asyncio.Event] = []

    async def answer(request: httpx2.Request) -> httpx2.Response:
        if not cloud.asked and request.url.path.endswith("/auth/tokens"):
            cloud.asked.append("the first, which is never answered")
            gate[0].set()
            await asyncio.Event().wait()
        return cloud.answer(request)

    async def main() -> str:
        gate.append(asyncio.Event())
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as http:
            client = AsyncDemo(auth=user(), http_client=http, region="eu-de")
            first = asyncio.create_task(async_thing(client))
            await gate[0].wait()
            second = asyncio.create_task(async_thing(client))
            await asyncio.sleep(0)
            first.cancel()
            with pytest.raises(asyncio.CancelledError):
                await first
            return await asyncio.wait_for(second, 10)

    assert asyncio.run(main()) == "T2"


def test_it_authenticates_any_httpx2_client() -> None:
    cloud = Cloud()
    transport = httpx2.MockTransport(cloud.answer)
    with httpx2.Client(transport=transport, auth=user()) as http:
        assert http.get("https://x/things").json() == {"token": "T1"}


def test_a_request_for_a_token_says_who_asks() -> None:
    asked: list[httpx2.Headers] = []
    cloud = Cloud()

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request.headers)
        return cloud.answer(request)

    with httpx2.Client(transport=httpx2.MockTransport(answer), auth=user()) as http:
        http.get("https://x/things")
    assert asked[0]["User-Agent"] == "templates"
    assert asked[0]["Accept"] == "application/json"


def test_nothing_shows_the_password() -> None:
    auth = user()
    thing(Cloud().client(auth))
    assert repr(auth) == "Password('u', '***')"
