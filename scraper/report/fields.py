"""A row of a table: what was read from which words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from scraper.draft.model import Bounds, Constraints, FieldDraft, Subject
from scraper.issues import Issue
from scraper.report.expressions import scalar, written
from scraper.report.terminal import issue, line, place, quote, words
from scraper.source import Fact
from scraper.text import Text


def field_lines(
    field: FieldDraft, page: Text, issues: Sequence[Issue]
) -> Iterator[str]:
    """The row in one line, then a line for each fact with its words, and for each issue of this row.

    What does not come from the page itself has its source in front.
    """
    yield (
        f"{_row(field, page)}: {words(field.name)}: {written(field.type)}"
        f" from {quote(field.type_words)}; {_required(field.required)}"
    )
    for each in _facts(field.constraints):
        yield f"    {each}"
    for found in issues:
        yield f"    {issue(found)}"


def _row(field: FieldDraft, page: Text) -> str:
    row = f"row {field.source.row}"
    return row if field.source.page == page else place(field.source)


def _required(required: Fact[bool] | None) -> str:
    if required is None:
        return "required: not said"
    return f"required: {_yes(required.value)} from {quote(required.words)}"


def _facts(constraints: Constraints) -> Iterator[str]:
    subject = " (of items)" if constraints.subject is Subject.ITEMS else ""
    for value in constraints.values:
        meaning = f": {words(value.meaning, 60)}" if value.meaning else ""
        yield f"value{subject} {scalar(value.value.value)}{meaning}"
    if constraints.default:
        yield _from(f"default {scalar(constraints.default.value)}", constraints.default)
    yield from _bounds(constraints.bounds)
    if constraints.format:
        yield _from(f"format {line(constraints.format.value)}", constraints.format)
    for condition in constraints.conditions:
        yield f"condition {quote(condition.value)}"
    if constraints.optional:
        yield _from(
            f"optional {_yes(constraints.optional.value)}", constraints.optional
        )
    if constraints.deprecated:
        yield _from(
            f"deprecated {_yes(constraints.deprecated.value)}", constraints.deprecated
        )
    for shown in constraints.shown:
        yield _from(f"shows {words(shown.value)}", shown)


def _bounds(bounds: Bounds) -> Iterator[str]:
    for each in fields(bounds):
        bound: Fact[int | float] | None = getattr(bounds, each.name)
        if bound is not None:
            yield _from(f"{each.name.replace('_', ' ')} {bound.value}", bound)


def _from(said: str, fact: Fact[Any]) -> str:
    return f"{said} from {quote(fact.words)}"


def _yes(value: bool) -> str:
    return "yes" if value else "no"
