"""Example requests and responses: sides, labels, request lines, several in a block, and no JSON."""

from __future__ import annotations

import pytest

from scraper.draft import curl, example_text
from scraper.draft.example_text import Body, Line, Rest, Status
from scraper.draft.model import ExampleDraft
from scraper.text import Text
from tests.draft.paper import codes, operation, page

Told = tuple[str, str, str, str, str, str | None]


def tell(example: ExampleDraft) -> Told:
    return (
        example.side.value,
        example.label.plain,
        example.status,
        example.method,
        example.url.plain,
        example.body.plain if example.body else None,
    )


def examples(**sections: str) -> list[Told]:
    draft, _ = operation(page(**sections))
    return [tell(example) for example in draft.examples]


def pre(text: str) -> str:
    return f"<pre>{text}</pre>"


ON = '{"on": true}'
OFF = '{"on": false}'


def test_labels_of_list_items() -> None:
    html = f"<ul><li>Lighting<pre>{ON}</pre></li><li>Dousing<pre>{OFF}</pre></li></ul>"
    assert examples(Example_Requests=html) == [
        ("request", "Lighting", "", "", "", ON),
        ("request", "Dousing", "", "", "", OFF),
    ]


def test_status_before_a_response() -> None:
    html = f"<p><b>Status code: 202</b></p><p>Accepted</p>{pre(ON)}"
    assert examples(Example_Responses=html) == [
        ("response", "Accepted", "202", "", "", ON)
    ]


def test_a_label_holds_for_one_example_only() -> None:
    html = f"<p>Lighting</p>{pre(ON)}<p>Dousing</p>{pre(OFF)}{pre(ON)}"
    labels = [told[1] for told in examples(Example_Request=html)]
    assert labels == ["Lighting", "Dousing", "Dousing"]


def test_the_case_in_the_title() -> None:
    html = "<h4>Example Request (Lighting)</h4>" + pre(ON)
    assert examples(Function=html) == [("request", "Lighting", "", "", "", ON)]


def test_both_sides_in_one_section() -> None:
    html = (
        "<p>The following lights the lamp in hall 3.</p>"
        f"<ul><li>Sample request<pre>PUT https://h/v1/a\n{ON}</pre></li></ul>"
        f"<ul><li>Successful sample response<pre>{OFF}</pre></li>"
        f"<li>Failed sample response<pre>{{}}</pre></li></ul>"
    )
    label = "The following lights the lamp in hall 3."
    assert examples(Samples=html) == [
        ("request", label, "", "PUT", "https://h/v1/a", ON),
        ("response", "Successful sample response", "", "", "", OFF),
        ("response", "Failed sample response", "", "", "", "{}"),
    ]


def test_labels_behind_a_colon() -> None:
    html = f"<ul><li>Sample request: Lighting a lamp<pre>{ON}</pre></li></ul>"
    assert examples(Samples=html)[0][:2] == ("request", "Lighting a lamp")


def test_headings_inside_the_section() -> None:
    html = f"<p>Example Request</p>{pre('GET /v1/a')}<p>Example Response</p>{pre(ON)}"
    sides = [(told[0], told[3]) for told in examples(Examples=html)]
    assert sides == [("request", "GET"), ("response", "")]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            pre("POST https://{endpoint}/v1/a") + pre(ON),
            [("POST", "https://{endpoint}/v1/a", ON)],
            id="line and body apart",
        ),
        pytest.param(
            pre(f"POST /v2/a\nPOST /v1/a\n{ON}"),
            [("POST", "/v2/a", ON)],
            id="two versions, one body",
        ),
        pytest.param(
            pre("GET /v2/a\nGET /v1/a"),
            [("GET", "/v2/a", None), ("GET", "/v1/a", None)],
            id="two versions, no body",
        ),
        pytest.param(
            pre("POST /v1/a") + pre(ON) + pre(OFF),
            [("POST", "/v1/a", ON), ("POST", "/v1/a", OFF)],
            id="two bodies, one line",
        ),
        pytest.param(
            pre(f"POST /v1/a\n{ON}\nPUT /v1/b\n{OFF}"),
            [("POST", "/v1/a", ON), ("PUT", "/v1/b", OFF)],
            id="two requests in a block",
        ),
        pytest.param(
            pre(f"{ON}\nOr\n{OFF}"), [("", "", ON), ("", "", OFF)], id="joined by Or"
        ),
        pytest.param(
            pre("GET\nhttps://h/v1/a"),
            [("GET", "https://h/v1/a", None)],
            id="two lines",
        ),
        pytest.param(
            pre("GET /v1/a\n?b=1&amp;c=2&amp;\n d=3"),
            [("GET", "/v1/a?b=1&c=2&d=3", None)],
            id="query on further lines",
        ),
        pytest.param(
            pre(f"POST /v1/a HTTP/1.1\nHost: h\nX-Auth-Token: t\n\n{ON}"),
            [("POST", "/v1/a", ON)],
            id="headers",
        ),
        pytest.param(
            pre('{"b": 1,\n "a":\u00a0"é"}'),
            [("", "", '{"b": 1, "a": "é"}')],
            id="one form",
        ),
        pytest.param(pre("[1, 2]"), [("", "", "[1, 2]")], id="an array"),
    ],
)
def test_requests(html: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [told[3:] for told in examples(Example_Request=html)] == expected


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1 // why\n}',
        '{"a": 1 "b": 2}',
        '{"a": "one\ntwo"}',
        '{"a": ......}',
        '{"a": NaN}',
        "{a: 1}",
        "&lt;html&gt;",
        "lamp=1",
        "[" * 100_000,
    ],
)
def test_no_json(text: str) -> None:
    draft, issues = operation(page(Example_Response=pre(text) + pre(ON)))
    assert codes(issues) == ["example-unparsable"]
    assert [tell(example)[5] for example in draft.examples] == [ON]


