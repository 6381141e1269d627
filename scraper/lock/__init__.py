"""lock.toml: what the program remembers of a service from run to run, in git beside the documents."""

from scraper.lock.model import EMPTY, Lock
from scraper.lock.reading import read
from scraper.lock.writing import write

__all__ = ["EMPTY", "Lock", "read", "write"]
