"""`SearchPropOp`, `SearchProp`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum


class SearchPropOp(OpenStrEnum):
    """Relationship between attribute values.

    Source: CreateTask.html#CreateTask__request_SearchProp
    """

    AND = "AND"
    """AND relationship"""
    OR = "OR"
    """OR relationship"""


class SearchProp(Model):
    """Search by sample attribute.

    Source: CreateTask.html#CreateTask__request_SearchProp
    """

    op: SearchPropOp | str | None = None
    """Relationship between attribute values.

    Values: see `SearchPropOp`.
    """

    props: dict[str, list[str]] | None = None
    """Search criteria of an attribute. Multiple search criteria can be set."""
