"""Documented defaults."""

from __future__ import annotations

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import AnyExpression, Scalar, TypeExpression
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


@pytest.mark.parametrize(
    ("type", "block", "expected"),
    [
        (INTEGER, "Timeout. The default value is 15 minutes. More.", 15),
        (INTEGER, "The default value is **15 minutes**.", 15),
        (INTEGER, "The default value is **15**, in minutes.", 15),
        (INTEGER, "Default value: **1,000**", 1000),
        (INTEGER, "Default: 10", 10),
        (INTEGER, "Default value: **0** The value range is [0, 9].", 0),
        (INTEGER, "The default value is **-1**, that is, no limit.", -1),
        (INTEGER, "The default value is 1.0", 1),
        (INTEGER, "If this parameter is not specified, the default value is **1**.", 1),
        (INTEGER, "The default value of this parameter is 5.", 5),
        (INTEGER, "Number (default value: **5**) of lamps.", 5),
        (NUMBER, "The default value is **0.5**.", 0.5),
        (STRING, "The default value is **1.00**, that is, all.", Text("1.00")),
        (STRING, "The default value is **0**.", Text("0")),
        (STRING, 'Its default value is **""**.', Text("")),
        (STRING, 'Default value: "lamp"', Text("lamp")),
        (STRING, "The default value is 'lamp'.", Text("lamp")),
        (STRING, "The default value is lamp.", Text("lamp")),
        (STRING, "The default type is lamp.", Text("lamp")),
        (STRING, "A field, the default value of which is **lamp**.", Text("lamp")),
        (STRING, "The kind, which is **lamp** by default.", Text("lamp")),
        (STRING, "It is set to **lamp** by default.", Text("lamp")),
        (STRING, "By default, this parameter is set to **lamp**.", Text("lamp")),
        (STRING, "The default value is **lamp://**. Or **hall://**.", Text("lamp://")),
        (STRING, "The default value is **none**.", Text("none")),
        (STRING, "The value can be **a** (default) or **b**.", Text("a")),
        (STRING, "If no room is created, the default value is **0**.", Text("0")),
        (STRING, "Room ID If no room exists, the default value is **0**.", Text("0")),
        (STRING, "By default, the records are sorted by **a**.", Text("a")),
        (BOOLEAN, "Lit or not. This function is enabled by default.", True),
        (BOOLEAN, "Lit or not. It is not enabled by default.", False),
        (BOOLEAN, "By default, this function is disabled.", False),
        (BOOLEAN, "The default value is **false**.", False),
        (BOOLEAN, "The default value is **True**.", True),
        (BOOLEAN, "Default: true", True),
    ],
    ids=named,
)
def test_in_a_sentence(type: TypeExpression, block: Written, expected: Scalar) -> None:
    stated, issues = read(written(block), type, HERE)
    assert stated.default is not None
    assert stated.default.value == expected
    assert stated.default.value.__class__ is expected.__class__
    assert issues == ()


@pytest.mark.parametrize(
    ("type", "item", "expected"),
    [
        (STRING, "**b**: second (default value)", Text("b")),
        (STRING, "**b**: Do the second. (Default value)", Text("b")),
        (STRING, "**b**: second (default)", Text("b")),
        (STRING, "**b**: Default value. The second one.", Text("b")),
        (STRING, "**b**: second. It is the default value.", Text("b")),
        (STRING, "**b**: second. This is the default value.", Text("b")),
        (STRING, "**b**: second. The default value is **b**.", Text("b")),
        (STRING, "**b**: second. The default value is **a**.", Text("a")),
        (STRING, "**b**: default value", Text("b")),
        (STRING, "**b** (default)", Text("b")),
    ],
    ids=named,
)
def test_of_one_item(type: TypeExpression, item: str, expected: Scalar) -> None:
    prose = written("Options:", ["**a**: first", item])
    stated, _ = read(prose, type, HERE)
    assert stated.default is not None
    assert stated.default.value == expected


@pytest.mark.parametrize("value", [True, False])
def test_of_a_boolean_that_lists_both_values(value: bool) -> None:
    other = str(not value).lower()
    items = [f"**{other}**: do this.", f"**{value}**: do that. (Default value)"]
    stated, _ = read(written("Whether to. Options:", items), BOOLEAN, HERE)
    assert stated.default is not None
    assert stated.default.value is value
    assert stated.default.words == Text(f"{value}: do that. (Default value)")
    assert stated.values == ()


