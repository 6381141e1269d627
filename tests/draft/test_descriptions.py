"""Whole descriptions, as references of many services write them: values, default and limits at once."""

from __future__ import annotations

from dataclasses import fields
from typing import TypeAlias

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import Bounds, Scalar, TypeExpression
from scraper.source import Fact
from scraper.text import Text
from tests.draft.written import (
    BOOLEAN,
    HERE,
    INTEGER,
    OBJECTS,
    STRING,
    STRINGS,
    Written,
    written,
)

Told: TypeAlias = str | int | float | bool | list[str | int]
Case: TypeAlias = tuple[str, TypeExpression, tuple[Written, ...], dict[str, Told]]


def stated(type: TypeExpression, *blocks: Written, name: str = "") -> dict[str, Told]:
    """Every fact that the description of a property states; values under `values`."""
    found, _ = read(written(*blocks), type, HERE, Text(name))
    told: dict[str, Told] = {}
    if found.values:
        told["values"] = [_plain(one.value.value) for one in found.values]
    if found.default is not None:
        told["default"] = _plain(found.default.value)
    for field in fields(Bounds):
        limit: Fact[int | float] | None = getattr(found.bounds, field.name)
        if limit is not None:
            told[field.name] = limit.value
    return told


def _plain(value: Scalar) -> str | int:
    plain = value.plain if isinstance(value, Text) else value
    assert not isinstance(plain, float)
    return plain


ON_OFF = ["**on**: lit", "**off**: dark"]

