"""What each table describes."""

from __future__ import annotations

import pytest

from scraper.draft.model import OperationDraft, Role, Side
from scraper.draft.naming import schema_name
from scraper.text import Text
from tests.draft.paper import (
    RESPONSE,
    answer,
    codes,
    document,
    field,
    fields_of,
    operation,
    page,
    reference,
    table,
)

Told = list[tuple[str, str, list[str]]]


def told(draft: OperationDraft) -> Told:
    return [
        (t.role.value, t.schema_name.plain, [f.name.plain for f in t.fields])
        for t in draft.tables
    ]


IDS = table([field("project_id"), field("lamp_id")], caption="Path parameters")


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        pytest.param(
            f"<p>GET /{{project_id}}/{{lamp_id}}</p>{IDS}",
            [("path", "", ["project_id", "lamp_id"])],
            id="path",
        ),
        pytest.param(
            f"<p>GET /{{project_id}}</p>{table([field('project_id'), field('limit')])}",
            [("path", "", ["project_id"]), ("query", "", ["limit"])],
            id="path and query in one table",
        ),
        pytest.param(
            f"<p>DELETE /a</p>{table([field('force')])}",
            [("query", "", ["force"])],
            id="others of a DELETE",
        ),
        pytest.param(
            f"<p>PUT /a</p>{table([field('power')])}",
            [("body", "", ["power"])],
            id="others of a PUT",
        ),
        pytest.param(
            f"<p>POST /a</p>{table([field('x')], caption='Query parameters')}",
            [("query", "", ["x"])],
            id="the caption says query",
        ),
        pytest.param(
            f"<p>POST /a?x={{x}}</p>{table([field('x')], caption='Path parameters')}",
            [("query", "", ["x"])],
            id="the query names it, whatever the caption",
        ),
        pytest.param(
            f"<p>POST /a</p>{table([field('x')], caption='Path parameters')}",
            [("path", "", ["x"])],
            id="the caption says path and nothing contradicts",
        ),
        pytest.param(
            "<p>GET /a</p>"
            + table([field("filter", "Object", "See <a href='#t2'>Table 2</a>.")])
            + table([field("key")], caption="<b>Table 2 </b>filter", anchor="t2"),
            [("query", "", ["filter"]), ("model", "filter", ["key"])],
            id="a model of a query parameter",
        ),
    ],
)
def test_tables_of_the_uri_section(uri: str, expected: Told) -> None:
    draft, _ = operation(page(uri=uri))
    assert told(draft) == expected


def test_a_misspelt_path_parameter_takes_the_name_in_the_path() -> None:
    rows = [field("project_id"), field("lamps_id"), field("shade")]
    uri = f"<p>GET /{{project_id}}/{{lamp_id}}</p>{table(rows)}"
    draft, issues = operation(page(uri=uri))
    assert told(draft) == [
        ("path", "", ["project_id", "lamp_id"]),
        ("query", "", ["shade"]),
    ]
    assert codes(issues) == ["path-name-differs"]


HEADERS = table([field("X-Auth-Token")], caption="Request header parameters")
QUERY = table([field("limit")], caption="Query Parameters")
BODY = table([field("lamp", "Object")], caption="Request body parameters")
MODEL = table([field("power")], caption="<b>lamp</b> field description")


@pytest.mark.parametrize(
    ("method", "request_section", "expected"),
    [
        pytest.param(
            "POST",
            BODY + MODEL,
            [("body", "", ["lamp"]), ("model", "lamp", ["power"])],
            id="body and model",
        ),
        pytest.param(
            "POST",
            HEADERS + QUERY + BODY,
            [
                ("header", "", ["X-Auth-Token"]),
                ("query", "", ["limit"]),
                ("body", "", ["lamp"]),
            ],
            id="captions before order",
        ),
        pytest.param(
            "GET", table([field("limit")]), [("query", "", ["limit"])], id="of a GET"
        ),
        pytest.param(
            "DELETE", table([field("x")]), [("body", "", ["x"])], id="of a DELETE"
        ),
        pytest.param(
            "POST",
            table([field("a")], caption="<b>Table 2 </b>x", anchor="t2")
            + table([field("x", "<a href='#t2'>X</a> object")]),
            [("model", "x", ["a"]), ("body", "", ["x"])],
            id="a model before its body",
        ),
        pytest.param(
            "POST",
            table([field("x", "Object", "See Table 7.")])
            + table([field("q")], caption="<b>Table 7 </b>Query parameters"),
            [("body", "", ["x"]), ("model", "", ["q"])],
            id="a label is a reference, and comes before the caption",
        ),
        pytest.param(
            "POST",
            table(
                [field("child", "Object", "See Table 1.")], caption="<b>Table 1 </b>"
            ),
            [("body", "", ["child"])],
            id="a body that refers to itself",
        ),
    ],
)
def test_tables_of_the_request(
    method: str, request_section: str, expected: Told
) -> None:
    draft, _ = operation(page(uri=f"<p>{method} /a</p>", Request=request_section))
    assert told(draft) == expected
    assert {t.side for t in draft.tables} == {Side.REQUEST}


