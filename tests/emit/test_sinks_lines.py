"""Words on one line of plain text, as keys and in paths."""

from __future__ import annotations

import re
from unicodedata import bidirectional

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scraper.emit.sinks import keys, lines, path_template
from scraper.source import Source
from scraper.text import Text

LINES = [
    ("blanks", " a \n\t b\u2028c ", "a b c"),
    ("control", "a\x1b[31m\x00", "a\\x1b[31m\\x00"),
    ("direction", "a\u202eb", "a\\u202eb"),
    ("direction of isolates", "\u2067a\u061c", "\\u2067a\\u061c"),
    ("no width", "\u200ba\u2060\ufeff", "\\u200ba\\u2060\\ufeff"),
    ("no characters", "a\ufffe\uffff", "a\\ufffe\\uffff"),
    ("letters", "é 🦆", "é 🦆"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_line(text: str, expected: str) -> None:
    assert lines.line(Text(text)) == expected


PLACES = [
    (Source(page=Text("a.html")), "a.html"),
    (Source(page=Text("a.html"), anchor=Text("x"), row=3), "a.html#x row 3"),
    (Source(page=Text("a\nb"), row=1), "a b row 1"),
]


@pytest.mark.parametrize(("source", "expected"), PLACES)
def test_place(source: Source, expected: str) -> None:
    assert lines.place(source) == expected


@given(st.text(st.characters()))
def test_any_text_is_one_line_that_can_be_written(text: str) -> None:
    written = lines.line(Text(text))
    assert len(written.splitlines()) <= 1
    written.encode()


TURNING = ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")


def test_every_character_may_stand_in_a_comment_of_yaml_and_turns_nothing() -> None:
    written = [lines.line(chr(code)) for code in range(0x110000)]
    every = "".join(written)
    assert yaml.safe_load(f"# {every}\na: 1") == {"a": 1}
    assert not {each for each in every if bidirectional(each) in TURNING}
    assert not set("\u061c\u200e\u200f") & set(every)


SLUGS = [
    ("Creating a Task (GPU)", "creating-a-task-gpu"),
    ("  -- ", "otherwise"),
    ("中", "otherwise"),
    ("a" * 59 + " bc", "a" * 59),
]


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_slug(text: str, expected: str) -> None:
    assert keys.slug(Text(text), "otherwise") == expected


DISTINCT: list[tuple[list[str], tuple[str, ...]]] = [
    (["a", "b"], ("a", "b")),
    (["a", "a", "a2", "a"], ("a", "a3", "a2", "a4")),
    ([], ()),
]


@pytest.mark.parametrize(("wanted", "expected"), DISTINCT)
def test_distinct(wanted: list[str], expected: tuple[str, ...]) -> None:
    assert keys.distinct(wanted) == expected


@given(st.lists(st.text("a23", max_size=3)))
def test_names_are_distinct_and_the_first_of_each_is_kept(wanted: list[str]) -> None:
    found = keys.distinct(wanted)
    assert len(set(found)) == len(wanted)
    assert all(found[wanted.index(name)] == name for name in wanted)


@given(st.text(st.characters()))
def test_a_component_has_allowed_characters_only(text: str) -> None:
    assert re.fullmatch("[a-zA-Z0-9._-]+", keys.component(Text(text)))


VERSIONS = [
    ("/v2.1/a", "2.1"),
    ("/V3", "3"),
    ("/a/v1/b/v2", "1"),
    ("/value/v", ""),
    ("/v2x/a", ""),
]


@pytest.mark.parametrize(("path", "expected"), VERSIONS)
def test_version(path: str, expected: str) -> None:
    assert path_template.version(Text(path)) == expected


PORTABLE = [
    ("/v1/{a}/b:c/{a}/{a}", "/v1/{a}/b:c/{a_2}/{a_3}"),
    ("v1/ä?x#y", "/v1/%C3%A4%3Fx%23y"),
    ("/{a b}/{a_b}/{é}", "/{a_b}/{a_b_2}/{_}"),
    ("/{a/{}/b}", "/%7Ba/%7B%7D/b%7D"),
    ("", "/"),
]


@pytest.mark.parametrize(("path", "expected"), PORTABLE)
def test_portable(path: str, expected: str) -> None:
    assert path_template.portable(Text(path)) == Text(expected)


@given(st.text("/{}ab é?%", max_size=20))
def test_a_portable_path_keeps_the_number_of_variables(path: str) -> None:
    template = Text(path)
    made = path_template.portable(template)
    assert len(path_template.variables(made)) == len(path_template.variables(template))
    assert path_template.portable(made) == made


def _can_be_one(left: str, right: str) -> bool:
    """Whether two paths with as many variables agree wherever neither has one: what the index must find too."""
    here, there = left.split("/"), right.split("/")
    return (
        len(here) == len(there)
        and left.count("{") == right.count("{")
        and all("{" in a + b or a == b for a, b in zip(here, there, strict=True))
    )


PATHS = st.lists(st.sampled_from(["a", "b", "{x}", "{y}"]), max_size=4).map("/".join)


@given(st.lists(PATHS, unique=True))
def test_paths_that_can_be_the_same(paths: list[str]) -> None:
    expected = {
        path: earlier[0]
        for number, path in enumerate(paths)
        if (earlier := [one for one in paths[:number] if _can_be_one(one, path)])
    }
    found = path_template.overlapping([Text(path) for path in paths])
    assert {path.plain: first.plain for path, first in found} == expected
