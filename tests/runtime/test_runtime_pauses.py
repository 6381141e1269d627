"""How long a call pauses before another attempt, and when it rather gives up."""

from __future__ import annotations

import math
import string

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from templates.runtime import APITimeoutError, RateLimitError
from templates.runtime.retries import asked_pause
from tests.support.outcomes import NOW, outcome

SERVER_NOW = "Wed, 01 Jan 2025 00:00:00 GMT"
"""Neither our time nor that of the tests."""


def refusal(status: int = 503, **headers: str) -> httpx2.Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx2.Response(status, headers=given)


@pytest.mark.parametrize(
    ("chance", "pauses"),
    [
        (0.0, [0, 0, 0, 0, 0, 0, 0]),
        (0.5, [0.25, 0.5, 1, 2, 4, 4, 4]),
        (1.0, [0.5, 1, 2, 4, 8, 8, 8]),
    ],
)
def test_pauses_nobody_asked_for_double_up_to_a_limit(
    chance: float, pauses: list[float]
) -> None:
    """Full jitter: anything from nothing to the limit."""
    assert outcome(refusal(), chance=chance, max_retries=7).pauses == pauses


@pytest.mark.parametrize(
    ("chance", "pauses"),
    [(0.0, [20, 20, 20]), (0.5, [20.25, 20.5, 20.5]), (1.0, [20.5, 20.5, 20.5])],
)
def test_what_the_service_asks_for_is_the_least(
    chance: float, pauses: list[float]
) -> None:
    came = outcome(refusal(Retry_After="20"), chance=chance)
    assert came.pauses == pauses


def test_the_last_answer_counts() -> None:
    answers = refusal(429, Retry_After="7"), httpx2.ReadError("reset"), refusal()
    assert outcome(*answers, chance=0).pauses == [7, 0, 0]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_each_status_may_ask_for_a_pause(status: int) -> None:
    came = outcome(refusal(status, Retry_After="2"), chance=0, max_retries=1)
    assert came.pauses == [2]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5", 5),
        (" 5 ", 5),
        ("0", 0),
        ("1.5", 1.5),
        ("86400", 86400),
        ("-3", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
        ("", None),
        ("soon", None),
        ("5 seconds", None),
        ("Wed, 01 Jan 2025 00:00:30 GMT", 30),
        ("Wed, 01 Jan 2025 01:00:30 +0100", 30),
        ("Wed, 01 Jan 2025 00:00:30 -0000", 30),
        ("Tue, 31 Dec 2024 23:59:59 GMT", 0),
        ("Wed, 01 Jan 0001 00:00:00 +2359", 0),
        ("Wed, 32 Jan 2025 00:00:30 GMT", None),
        ("Wed, 01 Jan 99999 00:00:00 GMT", None),
        ("2025-01-01T00:00:30Z", None),
    ],
)
def test_retry_after(text: str, seconds: float | None) -> None:
    """A date is one of the server's clock, as the answer's own date is."""
    assert asked_pause(refusal(Retry_After=text, Date=SERVER_NOW)) == seconds


