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
    lines = [
        f"{one.position:<20} {one.documents:>4} documents: {one.how}, {sum(one.issues.values())} issues"
        for one in ended
    ]
    failures = [failure for one in ended for failure in one.failures]
    lines += [f"\n{one.position}: {one.string}\n{one.words}" for one in failures]
    documents = sum(one.documents for one in ended)
    lines.append(
        f"\n{documents} documents: {ended[0].documents} strings in each of {len(ended)} places; {len(failures)} got out"
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
