"""`Tree`."""

from __future__ import annotations

from .._runtime import Model
from .branch import Branch


class Tree(Model):
    """The request body of `GrowTree`.

    Source: input.html#input__request_Tree
    """

    root: Branch
    """Lowest branch."""

    labels: dict[str, list[str]] | None = None
    """Labels by kind."""

    counts: dict[str, dict[str, int]] | None = None
    """Counts."""
