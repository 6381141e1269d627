"""Requests and answers that end by a deadline, however slow the server is."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from typing import Final

import httpx2

ENDS: Final = "otc_ends"
"""The extension of a request that tells when its answer must have been read."""
OPERATION: Final = "otc_operation"
"""Another one: what the request is called in the log."""
PASSED: Final = "the call's deadline is over"
_SHORTEST: Final = 0.001
"""Seconds; a limit of none at all would make sockets fail instead of wait."""


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


class _Timed(httpx2.SyncByteStream):
    """The pieces of an answer, until the deadline."""

    def __init__(self, pieces: httpx2.SyncByteStream, ends: float) -> None:
        self._pieces = pieces
        self._ends = ends

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if time.monotonic() > self._ends:
                raise httpx2.ReadTimeout(PASSED)
            yield piece

    def close(self) -> None:
        self._pieces.close()


def read_until(ends: float | None, response: httpx2.Response) -> None:
    """Read an answer to its end, if that comes before a moment of `time.monotonic()`.

    A read that waits has its own limit; this one is for those that come one by one.

    Raises:
        httpx2.ReadTimeout: It did not.
    """
    pieces = response.stream
    if ends is not None and isinstance(pieces, httpx2.SyncByteStream):
        response.stream = _Timed(pieces, ends)
    try:
        response.read()
    finally:
        response.stream = pieces
