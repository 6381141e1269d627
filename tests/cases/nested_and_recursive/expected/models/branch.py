"""`LeafColor`, `Branch`, `Leaf`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum


class LeafColor(OpenStrEnum):
    """Color.

    Source: input.html#input__request_Leaf
    """

    GREEN = "green"
    """healthy"""
    BROWN = "brown"
    """dry"""


class Branch(Model):
    """Lowest branch.

    Source: input.html#input__request_Branch
    """

    length: int | None = None
    """Length."""

    branches: list[Branch] | None = None
    """Smaller branches."""

    leaf: Leaf | None = None
    """Its leaf."""


class Leaf(Model):
    """Its leaf.

    Source: input.html#input__request_Leaf
    """

    color: LeafColor | str | None = None
    """Color.

    Values: see `LeafColor`.
    """

    branch: Branch | None = None
    """Where it hangs."""
