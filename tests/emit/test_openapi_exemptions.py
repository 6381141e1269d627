"""What linters find in openapi.yaml, and only the documents could set right."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
import yaml

from scraper.api.model import Api, Array, Bounds, Ref, Type, Union
from scraper.emit.openapi import view
from scraper.emit.openapi.exemptions import FILE, exemptions
from scraper.text import Text
from tests.emit.builders import (
    HOSTILE,
    INTEGER,
    STRING,
    api,
    body,
    enumeration,
    example,
    fact,
    hostile_api,
    operation,
    property_,
    response,
    schema,
)
from tests.emit.validated import printed

LEAF = Ref(name="Leaf")
KEY, TYPE, MISSING, VALUE, LIMIT, ONE = (
    "the table has no such key",
    "another type than documented",
    "a mandatory key is missing",
    "no documented value",
    "outside of the documented limits",
    "none of the documented alternatives",
)
REDOCLY, SPECTRAL, PATHS = (
    "no-invalid-media-type-examples",
    "oas3-valid-media-example",
    "no-ambiguous-paths",
)
EXAMPLE = "#/paths/~1a/post/requestBody/content/application~1json/examples/name"


def made(type_: Type, value: str) -> Api:
    """An Api with a body of the type and an example of it."""
    small = property_("size", INTEGER, bounds=Bounds(maximum=fact(9)))
    return api(
        operation("A", "POST", "/a", body=body(type_, example("Name", value))),
        schemas=[
            schema("Leaf", property_("id", required=True), small, property_("color", Ref(name="Color")), property_("leaf", LEAF)),
            schema("Root", property_("depth", INTEGER, required=True)),
        ],
        enumerations=[enumeration("Color", {"red": ""})],
    )  # fmt: skip


CASES: tuple[tuple[str, Type, str, dict[str, str]], ...] = (
    ("as documented", LEAF, '{"id": "a", "size": 9, "color": "red", "leaf": {"id": "b"}}', {}),
    ("another type", LEAF, '{"id": 1}', {"/id": TYPE}),
    ("null is a type of its own", LEAF, '{"id": null}', {"/id": TYPE}),
    ("a root of another type", LEAF, "[]", {"": TYPE}),
    ("a key that is missing", LEAF, '{"leaf": {}, "id": ""}', {"/leaf": MISSING}),
    ("another key", LEAF, '{"id": "a", "b/~": 1}', {"/b~1~0": KEY}),
    ("another key below", LEAF, '{"id": "a", "leaf": {"id": "b", "c": 1}}', {"/leaf/c": KEY}),
    ("another value", LEAF, '{"id": "a", "color": "blue"}', {"/color": VALUE}),
    ("beyond a limit", LEAF, '{"id": "a", "size": 10}', {"/size": LIMIT}),
    ("in a list", Array(items=LEAF), '[{"id": "a"}, {"id": 2}]', {"/1/id": TYPE}),
    ("no alternative", Union(options=(LEAF, INTEGER)), '"a"', {"": ONE}),
    ("alternatives without a key", Union(options=(LEAF, Ref(name="Root"))), '{"id": 1}', {"": ONE, "/id": TYPE}),
    ("another key of an alternative", Union(options=(LEAF, INTEGER)), '{"id": "a", "b": 1}', {"": ONE, "/b": KEY}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_places_of_an_example(
    type_: Type, value: str, expected: dict[str, str]
) -> None:
    found = exemptions(view(made(type_, value), {}))
    places = {
        each.pointer: each.reason for one in found.examples for each in one.places
    }
    assert places == {f"{EXAMPLE}/value{path}": why for path, why in expected.items()}
    assert [one.pointer for one in found.examples] == [EXAMPLE] * bool(expected)


def test_paths_that_can_be_taken_for_another_one() -> None:
    paths = (
        "/a/{id}/c", "/a/b/{id}", "/a/b/c", "/{x}/{y}/c", "/a/{id}", "/b/{id}/c", "/b/b/{id}",
    )  # fmt: skip
    operations = [
        operation(f"A{number}", path=path) for number, path in enumerate(paths)
    ]
    found = exemptions(view(api(*operations), {})).paths
    assert [(each.pointer, each.reason) for each in found] == [
        ("#/paths/~1a~1b~1{id}", "page.html#place: /a/{id}/c can be the same path"),
        ("#/paths/~1b~1b~1{id}", "page.html#place: /b/{id}/c can be the same path"),
    ]


def test_the_file_names_the_page_and_the_reason_and_counts() -> None:
    wrong = example("In *short*", '{"id": 1, "x": 2}')
    one = operation("A", path="/a/b/{id}", responses=[response("200", LEAF, wrong)])
    other = operation("B", path="/a/{id}/c")
    leaf = schema("Leaf", property_("id"))
    written = printed(api(one, other, schemas=[leaf]))[FILE]
    example_ = "#/paths/~1a~1b~1{id}/get/responses/200/content/application~1json/examples/in-short"
    assert written.splitlines()[1:] == [
        "# Where linters are right and openapi.yaml stays as it is, since the documents disagree with themselves.",
        "# Examples that contradict their tables: 1, at 2 places.",
        "# Paths that can be taken for another one: 1.",
        "openapi.yaml:",
        "  no-invalid-media-type-examples:",
        '    # page.html#place, "In *short*": the example contradicts its table',
        f'    - "{example_}/value/id" # another type than documented',
        f'    - "{example_}/value/x" # the table has no such key',
        "  # The same for Spectral.",
        "  oas3-valid-media-example:",
        f'    - "{example_.replace("{id}", "%7Bid%7D")}"',
        "  no-ambiguous-paths:",
        "    # page.html#place: /a/b/{id} can be the same path",
        '    - "#/paths/~1a~1{id}~1c"',
    ]


def test_nothing_to_list() -> None:
    written = printed(api())[FILE]
    assert yaml.safe_load(written) == {"openapi.yaml": {}}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(text: str) -> None:
    one = hostile_api(text)
    operation_ = replace(
        one.operations[0],
        body=body(INTEGER, replace(example(text, '"x"'), label=Text(text))),
    )
    found = resolved(replace(one, operations=(operation_,)))
    wrong = {"x", 1}  # in the body, in the answer
    assert set(found[REDOCLY]) == wrong
    assert {each["value"] for each in found[SPECTRAL]} == wrong


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_pointers_lead_to_hostile_keys(text: str) -> None:
    kept = text.replace("\ud800", "\ufffd")
    value = {text: 1, "leaf": {"id": "b", text: [2]}, "id": 3}
    wrong = example(text, json.dumps(value))
    one = operation("A", "POST", f"/{text}/b/{{id}}", body=body(LEAF, wrong))
    other = operation("B", path=f"/{text}/{{id}}/c")
    leaf = schema("Leaf", property_("id"), property_("leaf", LEAF))
    found = resolved(api(one, other, schemas=[leaf]))
    assert sorted(found[REDOCLY], key=str) == [1, 3, [2]]
    read = [each["value"] for each in found[SPECTRAL]]
    assert read == [{kept: 1, "leaf": {"id": "b", kept: [2]}, "id": 3}]
    assert [list(each) for each in found[PATHS]] == [["get"]]


def resolved(made: Api) -> dict[str, list[Any]]:
    """What the pointers of each rule lead to in the document."""
    written = printed(made)
    document = yaml.safe_load(written["openapi.yaml"])
    listed = yaml.safe_load(written[FILE])["openapi.yaml"]
    assert set(listed) <= {REDOCLY, SPECTRAL, PATHS}
    return {
        rule: [
            at(document, unquote(each) if rule == SPECTRAL else each)
            for each in pointers
        ]
        for rule, pointers in listed.items()
    }


def at(document: Any, pointer: str) -> Any:
    start, *keys = pointer.split("/")
    assert start == "#"
    found = document
    for key in keys:
        plain = key.replace("~1", "/").replace("~0", "~")
        found = found[int(plain) if isinstance(found, list) else plain]
    return found


def test_an_example_of_a_type_that_fits_is_none() -> None:
    assert exemptions(view(made(STRING, '"x"'), {})).is_empty