def test_json_beside_what_cannot_be_read() -> None:
    draft, issues = operation(page(Example_Request=pre(f"{ON}\n{{broken\nGET /v1/a")))
    assert [tell(example)[3:] for example in draft.examples] == [
        ("", "", ON),
        ("GET", "/v1/a", None),
    ]
    assert codes(issues) == ["example-unparsable"]


@pytest.mark.parametrize(
    ("section", "text", "count", "issue"),
    [
        ("Request", ON, 1, []),
        ("Response", '{"a": 1,}', 0, ["example-unparsable"]),
        ("Function", "lampctl on", 0, []),
        ("Constraints", "a {lamp}", 0, []),
        ("Error_Codes", ON, 1, ["example-unplaced"]),
        ("Example_Request", "https://{endpoint}/v1/{hall}/lamps", 0, []),
        ("Example_Request", "/v1/lamps?limit=1", 0, []),
        ("Example_Request", "lampctl on", 0, ["example-unparsable"]),
    ],
)
def test_code_in_other_sections(
    section: str, text: str, count: int, issue: list[str]
) -> None:
    draft, issues = operation(page(**{section: pre(text)}))
    assert len(draft.examples) == count
    assert codes(issues) == issue


def test_the_uri_section_has_no_examples() -> None:
    draft, _ = operation(page(uri="<pre>GET /v1/a</pre>"))
    assert not draft.examples


def test_half_a_surrogate_pair_stays_escaped() -> None:
    (told,) = examples(Example_Request=pre('{"a": "\\ud800"}'))
    assert told[5] == '{"a": "\\ud800"}'


def test_pieces() -> None:
    block = 'HTTP/1.1 200 OK\nA: b\n{"x": 1}\nGET /y\nrest'
    assert example_text.read(block) == (
        Status(code="200"),
        Body(json=Text('{"x": 1}')),
        Line(method="GET", url=Text("/y")),
        Rest(text=Text("rest")),
    )


COMMAND = """curl -i -H 'X-Auth-Token: abc' -X PUT \\
  -d '{"on": true}' https://lamps.example/v1/lamps"""


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(
            COMMAND,
            [("request", "", "", "PUT", "https://lamps.example/v1/lamps", ON)],
            id="method, body and address",
        ),
        pytest.param(
            f"curl --data '{ON}' https://lamps.example/v1/lamps",
            [("request", "", "", "POST", "https://lamps.example/v1/lamps", ON)],
            id="a body makes it a POST",
        ),
        pytest.param(
            "curl https://lamps.example/v1/lamps",
            [("request", "", "", "GET", "https://lamps.example/v1/lamps", None)],
            id="else a GET",
        ),
    ],
)
def test_commands_of_curl(block: str, expected: list[Told]) -> None:
    assert examples(Example_Request=pre(block)) == expected


@pytest.mark.parametrize("command", ["curl -X", "curl 'https://a", "curls /a", "curl"])
def test_no_command_of_curl(command: str) -> None:
    assert curl.read(command) is None


@pytest.mark.parametrize(
    "line", ["HTTP/1.1 201 Created", "STATUS CODE 201", "Status code: 201"]
)
def test_a_status_line_in_a_block_of_its_own(line: str) -> None:
    found = example_text.read(f"{line}\n{ON}")
    assert found == (Status(code="201"), Body(json=Text(ON)))


def test_a_block_of_header_lines_is_no_example() -> None:
    html = pre("Content-Type: text/plain\nX-Request-Id: req-1")
    draft, issues = operation(page(Example_Response=html))
    assert (draft.examples, issues) == ((), ())
