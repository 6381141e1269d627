"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def delete_weeds(
        self,
        *,
        bed_id: str,
        kinds: Sequence[str],
        force: bool | None = None,
        max_age: int | None = None,
        sort_dir: models.SortDir | str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Deleting Weeds.

        Args:
            bed_id: Bed ID.
            kinds: Kinds of weeds.
            force: Whether to pull hard.
            max_age: Greatest age in days. Minimum: 0
                Bounds: at least 0.
            sort_dir: Order. The options are as follows:
                - `asc`: ascending (default value)
                - `desc`: descending

                Default: `'asc'`.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (403 Forbidden).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return await self._client.send(
            Request(
                "DELETE",
                "/v1/{project_id}/beds/{bed_id}/weeds",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("bed_id", bed_id, str),
                ],
                query=[
                    Parameter("force", force, bool),
                    Parameter("kinds", kinds, list[str], required=True),
                    Parameter("max_age", max_age, int, ge=0),
                    Parameter("sort_dir", sort_dir, models.SortDir | str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
