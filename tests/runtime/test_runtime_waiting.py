"""Waiting: how often is asked, how long the pauses are, and how it ends."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable
from operator import itemgetter
from types import SimpleNamespace
from typing import Any

import pytest

from templates.runtime import (
    UNSET,
    APIError,
    ConfigurationError,
    Model,
    OpenStrEnum,
    WaitFailedError,
    WaitTimeoutError,
    async_wait_until,
    wait_until,
)


class State(OpenStrEnum):
    DONE = "DONE"


class Inner(Model):
    state: State | str = UNSET


class Job(Model):
    status: State | str | int = UNSET
    error_code: str = UNSET
    fail_reason: str = UNSET
    inner: Inner = UNSET
    error: Any = UNSET


class Clock:
    """Time that passes while somebody sleeps, or as long as an answer takes."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    module = "templates.runtime.waiting"
    monkeypatch.setattr(f"{module}.time", made)
    monkeypatch.setattr(f"{module}.asyncio", SimpleNamespace(sleep=made.sleep_async))
    return made


USUAL: dict[str, Any] = {"status": "status", "success": ["DONE"]}


class Wait:
    """Waits for one answer after the other; the last is given again and again."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, answers: list[Any], **options: Any) -> Any:
        def poll() -> Any:
            return self.next(answers)

        return wait_until(poll, **(USUAL | options))

    def next(self, answers: list[Any]) -> Any:
        self.asked += 1
        answer = answers[min(self.asked, len(answers)) - 1]
        if isinstance(answer, Exception):
            raise answer
        return answer


class AsyncWait(Wait):
    def __call__(self, answers: list[Any], **options: Any) -> Any:
        async def poll() -> Any:
            return self.next(answers)

        return drained(async_wait_until(poll, **(USUAL | options)))


def drained(waited: Any) -> Any:
    """What a coroutine gives that never waits for the loop, whose clock stands still."""
    try:
        waited.send(None)
    except StopIteration as done:
        return done.value
    raise AssertionError("it waits")


@pytest.fixture(params=[Wait, AsyncWait], ids=["sync", "async"])
def wait(request: pytest.FixtureRequest) -> Wait:
    made: Callable[[], Wait] = request.param
    return made()


def job(**members: Any) -> Job:
    return Job.model_validate(members)


RUNNING = job(status="RUNNING")
DONE = job(status="DONE")


def test_success_at_once(wait: Wait, clock: Clock) -> None:
    assert wait([DONE]) is DONE
    assert clock.pauses == []


def test_pauses_grow(wait: Wait, clock: Clock) -> None:
    answers = [RUNNING] * 5 + [DONE]
    assert wait(answers, delay=2, backoff=2, max_delay=9) is DONE
    assert clock.pauses == [2, 4, 8, 9, 9]


def test_the_usual_pauses(wait: Wait, clock: Clock) -> None:
    wait([RUNNING] * 3 + [DONE])
    assert clock.pauses == [5, 7.5, 11.25]


def test_a_first_pause_longer_than_the_longest(wait: Wait, clock: Clock) -> None:
    wait([RUNNING] * 2 + [DONE], delay=90)
    assert clock.pauses == [90, 90]


def test_the_last_call_is_made_at_the_deadline(wait: Wait, clock: Clock) -> None:
    with pytest.raises(WaitTimeoutError) as caught:
        wait([RUNNING], delay=4, backoff=1, timeout=10)
    assert clock.pauses == [4, 4, 2]
    assert wait.asked == 4
    error = caught.value
    assert isinstance(error, APIError)
    assert (error.answer, error.status, error.seconds) == (RUNNING, "RUNNING", 10)
    assert str(error).endswith(": after 10 seconds the status is RUNNING")
    assert error.may_have_been_processed


def test_a_success_at_the_deadline(wait: Wait, clock: Clock) -> None:
    assert wait([RUNNING, DONE], delay=60, timeout=3) is DONE
    assert clock.pauses == [3]


def test_time_that_the_answers_take_counts(wait: Wait, clock: Clock) -> None:
    class Slow(list[Any]):
        def __getitem__(self, number: Any) -> Any:
            clock.now += 6
            return super().__getitem__(number)

    with pytest.raises(WaitTimeoutError):
        wait(Slow([RUNNING]), delay=1, backoff=1, timeout=10)
    assert clock.pauses == [1]


def test_no_time_is_one_call(wait: Wait, clock: Clock) -> None:
    with pytest.raises(WaitTimeoutError):
        wait([RUNNING], timeout=0)
    assert (wait.asked, clock.pauses) == (1, [])


def test_an_endless_wait_stays_at_the_longest_pause(wait: Wait, clock: Clock) -> None:
    wait([RUNNING] * 3000 + [DONE], timeout=float("inf"))
    assert clock.pauses[-1] == 60


STATUSES: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("a member", job(status=State.DONE), {}),
    ("a member asked for", job(status="DONE"), {"success": [State.DONE]}),
    ("a number", job(status=3), {"success": [3]}),
    ("one of several", job(status="OK"), {"success": ("DONE", "OK")}),
    ("a path", job(inner={"state": "DONE"}), {"status": ("inner", "state")}),
    ("a path with dots", job(inner={"state": "DONE"}), {"status": "inner.state"}),
    ("no model", {"status": "DONE"}, {}),
    ("a function", ["DONE"], {"status": itemgetter(0)}),
    ("true", {"status": True}, {"success": [True]}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "options"), [case[1:] for case in STATUSES], ids=[c[0] for c in STATUSES]
)  # fmt: skip
def test_status(answer: Any, options: dict[str, Any], wait: Wait, clock: Clock) -> None:
    assert wait([answer], **options) is answer


OTHERS: tuple[tuple[str, Any], ...] = (
    ("an unknown status", job(status="RESTING")),
    ("a missing status", job()),
    ("null", job(status=None)),
    ("no object", "text"),
    ("an object for a status", {"status": {"a": 1}}),
    ("true is not one", {"status": True}),
)


@pytest.mark.parametrize("answer", [c[1] for c in OTHERS], ids=[c[0] for c in OTHERS])
def test_others_go_on(answer: Any, wait: Wait, clock: Clock) -> None:
    options = {"success": ["DONE", 1], "failure": ["FAIL", 0]}
    assert wait([answer, DONE], **options) is DONE
    assert clock.pauses == [5]


FAILURES: tuple[tuple[str, Any, str], ...] = (
    ("only a status", job(status="FAIL"), "the status is FAIL"),
    ("a code and a reason", job(status="FAIL", error_code="L.1", fail_reason="No\n light."), "the status is FAIL; L.1: No light."),
    ("a code", job(status="FAIL", error_code="L.1"), "the status is FAIL; L.1"),
    ("null", job(status="FAIL", error_code=None, fail_reason="dark"), "the status is FAIL; dark"),
    ("an error inside", job(status="FAIL", error={"code": 7, "message": "dark"}), "the status is FAIL; 7: dark"),
    ("an error in words", job(status="FAIL", error="dark", message="dim"), "the status is FAIL; dim"),
    ("no model", {"status": "FAIL", "errorCode": "L.1", "errorMsg": "dark"}, "the status is FAIL; L.1: dark"),
    ("objects for words", {"status": "FAIL", "code": {}, "message": [], "reason": True}, "the status is FAIL"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "words"), [case[1:] for case in FAILURES], ids=[c[0] for c in FAILURES]
)
def test_failure(answer: Any, words: str, wait: Wait, clock: Clock) -> None:
    with pytest.raises(WaitFailedError) as caught:
        wait([RUNNING, answer], failure=["FAIL", "LOST"])
    assert caught.value.answer is answer
    assert caught.value.status == "FAIL"
    assert str(caught.value) == f"{type(wait).__name__}.__call__: {words}"


def test_a_long_reason_is_cut(clock: Clock) -> None:
    with pytest.raises(WaitFailedError) as caught:
        Wait()([job(status="FAIL", fail_reason="x" * 9000)], failure=["FAIL"])
    assert len(str(caught.value)) < 600


def test_reasons_beside_the_status(clock: Clock) -> None:
    answer = {"job": {"status": "FAIL", "message": "dark"}, "message": "fine"}
    with pytest.raises(WaitFailedError, match="FAIL; dark"):
        Wait()([answer], status="job.status", failure=["FAIL"])


def test_errors_of_a_call_come_through(wait: Wait, clock: Clock) -> None:
    with pytest.raises(KeyError):
        wait([RUNNING, KeyError("x")])


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"delay": 0}, "delay"),
    ({"delay": -1}, "delay"),
    ({"max_delay": 0}, "delay"),
    ({"delay": float("nan")}, "delay"),
    ({"backoff": 0.5}, "backoff"),
    ({"timeout": -1}, "timeout"),
    ({"success": "DONE"}, "collections"),
    ({"failure": "FAIL"}, "collections"),
)


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_options_that_make_no_sense(
    options: dict[str, Any], words: str, wait: Wait
) -> None:
    with pytest.raises(ConfigurationError, match=words):
        wait([DONE], **options)
    assert wait.asked == 0


def test_errors_can_be_pickled(clock: Clock) -> None:
    with pytest.raises(WaitTimeoutError) as caught:
        Wait()([{"status": "RUNNING"}], timeout=0)
    again = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 - our own
    assert str(again) == str(caught.value)
    assert (again.status, again.seconds) == ("RUNNING", 0)


def test_other_tasks_go_on_meanwhile() -> None:
    """With the real clock: the pause of one task is time for another."""
    done: list[str] = []

    async def poll() -> Job:
        return DONE if done else RUNNING

    async def other() -> None:
        await asyncio.sleep(0)
        done.append("other")

    async def run() -> None:
        waited = async_wait_until(
            poll, status="status", success=["DONE"], delay=1e-6, max_delay=1e-6
        )
        answer, _ = await asyncio.gather(waited, other())
        assert answer is DONE

    asyncio.run(run())


def test_a_property_that_no_answer_has_ends_at_once(clock: Clock) -> None:
    with pytest.raises(ConfigurationError, match="Job has no statsu; it has status"):
        Wait()([Job()], status="statsu")
    assert Wait()([Job.model_validate({"new": "DONE"})], status="new")
    assert clock.pauses == []


def test_an_answer_that_is_to_be_awaited_is_none(clock: Clock) -> None:
    async def poll() -> Job:
        return Job(status=State.DONE)

    answers = [poll()]
    with pytest.raises(ConfigurationError, match="take async_wait_until"):
        Wait()(answers)
    answers[0].close()
    assert clock.pauses == []
