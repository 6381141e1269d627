"""`make storm`: 50,000 broken documents, and what atheris makes of each stage that reads; the figures of both.

    python -m tests.storm [--seed N] [--count N] [--minutes N] [--runs N] [--finds FOLDER]

A find is written into the folder in its smallest form; the status is then 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.storm import campaign, guided
from tests.storm.stages import STAGES


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.storm")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--runs", type=int, default=2_000)
    parser.add_argument("--finds", type=Path, default=Path("build/finds"))
    asked = parser.parse_args()
    asked.finds.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(f"seed {asked.seed}\n")

    def told(so_far: campaign.Figures) -> None:
        sys.stderr.write(f"\r{so_far.documents} documents, {len(so_far.finds)} finds")
        for find in so_far.finds.values():
            campaign.keep(find, asked.finds)

    made = campaign.run(asked.seed, asked.count, asked.minutes, told)
    sys.stderr.write("\n")
    sys.stdout.write(campaign.table(made))
    failed = bool(made.finds)
    if made.documents < asked.count:
        sys.stdout.write(f"the time was over before {asked.count} documents\n")
        failed = True
    if asked.runs and guided.available():
        sys.stdout.write("atheris, runs\n")
        for name in STAGES:
            said = guided.run(name, asked.runs, asked.seed, asked.finds)
            sys.stdout.write(f"  {name:<14}{said:>8}\n")
            failed = failed or not said.isdigit()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
