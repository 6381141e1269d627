"""`ShowWateringResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .progress import Progress


class ShowWateringResponse(Model):
    """What `ShowWatering` answers.

    Source: ShowWatering.html#body~2
    """

    progress: Progress = UNSET
    """How far it is."""
