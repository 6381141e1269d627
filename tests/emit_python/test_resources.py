"""Modules of resources: what a method takes, sends and answers; and groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from scraper.api.model import (
    Api,
    Array,
    Bounds,
    Location,
    Operation,
    Parameter,
    Ref,
    RequestBody,
    Response,
    Tag,
)
from scraper.emit.python.groups import groups
from scraper.emit.python.layout import lay_out
from scraper.emit.python.resources import MethodView, resource
from scraper.text import Text
from tests.emit.builders import (
    INTEGER,
    STRING,
    api,
    body,
    fact,
    operation,
    parameter,
    property_,
    response,
    schema,
)

LEAF = schema("Leaf", property_("id"), property_("a-b", required=True))


def method(call: Operation) -> MethodView:
    made = api(call, schemas=[LEAF])
    (group,) = groups(made, frozenset())
    (view,) = resource(group, lay_out(made)).methods
    return view


ANSWERS: tuple[tuple[str, list[Response], str], ...] = (
    ("a body", [response("200", Ref(name="Leaf"))], "models.Leaf"),
    ("an array", [response("200", Array(items=Ref(name="Leaf")))], "list[models.Leaf]"),
    ("no body", [response("200")], "None"),
    ("the success that has one", [response("200"), response("202", STRING)], "str"),
    ("errors do not count", [response("400", STRING)], "None"),
)


@pytest.mark.parametrize(
    ("responses", "expected"),
    [case[1:] for case in ANSWERS],
    ids=[case[0] for case in ANSWERS],
)
def test_answer(responses: list[Response], expected: str) -> None:
    assert method(operation(responses=responses)).answer == expected


def test_no_success_is_documented() -> None:
    assert operation(responses=[response("400")]).answer is None


PARAMETERS: tuple[tuple[str, Parameter, str], ...] = (
    ("in the path", parameter("id"), 'Parameter("id", id, str)'),
    ("another name", parameter("a-b"), 'Parameter("a-b", a_b, str, argument="a_b")'),
    ("required", parameter("q", location=Location.QUERY), 'Parameter("q", q, str, required=True)'),
    ("optional", parameter("q", location=Location.QUERY, required=False), 'Parameter("q", q, str)'),
    (
        "bounds",
        Parameter(location=Location.QUERY, property=property_("q", INTEGER, bounds=Bounds(minimum=fact(1), exclusive_maximum=fact(5)))),
        'Parameter("q", q, int, ge=1, lt=5)',
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "expected"),
    [case[1:] for case in PARAMETERS],
    ids=[case[0] for case in PARAMETERS],
)
def test_parameter(one: Parameter, expected: str) -> None:
    view = method(operation(path="/v1/{id}", parameters=[one]))
    (found,) = (*view.in_path, *view.in_query, *view.in_headers)
    assert found.expression.replace("'", '"') == expected


BODIES: tuple[tuple[str, RequestBody, list[str], str, bool], ...] = (
    ("an object", body(Ref(name="Leaf")), ["a_b: str", "id: str | None = None"], "models.Leaf", False),
    ("an array", body(Array(items=Ref(name="Leaf"))), ["body: Sequence[models.Leaf | Mapping[str, Any]]"], "list[models.Leaf]", True),
    ("one that may be left out", body(Array(items=STRING), required=False), ["body: Sequence[str] | None = None"], "list[str]", False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "arguments", "body_type", "required"),
    [case[1:] for case in BODIES],
    ids=[case[0] for case in BODIES],
)
def test_body(
    content: RequestBody, arguments: list[str], body_type: str, required: bool
) -> None:
    tree = replace(LEAF, properties=tuple(replace(one, required=bool(one.required)) for one in LEAF.properties))  # fmt: skip
    call = operation(method="POST", body=content)
    made = api(call, schemas=[tree])
    (group,) = groups(made, frozenset())
    (view,) = resource(group, lay_out(made)).methods
    assert [
        f"{one.identifier}: {one.annotation}{one.default}" for one in view.arguments
    ] == arguments
    assert (view.body_type, view.body_required) == (body_type, required)
    assert view.media_type == ""


def test_another_media_type() -> None:
    content = replace(body(STRING), media_type=Text("text/plain"))
    assert method(operation(body=content)).media_type == "'text/plain'"


def tagged(*names: str, schemas: Sequence[str] = ()) -> Api:
    tags = tuple(Tag(name=name, title=Text(name)) for name in names)
    made = api(schemas=[schema(name) for name in schemas])
    return replace(made, tags=tags)


GROUPS: tuple[tuple[str, Api, list[tuple[str, str]]], ...] = (
    ("plain", tagged("OldTrees"), [("old_trees", "OldTrees")]),
    ("attributes of a client", tagged("Close"), [("close_", "Close")]),
    ("a keyword", tagged("Import"), [("import_", "Import")]),
    ("a decorator", tagged("CachedProperty"), [("cached_property_", "CachedProperty")]),
    ("two modules alike", tagged("ATree", "A_Tree"), [("a_tree", "ATree"), ("a_tree_2", "A_Tree")]),
    ("the same in another order", tagged("A_Tree", "ATree"), [("a_tree_2", "A_Tree"), ("a_tree", "ATree")]),
    ("the client's class", tagged("Things"), [("things", "Things_")]),
    ("the other client's class", tagged("AsyncThings"), [("async_things", "AsyncThings_")]),
    ("an import of the clients", tagged("Client"), [("client", "Client_")]),
    ("an import of the resources", tagged("Resource"), [("resource", "Resource_")]),
    ("a model", tagged("Image", schemas=["Image"]), [("image", "Image")]),
    ("an asynchronous class", tagged("Image", "AsyncImage"), [("image", "Image_"), ("async_image", "AsyncImage")]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("made", "expected"), [case[1:] for case in GROUPS], ids=[case[0] for case in GROUPS]
)  # fmt: skip
def test_groups(made: Api, expected: list[tuple[str, str]]) -> None:
    found = groups(made, frozenset({"close"}))
    assert [(one.attribute, one.name) for one in found] == expected
    assert all(one.module == one.attribute for one in found)
