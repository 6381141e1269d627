"""`MoveCrateRequest`."""

from __future__ import annotations

from .._runtime import Model


class MoveCrateRequest(Model):
    """The request body of `MoveCrate`.

    Source: Located.html#body~2
    """

    row: int
    """The row."""

    note: str | None = None
    """A note."""