def test_retry_after_a_date_when_the_server_does_not_tell_its_own() -> None:
    past = "Tue, 31 Dec 2024 23:59:59 GMT"
    future = "Fri, 31 Dec 9999 23:59:59 GMT"
    for date in ("", "now"):
        assert asked_pause(refusal(Retry_After=past, Date=date)) == 0
        assert (asked_pause(refusal(Retry_After=future, Date=date)) or 0) > 86400


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"X-RateLimit-Reset": "12"}, 12),
        ({"x-ratelimit-reset": "0"}, 0),
        ({"X-RateLimit-Reset": f"{NOW + 12:.0f}"}, 12),
        ({"X-RateLimit-Reset": f"{NOW - 12:.0f}"}, 0),
        ({"X-RateLimit-Reset": "Wed, 01 Jan 2025 00:00:30 GMT"}, 30),
        ({"X-RateLimit-Reset": "soon"}, None),
        ({"X-RateLimit-Reset": "-1"}, None),
        ({"X-RateLimit-Reset": f"{(NOW + 12) * 1000:.0f}"}, 12),
        ({"X-RateLimit-Reset": "12", "X-RateLimit-Remaining": "0"}, 12),
        ({"X-RateLimit-Reset": "600", "X-RateLimit-Remaining": "5"}, None),
        ({"X-RateLimit-Limit": "100"}, None),
        ({"x-ratelimit-api": "remain:0,limit:100,time:1 minute"}, 60),
        ({"x-ratelimit-api": "remain:00, limit:100, time:2 minutes"}, 120),
        ({"X-Ratelimit-User": "Remaining: 0, Limit: 100, Time: 30 Second"}, 30),
        ({"x-ratelimit-domain": "remain:0,limit:9,time:1 hour"}, 3600),
        ({"x-ratelimit-domain": "remain:0,limit:9,time:1 day"}, 86400),
        ({"x-ratelimit-api": "remain:5,limit:100,time:1 minute"}, None),
        ({"x-ratelimit-api": "remain:05,limit:100,time:1 minute"}, None),
        ({"x-ratelimit-api": "remain:0,limit:100"}, None),
        ({"x-ratelimit-api": "remain:0,limit:100,time:1 fortnight"}, None),
        ({"x-ratelimit-api": f"remain:{'0' * 5000},limit:1,time:1 minute"}, 60),
        ({"x-ratelimit-api": f"remain:0,limit:1,time:{'9' * 5000} day"}, None),
        (
            {
                "x-ratelimit-api": "remain:0,limit:100,time:1 minute",
                "x-ratelimit-user": "remain:0,limit:100,time:1 hour",
                "x-ratelimit-domain": "remain:1,limit:100,time:1 day",
            },
            3600,
        ),
        ({"Retry-After": "3", "X-RateLimit-Reset": "12"}, 3),
        ({"Retry-After": "soon", "X-RateLimit-Reset": "12"}, 12),
    ],
    ids=lambda value: ascii(value)[:60],
)
@pytest.mark.parametrize("status", [429, 503])
def test_quotas(status: int, headers: dict[str, str], seconds: float | None) -> None:
    headers = {"Date": SERVER_NOW, **headers}
    answer = httpx2.Response(status, headers=headers)
    came = outcome(answer, chance=0, max_retries=1, deadline=math.inf)
    # Of the pauses that nobody asked for chance makes the shortest.
    assert came.pauses == [seconds or 0]
    if seconds is None:
        assert asked_pause(answer) is None


@pytest.mark.parametrize("status", [500, 502, 504])
def test_quotas_are_none_of_other_failures(status: int) -> None:
    """Services send them with every answer, and they say nothing of these."""
    assert asked_pause(refusal(status, X_RateLimit_Reset="12")) is None


VALUES = st.one_of(
    st.text(string.ascii_letters + string.digits + " ,:+.-_/", max_size=40),
    st.from_regex(
        r"[A-Z][a-z]{2}, [0-9]{1,5} (Jan|Feb|Dec) [0-9]{1,9} [0-9]{1,3}:[0-9]{1,3}:[0-9]{1,3} ?([+-][0-9]{1,9}|[A-Z]{1,4})",
        fullmatch=True,
    ),
    st.from_regex(
        r"remain:0*[0-9]{1,30},limit:1,time:[0-9]{1,30} (minute|day)", fullmatch=True
    ),
    st.floats().map(str),
    st.integers().map(str),
)


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(
            ("Retry-After", "Date", "X-RateLimit-Reset", "X-RateLimit-Api"), VALUES
        ),
    )
)
def test_whatever_the_headers_say(headers: dict[str, str]) -> None:
    seconds = asked_pause(httpx2.Response(429, headers=headers))
    assert seconds is None or (math.isfinite(seconds) and seconds >= 0)


@pytest.mark.parametrize(
    ("asked", "deadline", "pauses"),
    [
        ("299", 300.0, [299.0]),
        ("300", 300.0, []),
        ("86400", 300.0, []),
        ("86400", math.inf, [86400.0, 86400.0]),
        ("1", 1.0, []),
        ("4", 10.0, [4.0, 4.0]),
    ],
)
def test_no_pause_passes_the_deadline(
    asked: str, deadline: float, pauses: list[float]
) -> None:
    """The call ends at once, with the error that it has."""
    answer = refusal(429, Retry_After=asked)
    came = outcome(answer, chance=0, max_retries=2, deadline=deadline)
    assert type(came.error) is RateLimitError
    assert came.pauses == pauses
    assert came.requests == came.error.attempts == 1 + len(pauses)
    assert bool(came.notes) is bool(pauses)


def test_attempts_count_for_the_deadline() -> None:
    slow = httpx2.ReadTimeout("slow")
    came = outcome(slow, chance=1, takes=60, max_retries=9, deadline=200)
    assert type(came.error) is APITimeoutError
    assert came.requests == 4
    assert came.pauses == [0.5, 1, 2]
    assert came.notes == ["after 4 attempts in 243.5 s"]


def test_an_attempt_waits_no_longer_than_what_is_left() -> None:
    slow = httpx2.ReadTimeout("slow")
    came = outcome(slow, chance=1, takes=60, max_retries=9, deadline=100, timeout=70)
    assert came.timeouts == [70, 39.5]
    assert outcome(slow, timeout=70, deadline=math.inf).timeouts == [70] * 4
