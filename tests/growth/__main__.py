"""`make grow`: seconds and memory for each shape, at n, 2n, 4n, 8n."""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from scraper import pipeline
from tests.growth.shapes import SHAPES

PATIENCE = 300


def measure(shape: str, n: int) -> None:
    """Print seconds and MB of one run; in a process of its own, for memory has a peak and no reset."""
    reference = SHAPES[shape][0](n)
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    result = pipeline.run(reference)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    issues = len(result.reading.issues)
    sys.stdout.write(f"{spent} {(peak - idle) / 1024} {issues} {len(result.files)}\n")


def figures(shape: str, factors: tuple[int, ...]) -> str:
    first = SHAPES[shape][1]
    cells: list[str] = []
    before = 0.0
    for factor in factors:
        n = first * factor
        try:
            made = subprocess.run(
                [sys.executable, "-m", "tests.growth", shape, str(n)],
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            cells.append(f"> {PATIENCE} s")
            break
        if made.returncode:
            cells.append((made.stderr.strip().splitlines() or ["died"])[-1][:60])
            break
        seconds, size, issues, files = made.stdout.split()
        ratio = f"x{float(seconds) / before:.1f}" if before else ""
        before = float(seconds)
        cells.append(
            f"{float(seconds):6.2f}s {ratio:5} {float(size):4.0f}M i{issues} f{files}"
        )
    return f"{shape:22} {first:5} | " + " | ".join(cells)


if len(sys.argv) == 3 and sys.argv[2].isdigit():
    measure(sys.argv[1], int(sys.argv[2]))
else:
    for name in sys.argv[1:] or SHAPES:
        sys.stdout.write(figures(name, (1, 2, 4, 8)) + "\n")
        sys.stdout.flush()
