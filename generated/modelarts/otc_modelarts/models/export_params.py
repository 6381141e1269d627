"""`ExportDest`, `SampleState`, `ExportParams`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum
from .search_condition import SearchCondition


class ExportDest(OpenStrEnum):
    """Export destination.

    Source: CreateTask.html#CreateTask__request_ExportParams
    """

    DIR = "DIR"
    """Export data to OBS. (Default value)"""
    NEW_DATASET = "NEW_DATASET"
    """Export data to a new dataset."""


class SampleState(OpenStrEnum):
    """Sample status.

    Source: CreateTask.html#CreateTask__request_ExportParams
    """

    ALL = "__ALL__"
    """labeled"""
    NONE = "__NONE__"
    """unlabeled"""
    UNCHECK = "__UNCHECK__"
    """pending acceptance"""
    ACCEPTED = "__ACCEPTED__"
    """accepted"""
    REJECTED = "__REJECTED__"
    """rejected"""
    UNREVIEWED = "__UNREVIEWED__"
    """pending review"""
    REVIEWED = "__REVIEWED__"
    """reviewed"""
    WORKFORCE_SAMPLED = "__WORKFORCE_SAMPLED__"
    """sampled"""
    WORKFORCE_SAMPLED_UNCHECK = "__WORKFORCE_SAMPLED_UNCHECK__"
    """sampling unchecked"""
    WORKFORCE_SAMPLED_CHECKED = "__WORKFORCE_SAMPLED_CHECKED__"
    """sampling checked"""
    WORKFORCE_SAMPLED_ACCEPTED = "__WORKFORCE_SAMPLED_ACCEPTED__"
    """sampling accepted"""
    WORKFORCE_SAMPLED_REJECTED = "__WORKFORCE_SAMPLED_REJECTED__"
    """sampling rejected"""
    AUTO_ANNOTATION = "__AUTO_ANNOTATION__"
    """to be confirmed"""


class ExportParams(Model):
    """Parameters of a dataset export task.

    Source: CreateTask.html#CreateTask__request_ExportParams
    """

    clear_hard_property: bool | None = None
    """Whether to clear hard example attributes. The options are as follows:

    - `true`: Clear hard example attributes. (Default value)
    - `false`: Do not clear hard example attributes.

    Default: `True`.
    """

    export_dataset_version_format: str | None = None
    """Format of the dataset version to which data is exported."""

    export_dataset_version_name: str | None = None
    """Name of the dataset version to which data is exported."""

    export_dest: ExportDest | str | None = None
    """Export destination.

    Values: see `ExportDest`.
    Default: `'DIR'`.
    """

    export_new_dataset_name: str | None = None
    """Name of the new dataset to which data is exported."""

    export_new_dataset_work_path: str | None = None
    """Working directory of the new dataset to which data is exported."""

    ratio_sample_usage: bool | None = None
    """Whether to randomly allocate the training set and validation set based on the
    specified ratio. The options are as follows:

    - `true`: Allocate the training set and validation set.
    - `false`: Do not allocate the training set and validation set. (Default value)

    Default: `False`.
    """

    sample_state: SampleState | str | None = None
    """Sample status.

    Values: see `SampleState`.
    """

    samples: list[str] | None = None
    """ID list of exported samples."""

    search_conditions: list[SearchCondition] | None = None
    """Exported search conditions. The relationship between multiple search conditions is
    OR.
    """

    train_sample_ratio: str | None = None
    """Split ratio of training set and verification set during specified version release.
    The default value is `1.00`, indicating that all released versions are training
    sets.

    Default: `'1.00'`.
    """
