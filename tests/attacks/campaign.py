"""All strings in each place by itself, and what came of them in figures."""

from __future__ import annotations

import logging
import tempfile
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scraper import pipeline
from tests.attacks.checks import check
from tests.attacks.positions import POSITIONS, reference
from tests.attacks.strings import STRINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    position: str
    string: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the attacks on one place ended."""

    position: str
    documents: int
    how: str
    issues: Mapping[str, int]
    """Kinds of issues, and how many of each."""
    failures: tuple[Failure, ...]


def run(positions: Sequence[str] = POSITIONS, workers: int = 2) -> list[Ended]:
    """Attack each place with all strings."""
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(attack, positions))


def attack(position: str) -> Ended:
    logging.disable(logging.CRITICAL)  # clients tell of answers that are not documented
    strings = dict(enumerate(STRINGS.values()))
    failures: list[Failure] = []
    try:
        how, issues = _attempt(position, strings)
    except (Exception, SystemExit):  # noqa: BLE001 - whatever it is, it is told
        how, issues = "failed", Counter[str]()
        failures += _each(position)
    return Ended(
        position=position,
        documents=len(strings),
        how=how,
        issues=issues,
        failures=tuple(failures),
    )


def _attempt(position: str, strings: Mapping[int, str]) -> tuple[str, Counter[str]]:
    result = pipeline.run(reference(strings, [position]))
    with tempfile.TemporaryDirectory() as folder:
        how = check(result, Path(folder))
    return how, Counter(issue.code for issue in result.reading.issues)


def _each(position: str) -> list[Failure]:
    """Which strings it was, one by one."""
    found: list[Failure] = []
    for number, (title, string) in enumerate(STRINGS.items()):
        try:
            _attempt(position, {number: string})
        except (Exception, SystemExit):  # noqa: BLE001
            told = traceback.format_exc(limit=-2)
            found.append(Failure(position=position, string=title, words=told))
    return found or [Failure(position=position, string="all together", words="")]
