"""When a property must or may be given, and whether it is still used."""

from __future__ import annotations

import pytest

from scraper.draft.constraints import read
from scraper.draft.model import Constraints
from scraper.text import Text
from tests.draft.written import HERE, STRING, Written, named, written


def stated(*blocks: Written) -> Constraints:
    return read(written(*blocks), STRING, HERE)[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "This parameter is mandatory only when **kind** is set to **x**.",
        "This parameter is mandatory when a lamp is lit.",
        "This field is required only when **kind** is **x**.",
        "This parameter is optional when **kind** is **x**.",
        "If **kind** is set to **x**, this parameter is mandatory.",
        "Name of the user, which is mandatory for lamps.",
        "Either this parameter or **room** must be set.",
        "Either **lamp** or **room** is used each time.",
        "Specify either **lamp** or **room**.",
        "This parameter must be used together with **room**.",
        "This parameter cannot be used together with **room**.",
        "This parameter cannot be specified when **room** is used.",
        "**lamp** and **room** are mutually exclusive.",
        "This parameter takes effect only when **kind** is **x**.",
        "This parameter is returned only when a lamp is lit.",
        "This parameter is used only for lamps.",
        "This parameter must be set when the room is not given.",
        "This parameter is not required for lamps.",
        "If **kind** is **x**, this parameter does not need to be set.",
        "If you light several lamps, **lamp** must be specified.",
    ],
    ids=named,
)
def test_conditions(sentence: str) -> None:
    said = stated(f"A lamp. {sentence} It is bright.")
    assert [fact.value for fact in said.conditions] == [Text(sentence.replace("*", ""))]
    assert said.conditions[0].words == said.conditions[0].value
    assert said.conditions[0].source == HERE
    assert said.optional is None


@pytest.mark.parametrize(
    "blocks",
    [
        ("A lamp. It must be lit.",),
        ("Whether a lamp is mandatory",),
        ("If **kind** is set to **x**, see the room.",),
        ("After setting **kind**, you do not need to set **room**.",),
        ("This parameter cannot be used.",),
        ("Cases:", ["If you choose **x**, **room** must be configured."]),
    ],
    ids=named,
)
def test_no_condition(blocks: tuple[Written, ...]) -> None:
    assert stated(*blocks).conditions == ()


def test_a_note_keeps_its_sentence() -> None:
    said = stated("A lamp. Note: This parameter is mandatory only when it is lit.")
    assert [fact.value.plain for fact in said.conditions] == [
        "This parameter is mandatory only when it is lit."
    ]


def test_a_sentence_that_stands_twice_is_one_condition() -> None:
    sentence = "This parameter is mandatory when lit."
    assert len(stated(sentence, sentence).conditions) == 1


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (("(Optional) Pairs of names and values.",), True),
        (("(optional) a lamp",), True),
        (("Optional. A lamp.",), True),
        (("A lamp. This parameter is optional.",), True),
        (("A lamp. This field is optional and may be dark.",), True),
        (("A list of lamps, which is optional and left blank by default.",), True),
        (("A lamp.", "NOTE:", "This field is optional."), True),
        (("(Mandatory) A lamp.",), False),
        (("A lamp. This parameter is mandatory.",), False),
        (("This parameter is optional when **kind** is **x**.",), None),
        (("If **kind** is **x**, this parameter is optional.",), None),
        (("Names of lamps are optional.",), None),
        (("**room** is optional.",), None),
        (("Rules:", ["This parameter is optional."]), None),
        (("A lamp, which is mandatory for rooms.",), None),
        (("Optional lamps are dark.",), None),
    ],
    ids=named,
)
def test_optional(blocks: tuple[Written, ...], expected: bool | None) -> None:
    fact = stated(*blocks).optional
    assert (fact.value if fact else None) is expected


def test_optional_by_its_name() -> None:
    prose = written("A lamp. **room** is optional.")
    fact = read(prose, STRING, HERE, Text("room"))[0].optional
    assert fact is not None
    assert fact.value is True
    assert read(prose, STRING, HERE, Text("lamp"))[0].optional is None


@pytest.mark.parametrize(
    "blocks",
    [
        ("Discarded",),
        ("(Discarded) A lamp.",),
        ("(Deprecated) A lamp.",),
        ("A lamp.", "NOTE:", "This field has been discarded. Use **room**."),
        ("A lamp. This parameter is deprecated.",),
        ("A lamp. This parameter is no longer used.",),
        ("A lamp. Please do not use it.",),
    ],
    ids=named,
)
def test_deprecated(blocks: tuple[Written, ...]) -> None:
    fact = stated(*blocks).deprecated
    assert fact is not None
    assert fact.value is True
    assert fact.source == HERE


@pytest.mark.parametrize(
    "blocks",
    [
        ("The **room** field is not used anymore.",),
        ("Status. Options:", ["**OLD**: This is deprecated.", "**NEW**: new"]),
        ("If **kind** is **x**, this parameter is deprecated.",),
        ("This parameter has not been used.",),
        ("A lamp that was discarded.",),
        ("Whether discarded lamps are listed.",),
    ],
    ids=named,
)
def test_not_deprecated(blocks: tuple[Written, ...]) -> None:
    assert stated(*blocks).deprecated is None
