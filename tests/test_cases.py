"""The golden cases: pages in, pinned files out, and every one of them used.

A case is a folder under tests/cases: `input.html` (and other pages that it refers to, and a `corrections.toml`) and
`expected/`, the files that must come out. `make accept` rewrites them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper import pipeline
from tests.support import checkers, references
from tests.support.driving import drive, importable, write
from tests.support.references import golden

CASES = sorted(path for path in references.CASES.iterdir() if path.is_dir())
WHOLE = ("openapi.yaml", "model.json", "issues.txt")


def result(case: Path) -> pipeline.Result:
    return golden(case.name)


def pinned(case: Path) -> dict[str, str]:
    """What the case pins: all that is made from the page, not what is copied."""
    package = f"otc_{case.name}/"
    found: dict[str, str] = {}
    for name, text in result(case).files.items():
        inside = name.removeprefix(package)
        folder, _, file = inside.rpartition("/")
        if name in WHOLE or (
            folder in ("models", "resources", "async_resources")
            and file != "__init__.py"
        ):
            found[inside] = text
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pinned(case: Path, accept: bool) -> None:
    expected = case / "expected"
    if accept:
        for path in expected.rglob("*"):
            if path.is_file():
                path.unlink()
        write(pinned(case), expected)
    found = {
        path.relative_to(expected).as_posix(): path.read_text(encoding="utf-8")
        for path in expected.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert pinned(case) == found, "`make accept` takes what comes out now"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_used(case: Path, tmp_path: Path) -> None:
    found = result(case)
    write(found.files, tmp_path)
    checkers.openapi_is_valid(found.files["openapi.yaml"])
    with importable(tmp_path, f"otc_{case.name}") as package:
        made = drive(found.reading.api, package)
    operations = found.reading.api.operations
    assert made.operations == len(operations) > 0
    assert made.iterators == sum(one.pagination is not None for one in operations)
    assert made.waiters == sum(one.waiter is not None for one in operations)


def test_typed(tmp_path: Path) -> None:
    """One run of each type checker over the packages of all cases."""
    for case in CASES:
        write(result(case).files, tmp_path / case.name)
    checkers.mypy_is_clean(
        [tmp_path / case.name / f"otc_{case.name}" for case in CASES]
    )
    checkers.pyright_is_clean(tmp_path)
