"""What is printed for waiting until something has come to an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.model import Operation, Parameter, Ref, Scalar, Tag, Waiter
from scraper.emit.python.flavours import AWAITED, PLAIN, Flavour
from scraper.emit.python.groups import groups
from scraper.emit.python.layout import lay_out
from scraper.emit.python.resources import resource
from scraper.emit.python.waiters import WaiterView
from scraper.text import Text
from tests.emit.builders import (
    SOURCE,
    STRING,
    api,
    body,
    operation,
    parameter,
    property_,
    response,
    schema,
)

JOB = schema("Job", property_("job-state"), property_("inner", Ref(name="Inner")))
INNER = schema("Inner", property_("state"))


def started(
    *status: str,
    success: Sequence[Scalar] = (Text("DONE"),),
    failure: Sequence[Scalar] = (),
) -> Operation:
    waiter = Waiter(
        poll="ShowJob",
        status=tuple(Text(one) for one in status or ("job-state",)),
        success=tuple(success),
        failure=tuple(failure),
        source=SOURCE,
    )
    return replace(operation("PlantTree", "POST", "/v1/trees"), waiter=waiter)


def show(*parameters: Parameter, tag: str = "Things") -> Operation:
    made = operation(
        "ShowJob",
        path="/v1/jobs",
        parameters=parameters,
        responses=[response("200", Ref(name="Job"))],
    )
    return replace(made, tag=tag)


def waiter(
    start: Operation, polled: Operation, flavour: Flavour = PLAIN
) -> tuple[WaiterView, set[str]]:
    made = api(start, polled, schemas=[JOB, INNER])
    tags = (*made.tags, Tag(name="Jobs", title=Text("Jobs")))
    things, jobs = groups(replace(made, tags=tags), frozenset())
    module = resource(things, lay_out(made), flavour, (things, jobs))
    (view,) = (one.waiter for one in module.methods if one.waiter)
    imported = {
        name
        for group in module.imports.groups
        for line in group
        for name in line.names.split(", ")
    }
    return view, imported


def test_a_method_of_the_same_group() -> None:
    view, imported = waiter(started(), show(parameter("job_id")))
    assert view.name == "wait_plant_tree"
    assert (view.imported, view.owner, view.method) == ("", "self", "show_job")
    assert view.answer == "models.Job"
    assert [one.identifier for one in view.arguments] == [
        "job_id",
        "wait_timeout",
        "poll_delay",
    ]
    assert [f"{one.identifier}={one.expression}" for one in view.passed] == [
        "job_id=job_id"
    ]
    assert view.helper == "wait_until"
    assert {"models", "wait_until"} <= imported
    assert view.options == (
        "status=('job_state',)",
        "success=['DONE']",
        "delay=5 if poll_delay is None else poll_delay",
        "backoff=1.5",
        "max_delay=60",
        "timeout=1800 if wait_timeout is None else wait_timeout",
    )


def test_a_method_of_another_group() -> None:
    view, _ = waiter(started(), show(tag="Jobs"))
    assert view.imported == "from .jobs import Jobs"
    assert view.owner == "Jobs(self._client)"


def test_for_asyncio() -> None:
    view, imported = waiter(started(), show(tag="Jobs"), AWAITED)
    assert view.imported == "from .jobs import AsyncJobs"
    assert view.owner == "AsyncJobs(self._client)"
    assert view.helper == "async_wait_until"
    assert "async_wait_until" in imported


def test_a_class_that_would_hide_an_argument() -> None:
    view, _ = waiter(started(), show(parameter("Jobs"), tag="Jobs"))
    assert view.imported == "from .jobs import Jobs as Jobs_"
    assert view.owner == "Jobs_(self._client)"


def test_arguments_that_are_called_as_those_of_waiting() -> None:
    view, _ = waiter(
        started(), show(parameter("wait_timeout"), parameter("poll_delay"))
    )
    assert [one.identifier for one in view.arguments] == [
        "path_wait_timeout",
        "path_poll_delay",
        "wait_timeout",
        "poll_delay",
    ]


def test_a_whole_body_is_handed_on() -> None:
    polled = replace(show(), method="POST", body=body(STRING))
    view, _ = waiter(started(), polled)
    assert [one.identifier for one in view.passed] == ["body"]


def test_a_deprecated_operation_is_asked() -> None:
    view, _ = waiter(started(), replace(show(), deprecated=True))
    assert view.ignored.startswith("# pyright: ignore")


VALUES: tuple[tuple[Operation, str, str], ...] = (
    (started("inner", "state"), "status=('inner', 'state')", "until `inner.state` of"),
    (started(success=[3, Text("x'")]), 'success=[3, "x\'"]', 'is `3` or `"x\'"`;'),
    (started(failure=[-1]), "failure=[-1]", "WaitFailedError: `job-state` is `-1`."),
)


@pytest.mark.parametrize(("start", "option", "words"), VALUES)
def test_values(start: Operation, option: str, words: str) -> None:
    view, _ = waiter(start, show())
    assert option in view.options
    assert words in " ".join(view.docstring.split())


def test_what_cannot_fail_says_nothing_of_failure() -> None:
    view, _ = waiter(started(), show())
    assert "WaitFailedError" not in view.docstring
    assert "WaitTimeoutError" in view.docstring
