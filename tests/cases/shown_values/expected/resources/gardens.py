"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def measure_plant(
        self,
        *,
        plant_id: str,
        garden_size: Sequence[Any] | None = None,
        garden_outline: Any = None,
        extra: Mapping[str, Any] | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Measuring a Plant.

        Args:
            plant_id: Plant ID.
            garden_size: Size of the plant (height and width), with type of `List`. For
                example, `[100,20]` is valid.
            garden_outline: Outline of the leaf, for example, `[[0,10],[5,9]]`.
            extra: Anything else.
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
        return self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/plants/{plant_id}/measures",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("plant_id", plant_id, str),
                ],
                body={
                    "@garden:size": garden_size,
                    "@garden:outline": garden_outline,
                    "extra": extra,
                },
                body_type=models.Measure,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
