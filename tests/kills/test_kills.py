"""A command that is broken off leaves all old or all new, and the next one works."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.kills.stops import KINDS

ROOT = Path(__file__).parents[2]


def called(*arguments: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: it forks, which none with threads should."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )


def test_whenever_a_command_is_killed_all_is_old_or_new() -> None:
    done = called("tests.kills", "15", "1")
    assert done.stderr == ""
    told = {line[:46].strip(): int(line[46:]) for line in done.stdout.splitlines()[1:]}
    assert told["kills"] == told["survived"] == 15
    assert told["old afterwards"] > 0
    assert told["new afterwards"] > 0


# A real file system that is full is one more where the system lets us mount it; the other two need no leave.
AT_LEAST = {"small_file_systems": 0}


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_stops_a_command_all_is_old_or_new(kind: str, tmp_path: Path) -> None:
    done = called("tests.kills.stops", kind, str(tmp_path))
    assert done.stderr == ""
    assert int(done.stdout) >= AT_LEAST.get(kind, 1)
