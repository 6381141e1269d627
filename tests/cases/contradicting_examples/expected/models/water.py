"""`WaterMode`, `Water`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum


class WaterMode(OpenStrEnum):
    """Mode.

    Source: input.html#input__request_Water
    """

    SLOW = "slow"
    """slowly"""
    FAST = "fast"
    """quickly"""


class Water(Model):
    """The request body of `WaterBed`.

    Source: input.html#input__request_Water
    """

    liters: int
    """Amount."""

    spray: bool | None = None
    """Whether to spray."""

    mode: WaterMode | str | None = None
    """Mode.

    Values: see `WaterMode`.
    """
