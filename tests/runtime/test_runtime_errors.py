"""The errors that answers and failing connections become."""

from __future__ import annotations

import asyncio
import pickle
import traceback
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AsyncClient,
    AuthenticationError,
    BadRequestError,
    Client,
    ConflictError,
    InternalServerError,
    InvalidRequest,
    Model,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    Request,
    Token,
    UnprocessableEntityError,
)
from tests.support.error_shapes import SHAPES, Shape

SECRET = "gAAAA-very-secret"
CLIENT: dict[str, Any] = {
    "auth": Token(SECRET),
    "base_url": "http://a.example",
    "max_retries": 0,
}


class Thing(Model):
    name: str
    size: int | None = None


class Login(Model):
    password: str


def failure(response: httpx2.Response | Exception, **options: Any) -> Any:
    """The error of one call, the same from both clients."""
    request = Request("POST", "/v1/things", **options)

    def handle(_: httpx2.Request) -> httpx2.Response:
        if isinstance(response, Exception):
            raise response
        return httpx2.Response(
            response.status_code, headers=response.headers, content=response.content
        )

    async def call_async() -> None:
        transport = httpx2.MockTransport(handle)
        async with httpx2.AsyncClient(transport=transport) as http:
            await AsyncClient(http_client=http, **CLIENT).send(request, Thing)

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as http:
        client = Client(http_client=http, **CLIENT)
        with pytest.raises(APIError) as raised:
            client.send(request, Thing)
    with pytest.raises(APIError) as raised_async:
        asyncio.run(call_async())
    assert type(raised.value) is type(raised_async.value)
    assert str(raised.value) == str(raised_async.value)
    return raised.value


@pytest.mark.parametrize(
    ("status", "expected", "processed"),
    [
        (302, APIStatusError, True),
        (400, BadRequestError, False),
        (401, AuthenticationError, False),
        (403, PermissionDeniedError, False),
        (404, NotFoundError, False),
        (405, APIStatusError, False),
        (408, APIStatusError, True),
        (409, ConflictError, False),
        (422, UnprocessableEntityError, False),
        (429, RateLimitError, False),
        (500, InternalServerError, True),
        (503, InternalServerError, True),
        (599, InternalServerError, True),
    ],
)
def test_statuses(status: int, expected: type[APIStatusError], processed: bool) -> None:
    error: Any = failure(httpx2.Response(status, json={"error_code": "A.1"}))
    assert error.__class__ is expected
    assert error.status_code == status
    assert error.may_have_been_processed is processed
    assert error.response.request.method == "POST"
    assert error.response.status_code == status


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_shapes(shape: Shape) -> None:
    """Whatever form an answer has: its code, the service's words, and whom to ask."""
    told = shape.saying("no such thing")
    error = failure(told.response)
    assert isinstance(error, APIStatusError)
    assert (error.error_code, error.error_msg) == (told.code, told.message)
    assert error.request_id == told.request_id
    response = told.response
    assert error.status_code == response.status_code
    words = ": ".join(filter(None, [told.code, told.message]))
    asked = f"request id {told.request_id}" if told.request_id else ""
    status = f"{response.status_code} {response.reason_phrase}"
    parts = [status, words, asked, "POST /v1/things"]
    assert str(error) == "; ".join(filter(None, parts))


