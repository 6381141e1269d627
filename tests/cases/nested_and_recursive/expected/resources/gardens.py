"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def grow_tree(
        self,
        *,
        root: models.Branch | Mapping[str, Any],
        labels: Mapping[str, Sequence[str]] | None = None,
        counts: Mapping[str, Mapping[str, int]] | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.TreeResp:
        """Growing a Tree.

        Args:
            root: Lowest branch.
            labels: Labels by kind.
            counts: Counts.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.TreeResp`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (400 Bad Request).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/trees",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "root": root,
                    "labels": labels,
                    "counts": counts,
                },
                body_type=models.Tree,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.TreeResp,
        )
