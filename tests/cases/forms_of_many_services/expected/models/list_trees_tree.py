"""`ListTreesTree`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .branch import Branch


class ListTreesTree(Model):
    """The trees.

    Source: plants_0002.html#t_tree
    """

    id: str = UNSET
    """ID."""

    branches: list[Branch] = UNSET
    """The branches."""