def test_shapes_are_of_all_kinds() -> None:
    assert len(SHAPES) == len({shape.name for shape in SHAPES}) > 30
    assert {shape.status for shape in SHAPES} > {200, 400, 401, 403, 404, 500, 502}


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b'{"error": {"code": 404, "message": "no", "title": "x"}}', "404", "no"),
        (b'{"badRequest": {"code": "400", "message": "no"}}', "badRequest", "no"),
        (b'{"badRequest": {"code": 7, "message": "no"}}', "7", "no"),
        (b'{"code": 400, "message": "no"}', "400", "no"),
        (b'{"itemNotFound": {"message": "no"}}', "itemNotFound", "no"),
        (b'{"message": "no"}', None, "no"),
        (b'{"error": {"message": "no"}}', None, "no"),
        (b"no\n such\x07 thing", None, "no such thing"),
        (b"<html><title>502 Bad\nGateway</title></html>", None, "502 Bad Gateway"),
        (b"<!DOCTYPE html><p>a &lt; <b>b</b></p>", None, "a < b"),
        (b"<html><title> </title><code>x</code> y</html>", None, "x y"),
        (b"<a><b>x</b>", None, "x"),
        (b"1 < 2 and 3 > 2", None, "1 < 2 and 3 > 2"),
        (b"\xff\xfe\x00", None, None),
        (b"[" * 100_000, None, None),
        (b"<a>" * 100_000, None, None),
        (b"<title>" * 50_000, None, None),
        (b"<html><style>" * 50_000, None, None),
        (b"<html>a<style>b", None, "a"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_odd_bodies(content: bytes, code: str | None, message: str | None) -> None:
    error = failure(httpx2.Response(400, content=content))
    assert error.error_code == code
    if message is not None:
        assert error.error_msg == message
        assert message in str(error)
    assert str(error).startswith("400 Bad Request")
    assert str(error).endswith("POST /v1/things")
    assert len(str(error)) < 700
    assert str(error).isprintable()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"error_code": "a"}, "a"),
        ({"code": 400}, "400"),
        ({"error_code": ""}, None),
        ({"request_id": "a"}, None),
    ],
    ids=str,
)
def test_a_code_or_an_id_is_no_message(body: Any, code: str | None) -> None:
    error = failure(httpx2.Response(400, json=body))
    assert (error.error_code, error.error_msg) == (code, None)


def test_errors_of_answers_have_their_request() -> None:
    refused: APIStatusError = failure(httpx2.Response(400))
    unusable: APIResponseValidationError = failure(httpx2.Response(200))
    unsent: APIError = InvalidRequest("GET /", ["a: b"])
    assert refused.request.url.path == unusable.request.url.path == "/v1/things"
    assert copied(refused).request.method == "POST"
    with pytest.raises(RuntimeError, match="request"):
        _ = unsent.request


def test_the_text_says_all_that_is_known() -> None:
    error = failure(
        httpx2.Response(
            404,
            json={"error_code": "A.1", "error_msg": "no such thing"},
            headers={"X-request-id": "r-1"},
        )
    )
    assert str(error) == (
        "404 Not Found; A.1: no such thing; request id r-1; POST /v1/things"
    )
    assert error.body == {"error_code": "A.1", "error_msg": "no such thing"}


@pytest.mark.parametrize(
    ("headers", "body", "expected"),
    [
        ({"X-Request-Id": "a"}, {"request_id": "b"}, "a"),
        ({"x-openstack-request-id": "a"}, {}, "a"),
        ({}, {"request_id": "b"}, "b"),
        ({}, {"error": {"message": "x", "request_id": "b"}}, "b"),
        ({}, {}, None),
    ],
)
def test_request_ids(headers: Any, body: Any, expected: str | None) -> None:
    assert failure(httpx2.Response(400, headers=headers, json=body)).request_id == (
        expected
    )


def test_a_failure_with_status_200() -> None:
    body = {"is_success": False, "error_code": "A.1", "error_message": "no"}
    error = failure(httpx2.Response(200, json=body))
    assert type(error) is APIStatusError
    assert (error.status_code, error.error_code, error.error_msg) == (200, "A.1", "no")
    assert error.may_have_been_processed


