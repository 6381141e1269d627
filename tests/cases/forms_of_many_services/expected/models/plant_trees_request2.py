"""`PlantTreesRequest2`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class PlantTreesRequest2(Model):
    """The object `PlantTreesRequest2`.

    Source: input.html#roots~2
    """

    seed_id: str
    """ID of the seed."""

    count: int | None = Field(default=None, ge=1, le=100)
    """Number of trees. Value: `1` to `100`

    Bounds: at least 1, at most 100.
    """
