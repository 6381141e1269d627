"""Documented limits."""

from __future__ import annotations

from dataclasses import fields

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import NO_BOUNDS, AnyExpression, Bounds, TypeExpression
from scraper.source import Fact
from scraper.text import Prose, Text
from tests.draft.written import (
    BOOLEAN,
    HERE,
    INTEGER,
    MAP,
    NUMBER,
    OBJECT,
    OBJECTS,
    STRING,
    STRINGS,
    Written,
    named,
    written,
)


def stated(prose: Prose, type: TypeExpression) -> dict[str, int | float]:
    bounds = read(prose, type, HERE)[0].bounds
    found: dict[str, Fact[int | float] | None] = {
        field.name: getattr(bounds, field.name) for field in fields(Bounds)
    }
    return {name: fact.value for name, fact in found.items() if fact}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The value ranges from 1 to 100.", {"minimum": 1, "maximum": 100}),
        ("The value ranges from **1** to **100**.", {"minimum": 1, "maximum": 100}),
        ("The MTU, which ranges from 1 to 100.", {"minimum": 1, "maximum": 100}),
        ("The value ranges from 3,600 to 86,400.", {"minimum": 3600, "maximum": 86400}),
        ("Ranges from 1 GB to 64 GB.", {"minimum": 1, "maximum": 64}),
        ("Ranges from 1 (inclusive) to 65,535 (exclusive).", {"minimum": 1, "exclusive_maximum": 65535}),
        ("Value range: 1-100", {"minimum": 1, "maximum": 100}),
        ("Range: 1 to 100", {"minimum": 1, "maximum": 100}),
        ("The value must be within the range of 1 to 100.", {"minimum": 1, "maximum": 100}),
        ("Minimum value: 1, maximum value: 100", {"minimum": 1, "maximum": 100}),
        ("An integer ranging from 1 to 100.", {"minimum": 1, "maximum": 100}),
        ("The value range is [0, 9].", {"minimum": 0, "maximum": 9}),
        ("The value range is **[0,1]**.", {"minimum": 0, "maximum": 1}),
        ("The value range is (0,1]. Either is used.", {"exclusive_minimum": 0, "maximum": 1}),
        ("The value range is (0, ∞).", {"exclusive_minimum": 0}),
        ("The value range is [1,000, 2,000].", {}),
        ("The value is between 1 and 9.", {"minimum": 1, "maximum": 9}),
        ("The value is an integer from 1 to 9.", {"minimum": 1, "maximum": 9}),
        ("The minimum value is **1**.", {"minimum": 1}),
        ("The maximum value is 1000.", {"maximum": 1000}),
        ("The maximum value of this parameter is 4.", {"maximum": 4}),
        ("Minimum: **0**", {"minimum": 0}),
        ("Minimum: 1 Maximum: 64", {"minimum": 1, "maximum": 64}),
        ("The value must be greater than 0.", {"exclusive_minimum": 0}),
        ("The value must be greater than zero.", {"exclusive_minimum": 0}),
        ("The value is greater than or equal to -1, that is, any.", {"minimum": -1}),
        ("The value must be less than 10.", {"exclusive_maximum": 10}),
        ("The value cannot exceed 10.", {"maximum": 10}),
        ("The value must be at least 3.", {"minimum": 3}),
        ("The value cannot be less than 3.", {"minimum": 3}),
        ("The value cannot be a negative number.", {"minimum": 0}),
        ("The value must be a positive integer.", {"minimum": 1}),
        ("The value is a non-negative integer.", {"minimum": 0}),
    ],
    ids=named,
)  # fmt: skip
def test_of_a_number(text: str, expected: dict[str, int | float]) -> None:
    assert stated(written(text), NUMBER) == expected
    assert stated(written(text), INTEGER) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The value contains 1 to 64 characters.", {"min_length": 1, "max_length": 64}),
        ("It must contain 0 to 1,024 characters.", {"min_length": 0, "max_length": 1024}),
        ("Enter 4 to 64 characters. Only letters.", {"min_length": 4, "max_length": 64}),
        ("Consists of 8 to 26 characters.", {"min_length": 8, "max_length": 26}),
        ("It has 1-64 Unicode characters.", {"min_length": 1, "max_length": 64}),
        ("A name, which contains a maximum of 64 characters", {"max_length": 64}),
        ("A key contains a maximum of 36 Unicode characters.", {"max_length": 36}),
        ("The value cannot exceed 255 characters.", {"max_length": 255}),
        ("Start with a letter and contain no more than 36 characters.", {"max_length": 36}),
        ("It can contain up to 80 characters.", {"max_length": 80}),
        ("It must contain at least 8 characters.", {"min_length": 8}),
        ("The length is greater than 0 and less than 256", {"min_length": 1, "max_length": 255}),
        ("The length ranges from 1 to 64.", {"min_length": 1, "max_length": 64}),
        ("Minimum length: **1** Maximum length: **64**", {"min_length": 1, "max_length": 64}),
        ("The maximum length is 64.", {"max_length": 64}),
        ("Minimum: **1**", {"min_length": 1}),
        ("Minimum: 1 Maximum: 64", {"min_length": 1, "max_length": 64}),
        ("Length: 1-64", {"min_length": 1, "max_length": 64}),
        ("It must be exactly 32 characters long.", {"min_length": 32, "max_length": 32}),
    ],
    ids=named,
)  # fmt: skip
def test_of_a_length(text: str, expected: dict[str, int | float]) -> None:
    assert stated(written(text), STRING) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A maximum of 12 lamps can be attached to a room.", {"max_items": 12}),
        ("A maximum of three lamps are supported.", {"max_items": 3}),
        ("Up to 5 tags can be added.", {"max_items": 5}),
        ("The list can contain a maximum of 10 lamps.", {"max_items": 10}),
        ("Array length: 1 - 10", {"min_items": 1, "max_items": 10}),
    ],
    ids=named,
)
def test_of_an_array(text: str, expected: dict[str, int | float]) -> None:
    assert stated(written(text), STRINGS) == expected
    assert stated(written(text), OBJECTS) == expected


