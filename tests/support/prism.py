"""Prism, a mock server of other people: it knows an OpenAPI document, refuses requests that do not fit, and makes up answers."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.tools import BIN

INSTALLED = BIN / "prism"
HOST = "127.0.0.1"
PATIENCE = 60
"""Seconds that it may take to start; two are usual."""


def program() -> str:
    """The program: what PRISM names, else what `make tools` installs, else on PATH. Without one the test is skipped."""
    named = os.environ.get("PRISM")
    found = shutil.which(named or INSTALLED) or (
        None if named else shutil.which("prism")
    )
    if found is None:
        missing = f"PRISM names no program: {named}" if named else "Prism is missing"
        pytest.skip(f"{missing}; `make tools` installs it (npm must be there)")
    return found


@contextmanager
def mock(document: Path, log: Path) -> Generator[str]:
    """The address of a mock of the document. It makes every answer from the schemas, by a seed: the same each time."""
    port = _free_port()
    command = [program(), "mock", "--dynamic", "--seed", "1"]
    where = ["--host", HOST, "--port", str(port), str(document)]
    with log.open("wb") as output:
        server = subprocess.Popen([*command, *where], stdout=output, stderr=output)
    try:
        _wait(server, port, log)
        yield f"http://{HOST}:{port}"
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
    return port


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Until the server listens, which it does when it has read the document."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        with socket.socket() as trial:
            if trial.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"Prism did not start: {log.read_text(errors='replace')}")
