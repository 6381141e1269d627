"""The body of an answer, read to its end: neither too late nor too much of it."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from contextlib import aclosing, closing, contextmanager, suppress

import httpx2

from .deadlines import PASSED
from .responses import unusable


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


class _Content:
    """The decompressed content of an answer, as far as it was read."""

    def __init__(self, response: httpx2.Response, size: float, name: str) -> None:
        self._response = response
        self._size = size
        self._name = name
        self._read = bytearray()

    def add(self, piece: bytes) -> None:
        """Keep another piece.

        Raises:
            APIResponseValidationError: It is one too many.
        """
        if len(self._read) + len(piece) > self._size:
            limit = f"{self._name} ({self._size} bytes)"
            raise unusable(self._response, f"the answer is larger than {limit}")
        self._read += piece

    def give(self) -> None:
        """Make it the content of the response, which is yet to be read."""
        response = self._response
        with suppress(RuntimeError):  # a transport of tests does not measure it
            response.elapsed = response.elapsed
        response.stream = httpx2.ByteStream(bytes(self._read))


def read(response: httpx2.Response, *, ends: float, size: float, name: str) -> None:
    """Read an answer to its end, if that comes before a moment of `time.monotonic()`.

    A read that waits has its own limit; this one is for those that come one by one.

    Args:
        response: The answer, whose stream was not touched.
        ends: The moment.
        size: How many bytes it may have, decompressed; they are counted as they come.
        name: What errors call this limit.

    Raises:
        httpx2.ReadTimeout: It did not end before.
        APIResponseValidationError: It has more bytes.
    """
    content = _Content(response, size, name)
    if _was_read(response):
        content.add(response.content)
        return
    pieces = response.stream
    assert isinstance(pieces, httpx2.SyncByteStream)
    reader = _reader(response, _Timed(pieces, ends))
    with closing(reader):
        for piece in reader.iter_bytes():
            content.add(piece)
    content.give()
    with _decompressed(response):
        response.read()


async def aread(response: httpx2.Response, *, size: float, name: str) -> None:
    """As `read`, without a deadline: that of a task is its own."""
    content = _Content(response, size, name)
    if _was_read(response):
        content.add(response.content)
        return
    reader = _reader(response, response.stream)
    async with aclosing(reader), aclosing(reader.aiter_bytes()) as pieces:
        async for piece in pieces:
            content.add(piece)
    content.give()
    with _decompressed(response):
        await response.aread()


def _was_read(response: httpx2.Response) -> bool:
    """Whether somebody else has read it, such as an event hook."""
    try:
        _ = response.content
    except httpx2.ResponseNotRead:
        return False
    return True


def _reader(
    response: httpx2.Response, pieces: httpx2.SyncByteStream | httpx2.AsyncByteStream
) -> httpx2.Response:
    """What decompresses the pieces, one by one, as the answer's headers say."""
    return httpx2.Response(
        response.status_code,
        headers=response.headers,
        stream=pieces,
        request=response.request,
    )


@contextmanager
def _decompressed(response: httpx2.Response) -> Generator[None]:
    """While its content is taken over, which is no longer as the headers say."""
    headers, response.headers = response.headers, httpx2.Headers()
    try:
        yield
    finally:
        response.headers = headers