def test_sections_of_their_own_for_header_and_body() -> None:
    draft, _ = operation(
        page(Request_Header=table([field("H")]), Request_Body=table([field("b")]))
    )
    assert told(draft) == [("header", "", ["H"]), ("body", "", ["b"])]


def test_tables_of_the_response() -> None:
    one = table([answer("id")], columns=RESPONSE)
    more = table([answer("rel")], columns=RESPONSE, caption="links parameters")
    head = table([answer("H")], columns=RESPONSE, caption="Response header parameters")
    failed = table([answer("error")], columns=RESPONSE)
    response = (
        f"<p><b>Status code: 200</b></p>{head}{one}{more}"
        f"<p><b>Status code: 404</b></p>{failed}"
    )
    draft, issues = operation(page(Response_Parameters=response))
    assert [(t.role, t.status) for t in draft.tables] == [
        (Role.RESPONSE_HEADER, "200"),
        (Role.RESPONSE, "200"),
        (Role.MODEL, "200"),
        (Role.RESPONSE, "404"),
    ]
    assert [t.has_required for t in draft.tables] == [False] * 4
    assert not issues


def test_a_section_that_describes_a_model() -> None:
    html = (
        "<h1>T</h1><h4>URI</h4><p>GET /a</p><h4>Response</h4>"
        + table([answer("lamp", "Object")], columns=RESPONSE)
        + "<h4>lamp structure</h4>"
        + table([answer("power")], columns=RESPONSE)
    )
    draft, _ = operation(document(html))
    assert told(draft) == [("response", "", ["lamp"]), ("model", "lamp", ["power"])]


def test_tables_of_other_things() -> None:
    mapping = table(
        [("on", "lit")], columns=("State here", "State there"), caption="Mapping"
    )
    stray = table([field("x")])
    draft, issues = operation(page(Response=mapping, Error_Codes=stray))
    assert [t.role for t in draft.tables] == [Role.OTHER, Role.OTHER]
    assert fields_of(draft) == []
    assert codes(issues) == ["table-not-parameters"] * 2


def test_status_codes_are_no_parameters() -> None:
    status = table([("200", "OK")], columns=("Status Code", "Description"))
    draft, issues = operation(page(Status_Codes=status))
    assert [t.role for t in draft.tables] == [Role.STATUS]
    assert [s.code for s in draft.statuses] == ["200"]
    assert not issues


@pytest.mark.parametrize(
    ("anchors", "caption", "expected"),
    [
        (["Lamp__request_LampRequest"], "Request body parameters", "LampRequest"),
        (["x", "response_Lamp"], "whatever", "Lamp"),
        (["Lamp__table12"], "lamp field description", "lamp"),
        ([], "LampConfig", "LampConfig"),
        ([], "lamps", "lamps"),
        ([], "os-start field description", "os-start"),
        ([], "a:b.c parameters", "a:b.c"),
        ([], "config parameters of the hall", "config"),
        ([], "links parameter description", "links"),
        ([], "lamps_links and links field description", "lamps_links"),
        ([], "Data structure of the lamp field", "lamp"),
        ([], "Objects of request parameter lamp_rule", "lamp_rule"),
        ([], "lamp field description (response parameters)", "lamp"),
        ([], "parameter parameters", "parameter"),
        ([], "files field data structure description", "files"),
        ([], "Description of the hall field", "hall"),
        ([], "Description for the hall format", "hall"),
        ([], "The lamp parameter", "lamp"),
        ([], "Parameters in the hall field", "hall"),
        ([], "Parameters in the error field", "error"),
        ([], "Description of the message object", "message"),
        ([], "Data structure of the hall/lamp field", "lamp"),
        ([], "Parameters in the request field", ""),
        ([], "Description of the error", ""),
        ([], "Data structure description of lamps", "lamps"),
        ([], "Request body parameters", ""),
        ([], "Parameter description", ""),
        ([], "Parameter in the URI", ""),
        ([], "Parameters in the request", ""),
        ([], "Request header parameters", ""),
        ([], "Additional response headers", ""),
        ([], "Normal response parameters", ""),
        ([], "Parameters", ""),
        ([], "Response parameters", ""),
        ([], "Parameters for lighting a lamp", ""),
        ([], "Data structure of the hall which a lamp lights", ""),
        ([], "Hall lamp parameters", ""),
        ([], "", ""),
    ],
)
def test_schema_name(anchors: list[str], caption: str, expected: str) -> None:
    assert schema_name(map(Text, anchors), Text(caption)).plain == expected


