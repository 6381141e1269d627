"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def water_bed(
        self,
        *,
        bed_id: str,
        liters: int,
        spray: bool | None = None,
        mode: models.WaterMode | str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.WaterResp:
        """Watering a Bed.

        Args:
            bed_id: Bed ID.
            liters: Amount.
            spray: Whether to spray.
            mode: Mode. The options are as follows:
                - `slow`: slowly
                - `fast`: quickly
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.WaterResp`.

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
                "/v1/{project_id}/beds/{bed_id}/water",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("bed_id", bed_id, str),
                ],
                body={
                    "liters": liters,
                    "spray": spray,
                    "mode": mode,
                },
                body_type=models.Water,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.WaterResp,
        )
