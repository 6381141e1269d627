"""Operations in openapi.yaml: parameters, bodies, responses, paths."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.api.model import Location, Pagination, Paging, Ref, Schema, Tag
from scraper.text import Text
from tests.emit.builders import (
    INTEGER,
    LONG,
    SOURCE,
    STRING,
    api,
    body,
    example,
    operation,
    parameter,
    property_,
    response,
    schema,
)
from tests.emit.validated import read

HERE = {"page": "page.html", "anchor": "place"}


def test_operation() -> None:
    made = operation(
        method="PUT",
        parameters=[
            parameter("thing_id"),
            parameter("limit", INTEGER, location=Location.QUERY, required=False),
            parameter("X-Language", location=Location.HEADER, required=False),
            parameter("limit", STRING, location=Location.QUERY),
        ],
        body=body(
            Ref(name="Thing"),
            example("Naming a thing", '{"name": "x", "more": [1, null]}'),
            example("Naming a thing", "{}"),
            example("", "no JSON"),
        ),
        responses=[
            response("200", Ref(name="Thing"), example("", "{}")),
            response("204", description="", type_=None),
            response("404", None, description="Not *found*"),
        ],
    )
    found = read(api(made, schemas=[schema("Thing", property_("name"))]))
    put = found["paths"]["/v2/things/{thing_id}"]["put"]
    assert put["operationId"] == "ShowThing"
    assert put["tags"] == ["Things"]
    assert put["summary"] == "Title of ShowThing"
    assert put["description"] == "What it does."
    assert "deprecated" not in put
    assert put["x-source"] == HERE
    assert put["externalDocs"] == {
        "description": "The page of the reference.",
        "url": "https://docs.example.com/things/page.html",
    }
    assert put["parameters"] == [
        {
            "name": "thing_id",
            "in": "path",
            "required": True,
            "schema": {"type": "string"},
            "x-source": HERE,
        },
        {
            "name": "limit",
            "in": "query",
            "required": False,
            "schema": {"type": "integer"},
            "x-source": HERE,
        },
        {
            "name": "X-Language",
            "in": "header",
            "required": False,
            "schema": {"type": "string"},
            "x-source": HERE,
        },
    ]
    thing = {"$ref": "#/components/schemas/Thing"}
    assert put["requestBody"] == {
        "required": True,
        "content": {
            "application/json": {
                "schema": thing,
                "examples": {
                    "naming-a-thing": {
                        "summary": "Naming a thing",
                        "value": {"name": "x", "more": [1, None]},
                        "x-source": HERE,
                    },
                    "naming-a-thing-2": {
                        "summary": "Naming a thing",
                        "value": {},
                        "x-source": HERE,
                    },
                    "example": {"value": "no JSON", "x-source": HERE},
                },
            }
        },
    }
    assert put["responses"] == {
        "200": {
            "description": "OK",
            "content": {
                "application/json": {
                    "schema": thing,
                    "examples": {"example": {"value": {}, "x-source": HERE}},
                }
            },
        },
        "204": {"description": "The request succeeded."},
        "404": {
            "description": r"Not \*found\*",
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/ErrorResponse"}
                }
            },
        },
        "4XX": {"$ref": "#/components/responses/Error"},
        "5XX": {"$ref": "#/components/responses/Error"},
    }


def test_deprecated_operations_and_parameters_say_so() -> None:
    old = property_("q", deprecated=True, description="Old.\nVery.")
    query = replace(parameter("q", location=Location.QUERY), property=old)
    made = replace(operation(parameters=[query]), deprecated=True)
    get = read(api(made))["paths"]["/v2/things/{thing_id}"]["get"]
    assert get["deprecated"] is True
    assert get["parameters"][1]["deprecated"] is True
    assert get["parameters"][1]["description"] == "Old.\\\nVery."


def test_how_pages_are_turned() -> None:
    pages = Pagination(
        style=Paging.OFFSET,
        parameter=Text("offset"),
        size=Text("limit"),
        items=(Text("things"),),
        source=SOURCE,
    )
    common = {
        "in": "query",
        "parameter": "offset",
        "size": "limit",
        "items": ["things"],
    }
    last = replace(pages, style=Paging.MARKER, item=Text("id"), in_body=True)
    told = replace(pages, style=Paging.MARKER, next=(Text("next"),))
    for given, expected in (
        (pages, {"style": "offset", **common, "first": 0}),
        (last, {"style": "marker", **common, "in": "body", "item": "id"}),
        (told, {"style": "marker", **common, "next": ["next"]}),
    ):
        made = replace(operation(), pagination=given)
        get = read(api(made))["paths"]["/v2/things/{thing_id}"]["get"]
        assert get["x-pagination"] == expected


@pytest.mark.parametrize("status", ["100", "204", "205", "304"])
def test_an_answer_that_has_no_body_by_its_status_has_no_content(status: str) -> None:
    made = operation(path="/a", responses=[response(status, STRING, example("", "1"))])
    found = read(api(made))["paths"]["/a"]["get"]["responses"][status]
    assert found == {"description": "OK"}


def test_examples_without_a_documented_body_are_kept() -> None:
    made = operation(path="/a", responses=[response("200", None, example("", "1"))])
    found = read(api(made))["paths"]["/a"]["get"]["responses"]["200"]
    assert found["content"]["application/json"] == {
        "schema": {},
        "examples": {"example": {"value": 1, "x-source": HERE}},
    }


def test_older_paths_are_operations_of_their_own() -> None:
    made = api(
        operation("ShowThing", older=["/v1.1/things/{thing_id}", "/things/{id}"]),
        operation("ShowThingV1_1", path="/v3/things"),
    )
    paths = read(made)["paths"]
    ids = {path: item["get"]["operationId"] for path, item in paths.items()}
    assert ids == {
        "/v2/things/{thing_id}": "ShowThing",
        "/v3/things": "ShowThingV1_1",
        "/v1.1/things/{thing_id}": "ShowThingV1_12",
        "/things/{id}": "ShowThingOlder",
    }
    again = read(api(operation("ShowV2_1", path="/v2.1/a", older=["/v2/a"])))["paths"]
    assert again["/v2/a"]["get"]["operationId"] == "ShowV2"
    assert [p["name"] for p in paths["/things/{id}"]["get"]["parameters"]] == ["id"]


def test_paths_that_differ_in_names_are_one_path_with_the_names_of_the_first() -> None:
    made = api(
        operation("Show", path="/a/{x}/b/{y}"),
        operation(
            "Delete",
            "DELETE",
            "/a/{y}/b/{z}",
            parameters=[parameter("z", INTEGER), parameter("y", LONG)],
        ),
    )
    paths = read(made)["paths"]
    assert list(paths) == ["/a/{x}/b/{y}"]
    delete = paths["/a/{x}/b/{y}"]["delete"]
    assert [(p["name"], p["schema"]) for p in delete["parameters"]] == [
        ("x", {"type": "integer", "format": "int64"}),
        ("y", {"type": "integer"}),
    ]


def test_path_parameters_are_those_of_the_template() -> None:
    made = operation(
        path="v1/{b}/{a}/{b}",
        parameters=[parameter("gone"), parameter("a"), parameter("b")],
    )
    paths = read(api(made))["paths"]
    parameters = paths["/v1/{b}/{a}/{b_2}"]["get"]["parameters"]
    assert [p["name"] for p in parameters] == ["b", "a", "b_2"]


def test_operations_of_one_method_and_path_are_merged() -> None:
    common = parameter("dry", location=Location.QUERY)
    made = api(
        operation(
            "Start",
            "POST",
            "/a/{id}/action",
            parameters=[common, parameter("q", location=Location.QUERY)],
            body=body(Ref(name="A"), example("", "1")),
            responses=[response("200", Ref(name="A")), response("202")],
        ),
        operation(
            "Stop",
            "POST",
            "/a/{x}/action",
            parameters=[common],
            body=body(Ref(name="B"), example("", "2")),
            responses=[response("200", Ref(name="B")), response("202")],
        ),
        schemas=[schema("A"), schema("B")],
    )
    paths = read(made)["paths"]
    assert list(paths) == ["/a/{id}/action"]
    post = paths["/a/{id}/action"]["post"]
    both = [{"$ref": f"#/components/schemas/{name}"} for name in "AB"]
    content = post["requestBody"]["content"]["application/json"]
    assert post["operationId"] == "AAction"
    assert post["summary"] == "Title of Start / Title of Stop"
    page = "https://docs.example.com/things/page.html#place"
    assert post["description"] == (
        "The same request serves several operations:\n\n"
        f'- [Title of Start]({page} "Start")\n\n  What it does.\n'
        f'- [Title of Stop]({page} "Stop")\n\n  What it does.'
    )
    assert "externalDocs" not in post
    assert post["x-operations"] == {"Start": HERE, "Stop": HERE}
    assert content["schema"] == {"anyOf": both}
    assert {k: e["value"] for k, e in content["examples"].items()} == {
        "title-of-start": 1,
        "title-of-stop": 2,
    }
    assert post["requestBody"]["required"] is True
    answer = post["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {"anyOf": both}
    assert "content" not in post["responses"]["202"]
    assert {p["name"]: p["required"] for p in post["parameters"]} == {
        "id": True,
        "dry": True,
        "q": False,
    }


def test_many_operations_are_called_by_their_path_and_have_the_tag_of_most() -> None:
    made = [operation(f"Do{n}", "POST", "/v1/lamps/{id}/action") for n in range(4)]
    tags = ("Other", "Things", "Things", "Third")
    tagged = [replace(each, tag=tag) for each, tag in zip(made, tags, strict=True)]
    post = read(api(*tagged))["paths"]["/v1/lamps/{id}/action"]["post"]
    assert post["summary"] == "Lamps action"
    assert post["tags"] == ["Things"]


def test_paths_stand_in_the_order_of_the_tags() -> None:
    made = api(
        replace(operation("A", path="/a"), tag="Last"),
        replace(operation("B", path="/b"), tag="First"),
        replace(operation("C", path="/c", older=["/v1/c"]), tag="First"),
    )
    first, last = (Tag(name=name, title=Text(name)) for name in ("First", "Last"))
    assert list(read(replace(made, tags=(first, last)))["paths"]) == [
        "/b", "/c", "/a", "/v1/c",
    ]  # fmt: skip


MERGED: tuple[tuple[str, list[tuple[str, str]], set[str]], ...] = (
    ("by the path", [("A", "/v1/{p}/os-keys/{id}/action")], {"OsKeysAction"}),
    ("another operation has the name", [("OsKeys", "/keys"), ("A", "/v2.1/os_keys")], {"OsKeys", "OsKeysV2_1"}),
    ("a name twice", [("A", "/v1/keys/{id}"), ("B", "/v2/keys/{id}")], {"Keys", "KeysV2"}),
    ("no version", [("A", "/v1/keys/{id}"), ("B", "/keys/{id}"), ("C", "/keys")], {"Keys", "KeysPost", "KeysPost2"}),
    ("nothing fixed", [("A", "/{id}")], {"Post"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("paths", "expected"), [case[1:] for case in MERGED], ids=[case[0] for case in MERGED]
)  # fmt: skip
def test_merged_operations_are_named_by_the_path(
    paths: list[tuple[str, str]], expected: set[str]
) -> None:
    made = [
        operation(id_, "POST", path)
        for name, path in paths
        for id_ in ([name] if name in expected else [name, f"{name}2"])
    ]
    found = read(api(*made))["paths"].values()
    assert {one["post"]["operationId"] for one in found} == expected


APART: tuple[tuple[str, Schema, str], ...] = (
    ("a mandatory property each", schema("B", property_("stop", required=True)), "oneOf"),
    ("one without a mandatory property", schema("B", property_("stop")), "anyOf"),
    ("what the other may have too", schema("B", property_("note", required=True)), "anyOf"),
    ("the same property", schema("B", property_("start", required=True)), "anyOf"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("other", "expected"), [case[1:] for case in APART], ids=[case[0] for case in APART]
)
def test_bodies_are_one_of_several_where_none_fits_two(
    other: Schema, expected: str
) -> None:
    one = schema("A", property_("start", required=True), property_("note"))
    made = api(
        operation("Start", "POST", "/a", body=body(Ref(name="A"))),
        operation("Stop", "POST", "/a", body=body(Ref(name="B"))),
        schemas=[one, other],
    )
    post = read(made)["paths"]["/a"]["post"]
    content = post["requestBody"]["content"]["application/json"]
    assert list(content["schema"]) == [expected]


def test_a_body_that_some_operation_lacks_is_not_required() -> None:
    made = api(
        operation("A", "POST", "/a", body=body(STRING)), operation("B", "POST", "/a")
    )
    assert read(made)["paths"]["/a"]["post"]["requestBody"]["required"] is False


def test_a_status_that_stands_twice_is_one_response() -> None:
    made = operation(
        responses=[
            response("200", description=""),
            response("200", STRING, description="Done"),
        ]
    )
    get = read(api(made))["paths"]["/v2/things/{thing_id}"]["get"]
    assert get["responses"]["200"]["description"] == "Done"
    content = get["responses"]["200"]["content"]["application/json"]
    assert content["schema"] == {"type": "string"}


def test_another_method_stands_under_x() -> None:
    assert list(read(api(operation(method="COPY", path="/a")))["paths"]["/a"]) == [
        "x-copy"
    ]


def test_statuses_that_openapi_refuses_are_the_default() -> None:
    made = operation(path="/a", responses=[response("999", STRING), response("42")])
    responses = read(api(made))["paths"]["/a"]["get"]["responses"]
    assert list(responses) == ["default", "4XX", "5XX"]


def test_paths_are_encoded_and_their_variables_have_simple_names() -> None:
    made = operation(
        path="/a b/{x y}/{x_y}/{a/b}/é", parameters=[parameter("x_y", LONG)]
    )
    paths = read(api(made))["paths"]
    assert list(paths) == ["/a%20b/{x_y}/{x_y_2}/%7Ba/b%7D/%C3%A9"]
    parameters = next(iter(paths.values()))["get"]["parameters"]
    assert [(p["name"], p["schema"]["type"]) for p in parameters] == [
        ("x_y", "string"),
        ("x_y_2", "integer"),
    ]


def test_headers_of_answers() -> None:
    """The media type has another place; of operations that share a path, each header stands once."""
    headers = (
        property_("X-Leaves", INTEGER, description="How many."),
        property_("Content-Type"),
    )
    again = (property_("x-leaves"), property_("X-Roots"))
    operations = [
        operation(
            name,
            method="POST",
            path="/v1/trees",
            responses=[replace(response("200"), headers=told)],
        )
        for name, told in (("CutTree", headers), ("FellTree", again))
    ]
    document = read(api(*operations))
    found = document["paths"]["/v1/trees"]["post"]["responses"]["200"]
    assert found["headers"] == {
        "X-Leaves": {"description": "How many.", "schema": {"type": "integer"}},
        "X-Roots": {"schema": {"type": "string"}},
    }
    alone = read(api(operations[0]))["paths"]["/v1/trees"]["post"]["responses"]["200"]
    assert list(alone["headers"]) == ["X-Leaves"]