STATUS_COLUMNS = ("Status Code", "Description")
STATUS_ROW = [("200", "OK")]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (table([answer("x")], columns=RESPONSE), "structures"),
        (table(STATUS_ROW, columns=STATUS_COLUMNS), "status codes"),
        (table([("L1", "Off")], columns=("Error Code", "Description")), "error codes"),
        (table([("Light", "a:b")], columns=("Permission", "Action")), "permissions"),
        (table([("on", "lit")], columns=("Here", "There")), "other"),
        ("<ul><li><a href='a.html'>Lighting</a></li></ul>", "chapter"),
        ("<p>Lamps are explained here at some length.</p>", "other"),
        ("", "chapter"),
    ],
)
def test_kinds_of_reference_pages(body: str, kind: str) -> None:
    draft, issues = reference(document(f"<h1>T</h1>{body}"))
    assert draft.kind == kind
    assert not issues


def test_sections_of_a_reference_page_lead_to_their_tables() -> None:
    rows = [answer("x")]
    html = (
        f'<h1>T</h1><h4 id="s1">lamp</h4>{table(rows, columns=RESPONSE, anchor="t1")}'
    )
    draft, _ = reference(document(html))
    assert draft.section_anchors == ((Text("s1"), (Text("t1"),)),)
    assert [t.schema_name.plain for t in draft.tables] == ["lamp"]


LABELLED = "<ul><li>Parameter description{}</li></ul>"


def test_a_table_below_an_example_in_a_section() -> None:
    rows = table([field("project_id"), field("lamp_id")])
    uri = (
        "<ul><li>URI format<p>GET /{project_id}?lamp_id={lamp_id}</p></li>"
        "<li>Example<p>https://lamps.example/1?lamp_id=2</p></li></ul>"
    )
    draft, _ = operation(page(uri=uri + LABELLED.format(rows)))
    assert told(draft) == [
        ("path", "", ["project_id"]),
        ("query", "", ["lamp_id"]),
    ]


def test_tables_with_labels_instead_of_captions() -> None:
    request = (
        f"<ul><li>Parameters in the request header{table([field('H')])}</li>"
        f"<li>Parameters in the request body{table([field('hall', 'Object')])}</li>"
        f"<li>Description of the hall field{table([field('name')])}</li></ul>"
    )
    draft, _ = operation(page(Request=request))
    assert told(draft) == [
        ("header", "", ["H"]),
        ("body", "", ["hall"]),
        ("model", "hall", ["name"]),
    ]


def test_headings_of_one_location_each() -> None:
    html = (
        "<h1>T</h1><h4>URI</h4><p>POST /v1/{id}</p>"
        f"<h4>Path Parameters</h4>{table([field('id')])}"
        f"<h4>Query Parameters</h4>{table([field('force')])}"
        f"<h4>Header Parameters</h4>{table([field('H')])}"
        f"<h4>Body Parameters</h4>{table([field('power')])}"
        f"<h4>Response</h4><p>Header parameters</p>{table([field('R')])}"
        f"<p>Body parameters</p>{table([field('lamp')])}"
    )
    draft, _ = operation(document(html))
    assert told(draft) == [
        ("path", "", ["id"]),
        ("query", "", ["force"]),
        ("header", "", ["H"]),
        ("body", "", ["power"]),
        ("response header", "", ["R"]),
        ("response", "", ["lamp"]),
    ]


@pytest.mark.parametrize("column", ["In", "Location", "Parameter Type"])
def test_a_column_of_locations(column: str) -> None:
    columns = ("Parameter", column, "Mandatory", "Description")
    rows = [
        ("id", "path", "Yes", ""),
        ("force", "Query", "No", ""),
        ("H", "in header", "No", ""),
        ("power", "body", "Yes", ""),
    ]
    draft, _ = operation(
        page(uri="<p>POST /v1/{id}</p>", Request=table(rows, columns=columns))
    )
    assert told(draft) == [
        ("path", "", ["id"]),
        ("query", "", ["force"]),
        ("header", "", ["H"]),
        ("body", "", ["power"]),
    ]


