"""`PlantTag`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class PlantTag(Model):
    """Tags of the plants.

    Source: input.html#tag
    """

    key: str
    """Key."""

    values: list[str] | None = Field(default=None, max_length=10)
    """Values.

    - Each tag has a maximum of 10 values.

    Bounds: at most 10 items.
    """
