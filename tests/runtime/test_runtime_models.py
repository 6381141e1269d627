"""Models of generated packages: lenient, round-tripping, and silent about secrets."""

from __future__ import annotations

import logging
import warnings
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError

from templates.runtime import UNSET, Model, OpenIntEnum, OpenStrEnum
from templates.runtime.masking import is_secret
from templates.runtime.places import Place, Purpose
from templates.runtime.reading import read


class Colour(OpenStrEnum):
    RED = "red"
    BLUE = "blue"


class Level(OpenIntEnum):
    LOW = 0
    HIGH = 1


class Wheel(Model):
    size: int = Field(ge=10, le=30)
    note: str | None = None


class Car(Model):
    colour: Colour | str | None = None
    colours: list[Colour | str] | None = None
    level: Level | int | None = None
    share: Level | float | None = None
    levels: dict[str, list[Level | int]] | None = None
    wheels: list[Wheel] | None = None
    by_place: dict[str, Wheel] | None = None
    trailer: Car | None = None
    doors: int | None = None
    ready: bool | None = None
    either: Wheel | list[str] | None = None
    free: Any = None
    model_id: str | None = None
    model_name: str | None = None
    hard: float | None = Field(
        default=None, validation_alias="@car:hard", serialization_alias="@car:hard"
    )
    answered: str = UNSET
    old: str | None = Field(default=None, deprecated=True)


class Owner(Model):
    name: str
    admin_pass: str | None = Field(
        default=None, validation_alias="adminPass", serialization_alias="adminPass"
    )
    tags: dict[str, Any] | None = None


def received(model: type[Model], data: Any) -> tuple[Any, list[str]]:
    place = Place(Purpose.RESPONSE)
    return read(model, data, place), [str(problem) for problem in place.problems]


KEPT: list[tuple[Any, Any]] = [
    ({}, []),
    ({"colour": "red", "level": 1, "share": 0.5}, None),
    ({"colour": "green"}, ["colour: not one of the documented values"]),
    ({"colour": 3}, ["colour: expected a string, got an integer"]),
    ({"colours": ["red", 3]}, ["colours[1]: expected a string, got an integer"]),
    ({"level": "1"}, ["level: expected an integer, got a string"]),
    ({"level": True}, ["level: expected an integer, got a boolean"]),
    ({"level": 7}, ["level: not one of the documented values"]),
    (
        {"levels": {"a": [0, "x"]}},
        ["levels.a[1]: expected an integer, got a string"],
    ),
    ({"doors": 2.0}, ["doors: expected an integer, got a number"]),
    ({"doors": True}, ["doors: expected an integer, got a boolean"]),
    ({"ready": 1}, ["ready: expected true or false, got an integer"]),
    ({"@car:hard": 1}, []),
    ({"@car:hard": "1"}, ["['@car:hard']: expected a number, got a string"]),
    ({"hard": 1}, ["hard: unknown property"]),
    ({"hard": 1, "@car:hard": 2}, ["hard: unknown property"]),
    ({"wheels": [{"size": 16}]}, []),
    ({"wheels": [{"size": 5}]}, ["wheels[0].size: must be at least 10"]),
    ({"wheels": [{}, 4]}, None),
    ({"wheels": {"size": 16}}, ["wheels: expected an array, got an object"]),
    ({"wheels": [{"size": None}]}, ["wheels[0].size: null, but required"]),
    ({"by_place": {"left": {"size": 99}}}, None),
    (
        {"trailer": {"trailer": {"x y": 1}}},
        ["trailer.trailer['x y']: unknown property"],
    ),
    ({"trailer": "none"}, ["trailer: expected an object, got a string"]),
    ({"either": {"size": 16}}, []),
    ({"either": ["a"]}, []),
    ({"either": ["a", 1]}, ["either[1]: expected a string, got an integer"]),
    ({"either": 1}, ["either: expected an object or an array, got an integer"]),
    ({"free": {"a": [None, 1.5]}}, []),
    ({"model_id": None, "answered": None, "doors": None}, []),
    ({"copy": 1, "model_dump": 2, "__class__": 3}, None),
]


@pytest.mark.parametrize(("data", "expected"), KEPT, ids=str)
def test_an_answer_is_kept_as_it_came(data: Any, expected: list[str] | None) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        car, problems = received(Car, data)
        assert car.model_dump(exclude_unset=True) == data
        assert received(Car, car.model_dump(mode="json", exclude_unset=True))[0] == car
        repr(car)
    if expected is not None and data.get("share") is None:
        assert problems == expected


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
NAMES = st.sampled_from([*Car.model_fields, "@car:hard", "other"])


@given(st.dictionaries(NAMES, JSON | st.sampled_from(["red", 0, 1, {"size": 1}])))
def test_any_object_survives(data: dict[str, Any]) -> None:
    car, _ = received(Car, data)
    assert car.model_dump(exclude_unset=True) == data


def test_known_values_are_members() -> None:
    car, problems = received(
        Car,
        {
            "colour": "red",
            "colours": ["blue", "green"],
            "level": 1,
            "share": 0,
            "levels": {"a": [0, 5]},
        },
    )
    assert car.colour is Colour.RED
    assert car.colours[0] is Colour.BLUE
    assert type(car.colours[1]) is str
    assert car.level is Level.HIGH
    assert car.share is Level.LOW
    assert car.levels["a"][0] is Level.LOW
    assert car.model_dump_json(exclude_unset=True) == (
        '{"colour":"red","colours":["blue","green"],"level":1,"share":0,"levels":{"a":[0,5]}}'
    )
    assert len(problems) == 2


