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


@pytest.mark.parametrize(
    "head",
    [
        "Status Code",
        "Normal Response Code",
        "HTTP Status Code",
        "Returned Values",
        "Return code",
        "Abnormal Status Code",
    ],
)
def test_columns_of_codes(head: str) -> None:
    columns = (head, "Type", "Description")
    assert told(table([("404", "Not Found", "No lamp.")], columns=columns)) == (
        [("404", "Not Found No lamp.")],
        [],
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Normal: 202", [("202", "")]),
        ("Status Code:202.", [("202", "")]),
        ("Status code 202. Accepted", [("202", "Accepted")]),
        ("Status code 202.5", []),
        ("Normal response codes: 200, 202", [("200", ""), ("202", "")]),
        ("Success status code 204", [("204", "")]),
        ("404: No such lamp in room 12.", [("404", "No such lamp in room 12.")]),
        ("Normal", []),
    ],
)
def test_lines(line: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"<p>{line}</p>") == (expected, [])


def test_a_code_in_an_item_of_its_own_and_a_table_in_the_next() -> None:
    rows = table(
        [("400 Bad Request", "Odd.")], columns=("Returned Value", "Description")
    )
    html = f"<ul><li>Normal<p>204</p></li><li>Abnormal{rows}</li></ul>"
    draft, issues = operation(page(Returned_Values=html))
    assert {status.code for status in draft.statuses} == {"204", "400"}
    assert not issues
