"""From the intermediate model to files: knows nothing earlier."""

from scraper.emit.files import files

__all__ = ["files"]
