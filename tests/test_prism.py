"""Against real parts: the generated clients call Prism, which mocks the service by the generated openapi.yaml alone.

Prism is of other people. That it accepts a request says that the document allows what the client sends; its answers are
made up from the document, and the client's models must know them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from scraper.api.model import Kind, Location, Primitive, Union
from scraper.emit.python.arguments import BODY
from templates.runtime.error_bodies import is_failure
from tests.support import prism
from tests.support.calling import Call, calls
from tests.support.documented import documented_calls
from tests.support.driving import importable, path_of, write
from tests.support.mocked import Ask, Mocked
from tests.support.references import EXPORTS, ROOT, committed, exported, golden
from tests.support.sampling import Sampler

REFERENCES = ("committed", "modelarts", "ecs", "a case")
OPERATIONS = {"committed": 1, "modelarts": 141, "ecs": 132, "a case": 2}
"""Each is called several times below: sync and async, with all arguments and with the required ones."""
OLDER = {"ecs": 81}
"""Requests under an older path besides."""
DOCUMENTED = {"committed": 2, "modelarts": 39, "ecs": 46, "a case": 2}
"""Requests that the pages show, and no table contradicts; they may only grow."""
ALTERNATIVES = {"a case": 2}
"""Bodies where one of several is sent."""
REFUSED = {"committed": 1, "modelarts": 167, "ecs": 27, "a case": 2}
"""Requests with one value of another type; they may only grow."""
SEEDS = range(1, 31)
"""What Prism makes its answers from: another seed, another answer."""


@pytest.fixture(scope="module", params=REFERENCES)
def mocked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Mocked]:
    """The committed package, those of two whole references, and that of a golden case with bodies of several."""
    prism.program()
    name: str = request.param
    if name in ("modelarts", "ecs") and not EXPORTS:
        pytest.skip("DOC_EXPORTS names no folder")
    folder = tmp_path_factory.mktemp(name)
    match name:
        case "committed":
            result, folder = committed("modelarts"), ROOT / "generated" / "modelarts"
        case "a case":
            result = golden("forms_of_many_services")
        case _:
            result = exported(name)
    if name != "committed":
        write(result.files, folder)
    api = result.reading.api
    log = tmp_path_factory.mktemp("prism") / "log"
    with (
        prism.mock(folder / "openapi.yaml", log) as address,
        importable(folder, api.service.package) as package,
    ):
        yield Mocked(name=name, api=api, package=package, address=address)


@pytest.mark.parametrize("only_required", [False, True], ids=["full", "required"])
@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_every_operation(mocked: Mocked, is_async: bool, only_required: bool) -> None:
    """Prism accepts the request, and the client knows the answer."""
    count = 0
    with mocked.asking(is_async=is_async) as ask:
        for call in calls(mocked.api, only_required=only_required):
            answer = answered(mocked, ask, call)
            check(mocked, call, answer)
            assert not violations(answer.headers)
            count += 1
    assert count == OPERATIONS[mocked.name]


def test_every_body_of_several(mocked: Mocked) -> None:
    """Where alternatives are documented, Prism takes each as one of them."""
    count = 0
    with mocked.asking() as ask:
        for call in calls(mocked.api):
            body = call.operation.body
            if body is not None and isinstance(body.type, Union):
                for option in body.type.options:
                    value = Sampler(mocked.api).value(option)
                    chosen = replace(call, keywords={**call.keywords, BODY: value})
                    check(mocked, call, answered(mocked, ask, chosen))
                    count += 1
    assert count == ALTERNATIVES.get(mocked.name, 0)


def test_every_documented_request(mocked: Mocked) -> None:
    count = 0
    with mocked.asking() as ask:
        for call in documented_calls(mocked.api):
            check(mocked, call, answered(mocked, ask, call))
            count += 1
    assert count >= DOCUMENTED[mocked.name]


def test_every_older_path(mocked: Mocked) -> None:
    """What an operation sends fits under the operation's older paths too."""
    count = 0
    for call in calls(mocked.api):
        for line in call.operation.older_paths:
            older = replace(call.operation, method=line.method, path=line.path)
            path = path_of(replace(call, operation=older))
            with (
                httpx2.Client(event_hooks={"request": [elsewhere(path)]}) as http,
                mocked.asking(http_client=http) as ask,
            ):
                check(mocked, call, answered(mocked, ask, call))
            count += 1
    assert count == OLDER.get(mocked.name, 0)


