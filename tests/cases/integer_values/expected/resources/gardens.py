"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def list_tools(
        self,
        *,
        tool_type: models.ToolType | int | None = None,
        limit: int | None = None,
        kind: models.ListToolsKind | str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.Tools:
        """Listing Tools.

        Args:
            tool_type: Tool type. The options are as follows:
                - `0`: spade
                - `1`: Save to shed.
                - `2`: a tool that nobody has described in less than nine words
                - `-1`: spade with teeth
                - `100`: rake
                - `101`: rake
            limit: Number of tools. The value ranges from 1 to 100. The default value is
                10.
                Default: `10`.
                Bounds: at least 1, at most 100.
            kind: Kind. The options are as follows:
                - `0`: by hand
                - `1`: by motor
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.Tools`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (404 Not Found).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/tools",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("tool_type", tool_type, models.ToolType | int),
                    Parameter("limit", limit, int, ge=1, le=100),
                    Parameter("kind", kind, models.ListToolsKind | str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.Tools,
        )
