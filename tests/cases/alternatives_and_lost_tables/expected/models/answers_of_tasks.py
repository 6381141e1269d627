"""`AnswersOfTasks`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class AnswersOfTasks(Model):
    """What `WaterGarden` answers.

    Source: tasks.html#tasks__done
    """

    task_id: str = UNSET
    """ID of the task."""
