"""Jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout, async_wait_until


class AsyncJobs(AsyncResource):
    """Jobs."""

    async def show_job(
        self,
        *,
        job_id: str,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ShowJobResponse:
        """Showing a Job.

        Args:
            job_id: ID of the job.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ShowJobResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ShowJob.html#ShowJob
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/jobs/{job_id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("job_id", job_id, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ShowJobResponse,
        )

    async def show_watering(
        self,
        *,
        watering_id: str,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ShowWateringResponse:
        """Showing a Watering.

        Args:
            watering_id: ID.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ShowWateringResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ShowWatering.html#ShowWatering
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/waterings/{watering_id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("watering_id", watering_id, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ShowWateringResponse,
        )

    async def start_watering(
        self,
        *,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.StartWateringResponse:
        """Starting to Water.

        Args:
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.StartWateringResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: StartWatering.html#StartWatering
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/waterings",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.StartWateringResponse,
        )

    async def wait_start_watering(
        self,
        *,
        watering_id: str,
        project_id: str | None = None,
        wait_timeout: float | None = None,
        poll_delay: float | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ShowWateringResponse:
        """Wait until what `start_watering` started is done.

        `show_watering` is called again and again until `progress.state` of the answer
        is `3`; the arguments that are not told here are its own.

        Args:
            wait_timeout: Seconds to wait at most; 1800 if not given.
            poll_delay: Seconds before the second call; 5 if not given. Each pause is
                1.5 times as long as the one before it, but no longer than 60 seconds.

        Returns:
            What the service answers: `models.ShowWateringResponse`.

        Raises:
            WaitFailedError: `progress.state` is `2`.
            WaitTimeoutError: The time is over.
            APIError: As `show_watering` does, for each call.

        Source: StartWatering.html#StartWatering
        """

        async def _poll() -> models.ShowWateringResponse:
            return await self.show_watering(
                watering_id=watering_id,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return await async_wait_until(
            _poll,
            status=("progress", "state"),
            success=[3],
            failure=[2],
            delay=5 if poll_delay is None else poll_delay,
            backoff=1.5,
            max_delay=60,
            timeout=1800 if wait_timeout is None else wait_timeout,
        )
