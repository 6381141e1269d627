"""`BedLayout`, `BedRule`, `BedTarget`, `Bed`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model, OpenStrEnum


class BedLayout(OpenStrEnum):
    """Layout of the rows.

    Source: input.html#input__request_Bed
    """

    DEFAULT = "Default"
    """default layout"""
    SPIRAL = "Spiral"
    """one long row"""


class BedRule(OpenStrEnum):
    """Picking rule. The default value is `all`, which picks everything. Currently, only
    value `all` is available.

    Source: input.html#input__request_Bed
    """

    ALL = "all"


class BedTarget(OpenStrEnum):
    """Where seedlings go.

    Source: input.html#input__request_Bed
    """

    POT = "POT"
    """A pot. (Default value)"""
    NEW_BED = "NEW_BED"
    """A new bed."""


class Bed(Model):
    """The request body of `PlantBed`.

    Source: input.html#input__request_Bed
    """

    mulch: bool | None = None
    """Whether to mulch the bed. The options are as follows:

    - `true`: Mulch it.
    - `false`: Leave it bare. (Default value)

    Default: `False`.
    """

    layout: BedLayout | str | None = None
    """Layout of the rows.

    Values: see `BedLayout`.
    """

    target: BedTarget | str | None = None
    """Where seedlings go.

    Values: see `BedTarget`.
    Default: `'POT'`.
    """

    rest_time: int | None = None
    """Rest between two rows, in minutes. The default value is 15 minutes.

    Default: `15`.
    """

    share: str | None = None
    """Share of early plants. The default value is `1.00`, which means all of them.

    Default: `'1.00'`.
    """

    rule: BedRule | str | None = None
    """Picking rule. The default value is `all`, which picks everything. Currently, only
    value `all` is available.

    Values: see `BedRule`.
    Default: `'all'`.
    """

    label: str | None = None
    """Label of the bed, which is left blank by default."""

    depth: int | None = Field(default=None, ge=5, le=60)
    """Depth of the bed in centimeters. The value ranges from 5 to 60.

    Bounds: at least 5, at most 60.
    """

    name: str = Field(min_length=1, max_length=64)
    """Name of the bed, which contains 1 to 64 characters.

    Bounds: at least 1 character, at most 64 characters.
    """