@pytest.mark.parametrize(
    ("annotation", "value", "expected"),
    [
        (Colour | str | None, "red", Colour.RED),
        (Colour | str | None, Colour.RED, Colour.RED),
        (Colour | str | None, "green", "green"),
        (Colour | str | None, None, None),
        (list[Colour | str], ["red", "x"], [Colour.RED, "x"]),
        (dict[str, Level | int], {"a": 1, "b": 9}, {"a": Level.HIGH, "b": 9}),
        (Level | float | None, 1, Level.HIGH),
        (Level | float | None, 0.5, 0.5),
        (Level | int, Level.LOW, Level.LOW),
    ],
    ids=str,
)
def test_open_enumerations_work_in_plain_pydantic(
    annotation: Any, value: Any, expected: Any
) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    for strict in (True, False):
        result = adapter.validate_python(value, strict=strict)
        assert repr(result) == repr(expected)
    assert adapter.dump_json(result) == adapter.dump_json(expected)


@pytest.mark.parametrize("value", [5, "1"])
def test_open_enumerations_do_not_convert(value: Any) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Colour | None if value == 5 else Level | None).validate_python(
            value
        )


def test_both_names_build_and_the_wire_name_is_dumped() -> None:
    by_name = Car(hard=0.5, doors=None)
    by_wire = Car.model_validate({"@car:hard": 0.5, "doors": None})
    assert by_name == by_wire
    assert by_name.model_dump(exclude_unset=True) == {"@car:hard": 0.5, "doors": None}


def test_a_missing_required_property_is_none_and_unset() -> None:
    wheel = Wheel.model_validate({"note": "x"})
    assert vars(wheel)["size"] is None
    assert wheel.model_fields_set == {"note"}
    assert wheel.model_dump(exclude_unset=True) == {"note": "x"}


def test_what_is_no_object_is_no_model() -> None:
    with pytest.raises(ValidationError) as raised:
        Owner.model_validate("hush-hush")
    assert "hush-hush" not in str(raised.value)


def test_json_text_is_read_like_data() -> None:
    car = Car.model_validate_json('{"colour": "red", "level": "1", "new": [1]}')
    assert car.colour is Colour.RED
    assert car.model_dump(exclude_unset=True) == {
        "colour": "red",
        "level": "1",
        "new": [1],
    }


def test_the_schema_for_people_has_the_documented_types() -> None:
    properties = Wheel.model_json_schema()["properties"]
    assert properties["size"]["type"] == "integer"
    assert properties["size"]["minimum"] == 10


def test_what_is_kept_is_logged_without_its_value(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.DEBUG, logger="templates"):
        Owner.model_validate({"name": 7654321})
    (record,) = caplog.records
    assert record.name == "templates"
    assert record.levelno == logging.WARNING
    assert "Owner.name: expected a string, got an integer" in record.getMessage()
    assert "7654321" not in record.getMessage()


@pytest.mark.parametrize("show", [repr, str], ids=["repr", "str"])
def test_secrets_are_masked(show: Any) -> None:
    data = {
        "name": "n",
        "adminPass": "s3cret!",
        "tags": {"password": "s3cret!", "list": [{"secret_key": "s3cret!"}]},
        "X-Auth-Token": "s3cret!",
        "users": [{"password": {"value": "s3cret!"}}],
    }
    shown = show(Owner.model_validate(data))
    assert "s3cret!" not in shown
    assert "name='n'" in shown
    assert Owner.model_validate(data).model_dump(exclude_unset=True) == data


SECRETS = "DB_PASS AWS_SK SK PASS sk pass db-pass dbPass dbPASS accessSK X-Sk".split()
HARMLESS = "compass COMPASS task TASK Task myTask disk Disk OS-DISK desk Ask".split()


@pytest.mark.parametrize("name", [*SECRETS, *HARMLESS])
def test_names_of_secrets_by_their_last_word(name: str) -> None:
    assert is_secret(name) is (name in SECRETS)


def nested(kind: str, levels: int, value: Any) -> Any:
    for _ in range(levels):
        value = [value] if kind == "array" else {"a": value}
    return value


@pytest.mark.parametrize("kind", ["array", "object"])
def test_deeply_nested_data_can_be_shown(kind: str) -> None:
    shallow = nested(kind, 10, "shown")
    deep = nested(kind, 500, "hidden")
    shown = repr(Owner(name="n", tags={"shallow": shallow, "deep": deep}))
    assert "shown" in shown
    assert "'…'" in shown
    assert "hidden" not in shown
    assert "'…'" not in repr(Owner(name="n", tags={"shallow": shallow}))


def test_deeply_nested_data_is_kept() -> None:
    data: dict[str, Any] = {}
    for _ in range(150):
        data = {"trailer": data}
    car, problems = received(Car, data)
    assert car.model_dump(exclude_unset=True) == data
    assert len(problems) == 1
    assert problems[0].endswith("nested too deeply")
