"""What the generator does grows no faster than what it reads: counted in calls, so that every machine counts the same."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from scraper import pipeline
from scraper.diff.compare import compare
from scraper.pipeline import Reference
from scraper.report.explain import explain
from tests.growth.shapes import SHAPES

SLACK = 10_000
"""Calls that may be more or less, of some 400,000 that every run makes: for what grows in steps."""


def calls(reference: Reference) -> int:
    """How many functions, of Python and of C, a run calls, and then `explain` for a page and `diff`."""
    number = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        reading = pipeline.run(reference).reading
        explain(reading.documents[0], reading.drafts[0], reading.api, reading.issues)
        compare(reading.api, reading.api)
    finally:
        sys.setprofile(None)
    return number


@pytest.fixture(scope="module", autouse=True)
def once() -> None:
    """A first run fills what is remembered from run to run."""
    pipeline.run(SHAPES["rows"].shape(1))


@pytest.mark.parametrize("title", SHAPES)
def test_calls_grow_no_faster_than_the_document(title: str) -> None:
    case = SHAPES[title]
    few, twice, four_times = (calls(case.shape(case.few * by)) for by in (1, 2, 4))
    assert four_times - twice < 2.2 * (twice - few) + SLACK


def test_what_grows_faster_is_seen() -> None:
    """The same numbers of a function that looks at every pair."""
    few, twice, four_times = (n * n * 50 for n in (10, 20, 40))
    assert four_times - twice > 2.2 * (twice - few) + SLACK
