"""`ListLampsResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .lamp import Lamp


class ListLampsResponse(Model):
    """What `ListLamps` answers.

    Source: input.html#body~3
    """

    total: int = UNSET
    """Number of all lamps."""

    lamps: list[Lamp] = UNSET
    """Lamps on the page."""
