"""Words in TOML."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.emit.sinks import toml
from scraper.text import Text

STRINGS = [
    ("plain", "a b", '"a b"'),
    ("quotes", 'a"b\\', '"a\\"b\\\\"'),
    ("line break", "a\nb", '"a\\u000ab"'),
    ("half a pair", "\udfff", '"\ufffd"'),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [case[1:] for case in STRINGS],
    ids=[case[0] for case in STRINGS],
)
def test_string(text: str, expected: str) -> None:
    assert toml.string(Text(text)) == expected


@given(st.text())
def test_any_text_survives(text: str) -> None:
    written = toml.string(Text(text))
    assert len(written.splitlines()) == 1
    assert tomllib.loads(f"k = {written}") == {"k": text}
