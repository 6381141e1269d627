"""Words without their markup, and what a reader is shown of two texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.diff.words import excerpt, same, same_json
from scraper.text import Text

# (title, one text, another one, whether they say the same)
SAME = (
    ("nothing", "", "", True),
    ("blanks", "a  b\n c", "a b c", True),
    ("marks of a list", "- **a**: x - **b**: y", "a: x b: y", True),
    ("lost underscores", "ALL", "__ALL__", True),
    ("a number of a table", "see Table 3", "see Table 12", True),
    ("a figure and a table", "see Figure 3", "see Table 3", False),
    ("another number", "3 tables", "4 tables", False),
    ("a full stop", "a.", "a", False),
    ("another word", "a b", "a c", False),
    ("what nobody sees", "a\x00 \u202eb\ufeff", "a\ufffd \ufffdb\ufffd", True),
    ("letters that are written apart", "\ufb01t", "fit", True),
)  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "expected"), [case[1:] for case in SAME], ids=[c[0] for c in SAME]
)
def test_same(one: str, other: str, *, expected: bool) -> None:
    assert same(Text(one), Text(other)) is expected
    assert same(Text(other), Text(one)) is expected


JSON = (
    ("the order of keys", '{"a": 1, "b": [2]}', '{"b":[2],"a":1}', True),
    ("the order of items", "[1, 2]", "[2, 1]", False),
    ("a number and a string", "1", '"1"', False),
    ("a truth and a number", "true", "1", False),
    ("no JSON", "a  b", "a b", True),
    ("no JSON, and other words", "a", "b", False),
    ("very deep", "[" * 100_000, "[" * 100_000, True),
)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [case[1:] for case in JSON], ids=[c[0] for c in JSON]
)
def test_same_json(one: str, other: str, *, expected: bool) -> None:
    assert same_json(Text(one), Text(other)) is expected


LONG = " ".join(f"w{n}" for n in range(40))
EXCERPTS = (
    ("short", "one two", "one three", "one two", "one three"),
    ("far inside", LONG, LONG.replace("w20", "x"), "… w14 w15 w16 w17 w18 w19 w20 w21 w22 w23 w24 w25 w26 …", "… w14 w15 w16 w17 w18 w19 x w21 w22 w23 w24 w25 w26 …"),
    ("more at the end", "a b", "a b c", "a b", "a b c"),
    ("words twice", "a a", "a a a", "a a", "a a a"),
    ("nothing in common", "a", "b", "a", "b"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "of_old", "of_new"),
    [case[1:] for case in EXCERPTS],
    ids=[case[0] for case in EXCERPTS],
)
def test_an_excerpt_shows_what_differs(
    old: str, new: str, of_old: str, of_new: str
) -> None:
    assert excerpt(Text(old), Text(new)) == (Text(of_old), Text(of_new))


@given(st.lists(st.sampled_from("ab")), st.lists(st.sampled_from("ab")))
def test_an_excerpt_of_different_texts_differs(old: list[str], new: list[str]) -> None:
    shown = excerpt(Text(" ".join(old)), Text(" ".join(new)))
    assert (shown[0] == shown[1]) is (old == new)


def test_a_long_text_is_cut() -> None:
    old, new = excerpt(Text("x" * 500), Text("y " * 500), length=20)
    assert len(old.plain) <= 22
    assert new.plain.endswith(" …")
