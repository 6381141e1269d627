"""`ProgressState`, `Progress`."""

from __future__ import annotations

from .._runtime import UNSET, Model, OpenIntEnum


class ProgressState(OpenIntEnum):
    """State.

    Source: ShowWatering.html#ShowWatering__progress
    """

    WAITING = 0
    """waiting"""
    RUNNING = 1
    """running"""
    FAILED = 2
    """failed"""
    DONE = 3
    """done"""


class Progress(Model):
    """How far it is.

    Source: ShowWatering.html#ShowWatering__progress
    """

    state: ProgressState | int = UNSET
    """State.

    Values: see `ProgressState`.
    """