def elsewhere(path: str) -> Any:
    """What sends a request to another path."""

    def change(request: httpx2.Request) -> None:
        _, mark, query = request.url.raw_path.partition(b"?")
        request.url = request.url.copy_with(raw_path=path.encode() + mark + query)

    return change


def answered(mocked: Mocked, ask: Ask, call: Call) -> Any:
    """The first answer of a success.

    `is_success` is documented as any boolean, so half of those that Prism makes up tell a failure, which the client
    raises as it should.
    """
    for seed in SEEDS:
        try:
            return ask(call, extra_headers={"Prefer": f"seed={seed}"})
        except mocked.package.APIStatusError as error:
            if not tells_failure(error):
                raise
    raise AssertionError(f"{call.operation.id} always fails")


def tells_failure(error: Any) -> bool:
    return error.response.is_success and is_failure(error.body)


def check(mocked: Mocked, call: Call, answer: Any) -> None:
    """The answer is a documented success, and its value of the documented type."""
    documented = call.operation.answer
    statuses = {one.status for one in call.operation.responses}
    assert documented is None or str(answer.status_code) in statuses
    if documented is None or documented.type is None:
        assert answer.value is None
    else:
        assert mocked.is_of(answer.value, documented.type), call.operation.id


def violations(headers: httpx2.Headers) -> list[Any]:
    """What Prism finds in an answer of its own. In a request it finds nothing."""
    found: list[Any] = json.loads(headers.get("sl-violations", "[]"))
    for one in found:
        assert one["location"][0] == "response", found
        assert one["code"] == "exclusiveMinimum", found
    return found


def test_strict_answers(mocked: Mocked) -> None:
    """Nothing deviates from the models but what Prism adds to the document, and what other operations answer.

    Where operations share a request line, Prism picks one of their answers; that of the called one is among them.
    """
    names = {
        one.name.plain for schema in mocked.api.schemas for one in schema.properties
    }
    lines = Counter((one.method, one.path) for one in mocked.api.operations)
    with mocked.asking(strict_responses=True) as ask:
        for call in calls(mocked.api):
            is_shared = lines[call.operation.method, call.operation.path] > 1
            for seed in SEEDS:
                left = deviations(mocked, ask, call, seed, names)
                assert not left or is_shared, f"{call.operation.id}: {left}"
                if left == []:
                    break
            else:
                raise AssertionError(f"no answer is that of {call.operation.id}")


def deviations(
    mocked: Mocked, ask: Ask, call: Call, seed: int, names: set[str]
) -> list[str] | None:
    """What a strict client finds in one answer; None if the answer tells a failure."""
    told_at_most = f"{mocked.package.__name__}._runtime.responses._MOST_TOLD"
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(told_at_most, sys.maxsize)  # each counts here
            ask(call, extra_headers={"Prefer": f"seed={seed}"})
    except mocked.package.APIResponseValidationError as error:
        told = str(error).partition(f"{error.response.status_code}, ")[2].split("; ")
        return [one for one in told if not is_added(one, names)]
    except mocked.package.APIStatusError as error:
        if tells_failure(error):
            return None
        raise
    return []


def is_added(problem: str, names: set[str]) -> bool:
    """Whether it is Prism's: a property with a made-up name, as objects are open."""
    unknown = re.search(r"(\w+): unknown property$", problem)
    return unknown is not None and unknown[1] not in names


def test_a_token_is_needed(mocked: Mocked) -> None:
    with mocked.asking(auth=httpx2.Auth()) as ask:
        for call in calls(mocked.api):
            with pytest.raises(mocked.package.AuthenticationError):
                ask(call)


def test_a_request_that_does_not_fit_is_refused(mocked: Mocked) -> None:
    """Or else it would prove nothing that Prism accepts the others."""
    count = 0
    with mocked.asking() as ask:
        for call in calls(mocked.api):
            for extra in misfits(call):
                with pytest.raises(mocked.package.APIStatusError) as caught:
                    ask(call, **extra)
                assert caught.value.status_code in {400, 422}
                count += 1
    assert count >= REFUSED[mocked.name]


def misfits(call: Call) -> Iterator[dict[str, Any]]:
    """An object where a text is documented, and a word for a number."""
    for one in call.arguments.documented:
        name = one.content.name.plain
        if one.place == BODY and one.content.type == Primitive(kind=Kind.STRING):
            yield {"extra_body": {name: {"no": "text"}}}
        if one.place == Location.QUERY and one.content.type == Primitive(
            kind=Kind.INTEGER
        ):
            yield {"extra_query": {name: "many"}}
