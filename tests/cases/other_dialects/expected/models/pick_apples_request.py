"""`PickApplesRequest`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model
from .basket import Basket


class PickApplesRequest(Model):
    """The request body of `PickApples`.

    Source: input.html#body~3
    """

    basket: Basket
    """Where the apples go."""

    count: int | None = Field(default=None, ge=1, le=500)
    """How many. The value ranges from 1 to 500.

    Bounds: at least 1, at most 500.
    """

    all: bool | None = None
    """Whether to pick all. The default value is `false`.

    Default: `False`.
    """
