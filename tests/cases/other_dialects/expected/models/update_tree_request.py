"""`UpdateTreeRequest`."""

from __future__ import annotations

from .._runtime import Model


class UpdateTreeRequest(Model):
    """The request body of `UpdateTree`.

    Source: Bodies.html#body
    """

    name: str
    """The name."""

    labels: list[str] | None = None
    """Labels."""
