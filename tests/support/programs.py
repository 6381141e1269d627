"""Runs the programs that a generated README shows, against a cloud that answers as documented."""

from __future__ import annotations

import io
import logging
import re
import runpy
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
import pytest

from scraper.api.model import Api
from tests.support.calling import Call, calls
from tests.support.driving import importable

ENVIRONMENT = {
    "OS_USERNAME": "u",
    "OS_PASSWORD": "hush",
    "OS_USER_DOMAIN_NAME": "d",
    "OS_PROJECT_NAME": "eu-de_x",
}


class Cloud:
    """IAM and a service in one place, instead of the network."""

    def __init__(self, api: Api) -> None:
        self._calls = [(_pattern(one.operation.path.plain), one) for one in calls(api)]
        self.called: list[str] = []
        """The ids of the operations that were called."""

    def answer(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v3/auth/tokens":
            token = {"project": {"id": "p"}}
            headers = {"X-Subject-Token": "t"}
            return httpx2.Response(201, headers=headers, json={"token": token})
        called = self._find(request)
        self.called.append(called.operation.id)
        response = called.operation.answer
        status = int(response.status) if response else 200
        return httpx2.Response(status, json=called.answer)

    def _find(self, request: httpx2.Request) -> Call:
        return next(
            one
            for pattern, one in self._calls
            if one.operation.method == request.method
            and pattern.fullmatch(request.url.path)
        )


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{[^}]*\}", template)
    return re.compile("[^/]+".join(re.escape(piece) for piece in pieces))


def shown(readme: str) -> list[str]:
    """The programs of a README."""
    return re.findall(r"^```python\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL)


def run(
    api: Api, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str]]:
    """Run every program; what each prints, and the ids of the operations that were called."""
    cloud = Cloud(api)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)

    def handle(_: object, request: httpx2.Request) -> httpx2.Response:
        return cloud.answer(request)

    async def async_handle(_: object, request: httpx2.Request) -> httpx2.Response:
        return cloud.answer(request)

    monkeypatch.setattr(httpx2.HTTPTransport, "handle_request", handle)
    monkeypatch.setattr(httpx2.AsyncHTTPTransport, "handle_async_request", async_handle)
    package = api.service.package
    level = logging.getLogger(package).level
    printed: list[str] = []
    with importable(folder, package), TemporaryDirectory() as scratch:
        path = Path(scratch) / "program.py"
        for program in shown((folder / "README.md").read_text(encoding="utf-8")):
            path.write_text(program, encoding="utf-8")
            with redirect_stdout(io.StringIO()) as out:
                runpy.run_path(str(path), run_name="__main__")
            printed.append(out.getvalue())
    logging.getLogger(package).setLevel(level)
    return printed, cloud.called
