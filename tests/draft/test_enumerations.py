"""The values that descriptions list."""

from __future__ import annotations

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import (
    AnyExpression,
    Kind,
    Primitive,
    Scalar,
    Subject,
    TypeExpression,
    UnionExpression,
)
from scraper.text import Code, Prose, Text
from tests.draft.written import (
    BOOLEAN,
    HERE,
    INTEGER,
    INTEGERS,
    MAP,
    NUMBER,
    OBJECT,
    OBJECTS,
    STRING,
    STRINGS,
    named,
    written,
)


def values(prose: Prose, type: TypeExpression = STRING) -> list[str | int | float]:
    stated, _ = read(prose, type, HERE)
    return [_bare(value.value.value) for value in stated.values]


def codes(prose: Prose, type: TypeExpression = STRING) -> list[str]:
    return [issue.code for issue in read(prose, type, HERE)[1]]


def _bare(value: Scalar) -> str | int | float:
    return value.plain if isinstance(value, Text) else value


LISTED = [
    ("bold, colon", written("Options:", ["**on**: lit", "**off**: dark"])),
    ("bold, dash", written("Options:", ["**on** - lit", "**off** - dark"])),
    ("bold, parentheses", written("Options:", ["**on** (lit)", "**off** (dark)"])),
    ("bold, a verb", written("Options:", ["**on** indicates lit.", "**off** means dark."])),
    ("bold, nothing else", written("Options:", ["**on**", "**off**"])),
    ("colon inside the bold", written("Options:", ["**on:** lit", "**off:** dark"])),
    ("code", written("Options:", ["`on`: lit", "`off`: dark"])),
    ("plain words", written("The options are as follows:", ["on", "off"])),
    ("plain words, colon", written("Options:", ["on: lit", "off: dark"])),
    ("quoted", written("Options:", ['"on": lit', '"off": dark'])),
    ("said at the end", written("Supported lamps are supported:", ["Lit lamp: The value is **on**.", "Dark lamp: The value is **off**."])),
    ("two lists, one list", written("Options:", ["**on**: lit"], ["**off**: dark"])),
    ("not announced", written("State of the lamp", ["**on**: lit", "**off**: dark"])),
    ("paragraphs", written("State. Options:", "**on**: lit", "**off**: dark")),
    ("several in an item", written("Options:", ["**on**/**off**: lit or dark"])),
    ("nested lists are explanations", written("Options:", [["**on**: lit", ["**red**: hot", "**blue**: cold"]], "**off**: dark"])),
    ("values below", written("Options:", "**on**, and **off**")),
    ("can be", written("State. The value can be **on** or **off**.")),
    ("its value", written("State, whose value can be **on** or **off**, in this order.")),
    ("which can be", written("State, which can be **on** or **off**")),
    ("of this parameter", written("The value of this parameter can be **on** or **off**.")),
    ("is one of two", written("The value is **on** or **off**.")),
    ("with meanings", written("The value can be **on** (lit) or **off** (dark).")),
    ("possible values", written("Possible values are **on** and **off**.")),
    ("enumerated", written("Enumerated values: **on** (lit) and **off** (dark)")),
    ("only", written("Only **on** and **off** are supported.")),
    ("only the values", written("Currently, only the values **on** and **off** are available.")),
    ("after a colon", written("Specifies the state of the lamp: **on** or **off**.")),
    ("what each means", written("Whether it is lit. **on** indicates lit, and **off** indicates dark.")),
    ("what each means, no word between", written("Whether it is lit. **on** indicates lit, **off** indicates dark.")),
    ("what each value means", written("The value **on** means lit while the value **off** means dark.")),
    ("behind what they mean", written("Specifies the lit (**on**) or dark (**off**) state.")),
    ("what records are sorted by", written("By default, the records are sorted by **on**. The records can be sorted by **on** or **off**.")),
    ("no blank between", written("Options: **on**Options: **off** To use others, ask.")),
    ("in a sentence and a list", written("The value can be **on** or **off**.", ["**off**: dark", "**on**: lit"])),
]  # fmt: skip


