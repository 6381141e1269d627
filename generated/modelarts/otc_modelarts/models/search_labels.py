"""`SearchLabelsOp`, `SearchLabels`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum
from .search_label import SearchLabel


class SearchLabelsOp(OpenStrEnum):
    """If you want to search for multiple labels, `op` must be specified. If you search for
    only one label, `op` can be left blank.

    Source: CreateTask.html#CreateTask__request_SearchLabels
    """

    OR = "OR"
    """OR operation"""
    AND = "AND"
    """AND operation"""


class SearchLabels(Model):
    """Label search criteria.

    Source: CreateTask.html#CreateTask__request_SearchLabels
    """

    labels: list[SearchLabel] | None = None
    """List of label search criteria."""

    op: SearchLabelsOp | str | None = None
    """If you want to search for multiple labels, `op` must be specified. If you search for
    only one label, `op` can be left blank.

    Values: see `SearchLabelsOp`.
    """
