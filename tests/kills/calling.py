"""A campaign, or a part of it, as a test calls it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


def stopped(kind: str, folder: Path, at_least: int = 1) -> None:
    """So many cases of a kind, and nothing wrong with any."""
    done = called("tests.kills.stops", kind, str(folder))
    assert done.stderr == ""
    assert int(done.stdout) >= at_least
