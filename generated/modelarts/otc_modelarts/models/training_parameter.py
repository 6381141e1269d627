"""`TrainingParameter`."""

from __future__ import annotations

from .._runtime import Model


class TrainingParameter(Model):
    """Runtime parameters of a training job

    Source: CreateTask.html#CreateTask__request_TrainingParameter
    """

    label: str | None = None
    """Parameter name."""

    value: str | None = None
    """Parameter value."""
