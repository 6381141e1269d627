"""`Cord`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Cord(Model):
    """Cords.

    Source: ListCords.html#ListCords__cord
    """

    id: str = UNSET
    """ID."""
