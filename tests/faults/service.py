"""A service and its IAM, which fail on purpose, and remember what they did."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

from tests.faults.loopback import Connection, head

TOKEN_PATH: Final = "/v3/auth/tokens"
_SHARE: Final = 0.3
"""Of the requests that meet a fault."""
_LIFETIME: Final = timedelta(seconds=0.1)
"""Of a token, so that many are asked for."""
_DRIP: Final = 0.02
"""Seconds between two bytes."""
_PAGE: Final = (
    b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
)


class Fault(StrEnum):
    """What goes wrong with a request."""

    RESET_UNREAD = "reset before reading"
    CLOSE_UNREAD = "closed before reading"
    RESET = "reset instead of an answer"
    CLOSE = "closed instead of an answer"
    RESET_IN_HEAD = "reset in the head of the answer"
    RESET_IN_BODY = "reset in the body"
    CLOSE_IN_BODY = "closed in the body"
    SLOW = "a body byte by byte"
    ENDLESS = "a body without end"
    SILENCE = "no answer"
    THROTTLED = "429 with Retry-After"
    UNAVAILABLE = "503"
    FAILED = "500"
    GATEWAY = "502 with an HTML page"
    UNAUTHORIZED = "401"
    NONSENSE = "200 with an HTML page"


_RARE: Final = frozenset({Fault.ENDLESS})
"""It takes a client until its deadline."""
UNREAD: Final = frozenset({Fault.RESET_UNREAD, Fault.CLOSE_UNREAD})
_REFUSALS: Final = frozenset({Fault.THROTTLED, Fault.UNAUTHORIZED})
"""Nothing is done then, and the answer says so."""
_AFTERWARDS: Final = frozenset(
    {
        Fault.RESET_IN_HEAD,
        Fault.RESET_IN_BODY,
        Fault.CLOSE_IN_BODY,
        Fault.SLOW,
        Fault.ENDLESS,
        Fault.NONSENSE,
    }
)
"""The operation was carried out before anything failed; with other faults it may be."""


@dataclass(slots=True)
class Record:
    """What the service knows of one call."""

    received: int = 0
    processed: int = 0


@dataclass(slots=True)
class Service:
    """What the faults of a campaign are, and what became of each call.

    The faults of a call depend on the seed, its id and the number of the attempt only.
    """

    seed: int
    calls: dict[str, Record] = field(default_factory=dict[str, Record])
    faults: Counter[Fault] = field(default_factory=Counter[Fault])
    tokens: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def handle(self, connection: Connection) -> None:
        """Receive one request, and answer it or fail."""
        target = connection.peeked()
        with self._lock:
            record = self.calls.setdefault(target, Record())
            record.received += 1
            number = f"{self.seed} {target} {record.received}"
            chance = random.Random(number)  # noqa: S311 - it must be repeatable
            fault = self._fault(chance)
        if fault in UNREAD:
            # What was received and not read makes the system reset the connection.
            (connection.reset if fault is Fault.RESET_UNREAD else connection.close)()
        received = connection.read()
        assert received.target == target
        if fault is None or fault in _AFTERWARDS:
            is_processed = True
        else:
            is_processed = fault not in _REFUSALS and chance.random() < 0.5
        with self._lock:
            record.processed += is_processed
        answer = self._issue() if target == TOKEN_PATH else _ok(target)
        if fault is None:
            connection.send(answer.whole)
        else:
            FAILING[fault](connection, chance, answer)

    def _fault(self, chance: random.Random) -> Fault | None:
        if chance.random() >= _SHARE:
            return None
        fault: Fault = chance.choice(list(Fault))
        if fault in _RARE and chance.random() < 0.9:
            fault = Fault.SLOW
        self.faults[fault] += 1
        return fault

    def _issue(self) -> Answer:
        with self._lock:
            self.tokens += 1
            token = f"issued-{self.tokens}"
        now = datetime.now(UTC)
        ends = now + _LIFETIME
        told = {"issued_at": now.isoformat(), "expires_at": ends.isoformat()}
        return Answer(201, _json({"token": told}), {"X-Subject-Token": token})


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered if nothing fails."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def whole(self) -> bytes:
        return head(self.status, len(self.body), **self.headers) + self.body


def _ok(target: str) -> Answer:
    return Answer(200, _json({"id": target.rpartition("/")[2]}))


def _json(value: object) -> bytes:
    return json.dumps(value).encode()


Failing = Callable[[Connection, random.Random, Answer], None]


def _reset(connection: Connection, *_: object) -> None:
    connection.reset()


def _close(connection: Connection, *_: object) -> None:
    connection.close()


def _cut(*, in_head: bool, reset: bool) -> Failing:
    """Send a part of the answer only."""

    def fail(connection: Connection, chance: random.Random, answer: Answer) -> None:
        end = len(answer.whole)
        start = end - len(answer.body)
        first, last = (1, start - 1) if in_head else (start, end - 1)
        connection.send(answer.whole[: chance.randint(first, last)])
        # Else the client would not see what was sent before the reset.
        connection.wait(_DRIP)
        (connection.reset if reset else connection.close)()

    return fail


def _slow(connection: Connection, _: random.Random, answer: Answer) -> None:
    body = answer.body
    connection.send(head(answer.status, len(body), **answer.headers))
    for piece in (body[:1], body[1:2], body[2:3], body[3:]):
        connection.wait(_DRIP)
        connection.send(piece)


def _endless(connection: Connection, _: random.Random, answer: Answer) -> None:
    connection.send(head(answer.status, 1_000_000, **answer.headers))
    while True:
        connection.wait(_DRIP)
        connection.send(b" ")


def _silence(connection: Connection, *_: object) -> None:
    # Until the client has had enough.
    connection.wait(60)


def _error(status: int, *, page: bytes = b"", pauses: tuple[str, ...] = ()) -> Failing:
    told = {"error_code": f"A.{status}", "error_msg": "on purpose"}
    content_type = "text/html" if page else "application/json"
    body = page or _json(told)

    def fail(connection: Connection, chance: random.Random, _: Answer) -> None:
        headers = {"Retry-After": chance.choice(pauses)} if pauses else {}
        connection.send(head(status, len(body), content_type, **headers) + body)

    return fail


FAILING: Final[dict[Fault, Failing]] = {
    Fault.RESET: _reset,
    Fault.CLOSE: _close,
    Fault.RESET_IN_HEAD: _cut(in_head=True, reset=True),
    Fault.RESET_IN_BODY: _cut(in_head=False, reset=True),
    Fault.CLOSE_IN_BODY: _cut(in_head=False, reset=False),
    Fault.SLOW: _slow,
    Fault.ENDLESS: _endless,
    Fault.SILENCE: _silence,
    Fault.THROTTLED: _error(429, pauses=("0", "0.01", "0.05")),
    Fault.UNAVAILABLE: _error(503),
    Fault.FAILED: _error(500),
    Fault.GATEWAY: _error(502, page=_PAGE),
    Fault.UNAUTHORIZED: _error(401),
    Fault.NONSENSE: _error(200, page=_PAGE),
}
