"""The check of requests, and what goes over the wire when it passes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from templates.runtime import (
    Client,
    InvalidRequest,
    Model,
    OpenStrEnum,
    Parameter,
    Request,
    Token,
)


class Mode(OpenStrEnum):
    FAST = "fast"


class Disk(Model):
    size: int = Field(ge=1, le=100)
    disk_id: str | None = Field(
        default=None,
        max_length=4,
        validation_alias="disk:id",
        serialization_alias="disk:id",
    )
    labels: dict[str, str] | None = None
    admin_pass: str | None = None


class Server(Model):
    name: str
    mode: Mode | str | None = None
    disks: list[Disk] | None = Field(default=None, max_length=2)
    share: float | None = Field(default=None, gt=0, lt=1)
    ready: bool | None = None
    free: Any = None
    parent: Server | None = None


class Odd(Enum):
    ONE = object()


SENT: list[httpx2.Request] = []


def answer(request: httpx2.Request) -> httpx2.Response:
    SENT.append(request)
    return httpx2.Response(200, json={})


def client(
    handler: Callable[[httpx2.Request], httpx2.Response] = answer, **options: Any
) -> Client:
    SENT.clear()
    http = httpx2.Client(transport=httpx2.MockTransport(handler))
    options = {"base_url": "https://a.example", "auth": Token("tok-en"), **options}
    return Client(http_client=http, **options)


def post(body: Any, body_type: Any = Server, **options: Any) -> httpx2.Request:
    request = Request("POST", "/things", body=body, body_type=body_type, **options)
    client().send(request, None)
    return SENT[0]


def problems(body: Any, body_type: Any = Server, **options: Any) -> tuple[str, ...]:
    with pytest.raises(InvalidRequest) as raised:
        post(body, body_type, **options)
    assert isinstance(raised.value, ValueError)
    assert raised.value.may_have_been_processed is False
    assert SENT == []
    assert all(problem in str(raised.value) for problem in raised.value.problems)
    return raised.value.problems


@pytest.mark.parametrize(
    ("body", "sent"),
    [
        ({"name": "n"}, {"name": "n"}),
        ({"name": "n", "mode": None, "ready": False}, {"name": "n", "ready": False}),
        ({"name": "n", "mode": Mode.FAST}, {"name": "n", "mode": "fast"}),
        ({"name": "n", "mode": "new"}, {"name": "n", "mode": "new"}),
        ({"name": "n", "share": 0.5}, {"name": "n", "share": 0.5}),
        (
            {"name": "n", "disks": [Disk(size=1, disk_id="a", labels=None)]},
            {"name": "n", "disks": [{"size": 1, "disk:id": "a"}]},
        ),
        (
            {"name": "n", "disks": ({"size": 1, "disk_id": "a", "labels": None},)},
            {"name": "n", "disks": [{"size": 1, "disk:id": "a"}]},
        ),
        (
            {"name": "n", "disks": [{"size": 1, "disk:id": "a"}]},
            {"name": "n", "disks": [{"size": 1, "disk:id": "a"}]},
        ),
        (
            {"name": "n", "free": {"a": [None, Disk(size=1), Mode.FAST, 1.5, True]}},
            {"name": "n", "free": {"a": [None, {"size": 1}, "fast", 1.5, True]}},
        ),
        (
            {"name": "n", "parent": Server(name="ö", mode=None)},
            {"name": "n", "parent": {"name": "ö"}},
        ),
    ],
    ids=str,
)
def test_what_fits_is_sent_by_wire_names(body: Any, sent: Any) -> None:
    request = post(body)
    assert json.loads(request.content) == sent
    assert request.headers["Content-Type"] == "application/json"


REFUSED: list[tuple[Any, Any]] = [
    ({}, ["name: missing, but required"]),
    ({"name": None}, ["name: missing, but required"]),
    ({"name": 1}, ["name: expected a string, got an integer"]),
    ({"name": b"n"}, ["name: expected a string, got bytes"]),
    (
        {"name": "\ud800"},
        ["name: has half of a character, which is no text"],
    ),
    (
        {"name": "n", "naem": 1},
        ["naem: unknown property; did you mean 'name'?"],
    ),
    ({"name": "n", "NAME": 1}, ["NAME: unknown property; did you mean 'name'?"]),
    ({"name": "n", "zzz": None}, ["zzz: unknown property; the nearest is 'share'"]),
    ({"name": "n", "mode": 1}, ["mode: expected a string, got an integer"]),
    ({"name": "n", "share": True}, ["share: expected a number, got a boolean"]),
    ({"name": "n", "share": 1}, ["share: must be less than 1"]),
    ({"name": "n", "share": float("nan")}, ["share: expected a finite number"]),
    ({"name": "n", "disks": [{}]}, ["disks[0].size: missing, but required"]),
    (
        {"name": "n", "disks": [{"size": True}, Disk(size=101)]},
        [
            "disks[0].size: expected an integer, got a boolean",
            "disks[1].size: must be at most 100",
        ],
    ),
    (
        {"name": "n", "disks": [{"size": 1}] * 3},
        ["disks: must have a length of at most 2"],
    ),
    (
        {"name": "n", "disks": [{"size": 1, "disk:id": "abcde"}]},
        ["disks[0].disk_id: must have a length of at most 4"],
    ),
    (
        {"name": "n", "disks": [{"size": 1, "disk_di": "a"}]},
        ["disks[0].disk_di: unknown property; did you mean 'disk_id'?"],
    ),
    (
        {"name": "n", "disks": [{"size": 1, "disk_id": "a", "disk:id": "b"}]},
        ["disks[0].disk_id: given twice, also as 'disk:id'"],
    ),
    (
        {"name": "n", "disks": [{"size": 1, "labels": {"a": 1}}]},
        ["disks[0].labels.a: expected a string, got an integer"],
    ),
    (
        {"name": "n", "disks": [{"size": 1, "labels": {1: "a"}}]},
        ["disks[0].labels: an object's keys must be strings"],
    ),
    ({"name": "n", "disks": "x"}, ["disks: expected an array, got a string"]),
    (
        {"name": "n", "disks": [Server(name="n")]},
        ["disks[0]: expected Disk, got Server"],
    ),
    (
        {"name": "n", "parent": Server.model_validate({"name": 1, "nme": 1})},
        [
            "parent.name: expected a string, got an integer",
            "parent.nme: unknown property; did you mean 'name'?",
        ],
    ),
    ({"name": "n", "free": [{1, 2}]}, ["free[0]: set is no JSON value"]),
    ({"name": "n", "free": float("inf")}, ["free: expected a finite number"]),
]


@pytest.mark.parametrize(
    ("body", "expected"), REFUSED, ids=lambda value: ascii(value)[:60]
)
def test_what_does_not_fit_is_not_sent(body: Any, expected: list[str]) -> None:
    assert list(problems(body)) == expected


def test_a_loop_is_an_error() -> None:
    loop: list[Any] = []
    loop.append(loop)
    assert "nested too deeply" in problems({"name": "n", "free": loop})[0]


def test_no_secret_stands_in_the_text() -> None:
    body = {"name": "n", "disks": [{"size": "hush-1", "admin_pass": ["hush-2"]}]}
    with pytest.raises(InvalidRequest) as raised:
        post(body)
    assert "hush" not in str(raised.value) + repr(raised.value)


def test_a_body_that_is_one_argument() -> None:
    assert json.loads(post([{"size": 1}], list[Disk]).content) == [{"size": 1}]
    assert problems([{"size": 0}], list[Disk]) == ("body[0].size: must be at least 1",)
    assert problems(None, list[Disk], body_required=True) == ("body: missing",)
    assert post(None, list[Disk]).content == b""
    assert post(Server(name="n"), Server | list[str]).content == b'{"name":"n"}'
    assert problems(3, Server | list[str]) == (
        "body: expected an object or an array, got an integer",
    )


@pytest.mark.parametrize(
    ("method", "content"), [("POST", b"{}"), ("PUT", b"{}"), ("DELETE", b"")]
)
def test_an_object_without_properties(method: str, content: bytes) -> None:
    class Empty(Model):
        a: int | None = None

    client().send(Request(method, "/x", body={"a": None}, body_type=Empty), None)
    assert SENT[0].content == content
    assert ("Content-Type" in SENT[0].headers) is bool(content)


PATHS = {
    "plain-1_2.~": "plain-1_2.~",
    "../x": "..%2Fx",
    "a/b": "a%2Fb",
    "...": "...",
    "%2e%2e": "%252e%252e",
    "\\": "%5C",
    "\0": "%00",
    "\r\nX: y": "%0D%0AX%3A%20y",
    "%2F": "%252F",
    "a?b#c": "a%3Fb%23c",
    "a b": "a%20b",
    "ö": "%C3%B6",
    "{x}": "%7Bx%7D",
    "\n": "%0A",
}


@pytest.mark.parametrize(("value", "segment"), PATHS.items(), ids=ascii)
@pytest.mark.parametrize("prefix", ["", "/", "/gate/way", "/gate/way/"])
def test_a_path_value_stays_one_segment(value: str, segment: str, prefix: str) -> None:
    request = Request("GET", "/v1/{id}/x/{id}", path=[Parameter("id", value, str)])
    client(base_url=f"https://a.example{prefix}").send(request, None)
    expected = f"{prefix.rstrip('/')}/v1/{segment}/x/{segment}"
    assert SENT[0].url.raw_path.decode() == expected


@given(st.text(min_size=1, alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_path_value_stays_one_segment(value: str) -> None:
    request = Request("GET", "/v1/{id}/x", path=[Parameter("id", value, str)])
    client().send(request, None)
    raw = SENT[0].url.raw_path.decode()
    assert raw.count("/") == 3
    assert raw.startswith("/v1/")
    assert raw.endswith("/x")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "id: must not be empty in a path"),
        (None, "id: missing"),
        (5, "id: expected a string, got an integer"),
        ("abcdef", "id: must have a length of at most 5"),
    ],
)
def test_path_values_are_checked(value: Any, expected: str) -> None:
    parameter = Parameter("id", value, str, max_length=5)
    request = Request("GET", "/{id}", path=[parameter])
    with pytest.raises(InvalidRequest) as raised:
        client().send(request, None)
    assert raised.value.problems == (expected,)


def test_the_project_is_the_clients_unless_given() -> None:
    def call(of_client: str | None, of_call: str | None) -> str:
        path = [Parameter("project_id", of_call, str)]
        request = Request("GET", "/{project_id}", path=path)
        client(project_id=of_client).send(request, None)
        return SENT[0].url.path

    assert call("mine", None) == "/mine"
    assert call("mine", "other") == "/other"
    with pytest.raises(InvalidRequest, match="project_id=… to the client"):
        call(None, None)


def query(*parameters: Parameter, **options: Any) -> str:
    client().send(Request("GET", "/", query=parameters, **options), None)
    return SENT[0].url.query.decode()


@pytest.mark.parametrize(
    ("value", "type_", "expected"),
    [
        (None, str, ""),
        ("a&b=c d", str, "q=a%26b%3Dc+d"),
        (True, bool, "q=true"),
        (False, bool, "q=false"),
        (0, int, "q=0"),
        ([1, 2], list[int], "q=1&q=2"),
        ([], list[int], ""),
        (Mode.FAST, Mode | str, "q=fast"),
        (0.5, float, "q=0.5"),
    ],
    ids=str,
)
def test_query(value: Any, type_: Any, expected: str) -> None:
    assert query(Parameter("q", value, type_)) == expected


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        (Parameter("q", 0, int, ge=1), "q: must be at least 1"),
        (Parameter("q", True, int), "q: expected an integer, got a boolean"),
        (Parameter("a-b", "x", int, argument="a_b"), "a_b: expected an integer, got a string"),
        (Parameter("q", None, int, required=True), "q: missing, but required"),
        (Parameter("q", {"a": 1}, Any), "q: an object cannot be sent in the query"),
        (Parameter("q", [1, "x"], list[int]), "q[1]: expected an integer, got a string"),
        (Parameter("q", [{"a": 1}], Any), "q[0]: an object cannot be sent in the query"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_query_values_are_checked(parameter: Parameter, expected: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        query(parameter)
    assert raised.value.problems == (expected,)


def test_header_parameters() -> None:
    def headers(*parameters: Parameter) -> httpx2.Headers:
        client().send(Request("GET", "/", headers=parameters), None)
        return SENT[0].headers

    assert headers(Parameter("X-Count", 3, int), Parameter("X-No", None, str)).get(
        "X-Count"
    ) == ("3")
    assert "X-No" not in SENT[0].headers
    for value in ("hush\r\nX-Evil: 1", "hush\x00", "hüsh", " hush"):
        with pytest.raises(InvalidRequest) as raised:
            headers(Parameter("X-Text", value, str, argument="x_text"))
        assert raised.value.problems == (
            "x_text: has characters that no header can carry",
        )


EXTRA_BODIES: list[tuple[Any, Any]] = [
    ({"new": None}, {"name": "n", "free": {"a": 1}, "new": None}),
    ({"name": 5}, {"name": 5, "free": {"a": 1}}),
    ({"free": {"b": [1]}}, {"name": "n", "free": {"a": 1, "b": [1]}}),
    ({"free": 2}, {"name": "n", "free": 2}),
    ({"disk": Disk(size=1)}, {"name": "n", "free": {"a": 1}, "disk": {"size": 1}}),
]


@pytest.mark.parametrize(("extra", "sent"), EXTRA_BODIES, ids=str)
def test_extra_body_is_merged_over(extra: Mapping[str, Any], sent: Any) -> None:
    request = post({"name": "n", "free": {"a": 1}}, extra_body=extra)
    assert json.loads(request.content) == sent


def test_extra_parts_that_cannot_be_sent() -> None:
    assert problems([1], list[int], extra_body={"a": 1}) == (
        "extra_body: can only be merged with a body that is an object",
    )
    assert problems({"name": "n"}, extra_body={"a": object()}) == (
        "extra_body.a: object is no JSON value",
    )
    assert problems({"name": "n"}, extra_headers={"X-A": "a\nb"}) == (
        "extra_headers['X-A']: has characters that no header can carry",
    )
    assert problems({"name": "n"}, extra_headers={"X A": "a"}) == (
        "extra_headers['X A']: is no name of a header",
    )


LIMITED = "expected a positive number of seconds or an httpx2.Timeout"
UNSENDABLE: list[tuple[str, Any, str]] = [
    ("extra_query", "a=1", ": expected an object, got a string"),
    ("extra_query", [("a", 1)], ": expected an object, got an array"),
    ("extra_query", {1: "a"}, ": an object's keys must be strings"),
    ("extra_query", {"a": {"b": 1}}, ".a: an object cannot be sent in the query"),
    ("extra_query", {"a": [1, [2]]}, ".a[1]: an array cannot be sent in the query"),
    ("extra_query", {"a": [{}]}, ".a[0]: an object cannot be sent in the query"),
    ("extra_query", {"a": {1}}, ".a: set is no JSON value"),
    ("extra_query", {"a": b"x"}, ".a: bytes is no JSON value"),
    ("extra_headers", "X-A: 1", ": expected an object, got a string"),
    ("extra_headers", [("X-A", "1")], ": expected an object, got an array"),
    ("extra_headers", {1: "a"}, ": an object's keys must be strings"),
    ("extra_headers", {"X": ["a"]}, ".X: an array cannot be sent in a header"),
    ("extra_headers", {"X": {}}, ".X: an object cannot be sent in a header"),
    ("extra_headers", {"X": b"a"}, ".X: bytes is no JSON value"),
    (
        "extra_headers",
        {"content-length": "3"},
        "['content-length']: follows from the request and cannot be given",
    ),
    (
        "extra_headers",
        {"Transfer-Encoding": "chunked"},
        "['Transfer-Encoding']: follows from the request and cannot be given",
    ),
    ("extra_body", "x", ": expected an object, got a string"),
    ("extra_body", [1], ": expected an object, got an array"),
    ("extra_body", {1: 2}, ": an object's keys must be strings"),
    ("timeout", "5", f": {LIMITED}"),
    ("timeout", 0, f": {LIMITED}"),
    ("timeout", -1, f": {LIMITED}"),
    ("timeout", True, f": {LIMITED}"),
    ("timeout", float("nan"), f": {LIMITED}"),
    ("timeout", float("inf"), f": {LIMITED}"),
    ("timeout", 10**400, f": {LIMITED}"),
    ("timeout", httpx2.Timeout(-1), f": {LIMITED}"),
    ("timeout", httpx2.Timeout(5, read=float("nan")), f": {LIMITED}"),
]


@pytest.mark.parametrize(
    ("argument", "value", "expected"), UNSENDABLE, ids=lambda value: ascii(value)[:40]
)
def test_arguments_besides_are_checked(
    argument: str, value: Any, expected: str
) -> None:
    assert problems({"name": "n"}, **{argument: value}) == (argument + expected,)
    assert set(problems({"name": 1}, **{argument: value})) == {
        "name: expected a string, got an integer",
        argument + expected,
    }


def test_arguments_besides_that_can_be_sent() -> None:
    extra_headers: Any = {"X-A": 1, "X-B": 0.5, "X-C": True, "X-D": None}
    sent = post(
        {"name": "n"},
        extra_query={"a": [Mode.FAST, 1], "b": False},
        extra_headers=extra_headers,
        timeout=httpx2.Timeout(None, connect=3),
    )
    assert sent.url.query == b"a=fast&a=1&b=false"
    assert [sent.headers.get(f"X-{name}") for name in "ABCD"] == [
        "1",
        "0.5",
        "true",
        None,
    ]
    assert sent.extensions["timeout"]["connect"] == 3


def test_extra_query_and_headers_are_merged_over() -> None:
    parameters = [Parameter("a", 1, int), Parameter("b", 2, int)]
    request = Request(
        "GET",
        "/",
        query=parameters,
        headers=[Parameter("X-One", "1", str)],
        extra_query={"b": [True, None], "c": "x", "d": None},
        extra_headers={"x-one": "2", "X-Auth-Token": "other", "user-agent": "me"},
    )
    client().send(request, None)
    assert SENT[0].url.query == b"a=1&b=true&c=x"
    assert SENT[0].headers.get_list("X-One") == ["2"]
    assert SENT[0].headers.get_list("X-Auth-Token") == ["other"]
    assert SENT[0].headers["User-Agent"] == "me"


def test_extra_body_without_a_documented_one() -> None:
    client().send(Request("POST", "/", extra_body={"a": 1}), None)
    assert SENT[0].content == b'{"a":1}'