def test_a_request_that_describes_the_path_where_nothing_else_does() -> None:
    rows = table([field("id"), field("power")])
    alone, _ = operation(page(uri="<p>PUT /v1/{id}</p>", Request=rows))
    assert told(alone) == [("path", "", ["id"]), ("body", "", ["power"])]
    uri = f"<p>PUT /v1/{{hall}}/{{id}}</p>{table([field('hall')])}"
    beside, _ = operation(page(uri=uri, Request=rows))
    assert told(beside) == [("path", "", ["hall"]), ("body", "", ["id", "power"])]


@pytest.mark.parametrize("elements", ["<p>None are used.</p>", table([field("e")])])
def test_parameters_beside_elements_are_of_the_query(elements: str) -> None:
    html = (
        "<h1>T</h1><h4>Request Syntax</h4><pre>PUT /lamp HTTP/1.1\nHost: a.example</pre>"
        f"<h4>Request Parameters</h4>{table([field('acl')])}"
        f"<h4>Request Elements</h4>{elements}"
    )
    draft, _ = operation(document(html))
    expected = [("query", "", ["acl"])]
    if "table" in elements:
        expected.append(("body", "", ["e"]))
    assert told(draft) == expected


def test_the_table_of_a_failed_response_is_not_the_body() -> None:
    failed = table([answer("error_code")], columns=RESPONSE)
    response = f"<p>Normal response</p><p>None</p><p>Abnormal response</p>{failed}"
    draft, _ = operation(page(Response=response))
    assert told(draft) == [("model", "", ["error_code"])]


def test_a_status_holds_for_all_tables_below_it() -> None:
    head, body = table([answer("H")], columns=RESPONSE), table(
        [answer("b")], columns=RESPONSE
    )
    response = (
        f"<p>Status code: 202</p><p>Response header</p>{head}<p>Response body</p>{body}"
    )
    draft, _ = operation(page(Response=response))
    assert [(t.role, t.status) for t in draft.tables] == [
        (Role.RESPONSE_HEADER, "202"),
        (Role.RESPONSE, "202"),
    ]


@pytest.mark.parametrize(
    "label", ["Notes", "Constraints:", "Return values", "Function", "Error response"]
)
def test_a_label_between_the_tables_of_a_response_ends_nothing(label: str) -> None:
    rows = table([answer("id")], columns=RESPONSE)
    draft, _ = operation(page(Response=f"<p>{label}</p>{rows}"))
    assert [t.side for t in draft.tables] == [Side.RESPONSE]
    assert fields_of(draft) == ["id"]


POWER = table([field("power")])


@pytest.mark.parametrize(
    ("stray", "role"),
    [("version", "query"), ("X-Auth-Token", "header"), ("content-type", "header")],
)
def test_a_stray_row_beside_the_path_is_not_the_body(stray: str, role: str) -> None:
    uri = f"<p>POST /{{hall}}</p>{table([field('hall'), field(stray)])}"
    draft, issues = operation(page(uri=uri, Request=POWER))
    assert told(draft) == [
        ("path", "", ["hall"]),
        (role, "", [stray]),
        ("body", "", ["power"]),
    ]
    assert not issues


def test_the_table_of_a_property_called_error_is_of_no_failure() -> None:
    label = "<p>Parameters in the <b>error</b> field</p>"
    root = table([answer("id"), answer("error", "Object")], columns=RESPONSE)
    inner = table([answer("code")], columns=RESPONSE)
    draft, _ = operation(page(Response=f"{root}{label}{inner}"))
    assert told(draft) == [
        ("response", "", ["id", "error"]),
        ("model", "error", ["code"]),
    ]


@pytest.mark.parametrize("title", ["Requests", "Request", "Inputs", "Request Messages"])
def test_a_title_in_the_plural_names_no_schema(title: str) -> None:
    head = table([field("X-Auth-Token")], caption="Request header parameters")
    body = table([field("power")], caption="Request parameters")
    draft, _ = operation(page(**{title.replace(" ", "_"): head + body}))
    assert told(draft) == [("header", "", ["X-Auth-Token"]), ("body", "", ["power"])]
