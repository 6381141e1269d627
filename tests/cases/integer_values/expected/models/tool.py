"""`Tool`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Tool(Model):
    """Tools.

    Source: input.html#input__response_Tool
    """

    tool_type: int = UNSET
    """Tool type."""

    weight: float = UNSET
    """Weight in kilograms."""
