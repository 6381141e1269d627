"""lock.toml: what the program remembers of a service from run to run, in git beside the documents."""

from scraper.lock.model import EMPTY, Lock
from scraper.lock.proving import proved
from scraper.lock.reading import read
from scraper.lock.writing import written

__all__ = ["EMPTY", "Lock", "read", "write"]


def write(lock: Lock) -> str:
    """The text from which `read` makes the same lock."""
    return proved(written(lock), lock)
