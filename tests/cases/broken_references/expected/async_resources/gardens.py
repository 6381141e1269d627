"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def repair_fence(
        self,
        *,
        fence_id: str,
        part: str,
        post: Mapping[str, Any] | None = None,
        wire: Mapping[str, Any] | None = None,
        nail: Any = None,
        none: Any = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Repairing a Fence.

        Args:
            fence_id: Fence ID.
            part: Not described.
            post: Post.
            wire: Wire.
            nail: Nail.
            none: Nothing.
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
                "/v1/{project_id}/fences/{fence_id}/{part}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("fence_id", fence_id, str),
                    Parameter("part", part, str),
                ],
                body={
                    "post": post,
                    "wire": wire,
                    "nail": nail,
                    "none": none,
                },
                body_type=models.Fence,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
