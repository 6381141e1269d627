"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def register_bed(
        self,
        *,
        bed_id: str,
        seed_id: str,
        owner_id: str | None = None,
        planted: str | None = None,
        watered: str | None = None,
        note: str | None = None,
        paths: Sequence[str] | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.RegisterResp:
        """Registering a Bed.

        Args:
            bed_id: Specifies the bed ID in UUID format.
            seed_id: Seed ID. The value is in UUID format.
            owner_id: Owner ID. The value is in the format of the UUID.
            planted: Time of planting, in ISO 8601 format, such as 2020-02-03T04:05:06Z.
            watered: Time of watering. The format is YYYY-MM-DDThh:mm:ssZ, for example,
                2020-02-03.
            note: What to know.
                - The content of `note` must be encoded with base64.
            paths: Path IDs in UUID format.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.RegisterResp`.

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
                "/v1/{project_id}/beds/{bed_id}/register",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("bed_id", bed_id, str),
                ],
                body={
                    "seed_id": seed_id,
                    "owner_id": owner_id,
                    "planted": planted,
                    "watered": watered,
                    "note": note,
                    "paths": paths,
                },
                body_type=models.Register,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.RegisterResp,
        )
