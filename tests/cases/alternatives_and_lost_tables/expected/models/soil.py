"""`Soil`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class Soil(Model):
    """Soil. For details, see Table 4.

    Source: input.html#soil
    """

    depth: int | None = Field(default=None, ge=1)
    """Depth. The value starts from 1.

    Bounds: at least 1.
    """
