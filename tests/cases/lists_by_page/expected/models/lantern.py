"""`Lantern`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Lantern(Model):
    """Lanterns.

    Source: ListLanterns.html#ListLanterns__lantern
    """

    id: str = UNSET
    """ID."""
