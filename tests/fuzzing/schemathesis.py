"""Schemathesis, a program of other people: it makes requests from an OpenAPI document, and holds the answers against it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

INSTALLED: Final = (
    Path(__file__).parents[2] / ".venv-peers" / "bin" / "schemathesis"
).absolute()
PATIENCE: Final = 900
"""Seconds that a run may take."""
CHECKS: Final = (
    "content_type_conformance",
    "not_a_server_error",
    "positive_data_acceptance",
    "response_headers_conformance",
    "response_schema_conformance",
    "status_code_conformance",
)
"""What can be asked of a mock. Only requests that the document allows are made: Prism never answers a body that is no
JSON, takes a body of null for none, and knows neither tokens nor what was deleted, which says nothing of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What a run leaves: its events, a line each, and its summary."""

    events: Path
    summary: Path


def program() -> str:
    """The program: what SCHEMATHESIS names, else what `make peers` installs. Without one the test is skipped."""
    named = os.environ.get("SCHEMATHESIS")
    found = shutil.which(named or INSTALLED)
    if found is None:
        pytest.skip(
            f"SCHEMATHESIS names no program: {named}"
            if named
            else "schemathesis is missing; `make peers` installs it"
        )
    return found


def run(document: Path, address: str, folder: Path, *, each: int) -> Files:
    """Call what is at the address, in all phases; where requests are made by chance, `each` times per operation.

    Chance is the same each time, whatever the clock or the run before. That something fails is no error here.
    """
    files = Files(events=folder / "events.ndjson", summary=folder / "summary.json")
    command = [program(), "run", str(document), "--url", address, "--no-color"]
    made = ["--mode", "positive", "--max-examples", str(each), "--no-shrink"]
    made += ["--generation-deterministic", "--continue-on-failure"]
    sent = ["--header", "X-Auth-Token: token", "--request-timeout", "20"]
    told = ["--report", "ndjson,json", "--report-ndjson-path", str(files.events)]
    told += ["--report-json-path", str(files.summary), "--output-sanitize", "false"]
    checked = ["--checks", ",".join(CHECKS)]
    done = subprocess.run(
        [*command, *made, *sent, *told, *checked],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode not in {0, 1} or not files.summary.exists():
        raise AssertionError(f"schemathesis did not run:\n{done.stdout}{done.stderr}")
    return files
