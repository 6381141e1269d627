"""`WaterResp`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class WaterResp(Model):
    """What `WaterBed` answers.

    Source: input.html#input__response_WaterResp
    """

    ok: bool = UNSET
    """Done."""
