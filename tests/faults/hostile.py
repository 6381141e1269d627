"""What a server can do to harm a client: answers, byte by byte, and how each must end."""

from __future__ import annotations

import gzip
import itertools
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from templates.runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    NotFoundError,
)
from tests.faults.loopback import Connection, head

SIZE: Final = 1024 * 1024
"""What an answer may have."""
DEPTH: Final = 100
_DRIP: Final = 0.01
"""Seconds between two pieces of what comes slowly."""
_ENDLESS: Final = 3000
"""Pieces; so many take far longer than any deadline here, and yet end."""
_FAST: Final = 400 * 1024
"""Pieces of what comes without a pause, of 64 KiB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What is sent instead of an answer, and the error that must come of it."""

    name: str
    pieces: Callable[[], Iterable[bytes]]
    error: type[APIError]
    words: str
    """What the error's text says."""
    is_slow: bool = False
    """Whether there is a pause before each piece."""
    status: int | None = None
    """That of the answer that the error has; None if it has none."""

    def handle(self, connection: Connection) -> None:
        """Receive a request, and attack."""
        connection.read()
        self.send(connection)

    def send(self, connection: Connection) -> None:
        """Attack instead of an answer."""
        for piece in self.pieces():
            if self.is_slow:
                connection.wait(_DRIP)
            connection.send(piece)
        connection.close()


def whole(
    content: bytes, headers: Mapping[str, str] | None = None, *, status: int = 200
) -> list[bytes]:
    """An answer as it should be."""
    return [head(status, len(content), **(headers or {})) + content]


def _endless(start: bytes, piece: bytes, *, count: int = _ENDLESS) -> Iterator[bytes]:
    yield start
    yield from itertools.repeat(piece, count)


def _endless_body(*, slow: bool = False, status: int = 200) -> Iterator[bytes]:
    start = head(status, 10**12)
    return _endless(start, b" ") if slow else _endless(start, b" " * 65536, count=_FAST)


def _endless_chunks(piece: bytes) -> Iterator[bytes]:
    start = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    return _endless(start, piece, count=_FAST)


def _dripped(content: bytes) -> Iterator[bytes]:
    return (bytes([each]) for each in content)


@cache
def _bomb(encoding: str) -> list[bytes]:
    """Sixty-four times what an answer may have, in some ten kilobytes."""
    zeros = b" " * (64 * SIZE)
    match encoding:
        case "gzip":
            content = gzip.compress(zeros)
        case "deflate":
            content = zlib.compress(zeros)
        case "gzip, gzip":
            content = gzip.compress(gzip.compress(zeros))
        case _:
            raise ValueError(encoding)
    return whole(content, {"Content-Encoding": encoding})


def _lines(*lines: bytes, body: bytes = b"") -> list[bytes]:
    return [b"\r\n".join([*lines, b"", body])]


def _ok(*headers: bytes, body: bytes = b"{}") -> list[bytes]:
    return _lines(b"HTTP/1.1 200 OK", *headers, body=body)


_TOO_LARGE: Final = f"the answer is larger than max_response_size ({SIZE} bytes)"
_TOO_MANY = "the answer has more than 100000 objects and arrays"
_TOO_DEEP: Final = (
    f"the answer is nested deeper than max_response_depth ({DEPTH} levels)"
)
_PASSED: Final = "the call's deadline is over"
_BROKEN: Final = "no answer (RemoteProtocolError: "


def _large(
    name: str, pieces: Callable[[], Iterable[bytes]], status: int = 200
) -> Attack:
    return Attack(
        name=name,
        pieces=pieces,
        error=APIResponseValidationError,
        words=f"{status}, {_TOO_LARGE}",
        status=status,
    )


def _slow(name: str, pieces: Callable[[], Iterable[bytes]]) -> Attack:
    return Attack(
        name=name, pieces=pieces, error=APITimeoutError, words=_PASSED, is_slow=True
    )


def _unending(name: str, pieces: Callable[[], Iterable[bytes]]) -> Attack:
    return Attack(name=name, pieces=pieces, error=APITimeoutError, words=_PASSED)


