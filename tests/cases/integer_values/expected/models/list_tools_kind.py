"""`ListToolsKind`."""

from __future__ import annotations

from .._runtime import OpenStrEnum


class ListToolsKind(OpenStrEnum):
    """Kind.

    Source: input.html#body~2
    """

    BY_HAND = "0"
    """by hand"""
    BY_MOTOR = "1"
    """by motor"""
