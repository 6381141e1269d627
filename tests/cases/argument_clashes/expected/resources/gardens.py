"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def move_plant(
        self,
        *,
        id: str,
        body_id: str,
        x_garden: str | None = None,
        body_project_id: str | None = None,
        body_timeout: str | None = None,
        body_body: str | None = None,
        body_extra_body: str | None = None,
        body_self: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Moving a Plant.

        Args:
            id: Plant ID.
            body_id: Value of id.
            x_garden: Garden.
            body_project_id: Value of project_id.
            body_timeout: Value of timeout.
            body_body: Value of body.
            body_extra_body: Value of extra_body.
            body_self: Value of self.
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
                "PUT",
                "/v1/{project_id}/plants/{id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("id", id, str),
                ],
                headers=[
                    Parameter("X-Garden", x_garden, str, argument="x_garden"),
                ],
                body={
                    "id": body_id,
                    "project_id": body_project_id,
                    "timeout": body_timeout,
                    "body": body_body,
                    "extra_body": body_extra_body,
                    "self": body_self,
                },
                body_type=models.Move,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
