"""`PlantTreesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class PlantTreesResponse(Model):
    """What `PlantTrees` answers.

    Source: input.html#body~3
    """

    job_id: str = UNSET
    """ID of the job."""
