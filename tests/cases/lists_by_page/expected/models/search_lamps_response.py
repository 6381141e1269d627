"""`SearchLampsResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .lamp import Lamp


class SearchLampsResponse(Model):
    """What `SearchLamps` answers.

    Source: SearchLamps.html#body~3
    """

    found: list[Lamp] = UNSET
    """Lamps."""
