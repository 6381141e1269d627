"""`UpdateTreeResponse`."""

from __future__ import annotations

from .._runtime import Model


class UpdateTreeResponse(Model):
    """What `UpdateTree` answers.

    Source: Bodies.html#body~2
    """

    id: str
    """Tree ID."""

    name: str | None = None
    """The name."""
