"""Words of a document in Python source."""

from __future__ import annotations

import ast
import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Scalar
from scraper.emit.sinks.python import (
    first_sentence,
    inline,
    is_identifier,
    lists,
    literal,
    snake,
    spelling,
    without_last_sentence,
    words_in,
)
from scraper.text import Bullets, Paragraph, Span, Text
from tests.emit.builders import HOSTILE, scalar, words

WORDS: tuple[tuple[str, list[str]], ...] = (
    ("task_type", ["task", "type"]),
    ("SmartTaskConfig", ["Smart", "Task", "Config"]),
    ("HTTPServer", ["HTTP", "Server"]),
    ("AddNICs", ["Add", "NICs"]),
    ("IPv4Address", ["IPv4", "Address"]),
    ("BlockDeviceMappingV2", ["Block", "Device", "Mapping", "V2"]),
    ("md5", ["md5"]),
    ("x86_64", ["x86", "64"]),
    ("2U", ["2", "U"]),
    ("B2C", ["B2", "C"]),
    ("OBSUrl", ["OBS", "Url"]),
    ("naïve", ["naive"]),
    ("树", []),
)


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words(text: str, expected: list[str]) -> None:
    assert list(words_in(Text(text))) == expected


SNAKES = (("OS-EXT-SRV-ATTR:host", "os_ext_srv_attr_host"), ("树", "u6811"), ("", "empty"))  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SNAKES)
def test_snake(text: str, expected: str) -> None:
    assert snake(Text(text)) == expected


SCALARS = st.text() | st.integers() | st.floats(allow_nan=False) | st.booleans()


@given(SCALARS)
def test_a_literal_is_its_value(value: str | float) -> None:
    expression = literal(scalar(value))
    if isinstance(value, float) and math.isinf(value):
        assert expression == f'float("{value}")'
    else:
        assert repr(ast.literal_eval(expression)) == repr(value)


@pytest.mark.parametrize("text", [*HOSTILE, '"""', '\\"""', '"""\\', '""""""'])
def test_a_line_is_one_line_that_cannot_end_a_docstring(text: str) -> None:
    line = inline(Text(text))
    assert line.isprintable()
    assert '"""' not in line.replace("\\\\", "").replace('\\"', "")
    assert ast.literal_eval(f'"""{line} """').endswith(" ")


@pytest.mark.parametrize("text", ["a b", "a-b", "", "1a", "größe", 'a"'])
def test_only_identifiers_are_spelt(text: str) -> None:
    assert not is_identifier(Text(text))
    with pytest.raises(ValueError, match="not an identifier"):
        spelling(Text(text))


SENTENCES = (
    ("One. Two.", "One"),
    ("One", "One"),
    ("v1.0 is old. New.", "v1.0 is old"),
    ("a; b", "a"),
    ("OBS bucket (default value)", "OBS bucket"),
    ("(default value)", ""),
    ("", ""),
)


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_first_sentence(text: str, expected: str) -> None:
    assert first_sentence(Text(text)).plain == expected


ENDS = (
    ("The color. The options are:", "The color."),
    ("The options are:", ""),
    ("The color.", "The color."),
    ("A 1.5 thing. So: yes", "A 1.5 thing. So: yes"),
)


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_what_announces_a_list_goes_with_it(text: str, expected: str) -> None:
    paragraph = Paragraph(spans=(Span(text=Text(text)),))
    assert without_last_sentence(paragraph).text.plain == expected


LISTS: tuple[tuple[str, list[str], list[Scalar], bool], ...] = (
    ("values with meanings", ["red: a", "green - b"], [Text("red"), Text("green")], True),
    ("another case", ["Red", "GREEN"], [Text("red"), Text("green")], True),
    ("quoted", ['"red"', "'green' is good"], [Text("red"), Text("green")], True),
    ("lost underscores", ["ALL: a"], [Text("__ALL__")], True),
    ("kept underscores", ["__ALL__: a"], [Text("__ALL__")], True),
    ("numbers", ["0: a", "1: b"], [0, 1], True),
    ("the beginning of a number", ["100: a"], [1], False),
    ("the beginning of a word", ["reddish"], [Text("red")], False),
    ("half of them", ["red", "Mind the gap."], [Text("red")], False),
    ("most of them", ["red", "green", "or else"], [Text("red"), Text("green")], True),
    ("rules", ["It is red.", "It was green."], [Text("red")], False),
    ("empty values", ["anything"], [Text(""), Text("__")], False),
    ("no values", ["anything"], [], False),
    ("a pattern's marks", ["a.c: x"], [Text("a.c")], True),
    ("no pattern", ["abc: x"], [Text("a.c")], False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("items", "values", "expected"),
    [case[1:] for case in LISTS],
    ids=[case[0] for case in LISTS],
)
def test_lists(items: list[str], values: Sequence[Scalar], expected: bool) -> None:
    bullets = Bullets(items=tuple(words(item) for item in items))
    assert lists(bullets, values) is expected
