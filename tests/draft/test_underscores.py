"""Lost underscores."""

from __future__ import annotations

import pytest

from scraper.draft.underscores import restore
from scraper.issues import Severity
from scraper.text import Prose
from tests.draft.written import HERE, Written, written


def test_values_of_a_list_are_given_back() -> None:
    lost = written("Options:", ["***ON***: lit", "***IN_USE_2***: used"])
    restored, issues = restore(lost, HERE)
    assert restored == written(
        "Options:", ["**__ON__**: lit", "**__IN_USE_2__**: used"]
    )
    assert [(issue.code, issue.severity, issue.source) for issue in issues] == [
        ("lost-underscores", Severity.NOTE, HERE)
    ]
    assert "2 values" in issues[0].detail
    assert '"__ON__, __IN_USE_2__"' in issues[0].detail


def test_one_note_for_a_value_that_stands_twice() -> None:
    _, issues = restore(written("Either ***ON*** or ***ON***"), HERE)
    assert len(issues) == 1
    assert "1 value " in issues[0].detail


@pytest.mark.parametrize(
    "block",
    ["**ON** once", "plain ON", "***on***", "***Two Words***", "***On***", "`ON`"],
)
def test_everything_else_stays(block: Written) -> None:
    prose = written(block)
    assert restore(prose, HERE) == (prose, ())


def test_blanks_around_the_word_stay_outside() -> None:
    assert restore(written("*** ON ***"), HERE)[0] == written("** __ON__ **")


def test_empty_prose() -> None:
    assert restore(Prose(), HERE) == (Prose(), ())
