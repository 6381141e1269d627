"""`Bed`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Bed(Model):
    """The plots of one bed.

    Source: input.html#input__response_Bed
    """

    size: int = UNSET
    """Size."""