@pytest.mark.parametrize("prose", [p for _, p in LISTED], ids=[t for t, _ in LISTED])
def test_two_values(prose: Prose) -> None:
    assert values(prose) == ["on", "off"]


@pytest.mark.parametrize(
    ("prose", "value"),
    [
        (written("Only value **all** is available."), "all"),
        (written("Currently, only value **all** is available."), "all"),
        (written("The value can only be **all**."), "all"),
        (
            written("The value can only be **all**.", ["**all**: x", "**one**: no"]),
            "all",
        ),
        (written("The value is **all**."), "all"),
        (
            written("The value of this parameter is consistently **all**, so far."),
            "all",
        ),
        (written("Set it to **all**."), "all"),
        (written("Set the parameter value to **all**."), "all"),
        (written("Options:", ["**all**: every lamp (default value)"]), "all"),
    ],
    ids=named,
)
def test_one_value(prose: Prose, value: str) -> None:
    assert values(prose) == [value]


@pytest.mark.parametrize(
    "prose",
    [
        written("Rules:", ["**a** must be set.", "**b** must not."]),
        written("Where it is.", ["If **kind** is **x**, a room.", "If **kind** is **y**, a hall."]),
        written('In the format of "{a}:{b}", where', ["**a**: the room", "**b**: the lamp"]),
        written("Examples are as follows.", ["If the text is **x**, it is **1**."]),
        written("The format of each shape is as follows:", ["**line**: two points", "**dot**: one"]),
        written("Then, set parameters as follows:", ["**kind**: **x**", "**room**: **y**"]),
        written("A lamp.", "NOTE:", ["**room**: not lit", "**hall**: lit"]),
        written("Only **desk lamps** are supported."),
        written("Lamps", ["lamp: lit"]),
        written("Lamps", ["**lamp**"]),
        written("There are two lamps: **a** and **b**."),
        written("A kind of lamp: **desk lamp** or **floor lamp**."),
        written("Constraints:", ["**Maximum**: 3", "**Minimum**: 1"]),
        written("**Definition**: a lamp.", "**Default value**: none."),
        written("A lamp. **Room:** here", "**Hall:** there"),
        written("If **a** is set to **b**, the value is **c**."),
        written("When **a** is used, the value can be **b** or **c**."),
        written("The value of **room** can be **x** or **y**."),
        written("The **room** value can be **x** or **y**."),
        written("For example, the value can be **x** or **y**."),
        written("The value can be **x**, **y**, or the number of a lamp."),
        written("Names can only be **lamp-a** through **lamp-z**."),
        written("The value can be letters, digits, or hyphens."),
        written("The value can be empty or a name."),
        written("The example value is **x**."),
        written("The value **-1** indicates no limit."),
        written("The value is **x** by default."),
        written("You can set it to **x**."),
        written("The value can contain **x** or **y**."),
        written("Time (**hh** indicates hour; **mm** indicates minute)."),
        written("At 10: dark; later: lit."),
        written("Only lamps of the **x** type are supported."),
        written("It is recommended that the value be **x** or **y**. For example, **z**."),
    ],
    ids=named,
)  # fmt: skip
def test_no_values(prose: Prose) -> None:
    assert values(prose) == []


@pytest.mark.parametrize(
    ("type", "expected"),
    [
        (STRING, ["0", "1"]),
        (INTEGER, [0, 1]),
        (NUMBER, [0, 1]),
        (STRINGS, ["0", "1"]),
        (INTEGERS, [0, 1]),
        (UnionExpression(options=(INTEGER, STRING)), [0, 1]),
        (BOOLEAN, []),
        (OBJECT, []),
        (OBJECTS, []),
        (MAP, []),
        (AnyExpression(), []),
        (Primitive(kind=Kind.NULL), []),
    ],
    ids=named,
)
def test_values_are_typed(type: TypeExpression, expected: list[object]) -> None:
    prose = written("Options:", ["**0**: dark", "**1**: lit"])
    found = values(prose, type)
    assert found == expected
    assert [value.__class__ for value in found] == [v.__class__ for v in expected]


