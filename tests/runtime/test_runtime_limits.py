"""How large and how deep answers may be, and what is odd in an answer but usable."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
import math
from typing import Any

import httpx2
import pytest

from templates.runtime import (
    APIError,
    APIResponseValidationError,
    AsyncClient,
    Client,
    ConfigurationError,
    Model,
    NotFoundError,
    Request,
    Token,
    with_response,
)
from templates.runtime.limits import TooMuchError, parsed
from tests.faults.hostile import whole
from tests.faults.loopback import Connection, serving

BOTH = pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])


class Thing(Model):
    a: str
    b: float | None = None


def outcome(content: list[bytes], *, is_async: bool, **options: Any) -> Any:
    """The value or the error of one call that gets this answer."""

    def handle(connection: Connection) -> None:
        connection.read()
        connection.send(content[0])

    expected = options.pop("expected", Any)
    more = options.pop("more", {})

    async def call(address: str) -> Any:
        async with AsyncClient(base_url=address, **known) as client:
            chosen = client.with_options(**more)
            return await chosen.send(request, expected)

    known: dict[str, Any] = {"auth": Token("t"), "max_retries": 0, **options}
    request = Request("GET", "/things")
    with serving(handle) as address:
        try:
            if is_async:
                return asyncio.run(call(address))
            with Client(base_url=address, **known) as client:
                return client.with_options(**more).send(request, expected)
        except APIError as error:
            return error


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


@BOTH
@pytest.mark.parametrize(
    ("size", "options", "fits"),
    [
        (1000, {"max_response_size": 1000}, True),
        (1001, {"max_response_size": 1000}, False),
        (1001, {"max_response_size": math.inf}, True),
        (1001, {}, True),
        (1001, {"more": {"max_response_size": 1000}}, False),
        (1001, {"max_response_size": 1000, "more": {"max_response_size": 2000}}, True),
        (1001, {"max_response_size": 1000, "more": {"timeout": 5}}, False),
    ],
)
@pytest.mark.parametrize("coding", ["", "gzip"])
@pytest.mark.parametrize("status", [200, 404])
def test_the_largest_answer(
    size: int,
    options: dict[str, Any],
    fits: bool,
    coding: str,
    status: int,
    is_async: bool,
) -> None:
    """Its bytes are counted decompressed."""
    body = json.dumps("x" * (size - 2)).encode()
    sent = whole(body, status=status)
    if coding:
        headers = {"Content-Encoding": coding}
        sent = whole(gzip.compress(body), headers, status=status)
    came = outcome(sent, is_async=is_async, **options)
    if not fits:
        assert type(came) is APIResponseValidationError
        assert f"{status}, the answer is larger than max_response_size (1000 b" in str(
            came
        )
        assert came.response.content == b""
    elif status == 200:
        assert came == json.loads(body)
    else:
        assert type(came) is NotFoundError
        assert came.body == json.loads(body)


def test_the_default_is_stated() -> None:
    for kind in (Client, AsyncClient):
        assert "100 MiB" in (kind.__init__.__doc__ or "")
    big = whole(b'"' + b"x" * (100 * 1024 * 1024 - 1) + b'"')
    assert "max_response_size (104857600 bytes)" in str(outcome(big, is_async=False))


@BOTH
@pytest.mark.parametrize(
    ("levels", "options", "fits"),
    [
        (100, {}, True),
        (101, {}, False),
        (3, {"max_response_depth": 3}, True),
        (4, {"max_response_depth": 3}, False),
        (4, {"more": {"max_response_depth": 3}}, False),
        (101, {"max_response_depth": math.inf}, True),
        (10**6, {"max_response_depth": math.inf}, False),
        (10**6, {"max_response_depth": 10**7}, False),
    ],
)
def test_the_deepest_answer(
    levels: int, options: dict[str, Any], fits: bool, is_async: bool
) -> None:
    came = outcome(whole(nested(levels)), is_async=is_async, **options)
    if fits:
        assert json.dumps(came) == nested(levels).decode()
    else:
        assert type(came) is APIResponseValidationError
        assert "200, the answer is nested deeper than max_response_depth" in str(came)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("1", 0),
        ('"[[["', 0),
        ("[]", 1),
        ("[{}]", 2),
        ('{"[": "]"}', 1),
        ('["\\"[", []]', 2),
        ('["\\\\", [[]]]', 3),
        ("[[], [], [], []]", 2),
        ('{"é": {"ü[{": [{}]}}', 4),
        ('["' + "\\\\" * 100_000 + '"]', 1),
        ('["' + "[" * 100_000 + '"]', 1),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_levels_are_counted(text: str, levels: int, encoding: str) -> None:
    content = text.encode(encoding)
    assert parsed(content, depth=levels) == json.loads(text)
    if levels:
        with pytest.raises(TooMuchError):
            parsed(content, depth=levels - 1)


@pytest.mark.parametrize("content", [b"[[[", b'["[[[[', b"]]]][[", b'"\\', b"\xff["])
def test_what_is_no_json_is_no_json(content: bytes) -> None:
    with pytest.raises((json.JSONDecodeError, UnicodeDecodeError)):
        parsed(content, depth=9)


@BOTH
@pytest.mark.parametrize(
    ("content", "size", "fits"),
    [
        (b"[" + b"{}," * 99_998 + b"{}]", 10**6, True),
        (b"[" + b"{}," * 99_999 + b"{}]", 10**6, False),
        (b"[" + b"{}," * 99_999 + b"{}]", 10**7 + 100, True),
        (b"[" + b"[]," * 99_999 + b"[]]", math.inf, True),
        (b'["' + b"{" * 200_000 + b'"]', 10**6, True),
    ],
    ids=["most", "one more", "a larger limit", "no limit", "in a string"],
)
def test_many_objects_in_few_bytes(
    content: bytes, size: float, fits: bool, is_async: bool
) -> None:
    """They would take hundreds of times their size in memory."""
    came = outcome(whole(content), is_async=is_async, max_response_size=size)
    if fits:
        assert came == json.loads(content)
    else:
        assert type(came) is APIResponseValidationError
        assert "200, the answer has more than 100000 objects and arrays" in str(came)
        assert "max_response_size" in str(came)


@pytest.mark.parametrize("name", ["max_response_size", "max_response_depth"])
@pytest.mark.parametrize("value", [0, -1, 1.5, True, "1", math.nan, -math.inf])
def test_unusable_limits(name: str, value: object) -> None:
    known: dict[str, Any] = {"auth": Token("t"), "base_url": "https://a.example"}
    given: dict[str, Any] = {name: value}
    for kind in (Client, AsyncClient):
        with pytest.raises(ConfigurationError, match=f"{name}: expected a whole"):
            kind(**known, **given)
        with pytest.raises(ConfigurationError, match=f"{name}: expected a whole"):
            kind(**known).with_options(**given)


ODD: dict[bytes, tuple[Any, str]] = {
    b'\xef\xbb\xbf{"a": "x"}': ({"a": "x"}, ""),
    '{"a": "ü"}'.encode("utf-16"): ({"a": "ü"}, ""),
    b'{"a": "x", "a": "y"}': ({"a": "y"}, ""),
    b'{"a": "x", "b": 1e400}': ({"a": "x", "b": math.inf}, "b: expected a finite"),
    b'{"a": "x", "b": -Infinity}': ({"a": "x", "b": -math.inf}, "b: expected a finite"),
    b'{"a": "x", "b": 1e-999}': ({"a": "x", "b": 0.0}, ""),
    b'{"a": "\\ud800"}': ({"a": "\ud800"}, "a: has half of a character"),
    b'{"a": "\\u0000\\u001b[31m"}': ({"a": "\0\x1b[31m"}, ""),
    b'{"a": "x", "\\u001b[31m": 1}': (
        {"a": "x", "\x1b[31m": 1},
        "Thing['\\x1b[31m']: unknown property",
    ),
}
"""Answers; what they are read as; what is logged of them."""


@BOTH
@pytest.mark.parametrize("content", ODD, ids=ascii)
def test_what_is_odd_but_usable(
    content: bytes, is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    value, told = ODD[content]
    with caplog.at_level(logging.DEBUG, "templates"):
        came = outcome(whole(content), is_async=is_async, expected=Thing)
    assert came.model_dump(exclude_unset=True) == value
    assert (told in caplog.text) if told else "kept as it came" not in caplog.text
    assert "\x1b" not in caplog.text


def test_no_number_is_read_as_such() -> None:
    came = outcome(whole(b'{"a": "x", "b": NaN}'), is_async=False, expected=Thing)
    assert math.isnan(came.b)


@BOTH
def test_an_answer_with_millions_of_deviations(
    is_async: bool, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the log nor an error's text is as long as the answer."""
    many = whole(b"[" + b"0," * 20_000 + b"0]")
    keys = whole(json.dumps({f"k{number}": 0 for number in range(5000)}).encode())
    wanted = {"expected": list[str], "strict_responses": True}
    error = outcome(many, is_async=is_async, **wanted)
    assert type(error) is APIResponseValidationError
    assert len(str(error)) < 1500
    assert str(error).endswith("; and 980 more")
    with caplog.at_level(logging.DEBUG, "templates"):
        came = outcome(keys, is_async=is_async, expected=dict[str, str])
    assert len(came) == 5000
    assert 90 < len(caplog.records) < 110


