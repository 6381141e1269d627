"""openapi.yaml: valid whatever the Api holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from scraper.api.model import Ref, Server, Tag
from scraper.text import Text
from tests.emit.builders import (
    HOSTILE,
    SERVICE,
    api,
    hostile_api,
    operation,
    property_,
    response,
    schema,
    words,
)
from tests.emit.validated import document, read
from tests.support.error_shapes import SHAPES, Shape


def test_an_api_without_operations_is_a_valid_document() -> None:
    found = read(api())
    assert found["openapi"] == "3.1.0"
    assert found["paths"] == {}
    assert found["info"]["title"] == "Things API"
    assert found["info"]["version"] == "0.1.0"
    assert found["info"]["license"]["identifier"] == "Apache-2.0"
    assert found["info"]["contact"] == {
        "name": "Example Cloud",
        "url": "https://example.com",
    }
    assert found["externalDocs"]["url"] == "https://docs.example.com/things/"
    assert found["tags"] == [
        {"name": "Things", "x-displayName": "All things", "description": "All things"}
    ]
    assert found["security"] == [{"token": []}, {"accessKey": []}]
    schemes = found["components"]["securitySchemes"]
    assert {name: scheme["name"] for name, scheme in schemes.items()} == {
        "token": "X-Auth-Token",
        "accessKey": "Authorization",
    }
    assert "responses" not in found["components"]
    assert found["components"]["schemas"] == {}


def test_an_api_without_tags_is_valid() -> None:
    found = read(replace(api(), tags=()))
    assert not {"tags", "x-tagGroups"} & found.keys()


def test_a_tag_is_told_by_the_words_of_its_chapter() -> None:
    described = Tag(
        name="Things", title=Text("All things"), description=words("One.", "Two.")
    )
    assert read(replace(api(), tags=(described,)))["tags"] == [
        {
            "name": "Things",
            "x-displayName": "All things",
            "description": "One.\n\nTwo.",
        }
    ]


# (title, name and chapter above of each tag, groups)
GROUPS = (
    ("none above another", "A, B", None),
    ("one above all", "B > Up, A > Up", {"Up": ["B", "A"]}),
    ("one without", "B, A > Up, C", {"Title of B": ["B"], "Up": ["A"], "Title of C": ["C"]}),
    ("one that is above others", "B, A > Title of B", {"Title of B": ["B", "A"]}),
    ("others between", "A > Up, C > Other, B > Up", {"Up": ["A", "B"], "Other": ["C"]}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("tags", "groups"), [case[1:] for case in GROUPS], ids=[case[0] for case in GROUPS]
)
def test_tags_stand_in_groups(tags: str, groups: dict[str, list[str]] | None) -> None:
    made = [
        Tag(name=name, title=Text(f"Title of {name}"), above=Text(above))
        for name, _, above in (one.partition(" > ") for one in tags.split(", "))
    ]
    found = read(replace(api(), tags=tuple(made)))
    assert [tag["name"] for tag in found["tags"]] == [tag.name for tag in made]
    expected = groups and [{"name": n, "tags": t} for n, t in groups.items()]
    assert found.get("x-tagGroups") == expected


SERVERS: list[tuple[str, Server, dict[str, Any]]] = [
    (
        "regions",
        SERVICE.server,
        {
            "url": "https://things.{region}.example.com",
            "description": "Things",
            "variables": {
                "region": {
                    "description": "Where the service runs.",
                    "default": "eu-de",
                    "enum": ["eu-de", "eu-nl"],
                }
            },
        },
    ),
    (
        "none",
        Server(url=Text("https://a.b")),
        {"url": "https://a.b", "description": "Things"},
    ),
    (
        "another variable",
        Server(url=Text("https://{zone}.b")),
        {
            "url": "https://{zone}.b",
            "description": "Things",
            "variables": {"zone": {"default": "zone"}},
        },
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


def test_the_error_object_gives_way_to_a_schema_of_that_name() -> None:
    made = api(
        operation(responses=[response("400")]),
        schemas=[schema("ErrorResponse"), schema("ErrorResponse2")],
    )
    found = read(made)
    get = found["paths"]["/v2/things/{thing_id}"]["get"]
    content = get["responses"]["400"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/ErrorResponse3"}
    assert "anyOf" not in found["components"]["schemas"]["ErrorResponse"]
    assert "anyOf" in found["components"]["schemas"]["ErrorResponse3"]


FORMS = {
    "error_code and error_msg", "error_code and error_message", "no success", "error with code and message",
    "error of IAM", "code and message", "badRequest", "itemNotFound", "NeutronError", "a code alone",
}  # fmt: skip


@pytest.mark.parametrize(
    "shape", [shape for shape in SHAPES if shape.name in FORMS], ids=lambda one: one.name
)  # fmt: skip
def test_the_forms_of_an_error_that_the_client_reads_are_documented(
    shape: Shape,
) -> None:
    assert is_error(shape.response.json())


def test_an_error_is_an_object_that_says_something() -> None:
    empty: tuple[object, ...] = ([], {}, "text")
    assert not [body for body in empty if is_error(body)]


def is_error(body: object) -> bool:
    """Whether the body fits what the document says of answers that no page describes."""
    found = read(api(operation()))
    error = found["components"]["responses"]["Error"]
    schema_ = {**found, **error["content"]["application/json"]["schema"]}
    validator = cast("Any", Draft202012Validator(schema_))  # its stubs are incomplete
    return bool(validator.is_valid(body))


def test_what_no_page_says_of_errors_is_the_shared_response() -> None:
    documented = operation(
        responses=[response("400", Ref(name="Fault")), response("5XX")]
    )
    found = read(api(documented, schemas=[schema("Fault")]))
    responses = found["paths"]["/v2/things/{thing_id}"]["get"]["responses"]
    assert list(responses) == ["400", "default", "4XX", "5XX"]
    content = responses["400"]["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Fault"}
    assert responses["4XX"] == {"$ref": "#/components/responses/Error"}
    assert list(found["components"]["schemas"]) == [
        "Fault", "ErrorResponse", "ErrorCode", "ErrorObject", "ErrorMessage", "Fault2",
    ]  # fmt: skip


def test_component_names_that_openapi_refuses_are_made_valid_and_distinct() -> None:
    names = ["a/b", "a_b", "a~b", "a b"]
    refs = [property_(name, Ref(name=name)) for name in names]
    made = api(schemas=[*(schema(name) for name in names), schema("All", *refs)])
    found = read(made)["components"]["schemas"]
    assert list(found)[:5] == ["a_b2", "a_b", "a_b3", "a_b4", "All"]
    assert {
        key: value["$ref"] for key, value in found["All"]["properties"].items()
    } == {
        "a/b": "#/components/schemas/a_b2",
        "a_b": "#/components/schemas/a_b",
        "a~b": "#/components/schemas/a_b3",
        "a b": "#/components/schemas/a_b4",
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
