"""`SearchConditionHard`, `SearchCondition`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum
from .search_labels import SearchLabels
from .search_prop import SearchProp


class SearchConditionHard(OpenStrEnum):
    """Whether a sample is a hard sample.

    Source: CreateTask.html#CreateTask__request_SearchCondition
    """

    NON_HARD_SAMPLE = "0"
    """non-hard sample"""
    HARD_SAMPLE = "1"
    """hard sample"""


class SearchCondition(Model):
    """Exported search conditions. The relationship between multiple search conditions is
    OR.

    Source: CreateTask.html#CreateTask__request_SearchCondition
    """

    coefficient: str | None = None
    """Filter by coefficient of difficulty."""

    frame_in_video: int | None = None
    """A frame in the video."""

    hard: SearchConditionHard | str | None = None
    """Whether a sample is a hard sample.

    Values: see `SearchConditionHard`.
    """

    import_origin: str | None = None
    """Filter by data source."""

    kvp: str | None = None
    """CT dosage, filtered by dosage."""

    label_list: SearchLabels | None = None
    """Label search criteria."""

    labeler: str | None = None
    """Labeler."""

    metadata: SearchProp | None = None
    """Search by sample attribute."""

    parent_sample_id: str | None = None
    """Parent sample ID."""

    sample_dir: str | None = None
    """Directory where data samples are stored (the directory must end with a slash (/)).
    Only samples in the specified directory are searched for. Recursive search of
    directories is not supported.
    """

    sample_name: str | None = None
    """Search by sample name, including the file name extension."""

    sample_time: str | None = None
    """When a sample is added to the dataset, an index is created based on the last
    modification time (accurate to day) of the sample on OBS. You can search for the
    sample based on the time. The options are as follows:

    - `month`: Search for samples added from 30 days ago to the current day.
    - `day`: Search for samples added from yesterday (one day ago) to the current day.
    - `yyyyMMdd-yyyyMMdd`: Search for samples added in a specified period (at most 30
      days), in the format of Start date-End date. For example, `20190901-2019091501`
      indicates that samples generated from September 1 to September 15, 2019 are
      searched.
    """

    score: str | None = None
    """Search by confidence."""

    slice_thickness: str | None = None
    """DICOM layer thickness. Samples are filtered by layer thickness."""

    study_date: str | None = None
    """DICOM scanning time."""

    time_in_video: str | None = None
    """A time point in the video."""
