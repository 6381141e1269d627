"""`Soil`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class Soil(Model):
    """Soil around the tree.

    Source: input.html#soil
    """

    acid: int | None = Field(default=None, gt=0, le=14)
    """Acidity. The value must be greater than 0 and less than or equal to 14.

    Bounds: more than 0, at most 14.
    """
