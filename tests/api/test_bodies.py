"""Which tables are bodies; those of other pages among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.bodies import bodies
from scraper.api.linking import index
from scraper.api.model import Operation, Ref, Union
from scraper.draft.model import Draft, Side, TableDraft
from tests.api.builders import (
    STRING,
    answer,
    body,
    example,
    field,
    link,
    nested,
    operation,
    reference,
    resolved,
    status,
    thing,
)

TASK = reference(
    "task",
    nested("", field("job_id"), anchor="done", side=Side.NEITHER),
    nested("", field("error"), anchor="failed", side=Side.NEITHER),
    sections=[("about-failures", ["failed"])],
)
OTHER = operation("CutTree", "POST /v1/cuts", answer(field("cut")))


def found(
    line: str = "POST /v1/trees",
    *tables: TableDraft,
    asked: Sequence[str] = (),
    told: Sequence[str] = (),
    code: str = "",
) -> tuple[str, dict[str, str]]:
    """The first property of the request's table, and of each response's."""
    draft = replace(
        operation("PlantTree", line, *tables, statuses=[status(code)] if code else []),
        request_links=tuple(map(link, asked)),
        response_links=tuple(map(link, told)),
    )
    drafts: Sequence[Draft] = (draft, TASK, OTHER)
    tables_ = index(drafts)
    result = bodies(draft, tables_, ())

    def first(key: object) -> str:
        matching = [t for k, t in tables_.by_key.items() if k == key]
        return matching[0].fields[0].name.plain if matching else ""

    return first(next(iter(result.requests), None)), {
        code: first(key) for code, key in result.responses.items()
    }


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (["task.html"], {"200": "job_id"}),
        (["task.html#failed"], {"200": "error"}),
        (["task.html#about-failures"], {"200": "error"}),
        (["gone.html", "task.html"], {"200": "job_id"}),
        (["gone.html"], {}),
        (["CutTree.html"], {}),
        (["https://example.com/task.html"], {}),
        ([], {}),
    ],
)
def test_an_answer_of_another_page(links: list[str], expected: dict[str, str]) -> None:
    assert found(told=links) == ("", expected)


def test_an_own_answer_comes_first() -> None:
    told = ["task.html"]
    assert found("GET /v1/trees", answer(field("own")), told=told)[1] == {"200": "own"}


def test_its_status_is_the_usual_one() -> None:
    assert found(told=["task.html"], code="202")[1] == {"202": "job_id"}
    assert found(told=["task.html"], code="204")[1] == {}


def test_a_request_of_another_page() -> None:
    assert found(asked=["task.html"])[0] == "job_id"
    assert found("GET /v1/trees", asked=["task.html"])[0] == ""
    assert found("POST /v1/trees", body(field("own")), asked=["task.html"])[0] == "own"


FOR_NEW = nested("", field("size"), field("name", STRING, True), anchor="new")
PLANTED = body(field("seed", STRING, True), field("name"))


def planted(*examples: str, tables: Sequence[TableDraft] = (FOR_NEW,)) -> Operation:
    shown = [example(Side.REQUEST, one) for one in examples]
    made, _ = resolved(
        operation("PlantTree", "POST /v1/trees", PLANTED, *tables, examples=shown)
    )
    return made.operations[0]


@pytest.mark.parametrize(
    ("examples", "names"),
    [
        (['{"seed": 1}', '{"size": 2, "name": "a"}'], ["PlantTreeRequest", "PlantTreeRequest2"]),
        (['{"seed": 1}', '{"name": "a"}'], ["PlantTreeRequest"]),
        (['{"size": 2, "other": 3}'], ["PlantTreeRequest"]),
        (["[1]"], ["PlantTreeRequest"]),
        ([], ["PlantTreeRequest"]),
    ],
    ids=["shown", "the first fits", "neither fits", "no object", "no example"],
)  # fmt: skip
def test_a_second_table_that_an_example_shows_is_another_body(
    examples: Sequence[str], names: Sequence[str]
) -> None:
    found = planted(*examples).body
    assert found is not None
    assert found.required
    types = found.type.options if isinstance(found.type, Union) else (found.type,)
    assert types == tuple(Ref(name=name) for name in names)


def test_a_table_that_another_refers_to_is_no_body() -> None:
    refers = nested("", field("root", thing(to="#new")), anchor="root")
    found = planted('{"size": 2}', tables=(refers, FOR_NEW)).body
    assert found is not None
    assert found.type == Ref(name="PlantTreeRequest")
