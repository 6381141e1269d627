"""The arguments of a method."""

from __future__ import annotations

import pytest

from scraper.api.model import Array, Location, Operation, Parameter, Ref, RequestBody
from scraper.emit.python.arguments import arguments
from scraper.emit.python.layout import lay_out
from scraper.names import Named, Names
from tests.emit.builders import (
    NULL,
    STRING,
    api,
    body,
    operation,
    parameter,
    property_,
    schema,
)

PATH, QUERY, HEADER = Location.PATH, Location.QUERY, Location.HEADER


def made(parameters: list[Parameter], *properties: str) -> Operation:
    flat = body(Ref(name="TreeReq")) if properties else None
    return operation(method="POST", parameters=parameters, body=flat)


NAMES: tuple[tuple[str, list[Parameter], tuple[str, ...], list[str]], ...] = (
    ("none", [], (), []),
    ("path, query, headers, body", [parameter("d", location=HEADER), parameter("c", location=QUERY), parameter("a")], ("b",), ["a", "c", "d", "b"]),
    ("two places", [parameter("id"), parameter("id", location=QUERY)], ("id",), ["id", "query_id", "body_id"]),
    ("two headers alike", [parameter("x-id", location=HEADER), parameter("X_ID", location=HEADER)], (), ["x_id", "X_ID"]),
    ("a property called body", [], ("body",), ["body_body"]),
    ("what every method has", [parameter("timeout", location=QUERY)], ("self", "extra_body"), ["query_timeout", "body_self", "body_extra_body"]),
    ("keywords", [], ("from", "class"), ["from_", "class_"]),
    ("imports", [parameter("Parameter", location=QUERY)], ("Request",), ["Parameter_", "Request_"]),
    ("classes", [], ("TreeReq",), ["TreeReq_"]),
    ("three alike", [], ("a-b", "a.b", "a b"), ["a_b", "body_a_b", "body_a_b_2"]),
    ("a prefixed name that is taken", [parameter("a"), parameter("query_a", location=QUERY), parameter("a", location=QUERY)], (), ["a", "query_a", "query_a_2"]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("parameters", "properties", "expected"),
    [case[1:] for case in NAMES],
    ids=[case[0] for case in NAMES],
)
def test_names(
    parameters: list[Parameter], properties: tuple[str, ...], expected: list[str]
) -> None:
    tree = schema("TreeReq", *(property_(name) for name in properties))
    call = made(parameters, *properties)
    found = arguments(call, lay_out(api(call, schemas=[tree])))
    assert [one.identifier for one in found.documented] == expected


def test_what_must_be_given_comes_first_and_the_project_last() -> None:
    tree = schema(
        "TreeReq",
        property_("soft", required=False),
        property_("hard", required=True),
        property_("null", NULL, required=True),
    )
    call = made([parameter("project_id"), parameter("tree_id")], "hard")
    found = arguments(call, lay_out(api(call, schemas=[tree])))
    assert [(one.identifier, one.must_be_given) for one in found.in_signature] == [
        ("tree_id", True),
        ("hard", True),
        ("soft", False),
        ("null", False),
        ("project_id", False),
    ]


def test_only_the_project_of_the_path_is_the_clients() -> None:
    query = parameter("project_id", location=QUERY)
    call = made([parameter("project_id"), query])
    found = arguments(call, lay_out(api(call)))
    assert [one.is_project for one in found.documented] == [True, False]


BODIES: tuple[tuple[str, RequestBody | None, bool], ...] = (
    ("none", None, False),
    ("an object", body(Ref(name="TreeReq")), False),
    ("an array", body(Array(items=Ref(name="TreeReq"))), True),
    ("a string", body(STRING), True),
)


@pytest.mark.parametrize(
    ("content", "whole"), [case[1:] for case in BODIES], ids=[case[0] for case in BODIES]
)  # fmt: skip
def test_bodies(content: RequestBody | None, whole: bool) -> None:
    call = operation(method="POST", body=content)
    tree = schema("TreeReq", property_("a"))
    assert arguments(call, lay_out(api(call, schemas=[tree]))).whole_body is whole


def test_arguments_given_before_stay() -> None:
    """A new path parameter does not take the name of the body's property, nor one that every method has now."""
    tree = schema("TreeReq", property_("id"), property_("wait"))
    before = {"CreateTree/body/id": "id", "CreateTree/body/wait": "timeout"}
    names = Names(given={Named.ARGUMENT: before})
    call = operation(
        "CreateTree",
        method="POST",
        parameters=[parameter("id")],
        body=body(Ref(name="TreeReq")),
    )
    found = arguments(call, lay_out(api(call, schemas=[tree]), names))
    assert [(one.place, one.identifier) for one in found.documented] == [
        ("path", "id_2"),
        ("body", "id"),
        ("body", "wait"),
    ]