@pytest.mark.parametrize(
    ("prose", "type", "expected"),
    [
        (written("Value of the lamp.", ["1: old", "2: new"]), INTEGER, [1, 2]),
        (written("Status. 0: dark; 1: lit; 2: broken."), INTEGER, [0, 1, 2]),
        (written("Status of the lamp. Options: **a**: dark; **b**: lit"), STRING, ["a", "b"]),
        (written("This parameter can be **a** or **b**."), STRING, ["a", "b"]),
        (written("Options: 0, 1, and 2"), INTEGER, [0, 1, 2]),
        (written("The value can be **4** or **6**."), INTEGER, [4, 6]),
        (written("Options:", ["**-1**: unlimited", "**1,000**: many"]), INTEGER, [-1, 1000]),
        (written("Options:", ["**0.5**: half", "**1**: all"]), NUMBER, [0.5, 1]),
        (written("Options:", ["**1.00**: all"]), STRING, ["1.00"]),
        (written("State.", ["**on**: lit", "Empty string: unknown"]), STRING, ["on", ""]),
        (written("State.", ["**on**: lit", "**Null**: unknown"]), STRING, ["on"]),
        (written("The value can be **none** or **blank**."), STRING, ["none", "blank"]),
        (written("The value can be TCP or UDP."), STRING, ["TCP", "UDP"]),
        (written("Options:", ["**a**: 1", "**a**: 2", "**b**: 3"]), STRING, ["a", "b"]),
        (written("Options:", ["**a/b**: 1", "**text/plain**: 2"]), STRING, ["a/b", "text/plain"]),
    ],
    ids=named,
)  # fmt: skip
def test_particular_values(
    prose: Prose, type: TypeExpression, expected: list[object]
) -> None:
    assert values(prose, type) == expected


def test_lost_underscores_given_back_are_values() -> None:
    prose = written("Options:", ["**__ALL__**: all lamps", "**__NONE__**: no lamp"])
    assert values(prose) == ["__ALL__", "__NONE__"]


def test_a_value_named_default_is_a_value_and_no_default() -> None:
    prose = written("Options:", ["**Default**: default shade", "**Glass**: glass"])
    stated, issues = read(prose, STRING, HERE)
    assert values(prose) == ["Default", "Glass"]
    assert stated.default is None
    assert issues == ()


def test_each_value_has_its_meaning_words_and_place() -> None:
    prose = written(
        "Options:", ["**on**: indicates that it is lit (bright)", "**off**"]
    )
    on, off = read(prose, STRING, HERE)[0].values
    assert on.meaning == Text("it is lit (bright)")
    assert on.value.words == Text("on: indicates that it is lit (bright)")
    assert on.value.source == HERE
    assert off.meaning == Text("")


def test_values_below_an_announcement_mean_nothing_but_themselves() -> None:
    prose = written(
        "State. The value can be one of the following:", "**on**, **off**, and **dim**."
    )
    stated, _ = read(prose, STRING, HERE)
    assert [(one.value.value, one.meaning) for one in stated.values] == [
        (Text("on"), Text("")),
        (Text("off"), Text("")),
        (Text("dim"), Text("")),
    ]


def test_meanings_of_a_list_go_to_the_values_of_a_sentence() -> None:
    prose = written(
        "The value can be **a** or **b**.", ["**a**: first", "**b**: second"]
    )
    meanings = [value.meaning.plain for value in read(prose, STRING, HERE)[0].values]
    assert meanings == ["first", "second"]


def test_two_spellings_are_four_values_and_a_note() -> None:
    prose = written("Lit or not. Options:", ["**0/false**: dark", "**1/true**: lit"])
    stated, _ = read(prose, STRING, HERE)
    assert values(prose) == ["0", "false", "1", "true"]
    assert [v.meaning.plain for v in stated.values] == ["dark", "dark", "lit", "lit"]
    assert codes(prose) == ["value-spellings"]


