"""A view as Python: formatted, and read back."""

from __future__ import annotations

from black.parsing import InvalidInput

from scraper.emit.proving import UnprovedError
from scraper.emit.proving.python import MODULE, Forms, prove
from scraper.emit.python.formatting import formatted
from scraper.emit.templates import render


def printed(
    template: str, view: object, file: str, forms: Forms = MODULE, package: str = ""
) -> str:
    """The source of a file. Raises UnprovedError when it holds anything else than our forms.

    Args:
        template: Below `python/`, without its ending.
        view: What it prints.
        file: The file's name, for the error.
        forms: What it may hold.
        package: One that it may import by name.
    """
    source = render(f"python/{template}.py.jinja", view)
    try:
        source = formatted(source)
    except InvalidInput:
        raise UnprovedError(file, "no Python") from None
    prove(source, file, forms, package)
    return source
