"""`PlantTreesRequest`."""

from __future__ import annotations

from .._runtime import Model


class PlantTreesRequest(Model):
    """The request body of `PlantTrees`.

    Source: input.html#body~2
    """

    kind: str
    """Kind of the trees."""
