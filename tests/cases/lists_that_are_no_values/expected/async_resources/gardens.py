"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def search_for_plants(
        self,
        *,
        planted: str | None = None,
        last_row: int | None = None,
        name: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Searching for Plants.

        Args:
            planted: When the plant was set. The options are as follows:
                - `month`: Plants set in the last 30 days.
                - `day`: Plants set since yesterday.
                - `yyyyMMdd-yyyyMMdd`: Plants set in a period, in the format of Start
                  date-End date.
            last_row: Last row of the search. It is not part of the result. Examples are
                as follows.
                - If the bed has rows 1 to 9, `first_row` and `last_row` are `1` and
                  `10`.
                - If the bed is empty, both are `0`.
            name: Name to search for. Naming rules:
                - It must start with a letter.
                - It can contain letters and digits.
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
                "/v1/{project_id}/plants/search",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "planted": planted,
                    "last_row": last_row,
                    "name": name,
                },
                body_type=models.Search,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
