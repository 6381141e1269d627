"""`PlantFilterState`, `PlantFilter`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum


class PlantFilterState(OpenStrEnum):
    """Growth state.

    Source: input.html#input__request_PlantFilter
    """

    ALL = "__ALL__"
    """every plant"""
    NOT_WATERED = "__NOT_WATERED__"
    """plants that wait for water"""
    OTHER = "OTHER"
    """anything else"""


class PlantFilter(Model):
    """The request body of `FilterPlants`.

    Source: input.html#input__request_PlantFilter
    """

    state: PlantFilterState | str | None = None
    """Growth state.

    Values: see `PlantFilterState`.
    """

    note: str | None = None
    """Set it to `__ALL__` to match everything."""
