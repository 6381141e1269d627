"""`ListShadesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .shade_data import ShadeData


class ListShadesResponse(Model):
    """What `ListShades` answers.

    Source: ListShades.html#body~3
    """

    data: ShadeData = UNSET
    """The answer."""
