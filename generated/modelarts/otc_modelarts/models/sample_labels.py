"""`SampleType`, `SampleUsage`, `SampleLabels`."""

from __future__ import annotations

from .._runtime import Model, OpenIntEnum, OpenStrEnum
from .sample_label import SampleLabel
from .sample_metadata import SampleMetadata


class SampleType(OpenIntEnum):
    """Sample type.

    Source: CreateTask.html#CreateTask__request_SampleLabels
    """

    IMAGE = 0
    """image"""
    TEXT = 1
    """text"""
    SPEECH = 2
    """speech"""
    TABLE = 4
    """table"""
    VIDEO = 6
    """video"""
    CUSTOM_FORMAT = 9
    """custom format"""


class SampleUsage(OpenStrEnum):
    """Sample usage.

    Source: CreateTask.html#CreateTask__request_SampleLabels
    """

    TRAIN = "TRAIN"
    """training"""
    EVAL = "EVAL"
    """evaluation"""
    TEST = "TEST"
    """test"""
    INFERENCE = "INFERENCE"
    """inference"""


class SampleLabels(Model):
    """List of labeling information for samples to be auto labeled.

    Source: CreateTask.html#CreateTask__request_SampleLabels
    """

    labels: list[SampleLabel] | None = None
    """Sample label list. If this parameter is left blank, all sample labels are deleted.
    """

    metadata: SampleMetadata | None = None
    """Key-value pair of the sample `metadata` attribute."""

    sample_id: str | None = None
    """Sample ID."""

    sample_type: SampleType | int | None = None
    """Sample type.

    Values: see `SampleType`.
    """

    sample_usage: SampleUsage | str | None = None
    """Sample usage.

    Values: see `SampleUsage`.
    """

    source: str | None = None
    """Source address of sample data."""

    worker_id: str | None = None
    """ID of a labeling team member."""
