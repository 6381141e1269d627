"""`Lamp`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Lamp(Model):
    """Lamps.

    Source: input.html#input__lamp
    """

    id: str = UNSET
    """ID of the lamp."""

    name: str = UNSET
    """Name of the lamp."""
