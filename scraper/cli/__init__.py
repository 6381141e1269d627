"""The command line: the one place that prints, reads arguments and sets the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.cli.statuses import (
    BUG,
    DONE,
    INTERRUPTED,
    READER_GONE,
    STALE,
    TERMINATED,
    WRONG_CALL,
)
from scraper.cli.stopping import stoppable

__all__ = [
    "BUG",
    "DONE",
    "INTERRUPTED",
    "READER_GONE",
    "STALE",
    "TERMINATED",
    "WRONG_CALL",
    "main",
    "process",
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; nothing but the terminal sees what went wrong."""
    from scraper.cli.program import run  # noqa: PLC0415 - takes long; see `process`

    return run(arguments)


def process() -> int:
    """The same as a process of its own, which signals may end at any time: while modules are imported, too."""
    return stoppable(main)
