"""Status codes: from tables and from prose."""

from __future__ import annotations

import pytest

from scraper.draft.columns import codes as codes_of
from scraper.text import Text
from tests.draft.paper import codes, operation, page, table

COLUMNS = ("Status Code", "Description")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("200", ("200",)),
        ("200 OK", ("200",)),
        ("Normal: 200", ("200",)),
        ("201/202", ("201", "202")),
        ("400, 401", ("400", "401")),
        ("2xx", ()),
        ("1.200", ()),
        ("2000", ()),
        ("Lamp.0404", ()),
        ("999", ()),
        ("", ()),
    ],
)
def test_codes(cell: str, expected: tuple[str, ...]) -> None:
    assert codes_of(Text(cell)) == expected


def told(body: str) -> tuple[list[tuple[str, str]], list[str]]:
    draft, issues = operation(page(Status_Codes=body))
    found = [(status.code, status.description.plain) for status in draft.statuses]
    return found, codes(issues)


def test_a_table() -> None:
    rows = [("200", "OK"), ("404 Not Found", "No such lamp.")]
    assert told(table(rows, columns=COLUMNS)) == (
        [("200", "OK"), ("404", "No such lamp.")],
        [],
    )


def test_further_columns_join_the_description() -> None:
    columns = ("Returned Value", "Message", "Description")
    found, _ = told(table([("404", "Not Found", "No such lamp.")], columns=columns))
    assert found == [("404", "Not Found No such lamp.")]


def test_rows_that_are_no_code_or_a_second_one() -> None:
    rows = [("200", "OK"), ("others", "Odd."), ("200", "Fine.")]
    assert told(table(rows, columns=COLUMNS)) == (
        [("200", "OK")],
        ["status-unreadable", "status-repeated"],
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>Normal: 200</li><li>404: No such lamp</li></ul>", [("200", ""), ("404", "No such lamp")]),
        ("<p>Status code 201, which is good</p>", [("201", "which is good")]),
        ("<p>204 (No Content)</p>", [("204", "No Content")]),
        ("<p>See <a href='codes.html'>Codes</a>.</p>", []),
        ("<pre>404</pre>", []),
    ],
)  # fmt: skip
def test_prose(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == (expected, [])
