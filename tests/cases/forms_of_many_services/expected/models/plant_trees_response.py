"""`PlantTreesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .error import Error


class PlantTreesResponse(Model):
    """What `PlantTrees` answers.

    Source: input.html#roots~4
    """

    job_id: str = UNSET
    """Job ID."""

    error: Error = UNSET
    """The error, if there is one."""
