"""`SortedBy`, `PlantGardenResponse`."""

from __future__ import annotations

from typing import Any

from .._runtime import UNSET, Model, OpenStrEnum


class SortedBy(OpenStrEnum):
    """By default, the records are sorted by `age`. The records can be sorted by `age` or
    `name`.

    Source: input.html#tag~2
    """

    AGE = "age"

    NAME = "name"


class PlantGardenResponse(Model):
    """What `PlantGarden` answers.

    Source: input.html#tag~2
    """

    sorted_by: SortedBy | str = UNSET
    """By default, the records are sorted by `age`. The records can be sorted by `age` or
    `name`.

    Values: see `SortedBy`.
    Default: `'age'`.
    """

    bed: dict[str, Any] = UNSET
    """Bed of the plants."""
