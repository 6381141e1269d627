"""From the intermediate model to files: knows nothing earlier."""

from scraper.emit.files import Package, package, project

__all__ = ["Package", "package", "project"]
