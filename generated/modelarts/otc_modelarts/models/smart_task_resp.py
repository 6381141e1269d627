"""`SmartTaskResp`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class SmartTaskResp(Model):
    """What `CreateTask` answers.

    Source: CreateTask.html#CreateTask__response_SmartTaskResp
    """

    task_id: str = UNSET
    """Task ID."""
