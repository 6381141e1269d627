"""`PlantTrees`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class PlantTrees(Model):
    """The plants.

    - If `kind` is set to `tree`, see Table 3.
    - If `kind` is set to `herb`, see Table 4.

    Source: input.html#trees
    """

    height: float = Field(gt=0)
    """Height. The value must be greater than 0.

    Bounds: more than 0.
    """

    name: str | None = Field(default=None, max_length=1)
    """Name. Each tree has one. It can contain only one character.

    Bounds: at most 1 character.
    """
