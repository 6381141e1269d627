"""`Roots`."""

from __future__ import annotations

from .._runtime import Model


class Roots(Model):
    """Roots. For details, see Table 5.

    Source: input.html#roots
    """

    depth: float | None = None
    """Depth in metres."""