@pytest.mark.parametrize(
    ("raised", "expected", "processed"),
    [
        (httpx2.ConnectError("refused"), APIConnectionError, False),
        (httpx2.ConnectTimeout("slow"), APITimeoutError, False),
        (httpx2.PoolTimeout("busy"), APITimeoutError, False),
        (httpx2.ReadTimeout("slow"), APITimeoutError, True),
        (httpx2.WriteTimeout("slow"), APITimeoutError, True),
        (httpx2.ReadError("reset"), APIConnectionError, True),
        (httpx2.RemoteProtocolError("gone"), APIConnectionError, True),
        (httpx2.DecodingError("gzip"), APIConnectionError, True),
        (httpx2.ReadError(f"odd {SECRET}"), APIConnectionError, True),
    ],
    ids=repr,
)
def test_connections(
    raised: Exception, expected: type[APIError], processed: bool
) -> None:
    error = failure(raised)
    assert type(error) is expected
    assert error.may_have_been_processed is processed
    assert "POST /v1/things" in str(error)
    assert SECRET not in str(error)
    assert error.__cause__ is raised
    assert raised.__traceback__ is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"<html>", "no JSON: Expecting value at line 1 column 1"),
        (b'{"name": "x"', "line 1 column 13"),
        (b"\xff", "no JSON"),
        (b"[]", "expected an object, got an array"),
        (b"null", "expected an object, got null"),
        (b'"x"', "expected an object, got a string"),
        (b"[" * 100_000, "deeper than max_response_depth (100 levels)"),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_answers_that_cannot_be_used(content: bytes, expected: str) -> None:
    error = failure(httpx2.Response(200, content=content))
    assert type(error) is APIResponseValidationError
    assert expected in str(error)
    assert "POST /v1/things" in str(error)
    assert error.may_have_been_processed
    assert error.response.status_code == 200


def test_what_the_service_quotes_is_masked() -> None:
    text = f"token {SECRET} and password hunter2-hunter2 are wrong"
    for response in (
        httpx2.Response(401, json={"error_code": SECRET, "error_msg": text}),
        httpx2.Response(401, text=text, headers={"X-Request-Id": SECRET}),
    ):
        error = failure(response, body={"password": "hunter2-hunter2"}, body_type=Login)
        lines = "".join(traceback.format_exception(error)) + repr(error)
        lines += f"{error.error_msg} {error.error_code}"
        assert SECRET not in lines
        assert "hunter2-hunter2" not in lines
        assert "***" in lines


def test_redirects_are_not_followed() -> None:
    seen: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.url.host)
        return httpx2.Response(307, headers={"Location": "http://evil.example/"})

    http = httpx2.Client(transport=httpx2.MockTransport(handle), follow_redirects=True)
    client = Client(auth=Token(SECRET), base_url="http://a.example", http_client=http)
    with pytest.raises(APIStatusError, match="redirects are not followed"):
        client.send(Request("GET", "/"), None)
    assert seen == ["a.example"]


def copied(error: APIError) -> Any:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - made here


@pytest.mark.parametrize(
    "error",
    [
        InvalidRequest("GET /", ["a: b"]),
        APITimeoutError("slow", may_have_been_processed=True),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_can_be_pickled(error: APIError) -> None:
    copy = copied(error)
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_status_errors_can_be_pickled() -> None:
    error = failure(httpx2.Response(404, json={"error_code": "A.1"}))
    assert copied(error).error_code == "A.1"


@pytest.mark.parametrize("status", [200, 404, 503])
def test_headers_may_hold_more_than_ascii(status: int) -> None:
    """Servers and proxies put names into `Server` and `Via`."""
    headers = [(b"Server", "caf\xe9".encode("latin-1")), (b"X-Request-Id", b"r1")]
    error: Any = failure(httpx2.Response(status, headers=headers, content=b"<p>"))
    assert isinstance(error, APIStatusError | APIResponseValidationError)
    assert error.response.headers["Server"] == "caf\xe9"
    assert error.response.headers["X-Request-Id"] == "r1"


@pytest.mark.parametrize("start", ["<a<a‹a", "<html><title ", "<a><x:"])
def test_endless_markup_is_read_in_no_time(start: str) -> None:
    """What grows with the square of the length is cut before: else this takes minutes."""
    body = start + "<a<title <x:" * 200_000
    error: Any = failure(httpx2.Response(404, text=body))
    assert len(error.body) == len(body)
    assert len(str(error)) < 1000


@pytest.mark.parametrize(
    ("body", "code", "message"),
    [
        ({"Error": {"Code": "A", "Message": "m"}}, "A", "m"),
        ({"errCode": "A", "errMsg": "m"}, "A", "m"),
        ({"fault": {"faultcode": "A", "faultstring": "m"}}, "A", "m"),
        ({"Code": "A", "Reason": "m"}, "A", "m"),
    ],
    ids=str,
)
def test_other_spellings(body: Any, code: str, message: str) -> None:
    error: Any = failure(httpx2.Response(404, json=body))
    assert (error.error_code, error.error_msg) == (code, message)
