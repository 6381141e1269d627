"""`GrowTreeBranch`."""

from __future__ import annotations

from .._runtime import Model


class GrowTreeBranch(Model):
    """Old branch.

    Source: input.html#input__response_Branch
    """

    age: int | None = None
    """Age."""
