"""model.json: every field of the model, in order, and nothing that says nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from scraper.api.model import AnyType, Api, Array, Bounds, Ref, Union
from scraper.emit.snapshot import snapshot
from scraper.source import Source
from scraper.text import Bullets, Paragraph, Prose, Span, Text
from tests.emit.builders import (
    HOSTILE,
    INTEGER,
    LONG,
    SERVICE,
    api,
    enumeration,
    example,
    fact,
    hostile_api,
    operation,
    property_,
    response,
    schema,
)


def read(made: Api) -> Any:
    return json.loads(snapshot(made))


def test_the_beginning_tells_what_wrote_it() -> None:
    assert snapshot(api()).startswith(
        '{\n  "format": 1,\n  "generator": "scraper",\n  "service": {\n'
        '    "name": "things",\n    "title": "Things",\n'
    )


def test_empty_parts_are_left_out() -> None:
    assert list(read(api())) == ["format", "generator", "service", "tags"]
    bare = replace(SERVICE.server, regions=())
    assert "regions" not in read(api(service=replace(SERVICE, server=bare)))["service"]


def test_property() -> None:
    made = replace(
        property_(
            "count",
            Union(options=(Array(items=LONG), Ref(name="Other"), AnyType())),
            required=False,
            description="How many.",
            default=0,
            bounds=Bounds(minimum=fact(0)),
        ),
        conditions=(fact(Text("If x is y.")),),
        source=Source(page=Text("p.html"), anchor=Text("t"), row=4),
    )
    stated = {"words": "the words", "source": "page.html#place"}
    assert read(api(schemas=[schema("Thing", made)]))["schemas"] == [
        {
            "name": "Thing",
            "properties": [
                {
                    "name": "count",
                    "type": {
                        "is": "Union",
                        "options": [
                            {
                                "is": "Array",
                                "items": {
                                    "is": "Primitive",
                                    "kind": "integer",
                                    "format": "int64",
                                },
                            },
                            {"is": "Ref", "name": "Other"},
                            {"is": "AnyType"},
                        ],
                    },
                    "required": False,
                    "description": ["How many."],
                    "default": {"value": 0, **stated},
                    "bounds": {"minimum": {"value": 0, **stated}},
                    "conditions": [{"value": "If x is y.", **stated}],
                    "source": "p.html#t row 4",
                }
            ],
            "source": "page.html#place",
        }
    ]


def test_what_the_documents_do_not_say_is_left_out_and_no_is_kept() -> None:
    made = schema("A", property_("a"), property_("b", required=True, deprecated=True))
    first, second = read(api(schemas=[made]))["schemas"][0]["properties"]
    assert "required" not in first
    assert "deprecated" not in first
    assert second["required"] is True
    assert second["deprecated"] is True


def test_an_empty_value_is_kept() -> None:
    members = read(api(enumerations=[enumeration("E", {"": "", 0: "x"}, INTEGER)]))
    assert [
        (member["value"], member.get("meaning"))
        for member in members["enumerations"][0]["members"]
    ] == [("", None), (0, "x")]


def test_prose_is_lines_of_markdown() -> None:
    listed = Bullets(
        items=(Prose(blocks=(Paragraph(spans=(Span(text=Text("a"), strong=1),)),)),)
    )
    above = Paragraph(spans=(Span(text=Text("One of:")),))
    made = replace(operation(), description=Prose(blocks=(above, listed)))
    assert read(api(made))["operations"][0]["description"] == ["One of:", "", "- **a**"]


def test_operation_keys_are_in_the_order_of_the_model() -> None:
    made = operation(
        older=["/v1/a"], responses=[response("200", INTEGER, example("x", "{}"))]
    )
    found = read(api(made))["operations"][0]
    assert list(found) == [
        "id",
        "tag",
        "method",
        "path",
        "older_paths",
        "title",
        "description",
        "responses",
        "source",
    ]
    assert list(found["responses"][0]) == [
        "status",
        "description",
        "type",
        "examples",
        "source",
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(text: str) -> None:
    written = snapshot(hostile_api(text))
    kept = text.replace("\ud800", "\ufffd")
    assert json.loads(written)["operations"][0].get("title", "") == kept
    assert written.split("\n") == [*written.splitlines(), ""]
    written.encode()


def test_something_that_is_no_value_of_the_model_is_refused() -> None:
    mistaken: Any = {"no": "text"}
    broken = replace(SERVICE, title=mistaken)
    with pytest.raises(TypeError, match="dict"):
        snapshot(api(service=broken))
