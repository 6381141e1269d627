"""Orchards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout, wait_until


class Orchards(Resource):
    """Orchards."""

    def plant_trees(
        self,
        *,
        kind: str,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.PlantTreesResponse:
        """Planting Trees.

        Args:
            kind: Kind of the trees.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.PlantTreesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/trees",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "kind": kind,
                },
                body_type=models.PlantTreesRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.PlantTreesResponse,
        )

    def wait_plant_trees(
        self,
        *,
        job_id: str,
        project_id: str | None = None,
        wait_timeout: float | None = None,
        poll_delay: float | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ShowJobResponse:
        """Wait until what `plant_trees` started is done.

        `show_job` is called again and again until `job-status` of the answer is
        `'DONE'`; the arguments that are not told here are its own.

        Args:
            wait_timeout: Seconds to wait at most; 600 if not given.
            poll_delay: Seconds before the second call; 2 if not given. Each pause is
                1.5 times as long as the one before it, but no longer than 60 seconds.

        Returns:
            What the service answers: `models.ShowJobResponse`.

        Raises:
            WaitFailedError: `job-status` is `'FAIL'` or `'LOST'`.
            WaitTimeoutError: The time is over.
            APIError: As `show_job` does, for each call.

        Source: input.html#input
        """
        from .jobs import Jobs

        def _poll() -> models.ShowJobResponse:
            return Jobs(self._client).show_job(
                job_id=job_id,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return wait_until(
            _poll,
            status=("job_status",),
            success=["DONE"],
            failure=["FAIL", "LOST"],
            delay=2 if poll_delay is None else poll_delay,
            backoff=1.5,
            max_delay=60,
            timeout=600 if wait_timeout is None else wait_timeout,
        )
