"""Parameters, body and responses of an operation."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from scraper.api.model import AnyType, Array, Location, Operation, Ref, Type
from scraper.draft.model import (
    AnyExpression,
    ExampleDraft,
    FieldDraft,
    Role,
    Side,
    StatusDraft,
    TableDraft,
    TypeExpression,
)
from tests.api.builders import (
    BOOLEAN,
    INTEGER,
    OBJECT,
    STRING,
    answer,
    api,
    array,
    body,
    codes,
    example,
    field,
    operation,
    resolved,
    status,
    table,
)

ID = field("tree_id", STRING, True)


def made(
    line: str,
    *tables: TableDraft,
    statuses: Sequence[StatusDraft] = (),
    examples: Sequence[ExampleDraft] = (),
) -> tuple[Operation, list[str]]:
    found, issues = resolved(
        operation("PlantTree", line, *tables, statuses=statuses, examples=examples)
    )
    return found.operations[0], codes(issues)


def rows(role: Role, *fields: FieldDraft) -> TableDraft:
    return table(role, *fields)


Told = list[tuple[str, str, bool | None]]
PATH, QUERY, HEADER = Role.PATH, Role.QUERY, Role.HEADER

PARAMETERS: tuple[tuple[str, str, tuple[TableDraft, ...], Told, list[str]], ...] = (
    ("none", "GET /v1/trees", (), [], []),
    ("in the path", "GET /v1/{tree_id}", (rows(PATH, ID),), [("path", "tree_id", True)], []),
    (
        "in the path's order",
        "GET /v1/{a}/{b}",
        (rows(PATH, field("b"), field("a")),),
        [("path", "a", True), ("path", "b", True)],
        [],
    ),
    (
        "a path parameter is required, whatever its cell says",
        "GET /v1/{tree_id}",
        (rows(PATH, field("tree_id", STRING, False)),),
        [("path", "tree_id", True)],
        [],
    ),
    (
        "a path parameter without a row",
        "GET /v1/{tree_id}",
        (),
        [("path", "tree_id", True)],
        ["path-parameter-undocumented"],
    ),
    (
        "a place of the path that comes twice",
        "GET /v1/{tree_id}/copy/{tree_id}",
        (rows(PATH, ID),),
        [("path", "tree_id", True)],
        [],
    ),
    (
        "a row without a place in the path",
        "GET /v1/trees",
        (rows(PATH, ID),),
        [],
        ["path-parameter-not-in-path"],
    ),
    (
        "a row that comes twice",
        "GET /v1/trees",
        (rows(QUERY, field("limit"), field("limit", INTEGER)),),
        [("query", "limit", None)],
        ["repeated-parameter"],
    ),
    (
        "one name in two places",
        "GET /v1/{id}",
        (rows(PATH, field("id")), rows(QUERY, field("id", STRING, False))),
        [("path", "id", True), ("query", "id", False)],
        [],
    ),
    (
        "a name of the query template without a row",
        "GET /v1/trees?limit&order",
        (rows(QUERY, field("limit", INTEGER, True)),),
        [("query", "limit", True), ("query", "order", None)],
        ["query-parameter-undocumented"],
    ),
    (
        "headers that others send",
        "GET /v1/trees",
        (rows(HEADER, field("X-Auth-Token"), field("content-type"), field("X-Sort")),),
        [("header", "X-Sort", None)],
        [],
    ),
    (
        "headers ignore case",
        "GET /v1/trees",
        (rows(HEADER, field("X-Sort"), field("x-sort")),),
        [("header", "X-Sort", None)],
        ["repeated-parameter"],
    ),
    (
        "headers of the response are none of the request",
        "GET /v1/trees",
        (rows(Role.RESPONSE_HEADER, field("X-Sort")),),
        [],
        [],
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "tables", "expected", "issues"),
    [case[1:] for case in PARAMETERS],
    ids=[case[0] for case in PARAMETERS],
)
def test_parameters(
    line: str, tables: tuple[TableDraft, ...], expected: Told, issues: list[str]
) -> None:
    found, reported = made(line, *tables)
    assert [
        (one.location.value, one.property.name.plain, one.property.required)
        for one in found.parameters
    ] == expected
    assert reported == issues


def test_a_path_parameter_without_a_type_is_a_string() -> None:
    found, _ = made("GET /v1/{id}", rows(PATH, field("id", AnyExpression())))
    assert [one.property.type for one in found.parameters] == [STRING]
    assert found.parameters[0].location is Location.PATH


LINES: tuple[tuple[str, list[str], str, list[str]], ...] = (
    ("one", ["GET /v2/trees"], "/v2/trees", []),
    ("newest first", ["GET /v2.1/trees", "GET /v2/trees"], "/v2.1/trees", ["/v2/trees"]),
    ("newest last", ["GET /v2/trees", "GET /v2.1/trees"], "/v2.1/trees", ["/v2/trees"]),
    ("2.10 is newer than 2.9", ["GET /v2.9/t", "GET /v2.10/t"], "/v2.10/t", ["/v2.9/t"]),
    ("a version is newer than none", ["GET /t", "GET /v1/t"], "/v1/t", ["/t"]),
    ("one line twice", ["GET /v2/trees", "GET /v2/trees"], "/v2/trees", []),
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "path", "older"),
    [case[1:] for case in LINES],
    ids=[case[0] for case in LINES],
)
def test_request_lines(lines: list[str], path: str, older: list[str]) -> None:
    (found,) = api(operation("ListTrees", lines)).operations
    assert found.path.plain == path
    assert [one.path.plain for one in found.older_paths] == older


BODIES: tuple[tuple[str, tuple[TableDraft, ...], bool | None, list[str]], ...] = (
    ("none", (), None, []),
    ("all optional", (body(field("a", STRING, False)),), False, []),
    ("nothing said", (body(field("a")),), False, []),
    ("one mandatory", (body(field("a"), field("b", STRING, True)),), True, []),
    ("a second one", (body(field("a")), body(field("b"))), False, ["second-body-table"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "required", "issues"),
    [case[1:] for case in BODIES],
    ids=[case[0] for case in BODIES],
)
def test_body(
    tables: tuple[TableDraft, ...], required: bool | None, issues: list[str]
) -> None:
    found, reported = made("POST /v1/trees", *tables)
    assert reported == issues
    if required is None:
        assert found.body is None
    else:
        assert found.body is not None
        assert found.body.type == Ref(name="PlantTreeRequest")
        assert found.body.required is required


def test_examples_of_the_body() -> None:
    shown = [example(Side.REQUEST, '{"a": "b"}'), example(Side.REQUEST, None)]
    found, issues = made("POST /v1/trees", body(field("a")), examples=shown)
    assert found.body is not None
    assert [one.value.plain for one in found.body.examples] == ['{"a": "b"}']
    assert issues == []


def test_an_example_of_a_body_that_no_table_describes() -> None:
    found, issues = made("POST /v1/trees", examples=[example(Side.REQUEST, "{}")])
    assert (found.body, issues) == (None, ["example-without-body"])


OK = status("200", "Fine.")
RESPONSES: tuple[
    tuple[str, tuple[TableDraft, ...], tuple[StatusDraft, ...], tuple[ExampleDraft, ...], list[tuple[str, str, int]], list[str]], ...
] = (
    ("nothing said", (), (), (), [("200", "", 0)], []),
    ("statuses alone", (), (status("201"), status("404")), (), [("201", "", 0), ("404", "", 0)], []),
    ("errors alone have a success besides", (), (status("404"),), (), [("200", "", 0), ("404", "", 0)], []),
    ("a body of the named success", (answer(field("a")),), (status("202"),), (), [("202", "PlantTreeResponse", 0)], []),
    (
        "a body of an error",
        (answer(field("a")), answer(field("b"), status="400")),
        (OK,),
        (),
        [("200", "PlantTreeResponse", 0), ("400", "PlantTreeResponse400", 0)],
        [],
    ),
    ("only a body of an error", (answer(field("a"), status="400"),), (), (), [("200", "", 0), ("400", "PlantTreeResponse400", 0)], []),
    ("a second body", (answer(field("a")), answer(field("b"))), (OK,), (), [("200", "PlantTreeResponse", 0)], ["second-body-table"]),
    (
        "a second body, the status named once",
        (answer(field("a"), status="200"), answer(field("b"))),
        (),
        (),
        [("200", "PlantTreeResponse", 0)],
        ["second-body-table"],
    ),
    ("no content", (), (status("204"),), (), [("204", "", 0)], []),
    ("a body of no content", (answer(field("a")),), (status("204"),), (), [("204", "", 0)], ["body-of-no-content"]),
    (
        "examples go to their status",
        (answer(field("a")),),
        (OK, status("404")),
        (example(Side.RESPONSE, "{}"), example(Side.RESPONSE, "{}", of_status="404")),
        [("200", "PlantTreeResponse", 1), ("404", "", 1)],
        [],
    ),
    ("a status that an example names alone", (), (OK,), (example(Side.RESPONSE, "{}", of_status="409"),), [("200", "", 0), ("409", "", 1)], []),
)  # fmt: skip


@pytest.mark.parametrize(
    ("tables", "statuses", "examples", "expected", "issues"),
    [case[1:] for case in RESPONSES],
    ids=[case[0] for case in RESPONSES],
)
def test_responses(
    tables: tuple[TableDraft, ...],
    statuses: tuple[StatusDraft, ...],
    examples: tuple[ExampleDraft, ...],
    expected: list[tuple[str, str, int]],
    issues: list[str],
) -> None:
    found, reported = made(
        "POST /v1/trees", *tables, statuses=statuses, examples=examples
    )
    assert [
        (one.status, one.type.name if isinstance(one.type, Ref) else "", len(one.examples))
        for one in found.responses
    ] == expected  # fmt: skip
    assert reported == issues


def test_of_a_status_that_is_told_twice_the_first_counts() -> None:
    found, _ = made("GET /v1/trees", statuses=[OK, status("200", "Again.")])
    assert [one.description.plain for one in found.responses] == ["Fine."]


def test_what_else_a_page_says() -> None:
    draft = operation("PlantTree", "POST /v1/trees", title="Planting", deprecated=True)
    (found,) = api(draft).operations
    assert (found.id, found.method, found.title.plain) == (
        "PlantTree",
        "POST",
        "Planting",
    )
    assert (found.deprecated, found.tag) == (True, "Trees")  # fmt: skip


def test_a_flag_is_a_flag() -> None:
    found, _ = made("GET /v1/trees", rows(QUERY, field("deep", BOOLEAN)))
    assert found.parameters[0].property.type == BOOLEAN


@pytest.mark.parametrize(
    ("type_", "expected"),
    [(OBJECT, AnyType()), (array(OBJECT), Array(items=AnyType()))],
    ids=["an object", "objects"],
)
@pytest.mark.parametrize("role", [Role.QUERY, Role.HEADER])
def test_outside_of_a_body_an_object_is_any_value(
    role: Role, type_: TypeExpression, expected: Type
) -> None:
    found, _ = made("GET /v1/trees", rows(role, field("filter", type_)))
    assert [one.property.type for one in found.parameters] == [expected]


def test_headers_of_answers() -> None:
    header = Role.RESPONSE_HEADER
    page = operation(
        "ShowTree",
        "GET /v1/tree",
        table(header, field("X-Leaves", INTEGER), field("x-leaves")),
        table(header, field("Retry-After", INTEGER), status="429"),
        statuses=[status("200"), status("429")],
    )
    made_of_it, issues = resolved(page)
    (found,) = made_of_it.operations
    told = {
        one.status: [(each.name.plain, each.type) for each in one.headers]
        for one in found.responses
    }
    assert told == {"200": [("X-Leaves", INTEGER)], "429": [("Retry-After", INTEGER)]}
    assert codes(issues) == ["repeated-parameter"]
