"""A view as YAML, read back."""

from __future__ import annotations

from scraper.emit.proving import values
from scraper.emit.templates import fixed, noted


def printed(file: str, view: object) -> str:
    """The text of a file. Raises UnprovedError when it does not hold what the view does."""
    made = noted(f"openapi/{file.removeprefix('.')}.jinja", view)
    values.of_yaml(made.text, file, made.values, fixed("openapi"))
    return made.text
