"""An HTTP server on the loopback, low enough to break the connection at any byte."""

from __future__ import annotations

import select
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

_READS: Final = 65536
_REASONS: Final = {200: "OK", 201: "Created", 204: "No Content"}
_NO_LINGER: Final = struct.pack("ii", 1, 0)
"""Closing sends a reset then, and forgets what was not sent."""


class Broken(Exception):  # noqa: N818 - no failure: it is what a fault does
    """The connection is no longer usable."""


class Connection:
    """One connection of a client."""

    def __init__(self, sock: socket.socket, stop: threading.Event) -> None:
        self._socket = sock
        self._stop = stop
        self._buffer = b""

    def peeked(self) -> str:
        """The target of the next request, which stays unread.

        Raises:
            Broken: The client has closed the connection.
        """
        select.select([self._socket], [], [])
        line, _, _ = self._socket.recv(_READS, socket.MSG_PEEK).partition(b"\r\n")
        parts = line.decode("latin-1").split(" ")
        if len(parts) != 3:
            raise Broken
        return parts[1]

    def read(self) -> Received:
        """The next request, to its end.

        Raises:
            Broken: The client has closed the connection.
        """
        head, end, self._buffer = self._until(b"\r\n\r\n").partition(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = line.split(" ")
        pairs = (one.partition(":") for one in lines)
        headers = {name.lower(): value.strip() for name, _, value in pairs}
        length = int(headers.get("content-length", "0"))
        while len(self._buffer) < length:
            self._more()
        body, self._buffer = self._buffer[:length], self._buffer[length:]
        return Received(method, target, headers, body, head + end)

    def sip(self, count: int) -> bytes:
        """Some bytes of what comes, whatever it is; none when the client has ended it."""
        return self._socket.recv(count)

    def send(self, content: bytes) -> None:
        """Send some bytes as they are."""
        self._socket.sendall(content)

    def wait(self, seconds: float) -> None:
        """Do nothing for some seconds, or until the server or the client stops.

        Raises:
            Broken: One of them did.
        """
        ready, _, _ = select.select([self._socket], [], [], seconds)
        if self._stop.is_set() or ready:
            raise Broken

    def reset(self) -> None:
        """Break the connection, whatever is on its way.

        Raises:
            Broken: Always.
        """
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        raise Broken

    def close(self) -> None:
        """End the connection as if all were said.

        Raises:
            Broken: Always.
        """
        raise Broken

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._buffer:
            self._more()
        return self._buffer

    def _more(self) -> None:
        piece = self._socket.recv(_READS)
        if not piece:
            raise Broken
        self._buffer += piece


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    head: bytes
    """Byte for byte as it came, up to the body."""


def head(
    status: int, length: int, content_type: str = "application/json", **headers: str
) -> bytes:
    """The head of an answer, its end included."""
    lines = [
        f"HTTP/1.1 {status} {_REASONS.get(status, 'Odd')}",
        f"Content-Type: {content_type}",
        f"Content-Length: {length}",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


@contextmanager
def serving(
    handle: Callable[[Connection], None], *, tls: ssl.SSLContext | None = None
) -> Generator[str]:
    """The address of a server that runs until the end of the block.

    Args:
        handle: Receives and answers one request; is called until it raises Broken.
        tls: What the server shows of itself, for https.
    """
    stop = threading.Event()
    threads: list[threading.Thread] = []
    sockets: list[socket.socket] = []

    def serve(sock: socket.socket) -> None:
        with sock, suppress(Broken, OSError):
            talk = tls.wrap_socket(sock, server_side=True) if tls else sock
            with talk:
                connection = Connection(talk, stop)
                while not stop.is_set():
                    handle(connection)

    def accept(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                sock, _ = listener.accept()
                # An answer in several pieces must not wait for the client's word.
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                sockets.append(sock)
                threads.append(threading.Thread(target=serve, args=(sock,)))
                threads[-1].start()

    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:
        acceptor = threading.Thread(target=accept, args=(listener,))
        acceptor.start()
        try:
            yield f"http{'s' if tls else ''}://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            stop.set()
            listener.shutdown(socket.SHUT_RDWR)
            acceptor.join()
            for sock in sockets:
                with suppress(OSError):
                    sock.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join()
