"""Attack every place of a document with every string.

    python -m tests.attacks [PLACE …]

Exit status 1 when something got out.
"""

from __future__ import annotations

import sys

from tests.attacks.campaign import run
from tests.attacks.positions import POSITIONS


def main(positions: list[str]) -> int:
    ended = run(positions or POSITIONS)
    for one in ended:
        reported = sum(one.issues.values())
        print(f"{one.position:<20} {one.documents:>4} documents: {one.how}, {reported} issues")  # fmt: skip
    failures = [failure for one in ended for failure in one.failures]
    for failure in failures:
        print(f"\n{failure.position}: {failure.string}\n{failure.words}")
    documents = sum(one.documents for one in ended)
    print(f"\n{documents} documents: a string of {ended[0].documents} in each of {len(ended)} places; {len(failures)} got out")  # fmt: skip
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
