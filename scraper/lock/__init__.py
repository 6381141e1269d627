"""lock.toml: what the program remembers of a service from run to run, in git beside the documents."""

from scraper.issues import ScraperError
from scraper.limits import LARGEST_LOCK, MIB
from scraper.lock.model import EMPTY, Lock
from scraper.lock.proving import proved
from scraper.lock.reading import read
from scraper.lock.writing import written

__all__ = ["EMPTY", "Lock", "read", "write"]


def write(lock: Lock) -> str:
    """The text from which `read` makes the same lock; raises ScraperError where that is more than will be read."""
    text = written(lock)
    if len(text.encode()) > LARGEST_LOCK:
        raise ScraperError(
            f"lock.toml: would have more than {LARGEST_LOCK // MIB} MiB; take fewer pages into the service"
        )
    return proved(text, lock)