@pytest.mark.parametrize(
    ("prose", "type", "subject"),
    [
        (written("Use a hyphen (-) to separate two reasons, for example, **3-1**. Options:", ["**1**: dark", "**3**: cold"]), STRING, Subject.ITEMS),
        (written("Separate the names by commas (,). Options:", ["**a**: A", "**b**: B"]), STRING, Subject.ITEMS),
        (written("Reasons. Options:", ["**1**: dark", "**3**: cold"]), INTEGERS, Subject.ITEMS),
        (written("Reasons. Options:", ["**1**: dark", "**3**: cold"]), STRING, Subject.PROPERTY),
        (written("Options:", ["**a**: separated by commas", "**b**: B"]), STRING, Subject.PROPERTY),
        (written("Separate the names by commas (,)."), STRING, Subject.PROPERTY),
    ],
    ids=["hyphens", "commas", "array", "one value", "in an item", "no values"],
)  # fmt: skip
def test_subject(prose: Prose, type: TypeExpression, subject: Subject) -> None:
    assert read(prose, type, HERE)[0].subject is subject


def test_thirty_one_reasons_of_an_array() -> None:
    prose = written("ID of a reason. Options:", [f"**{n}**: r{n}" for n in range(31)])
    assert values(prose, INTEGERS) == list(range(31))


@pytest.mark.parametrize(
    ("prose", "type", "code"),
    [
        (written("Options:", ["**day**: one day", "**yyyyMMdd-yyyyMMdd**: a period"]), STRING, "value-list-with-pattern"),
        (written("Options:", ["**all**: all", "**{id}**: the ID of a lamp"]), STRING, "value-list-with-pattern"),
        (written("Options:", ["**low**: 1", "**high**: 2"]), INTEGER, "values-unlike-type"),
        (written("The options are as follows:", ["a round lamp", "a square one"]), STRING, "value-list-unread"),
        (written("Options:", ["If **a** is **b**, it is a room."]), STRING, "value-list-unread"),
    ],
    ids=["date", "placeholder", "unlike", "blanks", "rules"],
)  # fmt: skip
def test_a_list_that_is_no_enumeration_is_reported(
    prose: Prose, type: TypeExpression, code: str
) -> None:
    assert values(prose, type) == []
    assert codes(prose, type) == [code]


def test_a_list_may_go_on_in_a_code_block() -> None:
    begun = written("Options:", ["**day**: one day"])
    code = Code(text=Text("- **week**: a **whole**\n  week\n\n- **year**: a year"))
    prose = Prose(blocks=(*begun.blocks, code))
    assert values(prose) == ["day", "week", "year"]
    stated, issues = read(prose, STRING, HERE)
    assert [one.meaning.plain for one in stated.values] == [
        "one day",
        "a whole week",
        "a year",
    ]
    assert issues == ()


def test_a_code_block_that_is_no_list_ends_one() -> None:
    begun = written("Options:", ["**day**: one day"])
    prose = Prose(blocks=(*begun.blocks, Code(text=Text("echo - **week**"))))
    assert values(prose) == ["day"]


def test_names_of_several_words_with_a_number() -> None:
    items = ["Lamp 1.0 (old)", "Lamp 2.0 (new)-gas"]
    assert values(written("The options are as follows:", items)) == items
    assert values(written("About lamps", items)) == []


NO_VALUES_BESIDES = [
    "The value **-1** indicates that there is no limit.",
    "**on** indicates lit.",
    "Letters (**a**) or dashes (**-**).",
    "When lit, **on** indicates lit, and **off** indicates dark.",
    "The lamps are sorted by **age**.",
]


@pytest.mark.parametrize("block", NO_VALUES_BESIDES)
def test_literals_that_are_no_list(block: str) -> None:
    assert values(written(block)) == []
