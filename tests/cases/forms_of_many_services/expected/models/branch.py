"""`Branch`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Branch(Model):
    """The branches.

    Source: plants_0002.html#t_tree~2
    """

    length: int = UNSET
    """Length in centimetres."""
