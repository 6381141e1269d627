"""Words in YAML: they parse back, alone, as keys and under any indentation."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2.filters import do_indent

from scraper.emit.sinks import yaml as sink
from scraper.emit.sinks.tree import Key, Tree
from scraper.text import Text

WORDS = st.text() | st.text(
    "ab \n-:#'\"\\{}[]&*!|>%@`~?,=<0.e\t\u2028\u202e\x85\r", max_size=12
)
KEYS: st.SearchStrategy[Key] = WORDS.map(Text)


def branches(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    lists: st.SearchStrategy[Tree] = st.lists(inner, max_size=4)
    dicts: st.SearchStrategy[Tree] = st.dictionaries(KEYS, inner, max_size=4)
    return lists | dicts


LEAVES: st.SearchStrategy[Tree] = (
    WORDS.map(Text) | WORDS | st.integers() | st.booleans() | st.none()
)
TREES = st.recursive(LEAVES, branches, max_leaves=12)

BARE = ["a", "Plain words", "/v2/{project_id}/tasks", "__ALL__", "application/json"]
QUOTED = [
    'no', 'No', 'y', 'on', 'null', '~', 'true', '1', '1.00', '1e3', '0x10', '0o17',
    '2020-01-01', '12:30:45', '.inf', '.nan', '=', '<<', '-', '-a', '?', ':', 'a:',
    'a:b', '#a', '&a', '*a', '!a', '|a', '>a', '%a', '@a', '`a', '{a}', '[a]', "'a",
    '"a',
]  # fmt: skip


@pytest.mark.parametrize("text", BARE)
def test_a_harmless_string_stands_bare(text: str) -> None:
    assert sink.key(Text(text)) == f"{text}:"
    assert sink.line(Text(text)) == text
    assert sink.value(Text(text)) == text


@pytest.mark.parametrize(
    "text", [*QUOTED, "", " a", "a ", "a #b", "a: b", "NaN", "Off"]
)
def test_a_string_that_could_be_something_else_is_quoted(text: str) -> None:
    written = sink.line(Text(text))
    assert written[0] == written[-1]
    assert written[0] in "\"'"
    assert yaml.safe_load(written) == text


LINES = [
    ("a long line", "word: " * 20 + "end", "|-\n  " + "word: " * 20 + "end"),
    ("a long word", "#" * 90, '"' + "#" * 90 + '"'),
    ("two lines", "a\n\n  b: c", "|-\n  a\n\n    b: c"),
    ("blank at an end of line", "a \nb", '"a \\nb"'),
    ("blank at the beginning", " a\nb", '" a\\nb"'),
    ("line feed at the end", "a\nb\n", "|\n  a\n  b"),
    ("line feeds at the end", "a\nb\n\n", '"a\\nb\\n\\n"'),
    ("tabulator", "a\n\tb", '"a\\n\\tb"'),
    ("another line break", "a\u2028b\nc", '"a\\Lb\\nc"'),
    ("control character", "a\x00\nb", '"a\\0\\nb"'),
    ("quotes inside", 'say "a\\b"', "'say \"a\\b\"'"),
    ("umlaut and emoji", "ü\n🦆", "|-\n  ü\n  🦆"),
    ("half a pair", "\ud800", '"\ufffd"'),
    ("no character", "a\uffff\nb", '"a\\uFFFF\\nb"'),
    ("direction", "a\u202eb", '"a\\u202Eb"'),
    ("direction behind a backslash", "\\\u2066'", '"\\\\\\u2066\'"'),
    ("direction in lines", "a\nb\u061c", '"a\\nb\\u061C"'),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in LINES], ids=[case[0] for case in LINES]
)
def test_lines(text: str, expected: str) -> None:
    assert sink.value(Text(text)) == expected


def test_a_long_line_is_not_folded() -> None:
    text = "word and word, " * 100
    assert "\n" not in sink.line(text)


LONG = [
    pytest.param("x" * 1024, 1, id="the longest on one line"),
    pytest.param("x" * 1025, 2, id="one more"),
    pytest.param("x y" * 700, 2, id="with blanks"),
    pytest.param("🦆" * 120, 2, id="long once it is escaped"),
    pytest.param("\u202e" * 200, 2, id="marks that are escaped"),
]


@pytest.mark.parametrize(("text", "count"), LONG)
def test_a_long_key_has_its_colon_below(text: str, count: int) -> None:
    written = sink.key(Text(text))
    assert len(written.splitlines()) == count
    below = f"a:\n  {do_indent(written, 2)}\n    b: 1\n  c: 2\n"
    assert yaml.safe_load(below) == {"a": {text: {"b": 1}, "c": 2}}
    for value in ("one", "one\ntwo"):
        behind = f"a:\n  {do_indent(written, 2)} {do_indent(sink.value(value), 2)}\n"
        assert yaml.safe_load(behind) == {"a": {text: value}}


@pytest.mark.parametrize("text", [case.values[0] for case in LONG])
def test_a_long_key_inside_a_value(text: str) -> None:
    assert yaml.safe_load(sink.value({text: {text: text}})) == {text: {text: text}}


def test_a_key_that_is_long_once_it_is_escaped() -> None:
    text = "🦆" * 103
    assert yaml.safe_load(sink.value({text: 1})) == {text: 1}
    assert sink.value({text: 1}).startswith("? ")


def test_a_block_lists_below_its_key_and_repeats_what_is_the_same() -> None:
    same: list[Tree] = [1, None]
    assert sink.value({"b": same, "a": same, "c": {}}) == (
        "b:\n  - 1\n  - null\na:\n  - 1\n  - null\nc: {}"
    )


@given(WORDS)
def test_any_string_survives_on_one_line(text: str) -> None:
    key, line = sink.key(Text(text)), sink.line(Text(text))
    assert len(key.splitlines()) == len(line.splitlines()) == 1
    assert yaml.safe_load(f"a:\n  {key} {line}\n") == {"a": {text: text}}


@given(WORDS, st.integers(0, 6))
def test_any_string_survives_indented(text: str, depth: int) -> None:
    margin = " " * depth
    written = f"{margin}k: {do_indent(sink.value(Text(text)), depth)}\n{margin}z: 1\n"
    assert yaml.safe_load(written) == {"k": text, "z": 1}


@given(TREES)
def test_any_tree_survives_indented(tree: Tree) -> None:
    written = f"a:\n  {do_indent(sink.value({'k': tree}), 2)}\nz: 1\n"
    assert yaml.safe_load(written) == {"a": {"k": bare(tree)}, "z": 1}


def bare(tree: Tree) -> object:
    match tree:
        case Text(plain=plain):
            return plain
        case dict():
            return {bare(key): bare(value) for key, value in tree.items()}
        case list():
            return [bare(item) for item in tree]
        case _:
            return tree
