"""`StartWateringResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class StartWateringResponse(Model):
    """What `StartWatering` answers.

    Source: StartWatering.html#body~2
    """

    watering_id: str = UNSET
    """ID."""
