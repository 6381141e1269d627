"""Descriptions cut into sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.draft.constraints import read
from scraper.draft.constraints.sentences import (
    CLOSE,
    LONGEST_SENTENCE,
    OPEN,
    sentences,
)
from scraper.draft.model import TypeExpression
from scraper.text import Bullets, Code, Paragraph, Prose, Span, Text
from tests.draft.written import (
    BOOLEAN,
    HERE,
    INTEGER,
    OBJECT,
    STRING,
    STRINGS,
    named,
    written,
)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        (written("One. Two! Three? Four"), ["One.", "Two!", "Three?", "Four"]),
        (written("Lamps, e.g. Desk lamps, i.e. Small ones. New."), ["Lamps, e.g. Desk lamps, i.e. Small ones.", "New."]),
        (written("In version 1.2.3 and 192.168.0.1. New."), ["In version 1.2.3 and 192.168.0.1.", "New."]),
        (written("The file config.json holds it. New."), ["The file config.json holds it.", "New."]),
        (written("Lit (One. Two.) lamp. New."), ["Lit (One. Two.) lamp.", "New."]),
        (written("In (0,1]. New (one. Two)."), ["In (0,1].", "New (one. Two)."]),
        (written("See **One. Two** here. **New** one."), ["See One. Two here.", "New one."]),
        (written("Do it. (Default value)"), ["Do it.", "(Default value)"]),
        (written("Set to **x** This is new."), ["Set to x", "This is new."]),
        (written("Options:", "**a** and **b**. More."), ["Options: a and b.", "More."]),
        (written("Options:", ["**a**: One. Two."]), ["Options:", "a: One.", "Two."]),
        (written("A.", "NOTE:", "This is new."), ["A.", "This is new."]),
        (written("A. Note: This is new."), ["A.", "This is new."]),
        (written(""), []),
        (Prose(blocks=(Code(text=Text("One. Two.")),)), []),
        (written("x" * (LONGEST_SENTENCE + 1)), []),
    ],
    ids=named,
)  # fmt: skip
def test_splits(prose: Prose, expected: list[str]) -> None:
    assert [sentence.plain for sentence in sentences(prose)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", f"a {OPEN}b{CLOSE} c"),
        ("a `b` c", f"a {OPEN}b{CLOSE} c"),
        ("a ** b: **c", f"a  {OPEN}b{CLOSE}: c"),
        ("a **b.** c", f"a {OPEN}b{CLOSE}. c"),
        ("a **..** c", f"a {OPEN}..{CLOSE} c"),
        ("a **b**`c` d", f"a {OPEN}bc{CLOSE} d"),
        (f"a {OPEN}b{CLOSE} c", "a  b  c"),
        (f"a **b{CLOSE}c** d", f"a {OPEN}b c{CLOSE} d"),
    ],
    ids=repr,
)
def test_marks_literals(text: str, expected: str) -> None:
    (sentence,) = sentences(written(text))
    assert sentence.marked == expected


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("If **a** is set, b.", True),
        ("When a lamp is lit, b.", True),
        ("For desk lamps, b.", True),
        ("In this case, b.", True),
        ("Otherwise, b.", True),
        ("If this parameter is not specified, b.", False),
        ("For details, see b.", False),
        ("A lamp if lit.", False),
    ],
)
def test_conditional(text: str, conditional: bool) -> None:
    (sentence,) = sentences(written(text))
    assert sentence.conditional is conditional


def test_dependent_on_the_case_before() -> None:
    text = "A. If **a** is **b**, c. The d. The e."
    found = [bool(sentence.depends_on) for sentence in sentences(written(text))]
    assert found == [False, False, True, True]


SPANS = st.builds(
    Span,
    text=st.builds(Text, st.text(max_size=20) | st.sampled_from(
        ["The value can be ", "Options:", ", or ", "1", "a", "default value is ", " ranges from 1 to ",
         "[0,1]", "(", ")", "For example, ", "If ", ". ", " characters", "/", '"']
    )),
    strong=st.integers(0, 2),
    code=st.booleans(),
)  # fmt: skip
PARAGRAPHS = st.builds(Paragraph, spans=st.lists(SPANS, max_size=8).map(tuple))
PROSE = st.recursive(
    st.builds(Prose, blocks=st.lists(PARAGRAPHS, max_size=4).map(tuple)),
    lambda inner: st.builds(
        Prose,
        blocks=st.lists(
            PARAGRAPHS
            | st.builds(Bullets, items=st.lists(inner, max_size=3).map(tuple)),
            max_size=3,
        ).map(tuple),
    ),
    max_leaves=6,
)


@given(PROSE, st.sampled_from([STRING, INTEGER, BOOLEAN, STRINGS, OBJECT]))
def test_reading_never_fails(prose: Prose, type: TypeExpression) -> None:
    stated, issues = read(prose, type, HERE)
    for value in stated.values:
        assert value.value.words
        assert value.value.source == HERE
    for issue in issues:
        assert "\n" not in issue.detail
        assert issue.source == HERE
