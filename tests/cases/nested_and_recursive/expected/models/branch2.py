"""`GrowTreeLeafColor`, `Branch2`, `GrowTreeLeaf`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum


class GrowTreeLeafColor(OpenStrEnum):
    """Color of it.

    Source: input.html#input__response_Leaf
    """

    GREEN = "green"
    """healthy"""
    BROWN = "brown"
    """dry"""


class Branch2(Model):
    """Where.

    Source: input.html#input__response_Branch2
    """

    length: int | None = None
    """Length."""

    branches: list[Branch2] | None = None
    """Smaller."""

    leaf: GrowTreeLeaf | None = None
    """Leaf."""


class GrowTreeLeaf(Model):
    """First leaf.

    Source: input.html#input__response_Leaf
    """

    color: GrowTreeLeafColor | str | None = None
    """Color of it.

    Values: see `GrowTreeLeafColor`.
    """

    branch: Branch2 | None = None
    """Where."""
