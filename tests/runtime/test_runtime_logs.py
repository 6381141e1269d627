"""The log: one line an attempt, and no secret in the lines of the HTTP libraries."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress

import httpx2
import pytest

from templates.runtime import Client, Parameter, RateLimitError, Request, Token, retries
from templates.runtime.masked_logs import mask_logs

PATH = [Parameter("name", "hush", str)]
REQUEST = Request("GET", "/v1/{name}", path=PATH)


class Cut(httpx2.SyncByteStream):
    """An answer that ends in the middle."""

    def __iter__(self) -> Iterator[bytes]:
        yield b"{"
        raise httpx2.RemoteProtocolError("cut off")


def called(
    answer: httpx2.Response | Exception, caplog: pytest.LogCaptureFixture
) -> list[str]:
    """The lines of a call, without the time it took."""

    def handle(_: httpx2.Request) -> httpx2.Response:
        if isinstance(answer, Exception):
            raise answer
        return answer

    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    client = Client(
        auth=Token("t"), base_url="https://x.example", http_client=http, max_retries=0
    )
    with (
        caplog.at_level(logging.DEBUG, logger="templates"),
        suppress(httpx2.HTTPError),
    ):
        client.send(REQUEST, dict[str, str])
    records = [one for one in caplog.records if one.name == "templates"]
    assert all(one.getMessage().endswith(" ms") for one in records)
    return [one.getMessage().rpartition(", ")[0] for one in records]


ID = {"X-Request-Id": "r1"}


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (httpx2.Response(200, headers=ID, json={}), "200, request id r1"),
        (httpx2.Response(503, json={}), "503, request id None"),
        (httpx2.ConnectError("no"), "no answer, APIConnectionError"),
        (
            httpx2.Response(200, headers=ID, stream=Cut()),
            "200, request id r1, APIConnectionError",
        ),
    ],
)
def test_one_line_an_attempt(
    answer: httpx2.Response | Exception, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert called(answer, caplog) == [f"GET /v1/{{name}}: {line}"]


def test_each_attempt_has_a_line(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.0)
    http = httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(429)))
    client = Client(
        auth=Token("t"), base_url="https://x", http_client=http, max_retries=2
    )
    with (
        caplog.at_level(logging.DEBUG, logger="templates"),
        pytest.raises(RateLimitError),
    ):
        client.send(REQUEST, None)
    assert len(caplog.records) == 3


@pytest.mark.parametrize(
    "before",
    [r"(b'X-Path', b'C:\\\\')", r"(b'X-Quote', b'it\\'s')", r'(b"X", b"a")', ""],
)
def test_secrets_in_lines_of_others(
    before: str, caplog: pytest.LogCaptureFixture
) -> None:
    mask_logs()
    secret = "(b'X-Subject-Token', b'hush')"
    with caplog.at_level(logging.DEBUG, logger="httpcore2.http11"):
        line = f"[{before}, {secret}]"  # httpcore2 formats its lines itself
        logging.getLogger("httpcore2.http11").debug(line)
    (record,) = caplog.records
    assert "hush" not in record.getMessage()
    assert before in record.getMessage()
