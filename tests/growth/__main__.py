"""`make grow`: seconds and MB of a run for each shape at n, 2n and 4n; with --limits, of runs at the limits."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from functools import partial

from scraper import pipeline
from scraper.pipeline import Reference
from tests.growth.limits import LIMITS
from tests.growth.shapes import SHAPES

PATIENCE = 600
"""Seconds."""


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    asked.add_argument("--limits", action="store_true", help="run at the limits")
    asked.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    asked.add_argument("titles", nargs="*", help="of shapes; all without")
    options = asked.parse_args()
    if options.measure:
        title, n = options.measure
        make = LIMITS.get(title) or partial(SHAPES[title].shape, int(n))
        _measure(make())
        return 0
    for title in options.titles or (LIMITS if options.limits else SHAPES):
        told = _at_limit(title) if title in LIMITS else _growth(title)
        sys.stdout.write(f"{title:22} {told}\n")
        sys.stdout.flush()
    return 0


def _measure(reference: Reference) -> None:
    """Print the figures of one run; in a process of its own, for memory has a peak and no way back."""
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    result = pipeline.run(reference)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    issues = result.reading.issues
    words = "; ".join(dict.fromkeys(one.code for one in result.reading.errors))
    files = f"{len(result.files)} files, {len(issues)} issues"
    sys.stdout.write(f"{spent} {(peak - idle) / 1024} {words or files}\n")


def _growth(title: str) -> str:
    first = SHAPES[title].many
    cells: list[str] = []
    before = 0.0
    for n in (first, 2 * first, 4 * first):
        try:
            seconds, size, _ = _figures(title, n)
        except ValueError as error:
            return " | ".join([*cells, str(error)])
        ratio = f"x{seconds / before:.1f}" if before else ""
        cells.append(f"{n:5}: {seconds:6.2f} s {ratio:5} {size:4.0f} MB")
        before = seconds
    return " | ".join(cells)


def _at_limit(title: str) -> str:
    try:
        seconds, size, words = _figures(title, 0)
    except ValueError as error:
        return str(error)
    return f"{seconds:6.2f} s {size:5.0f} MB  {words}"


def _figures(title: str, n: int) -> tuple[float, float, str]:
    """Seconds, MB and what came of it; raises ValueError where nothing did."""
    try:
        made = subprocess.run(
            [sys.executable, "-m", "tests.growth", "--measure", title, str(n)],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ValueError(f"took more than {PATIENCE} s") from None
    if made.returncode:
        last = made.stderr.strip().splitlines()[-1:] or [f"ended by {made.returncode}"]
        raise ValueError(last[0])
    seconds, size, words = made.stdout.strip().split(" ", 2)
    return float(seconds), float(size), words


if __name__ == "__main__":
    sys.exit(main())
