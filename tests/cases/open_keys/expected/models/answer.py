"""`Answer`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .bed import Bed


class Answer(Model):
    """What `ListGardenBeds` answers.

    Source: input.html#input__response_Answer
    """

    beds: dict[str, list[Bed]] = UNSET
    """Beds by name."""

    labels: dict[str, str] = UNSET
    """Labels."""
