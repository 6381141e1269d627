"""Which failures are tried again, when, and for how long a call goes on."""

from __future__ import annotations

import math
import random
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import httpx2

from .errors import APIConnectionError, APIError, APIStatusError

DEFAULT_MAX_RETRIES: Final = 3
DEFAULT_DEADLINE: Final = 300.0
"""Seconds for a whole call, its attempts and the pauses between them."""

IDEMPOTENT: Final = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PUT", "TRACE"})
"""Methods that may be repeated without harm (RFC 9110, 9.2.2)."""
_PASSING: Final = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses that another attempt may not meet."""
_THROTTLED: Final = frozenset({429, 503})
_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 8.0
"""Seconds; of the pauses that nobody asks for."""
_DOUBLINGS: Final = 10
"""At most, before the longest pause: 2 to the number of attempts could be too large."""
_EPOCH: Final = 1_000_000_000
"""Greater numbers are seconds since 1970, smaller ones from now."""
_USED_UP: Final = re.compile(
    r"remain\w{0,20}:\s*0+\b.{0,99}?time:\s*(?P<count>\d{1,9})\s*(?P<unit>second|minute|hour|day)",
    re.IGNORECASE,
)
_UNITS: Final = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}


class Attempts:
    """The attempts of one call."""

    def __init__(self, method: str, *, max_retries: int, deadline: float) -> None:
        """
        Args:
            method: Of HTTP; decides what may be repeated.
            max_retries: Attempts after the first.
            deadline: Seconds for all of them; `math.inf` for no limit.
        """
        self.count = 0
        """How many were begun."""
        self._method = method
        self._max_retries = max_retries
        self._started = time.monotonic()
        self._ends = self._started + deadline
        self._may_have_been_processed = False

    def begin(self) -> None:
        """Count another attempt."""
        self.count += 1

    @property
    def seconds_left(self) -> float:
        """Until the deadline; infinite without one, and never negative."""
        return max(self._ends - time.monotonic(), 0.0)

    def pause_after(self, error: APIError) -> float | None:
        """Seconds until the next attempt; None if the error is final.

        The error is told what holds for all attempts.
        """
        self._may_have_been_processed |= error.may_have_been_processed
        harmless = self._method in IDEMPOTENT or not error.may_have_been_processed
        error.may_have_been_processed = self._may_have_been_processed
        error.attempts = self.count
        pause: float | None = None
        if self.count <= self._max_retries and harmless and _may_pass(error):
            pause = _pause(self.count, error)
        if pause is not None and pause < self.seconds_left:
            return pause
        # Waiting longer than the deadline would help nobody.
        if self.count > 1:
            seconds = time.monotonic() - self._started
            error.add_note(f"after {self.count} attempts in {seconds:.1f} s")
        return None


def _may_pass(error: APIError) -> bool:
    if isinstance(error, APIStatusError):
        return error.status_code in _PASSING
    return isinstance(error, APIConnectionError)


def _pause(attempts: int, error: APIError) -> float:
    """What the service asks for, else exponential with full jitter."""
    doublings = min(attempts - 1, _DOUBLINGS)
    ceiling = min(_FIRST_PAUSE * 2**doublings, _LONGEST_PAUSE)
    jitter = random.uniform(0, ceiling)  # noqa: S311 - no secret depends on it
    asked = asked_pause(error.response) if isinstance(error, APIStatusError) else None
    # All who were told the same moment should not come back in the same moment.
    return jitter if asked is None else asked + min(jitter, _FIRST_PAUSE)


def asked_pause(response: httpx2.Response) -> float | None:
    """Seconds after which the service wants to be asked again; None if it tells none.

    `Retry-After` in seconds or as a date; else, of a service that throttles, the headers
    `X-RateLimit-Reset` (seconds or a moment) and `X-RateLimit-Api` and its like
    (`remain:0,limit:100,time:1 minute`).
    """
    headers = response.headers
    told = _seconds(headers.get("Retry-After", ""), response)
    if told is None and response.status_code in _THROTTLED:
        told = max(_quotas(response), default=None)
    return told


def _seconds(text: str, response: httpx2.Response) -> float | None:
    """A number of seconds or a date, which is compared with the server's clock."""
    text = text.strip()
    try:
        number = float(text)
    except ValueError:
        moment, now = _moment(text), _moment(response.headers.get("Date", ""))
        if moment is None:
            return None
        return max((moment - (now or datetime.now(UTC))).total_seconds(), 0.0)
    return number if math.isfinite(number) and number >= 0 else None


def _moment(date: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _quotas(response: httpx2.Response) -> Iterator[float]:
    """Seconds until there is some of each quota again that is used up."""
    for name, value in response.headers.items():
        if not name.lower().startswith("x-ratelimit-"):
            continue
        quota, _, kind = name.lower().rpartition("-")
        if kind == "reset":
            seconds = _seconds(value, response)
            left = response.headers.get(f"{quota}-remaining", "0").strip()
            if seconds is not None and left in ("0", ""):
                yield _from_now(seconds)
        elif told := _USED_UP.search(value):
            yield float(int(told["count"]) * _UNITS[told["unit"].lower()])


def _from_now(seconds: float) -> float:
    """Of what may be seconds from now, or seconds or milliseconds since 1970."""
    if seconds > _EPOCH * 1000:
        seconds /= 1000
    return max(seconds - time.time(), 0) if seconds > _EPOCH else seconds
