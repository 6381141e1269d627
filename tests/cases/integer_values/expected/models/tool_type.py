"""`ToolType`."""

from __future__ import annotations

from .._runtime import OpenIntEnum


class ToolType(OpenIntEnum):
    """Tool type.

    Source: input.html#body~2
    """

    SPADE = 0
    """spade"""
    SAVE_TO_SHED = 1
    """Save to shed."""
    VALUE_2 = 2
    """a tool that nobody has described in less than nine words"""
    SPADE_WITH_TEETH = -1
    """spade with teeth"""
    VALUE_100 = 100
    """rake"""
    VALUE_101 = 101
    """rake"""
