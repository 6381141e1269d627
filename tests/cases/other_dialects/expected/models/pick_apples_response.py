"""`PickApplesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class PickApplesResponse(Model):
    """What `PickApples` answers.

    Source: input.html#body~5
    """

    picked: int = UNSET
    """Apples picked."""
