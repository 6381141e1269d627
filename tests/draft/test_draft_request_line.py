"""METHOD /path in all its forms, and what only looks like one."""

from __future__ import annotations

import pytest

from scraper.draft.model import OperationDraft, ReferencePage
from scraper.draft.read import read
from tests.draft.paper import codes, document, operation, page

Line = tuple[str, str, tuple[str, ...]]


def lines(uri: str, **sections: str) -> list[Line]:
    draft, _ = operation(page(uri=uri, **sections))
    return [
        (line.method, line.path.plain, tuple(name.plain for name in line.query))
        for line in draft.request_lines
    ]


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        pytest.param(
            "<p>GET /v1/{id}/lamps</p>", [("GET", "/v1/{id}/lamps", ())], id="paragraph"
        ),
        pytest.param("<pre>PUT /v1/a</pre>", [("PUT", "/v1/a", ())], id="code block"),
        pytest.param("<div>PUT /v1/a</div>", [("PUT", "/v1/a", ())], id="bare text"),
        pytest.param(
            "<p>GET /v2.1/a</p><p>GET /v2/a</p>",
            [("GET", "/v2.1/a", ()), ("GET", "/v2/a", ())],
            id="two versions",
        ),
        pytest.param(
            "<p>GET /v2/a or GET /v1/a</p>",
            [("GET", "/v2/a", ()), ("GET", "/v1/a", ())],
            id="two in one paragraph",
        ),
        pytest.param("<p>GET /a</p><p>GET /a</p>", [("GET", "/a", ())], id="one twice"),
        pytest.param(
            "<p>POST</p><p>/v1/a</p>", [("POST", "/v1/a", ())], id="method apart"
        ),
        pytest.param("<p>GET /</p>", [("GET", "/", ())], id="root"),
        pytest.param("<p>GET\u00a0\n /v1/a</p>", [("GET", "/v1/a", ())], id="blanks"),
        pytest.param(
            "<p>GET /v1/{project_id} /lamps/ {id}</p>",
            [("GET", "/v1/{project_id}/lamps/{id}", ())],
            id="blanks inside",
        ),
        pytest.param(
            "<p>GET /v1/{ project_id }/lamps</p>",
            [("GET", "/v1/{project_id}/lamps", ())],
            id="blanks in braces",
        ),
        pytest.param(
            "<p>GET /v1/a Lists lamps.</p>",
            [("GET", "/v1/a", ())],
            id="words behind",
        ),
        pytest.param(
            "<p>GET /a?b={b}&amp;c={c}</p>", [("GET", "/a", ("b", "c"))], id="template"
        ),
        pytest.param(
            "<p>GET /a ?b={b} &amp;c={c}</p>",
            [("GET", "/a", ("b", "c"))],
            id="template with blanks",
        ),
        pytest.param(
            "<p>GET /a[?b={b}&amp;c={c}]</p>",
            [("GET", "/a", ("b", "c"))],
            id="in brackets",
        ),
        pytest.param(
            "<p>GET /a{?b={b}&amp;c={c}}</p>",
            [("GET", "/a", ("b", "c"))],
            id="a template of pairs",
        ),
        pytest.param("<p>GET /a{?b,c}</p>", [("GET", "/a", ("b", "c"))], id="RFC 6570"),
        pytest.param(
            "<p>DELETE /a/{b}?force=0</p>",
            [("DELETE", "/a/{b}", ("force",))],
            id="literal",
        ),
        pytest.param(
            "<p>GET /a/{b}/c/{b}</p>",
            [("GET", "/a/{b}/c/{b}", ())],
            id="one name twice",
        ),
        pytest.param(
            "<p>GET https://{endpoint}/v1/a</p>", [("GET", "/v1/a", ())], id="host"
        ),
        pytest.param(
            "<p>GET {endpoint}/v1/a</p>", [("GET", "/v1/a", ())], id="bare host"
        ),
        pytest.param(
            "<p>GET https://a.example:443/v1/a HTTP/1.1</p>",
            [("GET", "/v1/a", ())],
            id="host, port and protocol",
        ),
        pytest.param(
            "<p>GET /v1/&lt;lamp_id&gt;</p>",
            [("GET", "/v1/{lamp_id}", ())],
            id="angles",
        ),
        pytest.param("<p>GET //v1/a.</p>", [("GET", "/v1/a", ())], id="untidy"),
        pytest.param(
            "<ul><li>URI format<p>PUT /v1/a</p></li><li>Parameters</li></ul>",
            [("PUT", "/v1/a", ())],
            id="in a list",
        ),
        pytest.param(
            "<p>URI: PUT /v1/a</p>", [("PUT", "/v1/a", ())], id="with a label"
        ),
        pytest.param(
            "<p>The address is PUT /v1/a here.</p>",
            [("PUT", "/v1/a", ())],
            id="in a sentence, where nothing else is",
        ),
        pytest.param(
            "<p>GET /v1/a</p><p>It is like GET /v1/b but newer.</p>",
            [("GET", "/v1/a", ())],
            id="not in a sentence, where a line is",
        ),
        pytest.param(
            "<p>GET /v1/a</p><table><tr><th>Parameter<th>Description</tr>"
            "<tr><td>x<td>GET /v1/b</tr></table>",
            [("GET", "/v1/a", ())],
            id="not in a table",
        ),
        pytest.param(
            "<p>PATH: /v1/a</p><p>Method: GET</p>",
            [("GET", "/v1/a", ())],
            id="labels, the path first",
        ),
        pytest.param(
            "<p>HTTP method: GET</p><p>URI: https://a.example/v1/a?b={b}</p>",
            [("GET", "/v1/a", ("b",))],
            id="labels, the method first",
        ),
        pytest.param(
            "<table><tr><th>Method<th>URI<th>Description</tr>"
            "<tr><td>GET<td>/v1/a<td>x</tr></table>",
            [("GET", "/v1/a", ())],
            id="a table with a column for each",
        ),
        pytest.param(
            "<table><tr><td>Method<td>PUT</tr><tr><td>URI<td>/v1/a</tr></table>",
            [("PUT", "/v1/a", ())],
            id="a table with a row for each",
        ),
        pytest.param(
            "<pre>PUT / HTTP/1.1\nHost: hall.example\nDate: today</pre>",
            [("PUT", "/", ())],
            id="header lines behind the protocol",
        ),
        pytest.param(
            "<pre>GET /?lamps&amp;b=1 HTTP/1.1\nHost: hall.example</pre>",
            [("GET", "/", ("lamps", "b"))],
            id="a query without a value",
        ),
    ],
)
def test_forms(uri: str, expected: list[Line]) -> None:
    assert lines(uri) == expected


