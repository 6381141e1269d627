"""Rows and examples are accounted for: in the Api, as an issue, or seen to be lost."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from scraper import pipeline, service, workspace
from scraper.document.model import Page
from scraper.draft.model import OperationDraft
from scraper.issues import Issue, Severity
from scraper.pipeline import Reference
from scraper.report.counting import Examples, Rows, count
from scraper.source import Source
from scraper.text import Text
from tests.lamps import CHAPTER, SERVICE, SWITCH


@cache
def lamps() -> pipeline.Reading:
    about = service.read(SERVICE, name="lamps", file="service.toml")
    pages = (
        Page(name=Text("SwitchLamp.html"), content=SWITCH.encode()),
        Page(name=Text("chapter_1.html"), content=CHAPTER.encode()),
    )
    return pipeline.read(Reference(pages=pages, service=about))


def note(source: Source, code: str = "some-note") -> Issue:
    return Issue(code=code, severity=Severity.NOTE, source=source, detail="x")


def test_a_whole_service_is_counted() -> None:
    counts = lamps().counts
    assert counts.pages == (("operation", 1), ("chapter", 1))
    assert counts.tables == (("parameters", 4), ("status codes", 1))
    assert counts.rows == Rows(parameters=8, statuses=1)
    assert counts.examples == Examples(attached=2, reported=1)
    assert dict(counts.issues)[Severity.WARNING] == 2


def test_a_row_that_the_draft_dropped_is_lost_until_an_issue_says_so() -> None:
    reading = lamps()
    draft = reading.drafts[0]
    assert isinstance(draft, OperationDraft)
    body = draft.tables[1]
    shorter = replace(body, fields=body.fields[:-1])
    tables = (draft.tables[0], shorter, *draft.tables[2:])
    drafts = (replace(draft, tables=tables), reading.drafts[1])

    without = count(reading.documents, drafts, reading.api, reading.issues)
    assert without.rows == Rows(parameters=7, statuses=1, lost=1)
    for source in (body.fields[-1].source, replace(body.source, row=0)):
        issues = (*reading.issues, note(source))
        rows = count(reading.documents, drafts, reading.api, issues).rows
        assert rows == Rows(parameters=7, statuses=1, reported=1)


def test_a_row_that_the_api_dropped_is_lost_until_an_issue_says_so() -> None:
    reading = lamps()
    schemas = tuple(each for each in reading.api.schemas if each.name != "Color")
    api = replace(reading.api, schemas=schemas)
    issues = tuple(each for each in reading.issues if not each.source.row)
    rows = count(reading.documents, reading.drafts, api, issues).rows
    assert rows == Rows(parameters=6, statuses=1, lost=2)


def test_an_example_that_the_api_dropped_is_lost_until_an_issue_says_so() -> None:
    reading = lamps()
    (operation,) = reading.api.operations
    api = replace(reading.api, operations=(replace(operation, body=None),))
    draft = reading.drafts[0]
    assert isinstance(draft, OperationDraft)
    issues = tuple(each for each in reading.issues if each.source.row)
    found = count(reading.documents, reading.drafts, api, issues).examples
    assert found == Examples(attached=1, lost=1)
    issues = (*issues, note(draft.examples[0].source, "example-left-out"))
    found = count(reading.documents, reading.drafts, api, issues).examples
    assert found == Examples(attached=1, reported=1)


def test_a_page_left_out_as_a_whole_is_reported_at_its_request_line() -> None:
    reading = lamps()
    draft = reading.drafts[0]
    assert isinstance(draft, OperationDraft)
    api = replace(reading.api, operations=(), schemas=())
    issues = (note(draft.request_lines[0].source),)
    counts = count(reading.documents, reading.drafts, api, issues)
    assert counts.rows == Rows(statuses=1, reported=8)
    assert counts.examples == Examples(reported=2)


@pytest.mark.skipif(
    "DOC_EXPORTS" not in os.environ, reason="DOC_EXPORTS names no exports"
)
@pytest.mark.parametrize(
    ("name", "operations", "rows", "examples"),
    [("modelarts", 141, 5164, 241), ("ecs", 132, 1435, 157)],
)
def test_nothing_of_a_whole_reference_is_lost(
    name: str, operations: int, rows: int, examples: int
) -> None:
    folder = Path(os.environ["DOC_EXPORTS"], "docs", name, "api-ref")
    pages = workspace.read_pages(folder)
    counts = pipeline.read(
        Reference(pages=pages, service=service.from_name(name))
    ).counts
    assert counts.pages[0] == ("operation", operations)
    assert (counts.rows.total, counts.rows.lost) == (rows, 0)
    assert (counts.examples.total, counts.examples.lost) == (examples, 0)
