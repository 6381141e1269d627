"""Schemas in openapi.yaml: types, defaults, bounds, objects and enumerations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
import yaml

from scraper.api.model import (
    AnyType,
    Api,
    Array,
    Bounds,
    Kind,
    Map,
    Primitive,
    Property,
    Ref,
    Type,
    Union,
)
from scraper.text import Paragraph, Prose, Span, Text
from tests.emit.builders import (
    BOOLEAN,
    INTEGER,
    LONG,
    NULL,
    NUMBER,
    STRING,
    api,
    enumeration,
    fact,
    property_,
    schema,
)
from tests.emit.validated import printed, read


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


TYPES: list[tuple[str, Type, dict[str, Any]]] = [
    ("string", STRING, {"type": "string"}),
    ("long", LONG, {"type": "integer", "format": "int64"}),
    ("null", NULL, {"const": None}),
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
        "too short",
        property_("p", STRING, default="", bounds=Bounds(min_length=fact(1))),
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
OF_INTEGERS = {"minimum": 1, "maximum": 2}
OF_STRINGS = {"minLength": 4, "maxLength": 5}
OF_ARRAYS = {"minItems": 6, "maxItems": 7}
BOUNDS: list[tuple[str, Type, dict[str, Any]]] = [
    ("integer", INTEGER, OF_INTEGERS),
    ("number", NUMBER, OF_NUMBERS),
    ("string", STRING, OF_STRINGS),
    ("array", Array(items=STRING), OF_ARRAYS),
    ("boolean", BOOLEAN, {}),
    ("object", Ref(name="Other"), {}),
    ("enumeration of strings", Ref(name="Color"), OF_STRINGS),
    ("enumeration of integers", Ref(name="Level"), OF_INTEGERS),
    ("union", Union(options=(STRING, INTEGER)), OF_INTEGERS | OF_STRINGS),
    ("number or text", Union(options=(STRING, NUMBER)), OF_NUMBERS | OF_STRINGS),
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


WHOLE: tuple[tuple[Bounds, dict[str, int]], ...] = (
    (Bounds(exclusive_minimum=fact(0), exclusive_maximum=fact(9)), {"minimum": 1, "maximum": 8}),
    (Bounds(exclusive_minimum=fact(0.5), exclusive_maximum=fact(8.5)), {"minimum": 1, "maximum": 8}),
    (Bounds(minimum=fact(0.5), maximum=fact(8.5)), {"minimum": 1, "maximum": 8}),
    (Bounds(minimum=fact(-2.0)), {"minimum": -2}),
    (Bounds(minimum=fact(5), exclusive_minimum=fact(1)), {"minimum": 5}),
)  # fmt: skip


@pytest.mark.parametrize(("bounds", "expected"), WHOLE)
def test_limits_of_integers_are_integers_that_they_allow(
    bounds: Bounds, expected: dict[str, int]
) -> None:
    found = read_property(property_("p", INTEGER, bounds=bounds))
    assert found == {"type": "integer", **expected}
    assert all(type(found[key]) is int for key in expected)


def test_bounds_that_json_schema_cannot_hold_are_left_out() -> None:
    endless = Bounds(minimum=fact(0), maximum=fact(float("inf")))
    assert read_property(property_("p", NUMBER, bounds=endless)) == {
        "type": "number",
        "minimum": 0,
    }
    negative = Bounds(min_length=fact(-1))
    assert read_property(property_("p", bounds=negative)) == {"type": "string"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (property_("a", format="uuid"), {"type": "string", "format": "uuid"}),
        (
            property_("a", format="byte"),
            {"type": "string", "format": "byte", "contentEncoding": "base64"},
        ),
        (
            property_("a", Primitive(kind=Kind.STRING, format="byte")),
            {"type": "string", "format": "byte", "contentEncoding": "base64"},
        ),
        (
            property_(
                "a", format="uri", default="x:", bounds=Bounds(max_length=fact(9))
            ),
            {"type": "string", "format": "uri", "maxLength": 9, "default": "x:"},
        ),
    ],
    ids=["uuid", "byte", "bytes by type", "beside others"],
)
def test_formats(given: Property, expected: dict[str, Any]) -> None:
    assert read_property(given) == expected


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
        "description": "- `0`: Low \\*or\\* so\n- `7`",
        "enum": [0, 7],
        "x-enum-descriptions": [r"Low \*or\* so", ""],
        "x-source": {"page": "page.html", "anchor": "place"},
    }


def test_members_have_their_names_in_programs() -> None:
    """Other generators name the members of their enumerations so."""
    level = enumeration("Level", {0: "Low", 7: ""}, LONG)
    other = enumeration("Other", {"a": ""})
    made = printed(api(enumerations=[level, other]), {"Level": ("LOW", "VALUE_7")})
    schemas = yaml.safe_load(made["openapi.yaml"])["components"]["schemas"]
    assert schemas["Level"]["x-enum-varnames"] == ["LOW", "VALUE_7"]
    assert "x-enum-varnames" not in schemas["Other"]


def test_values_that_the_description_shows_are_not_listed_again() -> None:
    shown = Paragraph(
        spans=(Span(text=Text("low"), strong=1), Span(text=Text(" or high")))
    )
    made = replace(
        enumeration("Level", {"low": "Low."}), description=Prose(blocks=(shown,))
    )
    schemas = read(api(enumerations=[made]))["components"]["schemas"]
    expected = "**low** or high"
    assert schemas["Level"]["description"] == expected


def test_recursive_schemas_are_valid() -> None:
    made = schema("Node", property_("children", Array(items=Ref(name="Node"))))
    read(api(schemas=[made]))
