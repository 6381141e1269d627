"""A whole package from a small Api: formatted, imported, and every operation called."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.emit.python.formatting import formatted
from tests.emit_python.printed import OPERATIONS, everything, whole
from tests.support import checkers
from tests.support.driving import drive, importable, write


@pytest.mark.parametrize(
    "path", [one for one in sorted(everything()) if one.endswith(".py")]
)
def test_formatted(path: str) -> None:
    assert everything()[path] == formatted(everything()[path])


def test_used(tmp_path: Path) -> None:
    write(everything(), tmp_path)
    with importable(tmp_path, "otc_things") as package:
        assert drive(whole(), package) == (len(OPERATIONS), 3, 2)


def test_typed(tmp_path: Path) -> None:
    write(everything(), tmp_path)
    checkers.mypy_is_clean([tmp_path / "otc_things"])
