"""`ListLanternsResponse`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .lantern import Lantern
from .page_info import PageInfo


class ListLanternsResponse(Model):
    """What `ListLanterns` answers.

    Source: ListLanterns.html#body~3
    """

    lanterns: list[Lantern] = UNSET
    """Lanterns."""

    page_info: PageInfo = UNSET
    """The page."""
