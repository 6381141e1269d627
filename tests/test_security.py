"""Each promise of SECURITY.md names the test that holds it."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.references import ROOT

PROMISES = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TESTS = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES)


def test_there_are_promises() -> None:
    assert len(TESTS) > 40


@pytest.mark.parametrize(("file", "name"), TESTS, ids=[name for _, name in TESTS])
def test_the_test_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in defined


def test_no_promise_is_without_a_test() -> None:
    rows = [line for line in PROMISES.splitlines() if re.match(r"\| [A-Z]", line)]
    assert len(rows) > 20
    assert [row for row in rows if "`tests/" not in row] == []
