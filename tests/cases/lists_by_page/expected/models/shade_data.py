"""`ShadeData`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .shade import Shade


class ShadeData(Model):
    """The answer.

    Source: ListShades.html#ListShades__data
    """

    page: list[Shade] = UNSET
    """Shades."""
