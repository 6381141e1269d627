"""Repositories and servers of small documents, made for one test."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import (
    BaseHTTPRequestHandler,
    SimpleHTTPRequestHandler,
    ThreadingHTTPServer,
)
from pathlib import Path
from typing import Any, TypeAlias

FOLDER = "docs/lamps/api-ref"
CRLF = b"<p>A page\r\nfrom Windows\n\xff\x00</p>\r\n"
PAGES: Mapping[str, bytes] = {
    "CreateLamp.html": b"<h1>Create</h1>\n",
    "ShowLamp.html": CRLF,
    "en-us_topic_0001.html": b"<h1>Topic</h1>",
}
CONTENTS = b'[{"title": "Lamps"}]'
FILES: Mapping[str, bytes] = {
    **{f"{FOLDER}/{name}": content for name, content in PAGES.items()},
    f"{FOLDER}/CLASS.TXT.json": CONTENTS,
    f"{FOLDER}/image.png": b"png",
    f"{FOLDER}/.hidden.html": b"hidden",
    f"{FOLDER}/deeper.html/Deep.html": b"deep",
    f"{FOLDER}/deeper/Deep.html": b"deep",
    "docs/doors/api-ref/OpenDoor.html": b"door",
    "README.md": b"read me",
}
IDENTITY = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.com",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
Handler: TypeAlias = Callable[[Any, Any, Any], BaseHTTPRequestHandler]


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=os.environ | IDENTITY,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode().strip()


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def committed(folder: Path, files: Mapping[str, bytes], message: str = "x") -> str:
    """Commit these files too, and return the id of the commit."""
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def published(folder: Path, bare: Path, *, parts: bool = True) -> None:
    """A bare repository like that of a server, which gives parts of a commit or does not."""
    git(folder, "clone", "--quiet", "--bare", str(folder), str(bare))
    git(bare, "config", "uploadpack.allowFilter", str(parts).lower())
    git(bare, "config", "http.receivepack", "false")
    git(bare, "update-server-info")


@contextmanager
def serving(handler: Handler) -> Generator[str]:
    """The address of a server on the loopback."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Files, and not a word about it. git calls this the dumb protocol."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def files_of(folder: Path) -> Handler:
    return partial(Quiet, directory=str(folder))


def smart(folder: Path, asked: list[str] | None = None) -> Handler:
    """What git's own program for web servers answers for the repositories in a folder."""

    class Smart(Quiet):
        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            path, _, query = self.path.partition("?")
            body = self._body()
            if asked is not None:
                asked.append(f"{self.command} {self.path} {body!r}")
            done = subprocess.run(
                ["git", "http-backend"],
                input=body,
                env=os.environ
                | IDENTITY
                | {
                    "GIT_PROJECT_ROOT": str(folder),
                    "GIT_HTTP_EXPORT_ALL": "1",
                    "REQUEST_METHOD": self.command,
                    "PATH_INFO": path,
                    "QUERY_STRING": query,
                    "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                    "CONTENT_LENGTH": str(len(body)),
                    "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                    "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
                },
                check=False,
                capture_output=True,
            )
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            pairs = [line.partition(": ") for line in head.decode().splitlines()]
            headers = {name: value for name, _, value in pairs}
            self.send_response(int(headers.pop("Status", "200").split()[0]))
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", "0")))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

    return Smart


def answering(status: int, content: bytes = b"", **headers: str) -> Handler:
    """A server with one answer; `Content_Length` may promise more than it gives."""

    class Answering(Quiet):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(content)

    return Answering
