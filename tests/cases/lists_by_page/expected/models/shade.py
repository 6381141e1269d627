"""`Shade`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Shade(Model):
    """Shades.

    Source: ListShades.html#ListShades__shade
    """

    color: str = UNSET
    """Color."""
