"""The summary is what the counts say, and what is unaccounted for is seen."""

from __future__ import annotations

from dataclasses import replace

from scraper.issues import Severity
from scraper.report.counting import Counts, Examples, Rows
from scraper.report.summary import entry, summary

COUNTS = Counts(
    pages=(("operation", 12), ("chapter", 3)),
    tables=(("other things", 1), ("parameters", 20)),
    rows=Rows(parameters=70, statuses=8, reported=2),
    examples=Examples(attached=4, reported=1),
    operations=11,
    schemas=6,
    enumerations=5,
    issues=((Severity.ERROR, 0), (Severity.WARNING, 1), (Severity.NOTE, 2)),
)


def lines(counts: Counts) -> list[str]:
    return [" ".join(line.split()) for line in summary(counts)]


def test_every_count_has_a_line() -> None:
    assert lines(COUNTS) == [
        "pages 15 12 operation, 3 chapter",
        "tables 21 1 of other things, 20 of parameters",
        "rows 80 = 70 modelled as parameters + 8 as status codes + 2 reported",
        "examples 5 = 4 attached + 1 reported",
        "operations 11",
        "schemas 6",
        "enumerations 5",
        "issues 3 0 errors, 1 warning, 2 notes",
    ]


def test_what_is_lost_is_said() -> None:
    lossy = replace(
        COUNTS, rows=Rows(parameters=1, lost=2), examples=Examples(attached=1, lost=3)
    )
    assert lines(lossy)[2].startswith("rows 3 = 1 ")
    assert lines(lossy)[2].endswith(" + 2 unaccounted for")
    assert lines(lossy)[3] == "examples 4 = 1 attached + 0 reported + 3 unaccounted for"


def test_the_columns_stand_below_each_other() -> None:
    assert entry("files", 7, "written").index("7") == entry("rows", 9).index("9")
    assert entry("files", 7, "written").index("w") == entry("rows", 123456, "x").index(
        "x"
    )
