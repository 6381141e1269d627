"""`JobStatus`, `ShowJobResponse`."""

from __future__ import annotations

from pydantic import Field

from .._runtime import UNSET, Model, OpenStrEnum


class JobStatus(OpenStrEnum):
    """State of the job.

    Source: ShowJob.html#body~2
    """

    INIT = "INIT"
    """It begins."""
    DONE = "DONE"
    """It has come to its end."""
    FAIL = "FAIL"
    """It has failed."""


class ShowJobResponse(Model):
    """What `ShowJob` answers.

    Source: ShowJob.html#body~2
    """

    job_status: JobStatus | str = Field(
        default=UNSET, validation_alias="job-status", serialization_alias="job-status"
    )
    """State of the job.

    Values: see `JobStatus`.
    """

    error_code: str = UNSET
    """Code of the error."""

    fail_reason: str = UNSET
    """Why it failed."""
