"""Calls of a service that fails on purpose: what the client promises holds for each of them."""

from __future__ import annotations

import httpx2
import pytest

from templates.runtime import connections, retries
from tests.faults.campaign import OPTIONS, figures, run, violations
from tests.faults.service import TOKEN_PATH, Fault


def test_what_is_promised_holds() -> None:
    made = run(800, seed=1)
    assert not list(violations(made))
    assert set(made.service.faults) == set(Fault)
    assert made.service.calls[TOKEN_PATH].received > 5
    assert "POSTs processed twice                  0\n" in figures(made)
    errors = {type(one) for one in made.came.values() if isinstance(one, Exception)}
    assert len(errors) > 4
    assert 400 < sum(isinstance(one, str) for one in made.came.values()) < 800


def test_a_client_that_repeats_everything_breaks_promises(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(retries, "IDEMPOTENT", retries.IDEMPOTENT | {"POST"})
    told = list(violations(run(240, seed=2)))
    assert any("processed 2 times" in one for one in told)


def test_a_client_that_takes_no_answer_for_nothing_done_breaks_promises(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    never_sent = httpx2.ReadError, httpx2.RemoteProtocolError
    monkeypatch.setattr(connections, "_NEVER_SENT", never_sent)
    monkeypatch.setitem(OPTIONS, "max_retries", 0)
    told = list(violations(run(240, seed=2)))
    assert any("though the error says it was not" in one for one in told)
