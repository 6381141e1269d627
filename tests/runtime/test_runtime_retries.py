"""Which failures of a call are tried again, and what its error tells of the attempts."""

from __future__ import annotations

import itertools
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    APIResponseValidationError,
    AsyncClient,
    Client,
    ConfigurationError,
    InvalidRequest,
    Model,
    Parameter,
    Request,
    Token,
)
from tests.support.outcomes import Answer, outcome

IDEMPOTENT = frozenset("GET HEAD PUT DELETE OPTIONS TRACE".split())
METHODS = sorted({*IDEMPOTENT, "POST", "PATCH"})
ALL = frozenset(METHODS)
NONE: frozenset[str] = frozenset()

OK = httpx2.Response(200, json={"name": "a"})


class Thing(Model):
    name: str


def status(number: int, **headers: str) -> httpx2.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(number, json={"error_code": "A.1"}, headers=given)


# What meets an attempt, the methods that are tried again, and whether the service may have acted.
FAILURES: tuple[tuple[Answer, frozenset[str], bool], ...] = (
    (httpx2.ConnectError("refused"), ALL, False),
    (httpx2.ConnectTimeout("slow"), ALL, False),
    (httpx2.PoolTimeout("busy"), ALL, False),
    (httpx2.ProxyError("refused"), ALL, False),
    (httpx2.WriteError("reset"), IDEMPOTENT, True),
    (httpx2.WriteTimeout("slow"), IDEMPOTENT, True),
    (httpx2.ReadError("reset"), IDEMPOTENT, True),
    (httpx2.ReadTimeout("slow"), IDEMPOTENT, True),
    (httpx2.RemoteProtocolError("gone"), IDEMPOTENT, True),
    (httpx2.DecodingError("gzip"), IDEMPOTENT, True),
    (status(408), IDEMPOTENT, True),
    (status(429), ALL, False),
    (status(500), IDEMPOTENT, True),
    (status(502), IDEMPOTENT, True),
    (httpx2.Response(502, html="<h1>Bad Gateway</h1>"), IDEMPOTENT, True),
    (status(503), IDEMPOTENT, True),
    (status(504), IDEMPOTENT, True),
    (status(501), NONE, True),
    (status(505), NONE, True),
    (status(507), NONE, True),
    (status(302), NONE, True),
    (status(400), NONE, False),
    (status(401), NONE, False),
    (status(403), NONE, False),
    (status(404), NONE, False),
    (status(409), NONE, False),
    (status(422), NONE, False),
    (status(425), NONE, False),
    (httpx2.Response(200, text="<p>no JSON"), NONE, True),
    (httpx2.Response(200, json={"is_success": False}), NONE, True),
)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("answer", "methods", "processed"), FAILURES, ids=[repr(one[0]) for one in FAILURES]
)
def test_what_is_tried_again(
    answer: Answer, methods: frozenset[str], processed: bool, method: str
) -> None:
    attempts = 3 if method in methods else 1
    came = outcome(answer, method=method, max_retries=2)
    assert came.error is not None
    assert came.requests == came.error.attempts == attempts
    assert came.error.may_have_been_processed is processed
    assert len(came.pauses) == attempts - 1
    assert came.notes == ["after 3 attempts in 1.5 s"] * (attempts > 1)
    again = outcome(answer, OK, method=method, expected=Thing, max_retries=2)
    assert (again.value == Thing(name="a")) is (method in methods)
    assert again.requests == min(attempts, 2)


def test_the_table_has_each_kind() -> None:
    seen = {(methods, processed) for _, methods, processed in FAILURES}
    assert seen == {
        (ALL, False),
        (IDEMPOTENT, True),
        (NONE, True),
        (NONE, False),
    }


def test_nothing_else_is_sent_after_an_answer() -> None:
    came = outcome(OK, expected=Thing)
    assert (came.value, came.requests, came.pauses) == (Thing(name="a"), 1, [])


def test_an_answer_of_another_type_is_not_asked_for_again() -> None:
    came = outcome(httpx2.Response(200, json=[]), expected=Thing)
    assert type(came.error) is APIResponseValidationError
    assert (came.requests, came.error.attempts) == (1, 1)


def test_an_invalid_request_is_not_sent() -> None:
    request = Request("GET", "/{size}", path=[Parameter("size", "x", int)])
    came = outcome(OK, request=request)
    assert type(came.error) is InvalidRequest
    assert (came.requests, came.pauses, came.notes) == (0, [], [])
    assert came.error.may_have_been_processed is False


@pytest.mark.parametrize("max_retries", [0, 1, 3, 5])
def test_as_many_attempts_as_promised(max_retries: int) -> None:
    came = outcome(status(503), max_retries=max_retries)
    assert came.requests == 1 + max_retries == getattr(came.error, "attempts", None)
    assert len(came.pauses) == max_retries


def test_three_retries_are_the_default() -> None:
    assert outcome(status(503)).requests == 4


def test_so_many_attempts_that_the_pause_would_overflow() -> None:
    came = outcome(status(503), chance=0.0, max_retries=1100)
    assert came.requests == 1101


@pytest.mark.parametrize(
    ("method", "answers", "requests", "processed"),
    [
        ("PUT", [httpx2.ReadError("reset"), status(400)], 2, True),
        ("PUT", [status(503), httpx2.ConnectError("refused"), status(429)], 3, True),
        ("PUT", [httpx2.ConnectError("refused"), status(400)], 2, False),
        ("POST", [status(429), httpx2.ConnectError("no"), status(500)], 3, True),
        ("POST", [httpx2.ConnectError("no"), status(429), status(400)], 3, False),
        ("POST", [status(429), httpx2.ReadTimeout("slow"), OK], 2, True),
    ],
    ids=str,
)
def test_what_may_have_been_processed_stays_so(
    method: str, answers: list[Answer], requests: int, processed: bool
) -> None:
    came = outcome(*answers, method=method, max_retries=len(answers) - 1)
    assert came.error is not None
    assert came.requests == came.error.attempts == requests
    assert came.error.may_have_been_processed is processed


def test_the_text_of_an_error_is_that_of_the_last_attempt() -> None:
    came = outcome(httpx2.ReadError("reset"), status(404))
    assert str(came.error) == "404 Not Found; A.1; GET /v1/things"
    assert came.notes == ["after 2 attempts in 0.5 s"]


def test_retries_per_call() -> None:
    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return status(503)

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as http:
        client = Client(auth=Token("t"), base_url="http://a.example", http_client=http)
        with pytest.raises(APIError):
            client.with_options(max_retries=0).send(Request("GET", "/"), None)
    assert len(seen) == 1


WRONG: list[dict[str, Any]] = [
    *({"max_retries": value} for value in (-1, 1.0, True, "3", None)),
    *({"deadline": value} for value in (0, -1, float("nan"), "9", None)),
]


@pytest.mark.parametrize(
    ("kind", "options"), list(itertools.product((Client, AsyncClient), WRONG)), ids=str
)
def test_limits_that_are_none(
    kind: type[Client | AsyncClient], options: dict[str, Any]
) -> None:
    (name,) = options
    with pytest.raises(ConfigurationError, match=name):
        kind(auth=Token("t"), base_url="http://a.example", **options)
