"""openapi.yaml: valid whatever the Api holds, and saying what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Bounds,
    Location,
    Map,
    Property,
    Ref,
    Server,
    Type,
    Union,
)
from scraper.emit.openapi import document
from scraper.text import Text
from tests.emit.builders import (
    BOOLEAN,
    HOSTILE,
    INTEGER,
    LONG,
    NULL,
    NUMBER,
    SERVICE,
    STRING,
    api,
    body,
    enumeration,
    example,
    fact,
    hostile_api,
    operation,
    parameter,
    property_,
    response,
    schema,
)


def read(made: Api) -> Any:
    """The document as parsed YAML, once it is known to be valid."""
    parsed = yaml.safe_load(document(made))
    OpenAPIV31SpecValidator(parsed).validate()
    return parsed


def read_property(given: Property, made: Api | None = None) -> Any:
    """The schema of a property in an Api that has the schema Other and the enumerations Color and Level."""
    known = made or api(
        schemas=[schema("Other")],
        enumerations=[
            enumeration("Color", {"red": "Red.", "blue": ""}),
            enumeration("Level", {0: "Low", 1: "High"}, base=INTEGER),
        ],
    )
    whole = replace(known, schemas=(*known.schemas, schema("Holder", given)))
    holder = read(whole)["components"]["schemas"]["Holder"]
    return holder["properties"][given.name.plain]


def test_an_api_without_operations_is_a_valid_document() -> None:
    found = read(api())
    assert found["openapi"] == "3.1.0"
    assert found["paths"] == {}
    assert found["info"]["title"] == "Things API"
    assert found["info"]["version"] == "0.1.0"
    assert found["info"]["license"]["identifier"] == "Apache-2.0"
    assert found["tags"] == [{"name": "Things", "description": "All things"}]
    assert found["security"] == [{"token": []}]
    assert found["components"]["securitySchemes"]["token"]["name"] == "X-Auth-Token"
    assert found["components"]["schemas"] == {}


def test_an_api_without_tags_is_valid() -> None:
    assert "tags" not in read(replace(api(), tags=()))


SERVERS: list[tuple[str, Server, dict[str, Any]]] = [
    (
        "regions",
        SERVICE.server,
        {
            "url": "https://things.{region}.example.com",
            "variables": {"region": {"default": "eu-de", "enum": ["eu-de", "eu-nl"]}},
        },
    ),
    ("none", Server(url=Text("https://a.b")), {"url": "https://a.b"}),
    (
        "another variable",
        Server(url=Text("https://{zone}.b")),
        {"url": "https://{zone}.b", "variables": {"zone": {"default": "zone"}}},
    ),
]


@pytest.mark.parametrize(
    ("server", "expected"),
    [case[1:] for case in SERVERS],
    ids=[case[0] for case in SERVERS],
)
def test_server(server: Server, expected: dict[str, Any]) -> None:
    made = api(service=replace(SERVICE, server=server))
    assert read(made)["servers"] == [expected]


TYPES: list[tuple[str, Type, dict[str, Any]]] = [
    ("string", STRING, {"type": "string"}),
    ("long", LONG, {"type": "integer", "format": "int64"}),
    ("null", NULL, {"type": "null"}),
    ("any", AnyType(), {}),
    (
        "array of map",
        Array(items=Map(values=NUMBER)),
        {
            "type": "array",
            "items": {"type": "object", "additionalProperties": {"type": "number"}},
        },
    ),
    (
        "map of any",
        Map(values=AnyType()),
        {"type": "object", "additionalProperties": {}},
    ),
    ("reference", Ref(name="Other"), {"$ref": "#/components/schemas/Other"}),
    (
        "union",
        Union(options=(BOOLEAN, Ref(name="Color"))),
        {"anyOf": [{"type": "boolean"}, {"$ref": "#/components/schemas/Color"}]},
    ),
]


@pytest.mark.parametrize(
    ("type_", "expected"), [case[1:] for case in TYPES], ids=[case[0] for case in TYPES]
)
def test_types(type_: Type, expected: dict[str, Any]) -> None:
    assert read_property(property_("p", type_)) == expected


DEFAULTS: list[tuple[str, Property, object]] = [
    ("text", property_("p", STRING, default="1.00"), "1.00"),
    ("text that looks like null", property_("p", STRING, default="null"), "null"),
    ("integer", property_("p", INTEGER, default=15), 15),
    ("zero", property_("p", INTEGER, default=0), 0),
    ("false", property_("p", BOOLEAN, default=False), False),
    ("integer for a number", property_("p", NUMBER, default=1), 1),
    ("of an enumeration", property_("p", Ref(name="Color"), default="red"), "red"),
    ("an integer of one", property_("p", Ref(name="Level"), default=1), 1),
    ("of a union", property_("p", Union(options=(NULL, STRING)), default="a"), "a"),
    ("for anything", property_("p", AnyType(), default="a"), "a"),
    ("text for an integer", property_("p", INTEGER, default="15"), None),
    ("boolean for an integer", property_("p", INTEGER, default=True), None),
    ("integer for a boolean", property_("p", BOOLEAN, default=0), None),
    ("no member", property_("p", Ref(name="Color"), default="green"), None),
    ("boolean for a member", property_("p", Ref(name="Level"), default=True), None),
    ("of an object", property_("p", Ref(name="Other"), default="a"), None),
    ("of an array", property_("p", Array(items=STRING), default="a"), None),
    (
        "out of bounds",
        property_("p", INTEGER, default=-1, bounds=Bounds(minimum=fact(0))),
        None,
    ),
    (
        "at an open bound",
        property_("p", NUMBER, default=1, bounds=Bounds(exclusive_maximum=fact(1))),
        None,
    ),
]


@pytest.mark.parametrize(
    ("given", "expected"),
    [case[1:] for case in DEFAULTS],
    ids=[case[0] for case in DEFAULTS],
)
def test_defaults(given: Property, expected: object) -> None:
    found = read_property(given)
    assert found.get("default") == expected
    assert type(found.get("default")) is type(expected)


ALL_BOUNDS = Bounds(
    minimum=fact(1),
    maximum=fact(2.5),
    exclusive_minimum=fact(0),
    exclusive_maximum=fact(3),
    min_length=fact(4),
    max_length=fact(5),
    min_items=fact(6),
    max_items=fact(7),
)
OF_NUMBERS = {
    "minimum": 1,
    "maximum": 2.5,
    "exclusiveMinimum": 0,
    "exclusiveMaximum": 3,
}
OF_STRINGS = {"minLength": 4, "maxLength": 5}
OF_ARRAYS = {"minItems": 6, "maxItems": 7}
BOUNDS: list[tuple[str, Type, dict[str, Any]]] = [
    ("integer", INTEGER, OF_NUMBERS),
    ("number", NUMBER, OF_NUMBERS),
    ("string", STRING, OF_STRINGS),
    ("array", Array(items=STRING), OF_ARRAYS),
    ("boolean", BOOLEAN, {}),
    ("object", Ref(name="Other"), {}),
    ("enumeration of strings", Ref(name="Color"), OF_STRINGS),
    ("enumeration of integers", Ref(name="Level"), OF_NUMBERS),
    ("union", Union(options=(STRING, INTEGER)), OF_NUMBERS | OF_STRINGS),
    ("any", AnyType(), OF_NUMBERS | OF_STRINGS | OF_ARRAYS),
]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [case[1:] for case in BOUNDS],
    ids=[case[0] for case in BOUNDS],
)
def test_bounds(type_: Type, expected: dict[str, Any]) -> None:
    found = read_property(property_("p", type_, bounds=ALL_BOUNDS))
    kept = {key: found[key] for key in found if re.match("min|max|exclusive", key)}
    assert kept == expected


def test_bounds_that_json_schema_cannot_hold_are_left_out() -> None:
    endless = Bounds(minimum=fact(0), maximum=fact(float("inf")))
    assert read_property(property_("p", NUMBER, bounds=endless)) == {
        "type": "number",
        "minimum": 0,
    }
    negative = Bounds(min_length=fact(-1))
    assert read_property(property_("p", bounds=negative)) == {"type": "string"}


def test_a_reference_has_description_and_deprecated_beside_it() -> None:
    given = property_("p", Ref(name="Other"), description="Why.", deprecated=True)
    assert read_property(given) == {
        "$ref": "#/components/schemas/Other",
        "description": "Why.",
        "deprecated": True,
    }


def test_schema() -> None:
    made = schema(
        "Thing",
        property_("b", required=True),
        property_("a", required=False),
        property_("c"),
        property_("b", INTEGER, required=False),
        description="A thing.",
    )
    assert read(api(schemas=[made]))["components"]["schemas"]["Thing"] == {
        "type": "object",
        "description": "A thing.",
        "required": ["b"],
        "properties": {name: {"type": "string"} for name in "bac"},
        "x-source": {"page": "page.html", "anchor": "place"},
    }


def test_enumeration() -> None:
    made = api(enumerations=[enumeration("Level", {0: "Low *or* so", 7: ""}, LONG)])
    assert read(made)["components"]["schemas"]["Level"] == {
        "type": "integer",
        "format": "int64",
        "description": "- `0`: Low \\*or\\* so\n- `7`\n\nOther values are possible.",
        "enum": [0, 7],
        "x-enum-descriptions": [r"Low \*or\* so", ""],
        "x-source": {"page": "page.html", "anchor": "place"},
    }


def test_recursive_schemas_are_valid() -> None:
    made = schema("Node", property_("children", Array(items=Ref(name="Node"))))
    read(api(schemas=[made]))


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
    assert put["x-source"] == {"page": "page.html", "anchor": "place"}
    assert put["parameters"] == [
        {
            "name": "thing_id",
            "in": "path",
            "required": True,
            "schema": {"type": "string"},
        },
        {
            "name": "limit",
            "in": "query",
            "required": False,
            "schema": {"type": "integer"},
        },
        {
            "name": "X-Language",
            "in": "header",
            "required": False,
            "schema": {"type": "string"},
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
                    },
                    "naming-a-thing-2": {"summary": "Naming a thing", "value": {}},
                    "example": {"value": "no JSON"},
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
                    "examples": {"example": {"value": {}}},
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
    }
    error = found["components"]["schemas"]["ErrorResponse"]
    assert list(error["properties"]) == ["error_code", "error_msg"]
    assert "additionalProperties" not in error


def test_deprecated_operations_and_parameters_say_so() -> None:
    old = property_("q", deprecated=True, description="Old.\nVery.")
    query = replace(parameter("q", location=Location.QUERY), property=old)
    made = replace(operation(parameters=[query]), deprecated=True)
    get = read(api(made))["paths"]["/v2/things/{thing_id}"]["get"]
    assert get["deprecated"] is True
    assert get["parameters"][1]["deprecated"] is True
    assert get["parameters"][1]["description"] == "Old.\\\nVery."


def test_the_error_object_gives_way_to_a_schema_of_that_name() -> None:
    made = api(
        operation(responses=[response("400")]),
        schemas=[schema("ErrorResponse"), schema("ErrorResponse2")],
    )
    found = read(made)
    get = found["paths"]["/v2/things/{thing_id}"]["get"]
    content = get["responses"]["400"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/ErrorResponse3"}
    assert "error_code" not in found["components"]["schemas"]["ErrorResponse"]
    assert (
        "error_code" in found["components"]["schemas"]["ErrorResponse3"]["properties"]
    )


def test_the_error_object_is_there_only_when_used() -> None:
    documented = operation(responses=[response("400", Ref(name="Fault"))])
    found = read(api(documented, schemas=[schema("Fault")]))
    assert list(found["components"]["schemas"]) == ["Fault"]


def test_component_names_that_openapi_refuses_are_made_valid_and_distinct() -> None:
    names = ["a/b", "a_b", "a~b", "a b"]
    refs = [property_(name, Ref(name=name)) for name in names]
    made = api(schemas=[*(schema(name) for name in names), schema("All", *refs)])
    found = read(made)["components"]["schemas"]
    assert list(found) == ["a_b2", "a_b", "a_b3", "a_b4", "All"]
    assert {
        key: value["$ref"] for key, value in found["All"]["properties"].items()
    } == {
        "a/b": "#/components/schemas/a_b2",
        "a_b": "#/components/schemas/a_b",
        "a~b": "#/components/schemas/a_b3",
        "a b": "#/components/schemas/a_b4",
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
    parameters = paths["/v1/{b}/{a}/{b}"]["get"]["parameters"]
    assert [p["name"] for p in parameters] == ["b", "a"]


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
    assert post["operationId"] == "Start"
    assert post["description"].endswith("serves:\n\n- Title of Stop")
    assert content["schema"] == {"anyOf": both}
    assert [e["value"] for e in content["examples"].values()] == [1, 2]
    assert post["requestBody"]["required"] is True
    answer = post["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {"anyOf": both}
    assert "content" not in post["responses"]["202"]
    assert {p["name"]: p["required"] for p in post["parameters"]} == {
        "id": True,
        "dry": True,
        "q": False,
    }


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
    assert list(responses) == ["default"]


def test_paths_are_encoded_and_their_variables_have_simple_names() -> None:
    made = operation(
        path="/a b/{x y}/{x_y}/{a/b}/é", parameters=[parameter("x_y", LONG)]
    )
    paths = read(api(made))["paths"]
    assert list(paths) == ["/a%20b/{x_y}/{x_y2}/%7Ba/b%7D/%C3%A9"]
    parameters = next(iter(paths.values()))["get"]["parameters"]
    assert [(p["name"], p["schema"]["type"]) for p in parameters] == [
        ("x_y", "string"),
        ("x_y2", "integer"),
    ]


def test_examples_without_a_documented_body_are_kept() -> None:
    made = operation(path="/a", responses=[response("200", None, example("", "1"))])
    found = read(api(made))["paths"]["/a"]["get"]["responses"]["200"]
    assert found["content"]["application/json"] == {
        "schema": {},
        "examples": {"example": {"value": 1}},
    }


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(text: str) -> None:
    made = hostile_api(text)
    found = read(made)
    kept = text.replace("\ud800", "\ufffd")
    get = next(iter(found["paths"].values()))["get"]
    assert get["summary"] == kept
    assert found["info"]["title"] == f"{kept} API"
    assert kept in get["parameters"][-1]["name"]
    thing = next(iter(found["components"]["schemas"].values()))
    assert list(thing["properties"]) == [kept]
    assert thing["properties"][kept]["default"] == kept
    *_, colors = (v for v in found["components"]["schemas"].values() if "enum" in v)
    assert colors["enum"] == [kept]


def test_a_dangling_reference_is_refused() -> None:
    with pytest.raises(KeyError, match="Nowhere"):
        document(api(schemas=[schema("A", property_("p", Ref(name="Nowhere")))]))


def test_each_line_ends_with_a_line_feed_and_nothing_else() -> None:
    for text in HOSTILE:
        written = document(hostile_api(text))
        assert written.endswith("\n")
        assert written.split("\n") == [*written.splitlines(), ""]
        written.encode()
