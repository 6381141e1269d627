"""Intelligent Task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncIntelligentTask(AsyncResource):
    """Intelligent Task."""

    async def create_task(
        self,
        *,
        dataset_id: str,
        collect_key_sample: bool | None = None,
        config: models.SmartTaskConfig | Mapping[str, Any] | None = None,
        model_id: str | None = None,
        task_type: models.TaskType | str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.SmartTaskResp:
        """Starting Intelligent Tasks.

        This API is used to start an intelligent task, which can be an auto labeling
        task or an auto grouping task. You can specify `task_type` in the request body
        to start a type of tasks. The datasets whose data path or work path is an OBS
        path in a KMS-encrypted bucket support pre-labeling but do not support active
        learning and auto grouping.

        - Auto labeling: Learning and training are performed based on selected labels
          and images and an existing model is selected to quickly label the remaining
          images. Auto labeling includes active learning and pre-labeling. Active
          learning: The system uses semi-supervised learning and hard example filtering
          to perform auto labeling, reducing manual labeling workload and helping you
          find hard examples. `Pre-labeling`: Select a model displayed on the Model
          Management page for auto labeling.
        - Auto grouping: Unlabeled images are clustered using a clustering algorithm and
          then processed based on the clustering result. Images can be labeled or
          cleaned by group.

        Args:
            dataset_id: Dataset ID.
            collect_key_sample: Whether to collect key samples. The options are as
                follows:
                - `true`: Collect key samples.
                - `false`: Do not collect key samples. (Default value)

                Default: `False`.
            config: Task configuration.
            model_id: Model ID.
            task_type: Task type. The options are as follows:
                - `auto-label`: active learning
                - `pre-label`: pre-labeling
                - `auto-grouping`: auto grouping
                - `auto-deploy`: one-click model deployment
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.SmartTaskResp`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (401 Unauthorized,
                403 Forbidden, 404 Not Found).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: CreateTask.html#CreateTask
        """
        return await self._client.send(
            Request(
                "POST",
                "/v2/{project_id}/datasets/{dataset_id}/tasks",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("dataset_id", dataset_id, str),
                ],
                body={
                    "collect_key_sample": collect_key_sample,
                    "config": config,
                    "model_id": model_id,
                    "task_type": task_type,
                },
                body_type=models.SmartTaskRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.SmartTaskResp,
        )