def test_a_paragraph_that_is_the_heading() -> None:
    html = "<h1>T</h1><h4>Function</h4><p>Lights it.</p><p>URI</p><p>GET /v1/a</p>"
    draft, _ = operation(document(html))
    assert [line.path.plain for line in draft.request_lines] == ["/v1/a"]
    assert draft.description.text.plain == "Lights it."


def test_a_line_in_the_function_of_a_page_without_a_uri_section() -> None:
    html = "<h1>T</h1><h4>Function</h4><p>GET /v1/a</p><h4>Response</h4>None"
    draft, _ = operation(document(html))
    assert [line.path.plain for line in draft.request_lines] == ["/v1/a"]


@pytest.mark.parametrize(
    "html",
    [
        "<h4>Function</h4><p>GET /v1/a</p>",
        "<h4>Constraints</h4><p>GET /v1/a</p><h4>Response</h4>None",
        "<h4>Function</h4><p>Call GET /v1/a first.</p><h4>Response</h4>None",
        "<h4>Request Methods</h4><pre>GET https://a/v1/a</pre><h4>Response</h4>None",
        "<h4>URI</h4><p>None</p>",
        "<h4>URI</h4><p>GET the lamp</p>",
        "<h4>URI</h4><p>get /v1/a</p>",
        "<h4>URI</h4><table><tr><th>API</th></tr><tr><td>GET /v1/a</td></tr></table>",
    ],
)
def test_pages_that_are_no_operations(html: str) -> None:
    draft, _ = read(document(f"<h1>T</h1>{html}"))
    assert isinstance(draft, ReferencePage)


@pytest.mark.parametrize(
    "html",
    [
        "<h4>Request Syntax</h4><pre>GET /v1/a HTTP/1.1</pre>",
        "<h4>Prototype</h4><p>GET /v1/a</p>",
        "<h4>API Format</h4><p>GET /v1/a</p>",
        "<h4>Request Path</h4><p>GET /v1/a</p>",
        "<h4>HTTP Method</h4><p>GET</p><h4>URI</h4><p>/v1/a</p>",
        "<h4>URL</h4><p>/v1/a</p><h4>Request Method</h4><p>GET</p>",
        "<h4>Request</h4><p>GET /v1/a</p><table><tr><th>Name<th>Type</tr></table>",
        "<h4>API</h4><p>GET /v1/a</p><h4>Response</h4><p>None</p>",
    ],
)
def test_other_headings(html: str) -> None:
    draft, _ = operation(document(f"<h1>T</h1>{html}"))
    found = [(line.method, line.path.plain) for line in draft.request_lines]
    assert found == [("GET", "/v1/a")]


def test_braces_that_do_not_match() -> None:
    draft, issues = read(page(uri="<p>GET /v1/{a/b</p>"))
    assert isinstance(draft, OperationDraft)
    assert codes(issues) == ["path-malformed"]
