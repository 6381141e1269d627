"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def plant_bed(
        self,
        *,
        name: str,
        mulch: bool | None = None,
        layout: models.BedLayout | str | None = None,
        target: models.BedTarget | str | None = None,
        rest_time: int | None = None,
        share: str | None = None,
        rule: models.BedRule | str | None = None,
        label: str | None = None,
        depth: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.BedResp:
        """Planting a Bed.

        This API is used to plant a bed.

        Args:
            name: Name of the bed, which contains 1 to 64 characters.
                Bounds: at least 1 character, at most 64 characters.
            mulch: Whether to mulch the bed. The options are as follows:
                - `true`: Mulch it.
                - `false`: Leave it bare. (Default value)

                Default: `False`.
            layout: Layout of the rows. The options are as follows:
                - `Default`: default layout
                - `Spiral`: one long row
            target: Where seedlings go. The options are as follows:
                - `POT`: A pot. (Default value)
                - `NEW_BED`: A new bed.

                Default: `'POT'`.
            rest_time: Rest between two rows, in minutes. The default value is 15
                minutes.
                Default: `15`.
            share: Share of early plants. The default value is `1.00`, which means all
                of them.
                Default: `'1.00'`.
            rule: Picking rule. The default value is `all`, which picks everything.
                Currently, only value `all` is available.
                Default: `'all'`.
            label: Label of the bed, which is left blank by default.
            depth: Depth of the bed in centimeters. The value ranges from 5 to 60.
                Bounds: at least 5, at most 60.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.BedResp`.

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
                "/v1/{project_id}/beds",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "mulch": mulch,
                    "layout": layout,
                    "target": target,
                    "rest_time": rest_time,
                    "share": share,
                    "rule": rule,
                    "label": label,
                    "depth": depth,
                    "name": name,
                },
                body_type=models.Bed,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.BedResp,
        )
