"""`Move`."""

from __future__ import annotations

from .._runtime import Model


class Move(Model):
    """The request body of `MovePlant`.

    Source: input.html#input__request_Move
    """

    id: str
    """Value of id."""

    project_id: str | None = None
    """Value of project_id."""

    timeout: str | None = None
    """Value of timeout."""

    body: str | None = None
    """Value of body."""

    extra_body: str | None = None
    """Value of extra_body."""

    self: str | None = None
    """Value of self."""
