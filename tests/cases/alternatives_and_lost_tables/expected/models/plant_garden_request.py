"""`PlantGardenRequestFrost`, `PlantGardenRequestKind`, `PlantGardenRequestPot`,
`PlantGardenRequestSeason`, `PlantGardenRequestShade`, `PlantGardenRequest`.
"""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum
from .plant_herbs import PlantHerbs
from .plant_tag import PlantTag
from .plant_trees import PlantTrees
from .soil import Soil


class PlantGardenRequestFrost(OpenStrEnum):
    """Whether frost may come. `yes` indicates that it may, and `no` indicates that it may
    not.

    Source: input.html#body~2
    """

    YES = "yes"
    """it may"""
    NO = "no"
    """it may not"""


class PlantGardenRequestKind(OpenStrEnum):
    """Kind of the plants. The value can be `tree` or `herb`.

    Source: input.html#body~2
    """

    TREE = "tree"

    HERB = "herb"


class PlantGardenRequestPot(OpenStrEnum):
    """Pot of the plants.

    Source: input.html#body~2
    """

    CLAY_POT_1_0_ROUND = "Clay-Pot 1.0(round)"

    WIDE_POT_2_0 = "Wide Pot 2.0"


class PlantGardenRequestSeason(OpenStrEnum):
    """Season. Only `spring` is supported. `season` is optional.

    Source: input.html#body~2
    """

    SPRING = "spring"


class PlantGardenRequestShade(OpenStrEnum):
    """Shade, which is light (`lt`) or dark (`dk`).

    Source: input.html#body~2
    """

    LT = "lt"

    DK = "dk"


class PlantGardenRequest(Model):
    """The request body of `PlantGarden`.

    Source: input.html#body~2
    """

    kind: PlantGardenRequestKind | str
    """Kind of the plants. The value can be `tree` or `herb`.

    Values: see `PlantGardenRequestKind`.
    """

    garden_id: str | None = None
    """Garden ID. If no garden is created, the default value is `0`. If one is created, use
    its ID.

    Default: `'0'`.
    """

    watered: bool | None = None
    """Whether the plants are watered. This function is enabled by default.

    Default: `True`.
    """

    pot: PlantGardenRequestPot | str | None = None
    """Pot of the plants.

    Values: see `PlantGardenRequestPot`.
    """

    shade: PlantGardenRequestShade | str | None = None
    """Shade, which is light (`lt`) or dark (`dk`).

    Values: see `PlantGardenRequestShade`.
    """

    frost: PlantGardenRequestFrost | str | None = None
    """Whether frost may come. `yes` indicates that it may, and `no` indicates that it may
    not.

    Values: see `PlantGardenRequestFrost`.
    """

    season: PlantGardenRequestSeason | str | None = None
    """Season. Only `spring` is supported. `season` is optional.

    Values: see `PlantGardenRequestSeason`.
    """

    page: int | None = None
    """Index.

    - To page, set `page` to `1`.
    - The default value of `page` is `0`.

    Default: `0`.
    """

    heights: list[str] | None = None
    """Heights. The element is of the String type. Default value: [`1`, `2`]"""

    plants: list[PlantTrees | PlantHerbs]
    """The plants.

    - If `kind` is set to `tree`, see Table 3.
    - If `kind` is set to `herb`, see Table 4.
    """

    soil: Soil | None = None
    """Soil. For details, see Table 4."""

    tags: list[PlantTag] | None = None
    """Tags of the plants."""
