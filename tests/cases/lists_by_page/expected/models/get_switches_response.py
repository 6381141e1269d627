"""`GetSwitchesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .switch import Switch


class GetSwitchesResponse(Model):
    """What `GetSwitches` answers.

    Source: GetSwitches.html#body~3
    """

    switches: list[Switch] = UNSET
    """Switches."""
