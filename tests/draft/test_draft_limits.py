"""What is longer than descriptions, names, types and examples are: a warning each, and the rest is read."""

from __future__ import annotations

import pytest

from scraper.draft.model import AnyExpression, FieldDraft
from scraper.limits import (
    LONGEST_CELL,
    LONGEST_DESCRIPTION,
    LONGEST_PATH,
    MOST_EXAMPLES,
    MOST_LINES,
)
from tests.draft.paper import codes, field, operation, page, table


def fields(*rows: tuple[str, str, str]) -> tuple[tuple[FieldDraft, ...], list[str]]:
    written = [field(name, type, words) for name, type, words in rows]
    draft, issues = operation(page(Request=table(written, anchor="t1")))
    return draft.tables[0].fields, codes(issues)


def test_a_name() -> None:
    long = "a" * LONGEST_CELL
    found, issues = fields((long, "String", ""), (f"{long}b", "String", ""))
    assert [one.name.plain for one in found] == [long]
    assert "name-too-long" in issues


def test_a_type() -> None:
    blanks = "x " * (LONGEST_CELL // 2)
    (found,), issues = fields(("a", f"String {blanks}", ""))
    assert found.type == AnyExpression()
    assert issues == ["type-unknown"]


@pytest.mark.parametrize(
    ("longer", "expected"), [(0, []), (1, ["description-too-long"])]
)
def test_a_description(longer: int, expected: list[str]) -> None:
    said = "The default value is 5."
    padding = " Word." * LONGEST_DESCRIPTION
    words = f"{said}{padding}"[: LONGEST_DESCRIPTION - 1 + longer] + "."
    (found,), issues = fields(("a", "Integer", words))
    assert issues == expected
    assert (found.constraints.default is None) is bool(longer)
    assert found.description.text.plain == words


@pytest.mark.parametrize("length", [LONGEST_PATH - 1, LONGEST_PATH, 1_000_000])
def test_a_path(length: int) -> None:
    uri = f"<p>GET /{'a' * length}</p><p>GET /b</p>"
    draft, issues = operation(page(uri=uri))
    paths = [line.path.plain for line in draft.request_lines]
    too_long = length >= LONGEST_PATH
    assert paths[-1] == "/b"
    assert len(paths) == 1 if too_long else 2
    assert ("path-too-long" in codes(issues)) is too_long


def test_many_words_of_a_path() -> None:
    draft, _ = operation(page(uri=f"<p>GET /a{' /b' * 100_000}</p><p>GET /c</p>"))
    assert [line.path.plain for line in draft.request_lines][-1] == "/c"


def test_request_lines() -> None:
    lines = "".join(f"<p>GET /v{n}/a</p>" for n in range(1, MOST_LINES + 2))
    draft, issues = operation(page(uri=lines))
    assert len(draft.request_lines) == MOST_LINES
    assert "too-many-request-lines" in codes(issues)


def test_examples() -> None:
    shown = "".join(f"<pre>{'{} ' * 500}</pre>" for _ in range(5))
    draft, issues = operation(page(Example_Requests=shown))
    assert len(draft.examples) == MOST_EXAMPLES
    assert "too-many-examples" in codes(issues)
