"""broken_pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime import Parameter, Request, Resource, Timeout


class BrokenPages_(Resource):
    """broken_pages."""

    def dim_lamp(
        self,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Dimming a Lamp.

        A page where the same header of the answer has two rows.

        Args:
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: headers.html#headers
        """
        return self._client.send(
            Request(
                "POST",
                "/v1/lamps",
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )

    def light_lamp(
        self,
        *,
        lamp_id: str,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> dict[str, bool]:
        """Lighting a Lamp.

        A page that is said to be in no encoding that there is: café.

        Args:
            lamp_id: Not described.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `dict[str, bool]`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return self._client.send(
            Request(
                "PUT",
                "/v1/{project_id}/lamps/{lamp_id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("lamp_id", lamp_id, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            dict[str, bool],
        )
