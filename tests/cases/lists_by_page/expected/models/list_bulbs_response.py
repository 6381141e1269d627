"""`ListBulbsResponse`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import UNSET, Model


class ListBulbsResponse(Model):
    """What `ListBulbs` answers.

    Source: ListBulbs.html#body~3
    """

    bulb_names: list[str] = Field(
        default=UNSET, validation_alias="bulb-names", serialization_alias="bulb-names"
    )
    """Names of the bulbs."""
