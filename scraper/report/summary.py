"""The end of a run in a few lines."""

from __future__ import annotations

from collections.abc import Iterable

from scraper.issues import Severity
from scraper.report.counting import Counts, Examples, Rows

_WIDTH = 14


def summary(counts: Counts) -> tuple[str, ...]:
    """One line per count; tables, rows and examples are those of operation pages."""
    return (
        entry("pages", sum(n for _, n in counts.pages), _listed(counts.pages)),
        entry("tables", sum(n for _, n in counts.tables), _tables(counts.tables)),
        entry("rows", counts.rows.total, _rows(counts.rows)),
        entry("examples", counts.examples.total, _examples(counts.examples)),
        entry("operations", counts.operations),
        entry("schemas", counts.schemas),
        entry("enumerations", counts.enumerations),
        entry("issues", sum(n for _, n in counts.issues), _severities(counts.issues)),
    )


def entry(name: str, number: int, words: str = "") -> str:
    """A line of a summary: a name, a number and what it is made of."""
    return f"  {name:<{_WIDTH}}{number:>6}  {words}".rstrip()


def _tables(numbers: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} of {kind}" for kind, number in numbers)


def _rows(rows: Rows) -> str:
    return (
        f"= {rows.parameters} modelled as parameters + {rows.statuses} as status codes"
        f" + {rows.reported} reported{_lost(rows.lost)}"
    )


def _examples(examples: Examples) -> str:
    words = f"= {examples.attached} attached + {examples.reported} reported"
    return words + _lost(examples.lost)


def _lost(number: int) -> str:
    return f" + {number} unaccounted for" if number else ""


def _listed(numbers: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} {name}" for name, number in numbers)


def _severities(numbers: Iterable[tuple[Severity, int]]) -> str:
    return _listed(
        (severity.value + ("" if number == 1 else "s"), number)
        for severity, number in numbers
    )
