"""`ListCratesResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class ListCratesResponse(Model):
    """What `ListCrates` answers.

    Source: Syntax.html#body~4
    """

    name: str = UNSET
    """The orchard."""

    crates: list[str] = UNSET
    """The names of its crates."""
