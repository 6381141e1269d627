"""Where requests go is up to the configuration: neither redirects nor catalogs lead them astray."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    APIStatusError,
    AsyncClient,
    Client,
    Parameter,
    Password,
    Request,
)

IAM = "https://iam.example"
SERVICE = "https://demo.eu-de.example"
REQUEST = Request(
    "GET", "/v1/{project_id}/x", path=[Parameter("project_id", None, str)]
)
BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
WAYS = [
    "https://evil.example/", "http://demo.eu-de.example/", "//evil.example/", "/other", "javascript:alert(1)",
    "https://demo.eu-de.example@evil.example/", "http://[::1", "https://h:99999/", "http://xn--/", "",
    "https://" + "a" * 70_000, "\\\\evil.example", "http://%zz/", "http://a..b/", "mailto:a@b", "h\xff:",
]  # fmt: skip


class Demo(Client):
    _service = "demo"
    _base_url = "https://demo.{region}.example"


class AsyncDemo(AsyncClient):
    _service = "demo"
    _base_url = "https://demo.{region}.example"


class Cloud:
    """An IAM and a service; remembers where requests went, and with what."""

    def __init__(self, **token: Any) -> None:
        self.received: list[httpx2.Request] = []
        self._token = {"project": {"id": "p1"}, **token}
        self.redirects: dict[str, httpx2.Response] = {}

    def handle(self, request: httpx2.Request) -> httpx2.Response:
        self.received.append(request)
        if (answer := self.redirects.get(request.url.path)) is not None:
            return answer
        if request.url.path.endswith("/auth/tokens"):
            told = json.dumps({"token": self._token})
            headers = {"X-Subject-Token": "t1"}
            return httpx2.Response(201, headers=headers, content=told)
        return httpx2.Response(200, json={})

    @property
    def addresses(self) -> list[str]:
        return [str(one.url) for one in self.received]


def outcome(cloud: Cloud, *, is_async: bool, iam: str = IAM, **options: Any) -> Any:
    """The value or the error of one call with a client that follows redirects by itself."""
    auth = Password("u", "hush", domain_name="d", project_name="p", auth_url=iam)
    http_options: dict[str, Any] = {
        "transport": httpx2.MockTransport(cloud.handle),
        "follow_redirects": True,
    }
    options = {"auth": auth, "max_retries": 0, "region": "eu-de", **options}

    async def call() -> Any:
        async with httpx2.AsyncClient(**http_options) as http:
            return await AsyncDemo(http_client=http, **options).send(REQUEST, Any)

    try:
        if is_async:
            return asyncio.run(call())
        with httpx2.Client(**http_options) as http:
            return Demo(http_client=http, **options).send(REQUEST, Any)
    except APIError as error:
        return error


def redirect(status: int, way: str) -> httpx2.Response:
    return httpx2.Response(status, headers=[(b"Location", way.encode("latin-1"))])


@BOTH
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("way", WAYS, ids=lambda text: ascii(text)[:40])
def test_of_an_operation(way: str, status: int, is_async: bool) -> None:
    cloud = Cloud()
    cloud.redirects["/v1/p1/x"] = redirect(status, way)
    error = outcome(cloud, is_async=is_async, base_url=SERVICE)
    assert type(error) is APIStatusError
    assert error.status_code == status
    assert "redirects are not followed" in str(error)
    assert cloud.addresses == [f"{IAM}/v3/auth/tokens", f"{SERVICE}/v1/p1/x"]
    assert error.response.next_request is None


@BOTH
@pytest.mark.parametrize("base", [None, SERVICE], ids=["discovery", "flow"])
@pytest.mark.parametrize("way", WAYS, ids=lambda text: ascii(text)[:40])
def test_of_the_identity_service(way: str, base: str | None, is_async: bool) -> None:
    """The password goes to the address that was configured only."""
    cloud = Cloud()
    cloud.redirects["/v3/auth/tokens"] = redirect(307, way)
    error = outcome(cloud, is_async=is_async, base_url=base, project_id="p1")
    assert type(error) is APIStatusError
    assert "307" in str(error)
    assert "redirects are not followed" in str(error)
    assert not error.may_have_been_processed
    assert cloud.addresses == [f"{IAM}/v3/auth/tokens"]


CATALOG = {
    "https://other.example/v1/p1": "https://other.example",
    "https://other.example:8443/api/v1/p1": "https://other.example:8443/api",
    "http://other.example/v1/p1": SERVICE,
    "HTTP://other.example": SERVICE,
    "https://u:p@other.example": SERVICE,
    "https://demo.eu-de.example@evil.example/": SERVICE,
    "javascript:alert(1)": SERVICE,
    "file:///etc/passwd": SERVICE,
    "//evil.example": SERVICE,
    "https://other.example/?x=": SERVICE,
    "https://other.example/#": SERVICE,
    "https://other.example\r\nHost: evil": SERVICE,
    "https://a b": SERVICE,
    "https://a.example:99999": SERVICE,
    "https://a%2fb/": SERVICE,
    "https://\ud800": SERVICE,
    "": SERVICE,
    "https://" + "a" * 70_000: SERVICE,
}


@BOTH
@pytest.mark.parametrize(
    ("listed", "used"), CATALOG.items(), ids=lambda text: ascii(text)[:40]
)
def test_a_server_of_the_catalog(listed: str, used: str, is_async: bool) -> None:
    """It is taken if the token can go there; else the server is that of the region."""
    endpoint = {"interface": "public", "region": "eu-de", "url": listed}
    cloud = Cloud(catalog=[{"type": "demo", "endpoints": [endpoint]}])
    assert outcome(cloud, is_async=is_async) == {}
    assert cloud.addresses == [f"{IAM}/v3/auth/tokens", f"{used}/v1/p1/x"]


@BOTH
def test_a_token_that_came_by_http_may_go_by_http(is_async: bool) -> None:
    url = "http://other.example/v1/p1"
    endpoint = {"interface": "public", "region": "eu-de", "url": url}
    cloud = Cloud(catalog=[{"type": "demo", "endpoints": [endpoint]}])
    assert outcome(cloud, is_async=is_async, iam="http://iam.example") == {}
    assert cloud.addresses[1] == f"{url}/x"


FORMS: dict[str, Any] = {
    "no list": {"catalog": {"type": "demo"}},
    "a list of nothing": {"catalog": [None, 1, "demo", []]},
    "no endpoints": {"catalog": [{"type": "demo", "endpoints": "x"}]},
    "no address": {
        "catalog": [{"type": "demo", "endpoints": [{"interface": "public", "url": 1}]}]
    },
    "an address that is a list": {
        "catalog": [{"type": "demo", "endpoints": [{"interface": "public", "url": []}]}]
    },
}


@BOTH
@pytest.mark.parametrize("token", FORMS.values(), ids=FORMS)
def test_a_catalog_of_another_form(token: dict[str, Any], is_async: bool) -> None:
    cloud = Cloud(**token)
    assert outcome(cloud, is_async=is_async) == {}
    assert cloud.addresses[1] == f"{SERVICE}/v1/p1/x"


PROJECTS = ["../x", "a/b", ".", "..", "", " ", "a\r\nb", "\0", "\ud800", "é", 1, None, ["p"], "x" * 100_000]  # fmt: skip


@BOTH
@pytest.mark.parametrize("project", PROJECTS, ids=lambda value: ascii(value)[:20])
def test_a_project_of_the_identity_service(project: object, is_async: bool) -> None:
    """It stays one segment; what is none is an error before the operation is sent."""
    cloud = Cloud(project={"id": project})
    came = outcome(cloud, is_async=is_async)
    if project in ("../x", "a/b"):
        segment = str(project).replace("/", "%2F")
        assert cloud.addresses[1:] == [f"{SERVICE}/v1/{segment}/x"]
        return
    assert isinstance(came, APIError)
    assert "was not sent" in str(came)
    assert str(came).isprintable()
    assert cloud.addresses == [f"{IAM}/v3/auth/tokens"]


def test_the_token_that_is_no_header() -> None:
    for token in ("a\r\nb", "é", ""):
        cloud = Cloud()
        answer = httpx2.Response(201, content=json.dumps({}))
        answer.headers = httpx2.Headers([(b"X-Subject-Token", token.encode())])
        cloud.redirects["/v3/auth/tokens"] = answer
        error = outcome(cloud, is_async=False, base_url=SERVICE)
        assert isinstance(error, APIError)
        assert "no token in X-Subject-Token" in str(error)
        assert not error.may_have_been_processed
