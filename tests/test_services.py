"""Whole references: every page of the public exports becomes a package that imports, type-checks and works.

The pages are read where the environment variable DOC_EXPORTS says; numbers are pinned here, no words.
"""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from scraper import pipeline, service, workspace
from tests.support import checkers
from tests.support.driving import drive, importable, write

EXPORTS = os.environ.get("DOC_EXPORTS", "")
SERVICES = ("modelarts", "ecs")

pytestmark = pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS names no folder")
per_service = pytest.mark.parametrize("name", SERVICES)


@cache
def result(name: str) -> pipeline.Result:
    pages = workspace.read_pages(Path(EXPORTS) / "docs" / name / "api-ref")
    return pipeline.run(pages, service.from_name(name))


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages of both services."""
    folder = tmp_path_factory.mktemp("services")
    for name in SERVICES:
        write(result(name).files, folder / name)
    return folder


OPERATIONS = {"modelarts": (141, 140), "ecs": (132, 180)}
"""Pages of operations, and distinct (method, path) in OpenAPI."""


@per_service
def test_every_operation_is_there(name: str) -> None:
    api = result(name).reading.api
    pages, requests = OPERATIONS[name]
    assert len({one.source.page for one in api.operations}) == pages
    lines = {(one.method, one.path) for one in api.operations}
    lines |= {(o.method, o.path) for one in api.operations for o in one.older_paths}
    assert len(lines) == requests


@per_service
def test_nothing_is_lost(name: str) -> None:
    counts = result(name).reading.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0)


CONTRADICTIONS = {
    "modelarts": 207,
    "ecs": 108,
}
"""How often documented examples contradict their tables; these numbers may only fall."""


@per_service
def test_contradicting_examples_do_not_grow(name: str) -> None:
    kinds = Counter(issue.code for issue in result(name).reading.issues)
    found = sum(count for code, count in kinds.items() if code.startswith("example-"))
    assert found <= CONTRADICTIONS[name], kinds


@per_service
def test_openapi_is_valid(name: str) -> None:
    checkers.openapi_is_valid(result(name).files["openapi.yaml"])


@per_service
def test_everything_imports_without_a_warning(name: str, generated: Path) -> None:
    with importable(generated / name, f"otc_{name}"), warnings.catch_warnings():
        warnings.simplefilter("error")
        models = import_module(f"otc_{name}.models")
        for one in models.__all__:
            assert getattr(models, one).__doc__


@per_service
def test_every_operation_works_sync_and_async(name: str, generated: Path) -> None:
    api = result(name).reading.api
    with importable(generated / name, f"otc_{name}") as package:
        assert drive(api, package) == 2 * len(api.operations)


def test_types(generated: Path) -> None:
    checkers.mypy_is_clean([generated / name / f"otc_{name}" for name in SERVICES])
    checkers.pyright_is_clean(generated)


def test_black(generated: Path) -> None:
    command = [sys.executable, "-m", "black", "--check", "--quiet", str(generated)]
    assert subprocess.run(command, check=False).returncode == 0
