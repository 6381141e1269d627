"""Broken documents, some hundreds of them: no stage fails, nothing is lost; and a storm finds what is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.storm import campaign, guided
from tests.storm.breaks import KINDS, Broken, broken
from tests.storm.checks import CHECKS, Case, read, report
from tests.storm.shrinking import smallest
from tests.storm.stages import STAGES

with_atheris = pytest.mark.skipif(
    not guided.available(), reason="atheris has no wheel for this machine and Python"
)

SLOW = (
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
)
"""What hypothesis would rather not draw: a document takes some hundred draws."""


def test_no_stage_fails_on_broken_documents() -> None:
    made = campaign.batch(2, range(300))
    assert not made.finds, [find.trace for find in made.finds.values()]
    assert made.documents == 300
    assert set(made.breaks) == set(KINDS)
    assert set(made.checks) == {check.__name__ for check in CHECKS}


@settings(max_examples=60, suppress_health_check=SLOW)
@given(broken())
def test_no_document_of_hypothesis_fails(document: Broken) -> None:
    case = Case(broken=document)
    read(case)
    report(case)


def test_a_document_is_known_by_its_number() -> None:
    assert campaign.made(2, 17) == campaign.made(2, 17)
    assert campaign.made(2, 17) != campaign.made(3, 17)


def no_tables(case: Case) -> None:
    """A check that finds something wrong in most documents."""
    assert b"<table" not in b"".join(case.broken.pages.values())


def test_a_find_is_kept_in_its_smallest_form(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(campaign, "CHECKS", {no_tables: 1})
    made = campaign.batch(2, range(20))
    ((signature, find),) = made.finds.items()
    assert signature == "no_tables-AssertionError-test_storm.no_tables"
    assert made.seen[signature] > 5
    assert list(find.document.pages.values()) == [b"<table"]
    campaign.keep(find, tmp_path)
    (page,) = tmp_path.glob("*/*.html")
    assert page.read_bytes() == b"<table"
    (told,) = tmp_path.glob("*/trace.txt")
    assert f"seed 2, document {find.number}\n" in told.read_text(encoding="utf-8")
    assert not campaign.batch(2, range(20), frozenset({signature})).finds


def test_what_does_not_fail_stays_as_it_is() -> None:
    document = campaign.made(2, 17)
    assert smallest(document, lambda _: False) == document


@with_atheris
def test_no_stage_raises(tmp_path: Path) -> None:
    runs = 4 * len(STAGES["every"].seeds)
    said = guided.run("every", runs, 1, tmp_path)
    assert said.isdigit(), said  # how many runs its time allowed
    assert int(said) > 100


_RAISING = """
import sys
from pathlib import Path
from tests.storm import guided, stages

def fail(content):
    assert b"<svg" not in content

stages.STAGES["curl"] = stages.Stage(run=fail, seeds=stages.STAGES["document"].seeds)
guided.main("curl", "1000", "1", Path(sys.argv[1]))
"""


@with_atheris
def test_what_raises_is_kept(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _RAISING, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode
    (found,) = tmp_path.iterdir()
    assert b"<svg" in found.read_bytes()
