"""The command line: the one place that prints, reads arguments and sets the exit status."""

from scraper.cli.main import main
from scraper.cli.options import (
    BUG,
    DONE,
    INTERRUPTED,
    READER_GONE,
    STALE,
    WRONG_CALL,
)

__all__ = [
    "BUG",
    "DONE",
    "INTERRUPTED",
    "READER_GONE",
    "STALE",
    "WRONG_CALL",
    "main",
]
