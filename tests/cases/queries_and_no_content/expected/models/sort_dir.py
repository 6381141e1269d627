"""`SortDir`."""

from __future__ import annotations

from .._runtime import OpenStrEnum


class SortDir(OpenStrEnum):
    """Order.

    Source: input.html#body~2
    """

    ASC = "asc"
    """ascending (default value)"""
    DESC = "desc"
    """descending"""
