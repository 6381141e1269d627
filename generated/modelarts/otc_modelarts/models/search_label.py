"""`SearchLabelOp`, `SearchLabelType`, `SearchLabel`."""

from __future__ import annotations

from .._runtime import Model, OpenIntEnum, OpenStrEnum


class SearchLabelOp(OpenStrEnum):
    """Operation type between multiple attributes.

    Source: CreateTask.html#CreateTask__request_SearchLabel
    """

    OR = "OR"
    """OR operation"""
    AND = "AND"
    """AND operation"""


class SearchLabelType(OpenIntEnum):
    """Label type.

    Source: CreateTask.html#CreateTask__request_SearchLabel
    """

    IMAGE_CLASSIFICATION = 0
    """image classification"""
    OBJECT_DETECTION = 1
    """object detection"""
    TEXT_CLASSIFICATION = 100
    """text classification"""
    NAMED_ENTITY_RECOGNITION = 101
    """named entity recognition"""
    TEXT_TRIPLET_RELATIONSHIP = 102
    """text triplet relationship"""
    TEXT_TRIPLET_ENTITY = 103
    """text triplet entity"""
    SPEECH_CLASSIFICATION = 200
    """speech classification"""
    SPEECH_CONTENT = 201
    """speech content"""
    SPEECH_PARAGRAPH_LABELING = 202
    """speech paragraph labeling"""
    VIDEO_CLASSIFICATION = 600
    """video classification"""


class SearchLabel(Model):
    """List of label search criteria.

    Source: CreateTask.html#CreateTask__request_SearchLabel
    """

    name: str | None = None
    """Label name."""

    op: SearchLabelOp | str | None = None
    """Operation type between multiple attributes.

    Values: see `SearchLabelOp`.
    """

    property: dict[str, list[str]] | None = None
    """Label attribute, which is in the Object format and stores any key-value pairs. `key`
    indicates the attribute name, and `value` indicates the value list. If `value` is
    `null`, the search is not performed by value. Otherwise, the search value can be any
    value in the list.
    """

    type: SearchLabelType | int | None = None
    """Label type.

    Values: see `SearchLabelType`.
    """
