"""Every program of a generated README runs, and shows what the package can do."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest

from tests.support import programs
from tests.support.driving import write
from tests.support.references import EXPORTS, exported, golden
from tests.test_generated import GENERATED, RESULT

PARTS = (
    "call",
    "credentials",
    "errors",
    "asynchronous",
    "limits",
    "logging",
    "forgotten",
    "whole answer",
)
"""What every package shows, in this order."""


def test_the_committed_package(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="otc_modelarts"):
        ran = programs.run(RESULT.reading.api, GENERATED, monkeypatch)
    shown = dict(zip(PARTS, ran, strict=True))
    assert shown["call"].printed.startswith("task_id=")
    assert shown["asynchronous"].printed == shown["call"].printed
    assert shown["whole answer"].printed.startswith("200 Headers(")
    assert shown["credentials"].called == []
    assert all(
        one.called == ["CreateTask"] for one in ran if one is not shown["credentials"]
    )
    lines = [one.getMessage() for one in caplog.records if one.name == "otc_modelarts"]
    attempt = (
        "POST /v2/{project_id}/datasets/{dataset_id}/tasks: 200, request id None, "
    )
    assert any(one.startswith(attempt) and one.endswith(" ms") for one in lines)
    assert any(one.startswith("POST /v3/auth/tokens: 201") for one in lines)


@pytest.mark.parametrize(
    ("case", "code"),
    [("lists_by_page", ".iter_"), ("waiting_for_jobs", ".wait_")],
)
def test_lists_and_waits(
    case: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = golden(case)
    write(result.files, tmp_path)
    ran = programs.run(result.reading.api, tmp_path, monkeypatch)
    assert len(ran) == len(PARTS) + 1
    (shown,) = [one for one in ran if code in one.program]
    assert shown.printed
    assert shown.called


@pytest.mark.skipif(not EXPORTS, reason="DOC_EXPORTS names no folder")
@pytest.mark.parametrize("name", ["modelarts", "ecs"])
def test_whole_references(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = exported(name)
    write(result.files, tmp_path)
    ran = programs.run(result.reading.api, tmp_path, monkeypatch)
    assert len(ran) == len(PARTS) + 1
    (listing,) = [one.program for one in ran if ".iter_" in one.program]
    assert re.search(r"(limit|size|per_page)=\d+\)", listing)
