"""`ListLampsKind`."""

from __future__ import annotations

from .._runtime import OpenStrEnum


class ListLampsKind(OpenStrEnum):
    """Kind of the lamps.

    Source: input.html#body~2
    """

    DESK = "desk"
    """stands on a desk"""
    WALL = "wall"
    """hangs on a wall"""
