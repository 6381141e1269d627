"""From the intermediate model to files: knows nothing earlier."""

from scraper.emit.files import Project, project

__all__ = ["Project", "project"]
