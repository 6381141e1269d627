"""`make storm`: 50,000 broken documents, and the figures.

    python -m tests.storm [--seed N] [--count N] [--minutes N] [--finds FOLDER]

A find is written into the folder in its smallest form; the status is then 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.storm import campaign


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.storm")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=50_000)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--finds", type=Path, default=None)
    asked = parser.parse_args()
    sys.stdout.write(f"seed {asked.seed}\n")

    def told(so_far: campaign.Figures) -> None:
        sys.stderr.write(f"\r{so_far.documents} documents, {len(so_far.finds)} finds")
        for find in so_far.finds.values() if asked.finds else ():
            campaign.keep(find, asked.finds)

    made = campaign.run(asked.seed, asked.count, asked.minutes, told)
    sys.stderr.write("\n")
    sys.stdout.write(campaign.table(made))
    return 1 if made.finds else 0


if __name__ == "__main__":
    sys.exit(main())