def _broken(name: str, pieces: list[bytes], words: str = _BROKEN) -> Attack:
    return Attack(
        name=name, pieces=lambda: pieces, error=APIConnectionError, words=words
    )


def _unusable(name: str, content: bytes, words: str) -> Attack:
    return Attack(
        name=name,
        pieces=lambda: whole(content),
        error=APIResponseValidationError,
        words=f"200, {words}",
        status=200,
    )


def _status(name: str, pieces: list[bytes], words: str, status: int) -> Attack:
    errors = {404: NotFoundError, 999: InternalServerError}
    error = errors.get(status, APIStatusError)
    return Attack(
        name=name, pieces=lambda: pieces, error=error, words=words, status=status
    )


ATTACKS: Final = (
    _large("a body without end", _endless_body),
    _large("an error without end", lambda: _endless_body(status=404), 404),
    _large("a failure without end", lambda: _endless_body(status=503), 503),
    _large("chunks without end", lambda: _endless_chunks(b"10000\r\n%s\r\n" % (b" " * 65536))),
    _large("a body without a length", lambda: _endless(b"HTTP/1.1 200 OK\r\n\r\n", b" " * 65536)),
    _large("a gzip bomb", lambda: _bomb("gzip")),
    _large("a deflate bomb", lambda: _bomb("deflate")),
    _large("a bomb in a bomb", lambda: _bomb("gzip, gzip")),
    _slow("a head byte by byte", lambda: _endless(b"HTTP/1.1 200 OK\r\nX: ", b"x")),
    _slow("a status line byte by byte", lambda: _endless(b"HTTP/1.1 200 ", b"x")),
    _slow("a body byte by byte", lambda: _endless_body(slow=True)),
    _slow("a size of a chunk byte by byte", lambda: _endless(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0")),
    _slow("headers one by one", lambda: _endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n")),
    _slow("interim answers one by one", lambda: _endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n")),
    _slow("an answer byte by byte", lambda: itertools.chain(
        _dripped(head(200, 5000)), _dripped(b" " * 5000))),
    _unending("small chunks without end", lambda: _endless_chunks(b"1\r\n \r\n" * 8192)),
    _unending("interim answers without end", lambda: _endless(
        b"", b"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n" * 1000, count=_FAST)),
    _broken("headers without end", list(_endless(b"HTTP/1.1 200 OK\r\n", b"X-A: y\r\n" * 100, count=300))),
    _broken("a header without end", list(_endless(b"HTTP/1.1 200 OK\r\nX-A: ", b"y" * 65536, count=9))),
    _broken("a status line without end", list(_endless(b"HTTP/1.1 200 ", b"y" * 65536, count=9))),
    _broken("a length that is too great", _ok(b"Content-Length: 9")),
    _broken("a negative length", _ok(b"Content-Length: -1")),
    _broken("two lengths", _ok(b"Content-Length: 2", b"Content-Length: 3")),
    _broken("a length of words", _ok(b"Content-Length: two")),
    _broken("a length of very many digits", _ok(b"Content-Length: " + b"9" * 5000)),
    _broken("a chunk of no size", _ok(b"Transfer-Encoding: chunked", body=b"zz\r\n{}\r\n0\r\n\r\n")),
    _broken("a chunk that is cut off", _ok(b"Transfer-Encoding: chunked", body=b"9\r\n{}")),
    _broken("another transfer encoding", _ok(b"Transfer-Encoding: gzip, chunked")),
    _broken("no gzip", whole(b"{}", {"Content-Encoding": "gzip"}), "(DecodingError: "),
    _broken("damaged gzip", whole(gzip.compress(b"{}" * 99)[:-9] + b"\xff" * 9, {"Content-Encoding": "gzip"}), "(DecodingError: "),
    _broken("very many encodings", whole(b"{}", {"Content-Encoding": "gzip, " * 99 + "gzip"}), "(DecodingError: "),
    _broken("an end before the answer", [b""]),
    _broken("an end in the head", [b"HTTP/1.1 200 OK\r\nX"]),
    _broken("no HTTP", [b"\x16\x03\x01\x02\x00\x01\x00" * 99 + b"\r\n\r\n"]),
    _broken("HTTP/0.9", [b"<html>hello</html>\r\n\r\n"]),
    _broken("SSH", [b"SSH-2.0-OpenSSH_9.6\r\n\r\n"]),
    _broken("a status of words", _lines(b"HTTP/1.1 OK 200", b"Content-Length: 0")),
    _broken("a status of 0", _lines(b"HTTP/1.1 000 Odd", b"Content-Length: 0")),
    _broken("a NUL in a header", _ok(b"X: a\x00b", b"Content-Length: 2")),
    _broken("a header without a name", _ok(b": x", b"Content-Length: 2")),
    _broken("a switch of protocols", _lines(b"HTTP/1.1 101 Switching Protocols", b"Upgrade: x")),
    _unusable("deep arrays", b"[" * 10**5 + b"]" * 10**5, _TOO_DEEP),
    _unusable("deeper arrays", b"[" * (SIZE // 2) + b"]" * (SIZE // 2), _TOO_MANY),
    _unusable("deep arrays without an end", b"[" * 10**6, _TOO_MANY),
    _unusable("deep objects", b'{"a":' * 10**5 + b"1" + b"}" * 10**5, _TOO_DEEP),
    _unusable("deep behind a string", b'["]]]\\"]", ' + b"[" * DEPTH + b"]" * DEPTH + b"]", _TOO_DEEP),
    _unusable("a number of very many digits", b"[%s]" % (b"9" * 10**5), "the answer (application/json) is no JSON: Exceeds the limit"),
    _unusable("no UTF-8", b'{"a": "\xff\xfe"}', "the answer (application/json) is no JSON: "),
    _unusable("half a character of UTF-8", b'{"a": "\xe2\x82"}', "the answer (application/json) is no JSON: "),
    _unusable("an end in the middle", b'{"a": "b', "the answer (application/json) is no JSON: "),
    _unusable("an object and more", b"{}{}", "the answer (application/json) is no JSON: Extra data"),
    _unusable("nothing", b"", "the answer is empty"),
    _status("a status of 999", _lines(b"HTTP/1.1 999 Odd", b"Content-Length: 0"), "999 Odd", 999),
    _status("control characters in headers", _lines(
        b"HTTP/1.1 404 Odd", b"X-Request-Id: a\x1b[31m\x07b", b"Content-Length: 0"), "404 Odd; request id a [31m b; GET", 404),
    _status("a control character in the reason", _lines(b"HTTP/1.1 404 \x1b[31mNo", b"Content-Length: 0"), "404 [31mNo; GET", 404),
    _status("C1 characters in the reason", _lines(b"HTTP/1.1 404 No\x9b31mpe", b"Content-Length: 0"), "404 No31mpe", 404),
    _status("control characters in the words",
            whole(b'{"error_code": "A\\u001b[31m\\r\\n", "error_msg": "x\\u009b2J\\u202e\\u0007y\\n\\nz"}', status=404),
            "404 Odd; A [31m: x 2J y z; GET /things/1", 404),
    _status("control characters in plain text", whole(b"x\x1b]0;title\x07y\r\nz", {"Content-Type": "text/plain"}, status=404),
            "404 Odd; x ]0;title y z; GET /things/1", 404),
    _status("an encoding that inflates", whole(zlib.compress(b" " * SIZE), {"Content-Type": "text/plain; charset=zlib"}, status=404), "404 Odd", 404),
    _status("an encoding that decodes no text", whole(b"hello", {"Content-Type": "text/plain; charset=idna"}, status=404), "404 Odd; hello", 404),
    _status("a deep error", whole(b"[" * 10**5, status=404), "404 Odd", 404),
    _status("a redirect", whole(b"", {"Location": "http://evil.example/"}, status=302), "302 Odd; redirects are not followed", 302),
    _status("a pause without end", whole(b"{}", {"Retry-After": "9" * 400}, status=404), "404 Odd", 404),
)  # fmt: skip