LABELLED: list[Case] = [
    ("labels alone", INTEGER, ("**Definition**", "Size.", "**Constraints**", "N/A", "**Range**", "0-100", "**Default Value**", "10"), {"minimum": 0, "maximum": 100, "default": 10}),
    ("labels with colons", INTEGER, ("**Definition**:", "Size.", "**Range**:", "0-100", "**Default Value**:", "10"), {"minimum": 0, "maximum": 100, "default": 10}),
    ("values below a label", STRING, ("**Definition**", "State.", "**Range**", ON_OFF, "**Default Value**", "**off**"), {"values": ["on", "off"], "default": "off"}),
    ("nothing below the labels", STRING, ("**Range**", "N/A", "**Default Value**", "N/A"), {}),
    ("a comparison below a label", INTEGER, ("**Explanation**:", "Size.", "**Value range**:", "An integer greater than or equal to 0", "**Default value**:", "N/A"), {"minimum": 0}),
    ("items below a label", STRINGS, ("Lamps.", "**Constraints**:", "A maximum of 20 lamps can be added."), {"max_items": 20}),
    ("items below a plain label", OBJECTS, ("Lamps.", "Constraints:", "A maximum of two lamps can be attached."), {"max_items": 2}),
    ("a length below a label", STRING, ("**Constraints**:", "The value contains 1 to 64 characters."), {"min_length": 1, "max_length": 64}),
    ("a default of several words", STRING, ("**Range**", "N/A", "**Default Value**", "00:00 GMT+08:00"), {"default": "00:00 GMT+08:00"}),
    ("a default that is a sign", STRING, ("**Range**", "N/A", "**Default Value**", "*"), {"default": "*"}),
    ("one paragraph each", INTEGER, ("**Definition**: Size.", "**Range**: 1 to 9", "**Default value**: 2"), {"minimum": 1, "maximum": 9, "default": 2}),
]  # fmt: skip
DEFAULTS: list[Case] = [
    ("is used where none is given", STRING, ("If it is not specified, the default value **on** is used.",), {"default": "on"}),
    ("is used where it is blank", INTEGER, ("If this parameter is left blank, the default value **5** will be used.",), {"default": 5}),
    ("is used by default", STRING, ("Lamp. **on** is used by default.",), {"default": "on"}),
    ("a number of things by default", INTEGER, ("How many. If not specified, 10 records are displayed by default.",), {"default": 10}),
    ("a start by default", INTEGER, ("By default, the start index is **0**.",), {"default": 0}),
    ("a plain start by default", INTEGER, ("Start. It cannot be lower than 1.", "By default, the start number is 1."), {"minimum": 1, "default": 1}),
    ("so many on each page", INTEGER, ("If this parameter is not specified, 10 records are displayed on each page by default.",), {"default": 10}),
    ("by default at the end", INTEGER, ("The start index is **0** by default.",), {"default": 0}),
    ("a switch alone", BOOLEAN, ("Light. Disabled by default.",), {"default": False}),
    ("after two values", STRING, ("The value can be **asc** or **desc**, and is **asc** by default.",), {"values": ["asc", "desc"], "default": "asc"}),
    ("after three values", STRING, ("The value can be **id**, **size**, or **name**, and the default value is **size**.",), {"values": ["id", "size", "name"], "default": "size"}),
    ("in an item", STRING, ("Options:", ["**ro**: one way", "**rw**: both ways, which is the default option"]), {"values": ["ro", "rw"], "default": "rw"}),
    ("a unit without a blank", INTEGER, ("The default value is **5s**.",), {"default": 5}),
    ("of a number of its own", INTEGER, ("Start. The default offset is **0**.",), {"default": 0}),
    ("behind the range", INTEGER, ("Range: **1** to **1000** (default)",), {"minimum": 1, "maximum": 1000, "default": 1000}),
    ("where it is not set", INTEGER, ("The value is **50** when this parameter is not set.",), {"default": 50}),
    ("in parentheses", INTEGER, ("The light goes out when this number (**3** by default) is reached.",), {"default": 3}),
    ("a switch of something", BOOLEAN, ("By default, public light is disabled.",), {"default": False}),
    ("a time in another unit", INTEGER, ("Time (in seconds) of light. The value ranges from 15 minutes to 24 hours. The default value is 15 minutes.",), {}),
    ("a time in the same unit", INTEGER, ("Time, in minutes. The value ranges from 15 minutes to 60 minutes. The default value is 15 minutes.",), {"minimum": 15, "maximum": 60, "default": 15}),
    ("used by default in one case", STRING, ("Lamp. If the hall is dark, **on** is used by default.",), {}),
    ("of another case", STRING, ("Lamp.", ["If **kind** is set to **old**, it is a number. The default value is 0."]), {}),
]  # fmt: skip
LIMITS: list[Case] = [
    ("a value between two", INTEGER, ("Value: **0** to **100000**",), {"minimum": 0, "maximum": 100000}),
    ("an interval with a dash", INTEGER, ("Value range: [1-2147483646]",), {"minimum": 1, "maximum": 2147483646}),
    ("both sides compared", INTEGER, ("The value must be greater than 0 and less than or equal to 100.",), {"exclusive_minimum": 0, "maximum": 100}),
    ("a sign and a stricter limit", INTEGER, ("The value cannot be a negative number. The minimum value is 1.",), {"minimum": 1}),
    ("not lower", INTEGER, ("The value cannot be lower than 1.",), {"minimum": 1}),
    ("bytes at most", STRING, ("The value can contain a maximum of 255 bytes.",), {"max_length": 255}),
    ("bytes at least are characters of any number", STRING, ("The value can contain at least 8 bytes.",), {}),
    ("a fixed length", STRING, ("Fixed length: 36 characters.",), {"min_length": 36, "max_length": 36}),
    ("so many bytes", STRING, ("36-byte ID of a lamp",), {"min_length": 36, "max_length": 36}),
    ("a string of so many", STRING, ("A 36-character string.",), {"min_length": 36, "max_length": 36}),
    ("bytes between two", STRING, ("The value is between 1 to 64 bytes.",), {"min_length": 1, "max_length": 64}),
    ("bytes or less", STRING, ("It contains 192 bytes or less.",), {"max_length": 192}),
    ("characters at most", STRING, ("The key contains 36 Unicode characters at most and cannot be blank.",), {"max_length": 36}),
    ("what you can add", OBJECTS, ("Lamps. You can add up to 20 lamps.",), {"max_items": 20}),
    ("limits of the items of an array", STRINGS, ("Lamps.", "Array Length: 1 - 10", "Minimum: **36**", "Maximum: **36**"), {"min_items": 1, "max_items": 10}),
    ("this list", STRINGS, ("This list can contain a maximum of 10 lamps.",), {"max_items": 10}),
    ("one such list", STRINGS, ("One lamp list can contain a maximum of 10 keys.",), {"max_items": 10}),
    ("this field", OBJECTS, ("This field contains a maximum of 10 lamps and each has a key.",), {"max_items": 10}),
    ("not empty", OBJECTS, ("This list cannot be an empty list.",), {"min_items": 1}),
    ("of one kind each", INTEGER, ("Lamps.", ["old: The value ranges from 2 to 32.", "new: The value is **1**."]), {}),
]  # fmt: skip
VALUES: list[Case] = [
    ("any of the following", STRING, ("Kind. Its value can be any of the following (and is case-sensitive):", ["Lamp", "Torch"]), {"values": ["Lamp", "Torch"]}),
    ("any of the following, case-sensitive", STRING, ("Kind. Its value can be any of the following and is case-sensitive:", ["Lamp", "Torch"]), {"values": ["Lamp", "Torch"]}),
    ("it must be one of the following", STRING, ("Valid value:", "It must be one of the following and is case-sensitive:", ["**OLD**", "**NEW**"]), {"values": ["OLD", "NEW"]}),
    ("empty or a value", STRING, ("Kind. Its value can be empty, **OLD**, **NEW**, or **ANY**.",), {"values": ["OLD", "NEW", "ANY"]}),
    ("a case each", STRING, ("Kind. Valid value:", ["For a hall, the value can be **old**, **new**, or **any**.", "For a room, the value is **torch**."]), {"values": ["old", "new", "any", "torch"]}),
    ("a case each, after words", STRING, ("Kind of the lamp.", ["If it is old and dark, the value is **old**.", "If it is new, the value is **new**."]), {"values": ["old", "new"]}),
    ("what holds without a value", STRING, ("Valid value:", ["The value **0** indicates dark.", "The value **1** indicates lit.", "If this parameter is not transferred, it is lit."]), {"values": ["0", "1"]}),
    ("several in one run", STRING, ("The value can be **4.2, 4.0,** **3.4** or **3.2**.",), {"values": ["4.2", "4.0", "3.4", "3.2"]}),
    ("one of the following", STRING, ("Kind. The value can be one of the following:", ["Lamp", "Torch"]), {"values": ["Lamp", "Torch"]}),
    ("rules behind the values", STRING, ("State. Options:", ON_OFF, ["For example, it is **on** at night.", "It is dark by day."]), {"values": ["on", "off"]}),
    ("a fixed value", STRING, ("The value is fixed at **v3** and cannot be changed.",), {"values": ["v3"]}),
    ("names of something else", STRING, ("Filter. Pass at least one of the following lamp parameters:", "**name**: Name.", "**size**: Size."), {}),
    ("values of two things", STRING, ("Filter. **column** indicates what. The value can be **name** or **size**. **order** indicates how. The value can be **up** or **down**.",), {}),
    ("only at the end", STRING, ("The value can be set to **on** or **off** only.",), {"values": ["on", "off"]}),
    ("names of two words", STRING, ("The value can be **Old Lamp**, **Torch**, or **Other**.",), {"values": ["Old Lamp", "Torch", "Other"]}),
    ("sentences about the value", STRING, ("State.", ["If the value is **BUILD**, it is made.", "If the value is **LIT**, it shines."]), {"values": ["BUILD", "LIT"]}),
    ("sentences about values", INTEGER, ("State.", ["The value **0** indicates dark.", "The value **1** indicates lit."]), {"values": [0, 1]}),
    ("what to set it to", STRING, ("Kind.", ["Set the value to **old** if it is old.", "Set the value to **new** otherwise."]), {"values": ["old", "new"]}),
    ("which is", STRING, ("Lamp kind, which is **torch**.",), {"values": ["torch"]}),
    ("one value behind its label", STRING, ("Kind. Value: **Torch**",), {"values": ["Torch"]}),
    ("what is supported", STRING, ("Kind. Currently, **OLD**, **NEW** and **ANY** are supported.",), {"values": ["OLD", "NEW", "ANY"]}),
    ("capitals and what they are", STRING, ("Options:", ["OLD-old lamps", "NEW-new lamps"]), {"values": ["OLD", "NEW"]}),
    ("names with a dash", STRING, ("Options:", ["old-to-new", "new-to-old"]), {"values": ["old-to-new", "new-to-old"]}),
    ("what you can set", STRING, ("You can set this parameter to **down** (dark) or **up** (lit).",), {"values": ["down", "up"]}),
    ("a reference in between", STRING, ("Kind. Options are as follows. For details, see Lamps.", ON_OFF), {"values": ["on", "off"]}),
    ("capitals that nothing announces", STRING, ("State of the lamp", ["DARK", "VERY_DARK: in a hall"]), {"values": ["DARK", "VERY_DARK"]}),
    ("one paragraph, announced", STRING, ("Kind", "The value can be the following:", "**torch**: a lamp"), {"values": ["torch"]}),
    ("single words of a type", STRING, ("Lamp type.", ["Torch", "Lantern"]), {"values": ["Torch", "Lantern"]}),
    ("a case each, of a thing", STRING, ("Options:", ["When **size** is **1**, the value is **small** or **tiny**.", "When **size** is **9**, the value is **big**."]), {"values": ["small", "tiny", "big"]}),
    ("what one value does, and none", INTEGER, ("How long. The value ranges from 0 to 9.", ["If this parameter is set to **0**, it is dark.", "If this parameter is not transferred, it is lit."]), {"minimum": 0, "maximum": 9}),
    ("a default of each case", STRING, ("Port.", ["For old lamps, the default value is **1**.", "For new lamps, the default value is **2**."]), {}),
    ("the only case", STRING, ("Kind. For old lamps, the value can be **torch**, **candle**, or **fire**.",), {"values": ["torch", "candle", "fire"]}),
    ("sentences in a row", STRING, ("Kind of lamp.", "**OLD.ONE**: It is old. **NEW.ONE**: It is new."), {"values": ["OLD.ONE", "NEW.ONE"]}),
    ("names in a row", STRING, ("Filter.", "**name**: Its name. **size**: Its size."), {}),
    ("signs", STRING, ("How to compare, which can be **>**, **=**, or **<=**.",), {"values": [">", "=", "<="]}),
    ("a remark in the literal", STRING, ("Enumerated values:", ["**AND (default value)**", "**OR**"]), {"values": ["AND", "OR"], "default": "AND"}),
    ("a sentence behind the values", STRING, ("Mode.", ["**AX**: all", "**XA**: some", "The mode of an old lamp can only be **AX** or **XA**. It is fixed."]), {"values": ["AX", "XA"]}),
    ("formats", STRING, ("Lamps. Three formats are supported:", ["lamp", "lamp_size"]), {}),
    ("the same values twice", STRING, ("State. Possible values:", ["DARK: no light", "LIT: some light"], "Enumeration values:", ["**DARK**", "**LIT**"]), {"values": ["DARK", "LIT"]}),
]  # fmt: skip
CASES = [*LABELLED, *DEFAULTS, *LIMITS, *VALUES]


@pytest.mark.parametrize(
    ("type", "blocks", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_states(
    type: TypeExpression, blocks: tuple[Written, ...], expected: dict[str, Told]
) -> None:
    assert stated(type, *blocks) == expected


OWN = "If **offset** is set to `N`, the lamps begin with N. The value is **0** by default. The value cannot be a negative number."


def test_a_condition_on_the_property_itself_is_none() -> None:
    assert stated(INTEGER, OWN, name="offset") == {"default": 0, "minimum": 0}
    assert "minimum" not in stated(INTEGER, OWN, name="start")
