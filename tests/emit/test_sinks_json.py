"""Words and values in JSON, and JSON text as a value."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.api.model import Scalar
from scraper.emit.sinks import json as sink
from scraper.emit.sinks.tree import Tree
from scraper.text import Text

VALUES: list[tuple[str, str, object]] = [
    ("object", '{"a": [1, 1.5, null, true]}', {"a": [1, 1.5, None, True]}),
    ("string", '"x"', "x"),
    ("no JSON", "{a}", Text("{a}")),
    ("nothing", "", Text("")),
    ("not a number", "[NaN]", Text("[NaN]")),
    ("infinite", "-Infinity", Text("-Infinity")),
    ("too large", '{"a": [1e999]}', Text('{"a": [1e999]}')),
    ("too many digits", "1" * 5000, Text("1" * 5000)),
    ("deep", "[" * 50 + "]" * 50, json.loads("[" * 50 + "]" * 50)),
    ("too deep", "[" * 200 + "]" * 200, Text("[" * 200 + "]" * 200)),
    ("far too deep", "[" * 10**5, Text("[" * 10**5)),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [case[1:] for case in VALUES],
    ids=[case[0] for case in VALUES],
)
def test_value(text: str, expected: object) -> None:
    assert sink.value(Text(text)) == expected


LITERALS: list[tuple[Scalar, str]] = [
    (Text("all"), "all"),
    (True, "true"),
    (15, "15"),
    (1.5, "1.5"),
]


@pytest.mark.parametrize(("scalar", "expected"), LITERALS)
def test_literal(scalar: Scalar, expected: str) -> None:
    assert sink.literal(scalar) == Text(expected)


def test_block() -> None:
    tree: Tree = {Text("k\u2028"): [Text("ü"), float("inf"), "\ud800", {}]}
    assert sink.block(tree) == (
        '{\n  "k\\u2028": [\n    "ü",\n    "inf",\n    "\ufffd",\n    {}\n  ]\n}\n'
    )


@given(st.text())
def test_any_text_survives(text: str) -> None:
    written = sink.block({Text(text): Text(text)})
    assert json.loads(written) == {text: text}
    assert len(written.splitlines()) == 3
