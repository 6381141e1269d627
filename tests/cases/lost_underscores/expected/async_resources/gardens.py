"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def filter_plants(
        self,
        *,
        state: models.PlantFilterState | str | None = None,
        note: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Filtering Plants.

        This API is used to filter plants.

        Args:
            state: Growth state. The options are as follows:
                - `__ALL__`: every plant
                - `__NOT_WATERED__`: plants that wait for water
                - `OTHER`: anything else
            note: Set it to `__ALL__` to match everything.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (404 Not Found).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/plants/filter",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "state": state,
                    "note": note,
                },
                body_type=models.PlantFilter,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