@pytest.mark.parametrize(
    ("type", "blocks"),
    [
        (STRING, ("By default, this parameter is left blank.",)),
        (STRING, ("The kind, which is left blank by default.",)),
        (STRING, ("The value is empty by default.",)),
        (STRING, ("The default value is empty.",)),
        (STRING, ("The default value is none.",)),
        (STRING, ("The default value is left blank.",)),
        (STRING, ("Default value: N/A",)),
        (STRING, ("Its default value is **null**.",)),
        (STRING, ("The kind, which is a default attribute of lamps.",)),
        (STRING, ("Default attribute: colour of the lamp.",)),
        (STRING, ("Default value of a lamp.",)),
        (STRING, ("The default value is not **true**, so none.",)),
        (STRING, ("The default value is the time of creation.",)),
        (STRING, ("The default sorting order is that of **name**.",)),
        (STRING, ("The default value of **room** is **x**.",)),
        (STRING, ("The ID of the default room is **0**.",)),
        (STRING, ("If no room of **kind** is **b**, the default value is **0**.",)),
        (STRING, ("Rules:", ["If no lamp is lit, the default value is **c**."])),
        (BOOLEAN, ("Whether to disable the lamp. It is disabled by default.",)),
        (BOOLEAN, ("If **a** is **b**, the function is enabled by default.",)),
        (BOOLEAN, ("All lamps that are enabled by default are lit.",)),
        (STRING, ("This function is enabled by default.",)),
        (STRING, ("The records are sorted by name by default.",)),
        (STRING, ("The default value is **x** when **a** is **b**.",)),
        (STRING, ("The default value is 15 minutes.",)),
        (STRING, ("Options:", ["**Default**: default shade", "**Glass**: glass"])),
        (STRING, ("Rules:", ["If **a** is **b**, the default value is **c**."])),
        (INTEGER, ("The depth (it may be left out and the default value is **3**).",)),
        (INTEGER, ("The default value is **many**.",)),
        (INTEGER, ("The default value is 1.5.",)),
        (BOOLEAN, ("The default value is **0**.",)),
        (STRINGS, ("Default value: [**a**, **b**]",)),
        (OBJECTS, ("The default value is **3**.",)),
        (OBJECT, ("The default value is **x**.",)),
        (MAP, ("The default value is **x**.",)),
        (AnyExpression(), ("The default value is **x**.",)),
    ],
    ids=named,
)
def test_no_default(type: TypeExpression, blocks: tuple[Written, ...]) -> None:
    assert read(written(*blocks), type, HERE)[0].default is None


def test_the_words_and_the_place_are_kept() -> None:
    prose = written("Timeout, in minutes. The default value is **15**. Not more.")
    default = read(prose, INTEGER, HERE)[0].default
    assert default is not None
    assert default.words == Text("The default value is 15.")
    assert default.source == HERE


@pytest.mark.parametrize(
    "prose",
    [
        written("Default: **1**", "The default value is **2**."),
        written("Default: **1**", "Options:", ["**1**: a", "**2**: b (default)"]),
    ],
    ids=["sentences", "sentence and item"],
)
def test_several_defaults_are_none(prose: Prose) -> None:
    stated, issues = read(prose, INTEGER, HERE)
    assert stated.default is None
    assert [issue.code for issue in issues] == ["default-contradictory"]


def test_the_same_default_twice_is_one() -> None:
    prose = written("Default value: **x**", "Default: **x**")
    stated, issues = read(prose, STRING, HERE)
    assert stated.default is not None
    assert issues == ()


def test_of_a_property_called_by_its_name() -> None:
    prose = written("Index.", ["The default value of **page** is **0**, which is all."])
    default = read(prose, INTEGER, HERE, Text("page"))[0].default
    assert default is not None
    assert default.value == 0
    assert read(prose, INTEGER, HERE, Text("size"))[0].default is None


@pytest.mark.parametrize(
    ("type", "block"),
    [
        (STRINGS, "The default value is **a**."),
        (STRINGS, "Default value: [**a**, **b**]"),
        (INTEGER, "The default value is **many**."),
        (BOOLEAN, "The default value is **0**."),
        (OBJECT, "The default value is **x**."),
    ],
    ids=named,
)
def test_a_default_that_is_not_of_the_type_is_reported(
    type: TypeExpression, block: str
) -> None:
    stated, issues = read(written(block), type, HERE)
    assert stated.default is None
    assert [issue.code for issue in issues] == ["default-unlike-type"]
