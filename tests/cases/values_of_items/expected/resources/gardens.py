"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Gardens(Resource):
    """Gardens."""

    def judge_plant(
        self,
        *,
        plant_id: str,
        joined_reasons: str | None = None,
        reasons: Sequence[models.JudgementReason | int] | None = None,
        weak: models.JudgementWeak | float | None = None,
        weak_text: models.WeakText | str | None = None,
        certainty: float | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Judging a Plant.

        Args:
            plant_id: Plant ID.
            joined_reasons: Reasons why the plant is weak. Use a hyphen (-) to separate
                every two reason IDs, for example, `2-1`. The options are as follows:
                - `0`: It has no leaves.
                - `1`: The soil around its roots has been dry for a week.
                - `2`: unknown
            reasons: IDs of the reasons. The options are as follows:
                - `0`: It has no leaves.
                - `1`: The soil around its roots has been dry for a week.
                - `2`: unknown
            weak: Whether the plant is weak. The options are as follows:
                - `0`: strong plant
                - `1`: weak plant
            weak_text: Whether the plant is weak. Options:
                - `0/false`: not weak
                - `1/true`: weak
            certainty: How certain the judgement is. The value range is `[0,1]`.
                Bounds: at least 0, at most 1.
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
                "/v1/{project_id}/plants/{plant_id}/judgement",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("plant_id", plant_id, str),
                ],
                body={
                    "joined_reasons": joined_reasons,
                    "reasons": reasons,
                    "weak": weak,
                    "weak_text": weak_text,
                    "certainty": certainty,
                },
                body_type=models.Judgement,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )
