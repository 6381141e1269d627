"""Every program of the committed package's README runs."""

from __future__ import annotations

import logging

import pytest

from tests.support import programs
from tests.test_generated import GENERATED, RESULT


def test_every_program_runs(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="otc_modelarts"):
        printed, called = programs.run(RESULT.reading.api, GENERATED, monkeypatch)
    assert len(printed) == 8
    first, _, _, asynchronous, *_, whole_answer = printed
    assert first.startswith("task_id=")
    assert asynchronous == first
    assert whole_answer.startswith("200 Headers(")
    assert called == ["CreateTask"] * 7
    attempts = [
        one.getMessage() for one in caplog.records if one.name == "otc_modelarts"
    ]
    line = "POST /v2/{project_id}/datasets/{dataset_id}/tasks: 200, request id None, "
    assert any(one.startswith(line) and one.endswith(" ms") for one in attempts)
    assert any(one.startswith("POST /v3/auth/tokens: 201") for one in attempts)
