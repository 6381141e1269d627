"""issues.txt: one line an issue, in an order of its own."""

from __future__ import annotations

from itertools import permutations

from scraper.emit.issue_list import lines
from scraper.issues import Issue, Severity
from scraper.source import Source
from scraper.text import Text


def issue(
    code: str,
    severity: Severity = Severity.NOTE,
    *,
    page: str = "a.html",
    anchor: str = "",
    row: int = 0,
    detail: str = "words",
) -> Issue:
    source = Source(page=Text(page), anchor=Text(anchor), row=row)
    return Issue(code=code, severity=severity, source=source, detail=detail)


ISSUES = (
    issue("z-first-page", page="A.html"),
    issue("late-anchor", Severity.ERROR, anchor="t", row=2),
    issue("late-row", Severity.WARNING, anchor="t", row=10),
    issue("same", detail="one", page="b.html"),
    issue("same", detail="two", page="b.html"),
)
EXPECTED = """\
# What the documents get wrong or leave open. error 1, warning 1, note 3
note z-first-page A.html: words
error late-anchor a.html#t row 2: words
warning late-row a.html#t row 10: words
note same b.html: one
note same b.html: two
"""


def test_the_order_does_not_depend_on_who_came_first() -> None:
    assert {lines(order) for order in permutations(ISSUES)} == {EXPECTED}


def test_no_issues() -> None:
    assert lines([]) == (
        "# What the documents get wrong or leave open. error 0, warning 0, note 0\n"
    )


def test_an_issue_that_came_twice_stands_twice() -> None:
    assert lines([ISSUES[0], ISSUES[0]]).count("z-first-page") == 2


def test_an_issue_is_one_line_whatever_it_says() -> None:
    hostile = "a\nnote b\r\x85\u2028\x1b[0m\ud800"
    made = issue("x", page=hostile, anchor=hostile, detail=hostile)
    written = lines([made])
    assert len(written.splitlines()) == 2
    assert "\x1b" not in written
    written.encode()
