"""`TaskType`, `SmartTaskRequest`."""

from __future__ import annotations

from .._runtime import Model, OpenStrEnum
from .smart_task_config import SmartTaskConfig


class TaskType(OpenStrEnum):
    """Task type.

    Source: CreateTask.html#CreateTask__request_SmartTaskRequest
    """

    AUTO_LABEL = "auto-label"
    """active learning"""
    PRE_LABEL = "pre-label"
    """pre-labeling"""
    AUTO_GROUPING = "auto-grouping"
    """auto grouping"""
    AUTO_DEPLOY = "auto-deploy"
    """one-click model deployment"""


class SmartTaskRequest(Model):
    """The request body of `CreateTask`.

    Source: CreateTask.html#CreateTask__request_SmartTaskRequest
    """

    collect_key_sample: bool | None = None
    """Whether to collect key samples. The options are as follows:

    - `true`: Collect key samples.
    - `false`: Do not collect key samples. (Default value)

    Default: `False`.
    """

    config: SmartTaskConfig | None = None
    """Task configuration."""

    model_id: str | None = None
    """Model ID."""

    task_type: TaskType | str | None = None
    """Task type.

    Values: see `TaskType`.
    """
