"""The Python package of a service."""

from scraper.emit.python.render import files

__all__ = ["files"]
