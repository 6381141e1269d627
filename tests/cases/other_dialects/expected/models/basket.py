"""`Basket`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model


class Basket(Model):
    """Where the apples go.

    Source: input.html#body~4
    """

    name: str = Field(min_length=1, max_length=64)
    """The basket.

    Value Range: 1 to 64 characters

    Bounds: at least 1 character, at most 64 characters.
    """

    size: int | None = Field(default=None, ge=1, le=100)
    """Its size in litres.

    Value Range: 1-100

    Default Value: 20

    Default: `20`.
    Bounds: at least 1, at most 100.
    """
