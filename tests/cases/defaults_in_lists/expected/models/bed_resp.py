"""`BedResp`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class BedResp(Model):
    """What `PlantBed` answers.

    Source: input.html#input__response_BedResp
    """

    bed_id: str = UNSET
    """Bed ID."""
