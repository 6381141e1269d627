"""`PageInfo`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class PageInfo(Model):
    """The page.

    Source: ListLanterns.html#ListLanterns__info
    """

    next_marker: str = UNSET
    """Marker of the next page."""

    current_count: int = UNSET
    """Number of lanterns on the page."""
