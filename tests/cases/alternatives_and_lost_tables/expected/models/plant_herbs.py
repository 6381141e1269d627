"""`PlantHerbs`."""

from __future__ import annotations

from .._runtime import Model


class PlantHerbs(Model):
    """The plants.

    - If `kind` is set to `tree`, see Table 3.
    - If `kind` is set to `herb`, see Table 4.

    Source: input.html#herbs
    """

    smell: str
    """Smell. The value ranges from 1 to 9."""

    name: str | None = None
    """Name."""