def test_a_minimum_of_an_array_is_its_items_where_they_can_have_one() -> None:
    text = written("Minimum: 0 Maximum: 10")
    assert stated(text, OBJECTS) == {"min_items": 0, "max_items": 10}
    assert stated(text, STRINGS) == {}
    assert [one.code for one in read(text, STRINGS, HERE)[1]] == ["bounds-of-items"]


@pytest.mark.parametrize(
    ("type", "block"),
    [
        (INTEGER, "The recommended value ranges from 10 to 50."),
        (INTEGER, "When **a** is **b**, the value ranges from 0 to 255."),
        (INTEGER, "When **a** is **b**, it is a code. The value ranges from 0 to 255."),
        (INTEGER, "If the quota is sufficient, the maximum value is **500**."),
        (INTEGER, "The value cannot be greater than **to_port**."),
        (INTEGER, "Obtain the maximum value from the **max_num** value."),
        (INTEGER, "Maximum number of lamps"),
        (INTEGER, "A code with a length from 0 to 255 characters."),
        (INTEGER, "The length ranges from 0 to 255 characters."),
        (INTEGER, "Value **-1** indicates that there is no limit."),
        (INTEGER, "The index starts from 0."),
        (STRING, "The value begins with a letter."),
        (STRING, "If **a** is **b**, the value ranges from 0 to 255."),
        (INTEGER, "A page shows a maximum of 1000 lamps."),
        (STRING, "It must not contain more than two consecutive characters of it."),
        (STRING, "It is recommended that it contain a maximum of 64 characters."),
        (STRING, "A 13-digit timestamp."),
        (STRING, "In this case, the name contains a maximum of 59 characters."),
        (STRINGS, "Each value contains a maximum of 43 characters."),
        (STRINGS, "A room has up to 10 lamps."),
        (STRINGS, "Each room has a maximum of 10 lamps."),
        (MAP, "The key contains 1 to 255 characters."),
        (OBJECT, "A maximum of 10 pairs can be added."),
        (BOOLEAN, "The value ranges from 0 to 1."),
    ],
    ids=named,
)
def test_no_limit(type: TypeExpression, block: Written) -> None:
    stated, issues = read(written(block), type, HERE)
    assert stated.bounds == NO_BOUNDS
    assert issues == ()