def test_a_long_key_is_cut() -> None:
    body = json.dumps({"a": "x", "k" * 10_000: 1}).encode()
    error = outcome(whole(body), is_async=False, expected=Thing, strict_responses=True)
    assert len(str(error)) < 300


@BOTH
@pytest.mark.parametrize("own", [False, True], ids=["of the package", "own"])
def test_cookies(own: bool, is_async: bool) -> None:
    """The client keeps none; a client of one's own does what its owner chose."""
    heads: list[dict[str, str]] = []

    def handle(connection: Connection) -> None:
        heads.append(connection.read().headers)
        cookie = {"Set-Cookie": "session=secret; Path=/"}
        connection.send(whole(b"{}", cookie)[0])

    async def calls() -> None:
        async with httpx2.AsyncClient() as http:
            given: dict[str, Any] = {"http_client": http} if own else {}
            async with AsyncClient(**known, **given) as client:
                for _ in range(3):
                    await client.send(Request("GET", "/x"), Any)

    def calls_sync() -> None:
        with httpx2.Client() as http:
            given: dict[str, Any] = {"http_client": http} if own else {}
            with Client(**known, **given) as client:
                for _ in range(3):
                    client.send(Request("GET", "/x"), Any)

    with serving(handle) as address:
        known: dict[str, Any] = {"auth": Token("t"), "base_url": address}
        asyncio.run(calls()) if is_async else calls_sync()
    sent = [each.get("cookie") for each in heads]
    assert sent == ([None, "session=secret", "session=secret"] if own else [None] * 3)


def test_the_headers_of_an_answer_are_as_they_came() -> None:
    def show(client: Client) -> dict[str, int]:
        return client.send(Request("GET", "/x"), dict[str, int])

    def handle(connection: Connection) -> None:
        connection.read()
        headers = {"Content-Encoding": "gzip", "X-Request-Id": "r1"}
        connection.send(whole(gzip.compress(b'{"a": 1}'), headers)[0])

    with (
        serving(handle) as address,
        Client(auth=Token("t"), base_url=address) as client,
    ):
        answer = with_response(show)(client)
    assert answer.value == {"a": 1}
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.request_id == "r1"
