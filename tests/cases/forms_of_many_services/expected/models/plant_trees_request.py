"""`PlantTreesRequest`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import Model
from .tree import Tree


class PlantTreesRequest(Model):
    """The object `PlantTreesRequest`.

    Source: input.html#body1~2
    """

    tree: Tree
    """The tree to be planted. For details, see Parameters in the tree field."""

    count: int | None = Field(default=None, ge=1, le=100)
    """`Definition`

    Number of trees.

    `Constraints`

    N/A

    `Range`

    1-100

    Default Value

    1

    Default: `1`.
    Bounds: at least 1, at most 100.
    """
