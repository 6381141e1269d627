"""The README's first call: Python that a type checker takes."""

from __future__ import annotations

import ast
from dataclasses import fields, replace

import pytest

from scraper.api.model import Array, Bounds, Location, Map, Operation, Ref, Type
from scraper.emit.python.layout import lay_out
from scraper.emit.python.usage import usage
from tests.emit.builders import (
    BOOLEAN,
    INTEGER,
    NUMBER,
    STRING,
    api,
    body,
    enumeration,
    example,
    fact,
    operation,
    parameter,
    property_,
    schema,
)

LEAF = schema("Leaf", property_("color", Ref(name="Color")), property_("a-b", INTEGER))
TREE = schema(
    "TreeReq",
    property_("name", required=True),
    property_("leaf", Ref(name="Leaf")),
    property_("leaves", Array(items=Ref(name="Leaf"))),
    property_("tags", Map(values=STRING)),
    property_("age", INTEGER),
    property_("share", NUMBER),
    property_("dry", BOOLEAN),
)
COLOR = enumeration("Color", {"red": "", "green": ""})


def plant(*examples: str) -> Operation:
    return operation(
        "PlantTree",
        "POST",
        "/v1/trees",
        body=body(Ref(name="TreeReq"), *(example("", one) for one in examples)),
    )


def printed(*calls: Operation) -> str:
    made = api(*calls, schemas=[LEAF, TREE], enumerations=[COLOR])
    shown = usage(made, lay_out(made))
    for one in fields(shown):
        ast.parse(getattr(shown, one.name))
    return shown.call


def arguments(*calls: Operation) -> list[str]:
    """The call's arguments, as source."""
    (call,) = [
        node
        for node in ast.walk(ast.parse(printed(*calls)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Attribute)
    ]
    return [f"{one.arg}={ast.unparse(one.value)}" for one in call.keywords]


VALUES: tuple[tuple[str, str, str | None], ...] = (
    ("a string", '"x"', "name='x'"),
    ("a string that is no string", "1", None),
    ("an unknown key", '"x", "more": 1', None),
    ("an integer", '"x", "age": 2', "age=2"),
    ("an integer that is none", '"x", "age": "2"', None),
    ("a flag for an integer", '"x", "age": true', None),
    ("a number", '"x", "share": 1', "share=1"),
    ("a flag", '"x", "dry": true', "dry=True"),
    ("a number for a flag", '"x", "dry": 1', None),
    ("null", '"x", "dry": null', "dry=None"),
    ("a map", '"x", "tags": {"a b": "c"}', "tags={'a b': 'c'}"),
    ("an object", '"x", "leaf": {"a-b": 1}', "leaf=Leaf(a_b=1)"),
    ("a string for an object", '"x", "leaf": "y"', None),
    ("an object's unknown key", '"x", "leaf": {"b": 1}', None),
    ("a documented value", '"x", "leaf": {"color": "red"}', "leaf=Leaf(color=Color.RED)"),
    ("another value", '"x", "leaf": {"color": "blue"}', "leaf=Leaf(color='blue')"),
    ("a value of another type", '"x", "leaf": {"color": 1}', None),
    ("an array", '"x", "leaves": [{}, {"a-b": 2}]', "leaves=[Leaf(), Leaf(a_b=2)]"),
    ("an object for an array", '"x", "leaves": {}', None),
)  # fmt: skip


@pytest.mark.parametrize(
    ("members", "expected"),
    [case[1:] for case in VALUES],
    ids=[case[0] for case in VALUES],
)
def test_values(members: str, expected: str | None) -> None:
    text = printed(plant(f'{{"name": {members}}}'))
    if expected is None:
        assert "plant_tree" not in text
    else:
        assert expected in arguments(plant(f'{{"name": {members}}}'))


def test_the_example_that_shows_most_is_taken() -> None:
    short, long = '{"name": "x"}', '{"name": "x", "age": 1}'
    assert arguments(plant(short, long, short)) == ["name='x'", "age=1"]


def test_an_endless_example_is_not() -> None:
    endless, shorter = ('{"name": "%s"}' % ("x" * n) for n in (700, 650))
    assert arguments(plant(endless, '{"name": "y"}')) == ["name='y'"]
    assert arguments(plant(endless, shorter)) == [f"name='{'x' * 650}'"]


def test_models_are_imported() -> None:
    text = printed(plant('{"name": "x", "leaf": {"color": "red"}}'))
    assert "from otc_things.models import Color, Leaf\n" in text
    assert "models" not in printed(plant('{"name": "x"}'))


def test_what_must_be_given_is_filled_in() -> None:
    call = operation(
        parameters=[
            parameter("thing_id"),
            parameter("count", INTEGER, location=Location.QUERY),
            parameter("color", Ref(name="Color"), location=Location.QUERY),
            parameter("more", location=Location.QUERY, required=False),
        ]
    )
    assert arguments(call) == ["thing_id='…'", "count=1", "color=Color.RED"]


@pytest.mark.parametrize(
    ("type_", "bounds", "expected"),
    [
        (STRING, Bounds(min_length=fact(3)), "size='………'"),
        (STRING, Bounds(min_length=fact(0)), "size='…'"),
        (STRING, Bounds(min_length=fact(99)), None),
        (INTEGER, Bounds(minimum=fact(5)), "size=5"),
        (INTEGER, Bounds(maximum=fact(0)), None),
        (NUMBER, Bounds(exclusive_minimum=fact(1)), None),
        (NUMBER, Bounds(minimum=fact(0.5)), "size=0.5"),
    ],
)
def test_what_is_filled_in_is_within_the_bounds(
    type_: Type, bounds: Bounds, expected: str | None
) -> None:
    size = parameter("size", type_, location=Location.QUERY)
    bounded = replace(size, property=replace(size.property, bounds=bounds))
    call = operation(parameters=[bounded])
    if expected is None:
        assert "show_thing" not in printed(call)
    else:
        assert arguments(call) == [expected]


def test_a_deprecated_operation_is_shown_only_if_there_is_no_other() -> None:
    old = replace(plant('{"name": "x", "age": 1}'), deprecated=True)
    new = operation("ShowThing", parameters=[parameter("thing_id")])
    assert arguments(old, new) == ["thing_id='…'"]
    assert arguments(old) == ["name='x'", "age=1"]


def test_nothing_to_call() -> None:
    shown = usage(api(), lay_out(api()))
    assert shown.call == "from otc_things import Things\n"
    assert "Password" in shown.credentials
    assert (shown.errors, shown.logging) == ("", "")
