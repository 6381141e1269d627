"""`AnnotatedBy`, `SampleLabelType`, `SampleLabel`."""

from __future__ import annotations

from .._runtime import Model, OpenIntEnum, OpenStrEnum
from .sample_label_property import SampleLabelProperty


class AnnotatedBy(OpenStrEnum):
    """Video labeling method, which is used to distinguish whether a video is labeled
    manually or automatically.

    Source: CreateTask.html#CreateTask__request_SampleLabel
    """

    HUMAN = "human"
    """manual labeling"""
    AUTO = "auto"
    """automatic labeling"""


class SampleLabelType(OpenIntEnum):
    """Label type.

    Source: CreateTask.html#CreateTask__request_SampleLabel
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


class SampleLabel(Model):
    """Sample label list. If this parameter is left blank, all sample labels are deleted.

    Source: CreateTask.html#CreateTask__request_SampleLabel
    """

    annotated_by: AnnotatedBy | str | None = None
    """Video labeling method, which is used to distinguish whether a video is labeled
    manually or automatically.

    Values: see `AnnotatedBy`.
    """

    id: str | None = None
    """Label ID."""

    name: str | None = None
    """Label name."""

    property: SampleLabelProperty | None = None
    """Attribute key-value pair of the sample label, such as the object shape and shape
    feature.
    """

    score: float | None = None
    """Confidence."""

    type: SampleLabelType | int | None = None
    """Label type.

    Values: see `SampleLabelType`.
    """
