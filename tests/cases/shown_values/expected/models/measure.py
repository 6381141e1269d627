"""`Measure`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import Model


class Measure(Model):
    """The request body of `MeasurePlant`.

    Source: input.html#input__request_Measure
    """

    garden_size: list[Any] | None = Field(
        default=None,
        validation_alias="@garden:size",
        serialization_alias="@garden:size",
    )
    """Size of the plant (height and width), with type of `List`. For example, `[100,20]`
    is valid.
    """

    garden_outline: Any = Field(
        default=None,
        validation_alias="@garden:outline",
        serialization_alias="@garden:outline",
    )
    """Outline of the leaf, for example, `[[0,10],[5,9]]`."""

    extra: dict[str, Any] | None = None
    """Anything else."""
