"""`TreeKind`, `TreeState`, `TreeVersion`, `Tree`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model, OpenStrEnum
from .roots import Roots
from .soil import Soil


class TreeKind(OpenStrEnum):
    """Kind of the tree.

    Source: input.html#plants_0001__li7
    """

    APPLE = "Apple"

    PEAR = "Pear"


class TreeState(OpenStrEnum):
    """`Definition`

    State of the tree.

    `Range`

    Default Value

    `YOUNG`

    Source: input.html#plants_0001__li7
    """

    YOUNG = "YOUNG"
    """It bears no fruit."""
    OLD = "OLD"
    """It bears fruit."""


class TreeVersion(OpenStrEnum):
    """Version of the label. The value is fixed at `v2` and cannot be changed.

    Source: input.html#plants_0001__li7
    """

    V2 = "v2"


class Tree(Model):
    """The tree to be planted. For details, see Parameters in the tree field.

    Source: input.html#plants_0001__li7
    """

    kind: TreeKind | str
    """Kind of the tree.

    Values: see `TreeKind`.
    """

    label: str | None = Field(default=None, max_length=64)
    """Label, which can contain a maximum of 64 bytes.

    Bounds: at most 64 characters.
    """

    state: TreeState | str | None = None
    """`Definition`

    State of the tree.

    `Range`

    Default Value

    `YOUNG`

    Values: see `TreeState`.
    Default: `'YOUNG'`.
    """

    version: TreeVersion | str | None = None
    """Version of the label. The value is fixed at `v2` and cannot be changed.

    Values: see `TreeVersion`.
    """

    tags: list[str] | None = Field(default=None, max_length=20)
    """`Constraints`:

    A maximum of 20 tags can be added.

    Bounds: at most 20 items.
    """

    soil: Soil | None = None
    """Soil around the tree."""

    roots: Roots | None = None
    """Roots. For details, see Table 5."""
