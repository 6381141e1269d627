"""The Python package of a service."""

from scraper.emit.python.given import names_given
from scraper.emit.python.layout import lay_out
from scraper.emit.python.render import files
from scraper.emit.python.surface import surface

__all__ = ["files", "lay_out", "names_given", "surface"]
