"""Runs the programs that a generated README shows, against a cloud that answers as documented."""

from __future__ import annotations

import io
import logging
import re
import runpy
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import pytest

from scraper.api.model import Api, Scalar
from scraper.text import Text
from tests.support.calling import Call, calls
from tests.support.driving import importable
from tests.support.polling import waits

ENVIRONMENT = {
    "OS_USERNAME": "u",
    "OS_PASSWORD": "hush",
    "OS_USER_DOMAIN_NAME": "d",
    "OS_PROJECT_NAME": "eu-de_x",
}


class Cloud:
    """IAM and a service in one place, instead of the network."""

    def __init__(self, api: Api) -> None:
        made = {call.operation.id: call for call in calls(api)}
        self._calls = [
            (_pattern(one.operation.path.plain), one) for one in made.values()
        ]
        self._done = {
            wait.polled.operation.id: wait.answer(_plain(wait.waiter.success[0]))
            for wait in waits(made)
        }
        """What is answered when that which was started is done."""
        self.called: list[str] = []
        """The ids of the operations that were called."""

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v3/auth/tokens":
            token = {"project": {"id": "p"}}
            headers = {"X-Subject-Token": "t"}
            return httpx2.Response(201, headers=headers, json={"token": token})
        call = self._find(request)
        operation = call.operation
        body: object = self._done.get(operation.id, call.answer)
        if operation.pagination is not None and operation.id in self.called:
            body = [] if isinstance(body, list) else {}  # behind the last page
        self.called.append(operation.id)
        status = int(operation.answer.status) if operation.answer else 200
        return httpx2.Response(status, json=body)

    def _find(self, request: httpx2.Request) -> Call:
        return next(
            one
            for pattern, one in self._calls
            if one.operation.method == request.method
            and pattern.fullmatch(request.url.path)
        )


def _plain(value: Scalar) -> object:
    return value.plain if isinstance(value, Text) else value


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^}]*\}", template)
    return re.compile("[^/]+".join(re.escape(piece) for piece in pieces))


def shown(readme: str) -> list[str]:
    """The programs of a README."""
    return re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a program printed, and the ids of the operations that it called."""

    program: str
    printed: str
    called: list[str]


def run(api: Api, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Ran]:
    """Run every program of the README in a folder, each with a cloud of its own."""
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    package = api.service.package
    level = logging.getLogger(package).level
    ran: list[Ran] = []
    with importable(folder, package), TemporaryDirectory() as scratch:
        path = Path(scratch) / "program.py"
        for program in shown((folder / "README.md").read_text(encoding="utf-8")):
            cloud = Cloud(api)
            _answer_instead_of_the_network(cloud, monkeypatch)
            path.write_text(program, encoding="utf-8")
            with redirect_stdout(io.StringIO()) as out:
                runpy.run_path(str(path), run_name="__main__")
            ran.append(
                Ran(program=program, printed=out.getvalue(), called=cloud.called)
            )
    logging.getLogger(package).setLevel(level)
    return ran


def _answer_instead_of_the_network(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    def handle(_: object, request: httpx2.Request) -> httpx2.Response:
        return cloud.answer(request)

    async def async_handle(_: object, request: httpx2.Request) -> httpx2.Response:
        return cloud.answer(request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", handle)
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", async_handle)
