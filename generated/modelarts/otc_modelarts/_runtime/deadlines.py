"""Requests that end by a deadline, however slow the server is."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

import httpx2

ENDS: Final = "otc_ends"
"""The extension of a request that tells when its answer must have been read."""
OPERATION: Final = "otc_operation"
"""Another one: what the request is called in the log."""
PASSED: Final = "the call's deadline is over"
_SHORTEST: Final = 0.001
"""Seconds; a limit of none at all would make sockets fail instead of wait."""
_OPENED: Final = (
    ".connect_tcp.complete",
    ".connect_unix_socket.complete",
    ".start_tls.complete",
)
"""How the events end that tell of a new connection."""
_SENT_AT_ONCE: Final = 65536
"""Bytes that are written between two looks at the clock."""

_ends: ContextVar[float] = ContextVar("_ends", default=math.inf)


def limited(timeout: httpx2.Timeout, seconds: float) -> httpx2.Timeout:
    """The timeout, none of its limits longer than the seconds that are left."""
    if math.isinf(seconds):
        return timeout
    seconds = max(seconds, _SHORTEST)
    limits = {
        name: seconds if limit is None else min(limit, seconds)
        for name, limit in timeout.as_dict().items()
    }
    return httpx2.Timeout(**limits)


@contextmanager
def until(ends: float) -> Generator[None]:
    """Inside, what this thread reads and writes ends by a moment of `time.monotonic()`.

    That holds for connections of which `watched` was told.
    """
    token = _ends.set(ends)
    try:
        yield
    finally:
        _ends.reset(token)


def watched(event: str, info: Mapping[str, Any]) -> None:
    """Lets a connection that a request opens look at the deadline of the thread.

    It is what httpx2 calls the extension `trace` of a request. The limits of httpx2 are
    for each read: without this the head of an answer that comes byte by byte, or
    interim answers (1xx) without end, would go on as long as the server likes.
    """
    if event.endswith(_OPENED):
        stream = info["return_value"]
        stream.read = _reading(stream.read)
        stream.write = _writing(stream.write)


def _reading(read: Callable[..., bytes]) -> Callable[..., bytes]:
    def read_in_time(max_bytes: int, timeout: float | None = None) -> bytes:
        return read(max_bytes, _left(timeout, httpx2.ReadTimeout))

    return read_in_time


def _writing(write: Callable[..., None]) -> Callable[..., None]:
    def write_in_time(buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _SENT_AT_ONCE):
            piece = buffer[start : start + _SENT_AT_ONCE]
            write(piece, _left(timeout, httpx2.WriteTimeout))

    return write_in_time


def _left(timeout: float | None, passed: type[httpx2.TimeoutException]) -> float | None:
    """The limit of a step, not longer than what is left."""
    left = _ends.get() - time.monotonic()
    if left <= 0:
        raise passed(PASSED)
    if math.isinf(left):
        return timeout
    return left if timeout is None else min(timeout, left)
