"""`TreeResp`."""

from __future__ import annotations

from .._runtime import Model
from .branch2 import GrowTreeLeaf
from .grow_tree_branch import GrowTreeBranch


class TreeResp(Model):
    """What `GrowTree` answers.

    Source: input.html#input__response_TreeResp
    """

    leaf: GrowTreeLeaf | None = None
    """First leaf."""

    old: GrowTreeBranch | None = None
    """Old branch."""
