"""`ListCordsResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .cord import Cord


class ListCordsResponse(Model):
    """What `ListCords` answers.

    Source: ListCords.html#body~3
    """

    cords: list[Cord] = UNSET
    """Cords."""
