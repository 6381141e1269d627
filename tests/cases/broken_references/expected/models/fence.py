"""`Fence`."""

from __future__ import annotations

from typing import Any

from .._runtime import Model


class Fence(Model):
    """The request body of `RepairFence`.

    Source: input.html#input__request_Fence
    """

    post: dict[str, Any] | None = None
    """Post."""

    wire: dict[str, Any] | None = None
    """Wire."""

    nail: Any = None
    """Nail."""

    none: Any = None
    """Nothing."""