@pytest.mark.parametrize(
    "block",
    [
        "The value range is **[0,1]**.",
        "The maximum value is 1000.",
        "The value cannot be a negative number.",
    ],
)
def test_a_number_in_a_string_has_no_place_for_its_limits(block: str) -> None:
    stated, issues = read(written(block), STRING, HERE)
    assert stated.bounds == NO_BOUNDS
    assert [issue.code for issue in issues] == ["bounds-unlike-type"]


def test_what_has_an_array_may_say_how_much_it_holds() -> None:
    prose = written("The values.", ["Each tag has a maximum of 10 values."])
    limits = read(prose, STRINGS, HERE, Text("values"))[0].bounds
    assert limits.max_items is not None
    assert limits.max_items.value == 10
    assert read(prose, STRINGS, HERE, Text("keys"))[0].bounds == NO_BOUNDS


def test_of_an_unknown_type_only_the_value_is_limited() -> None:
    prose = written("Ranges from 1 to 9.", "It contains 1 to 64 characters.")
    assert stated(prose, AnyExpression()) == {"minimum": 1, "maximum": 9}


def test_limits_in_list_items_count() -> None:
    prose = written("Rules:", ["Must be decimal.", "Ranges from 1 to 9."])
    assert stated(prose, INTEGER) == {"minimum": 1, "maximum": 9}


def test_the_words_and_the_place_are_kept() -> None:
    prose = written("Lamps. The value ranges from **1** to **9**. More.")
    maximum = read(prose, INTEGER, HERE)[0].bounds.maximum
    assert maximum == Fact(
        value=9, words=Text("The value ranges from 1 to 9."), source=HERE
    )


def test_limits_that_contradict_each_other_are_left_out() -> None:
    prose = written(
        "A path:", ["Contains 3 to 63 characters.", "Contains 4 to 64 characters."]
    )
    bounds, issues = read(prose, STRING, HERE)
    assert bounds.bounds == NO_BOUNDS
    assert [issue.code for issue in issues] == ["bounds-contradictory"]


@pytest.mark.parametrize(
    "beyond",
    [
        "When **kind** is **x**, the value ranges from 0 to 5.",
        "If both are **-1**, any lamp is meant.",
        "The default value is **0**, that is, all.",
    ],
)
def test_a_limit_that_its_own_description_goes_beyond_is_left_out(beyond: str) -> None:
    prose = written(f"The value ranges from 1 to 9. {beyond}")
    assert stated(prose, INTEGER) == {"maximum": 9}
    issues = read(prose, INTEGER, HERE)[1]
    assert [issue.code for issue in issues] == ["bounds-exceeded"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The value ranges from 10 to 1.", INTEGER),
        ("The value contains 10 to 1 characters.", STRING),
    ],
    ids=["a number", "a length"],
)
def test_limits_that_leave_no_value_are_none(text: str, type_: TypeExpression) -> None:
    constraints, issues = read(written(text), type_, HERE)
    assert constraints.bounds == NO_BOUNDS
    assert [issue.code for issue in issues] == ["bounds-contradictory"]


def test_a_length_beyond_all_lengths_is_none() -> None:
    text = "The value contains 1 to 18446744073709551616 characters."
    bounds = read(written(text), STRING, HERE)[0].bounds
    assert (bounds.max_length, bounds.min_length is not None) == (None, True)
