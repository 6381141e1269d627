"""`WaterGardenRequest`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class WaterGardenRequest(Model):
    """The request body of `WaterGarden`.

    Source: watering.html#body~2
    """

    litres: int = Field(ge=1, le=9)
    """Litres of water. The value ranges from 1 to 9.

    Bounds: at least 1, at most 9.
    """
