"""`Switch`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Switch(Model):
    """Switches.

    Source: GetSwitches.html#GetSwitches__switch
    """

    ID: int = UNSET
    """ID."""

    state: str = UNSET
    """State."""
