"""Gardens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import models
from .._runtime import AsyncResource, Parameter, Request, Timeout


class AsyncGardens(AsyncResource):
    """Gardens."""

    async def plant_garden(
        self,
        *,
        kind: models.PlantGardenRequestKind | str,
        plants: Sequence[models.PlantTrees | Mapping[str, Any] | models.PlantHerbs],
        garden_id: str | None = None,
        watered: bool | None = None,
        pot: models.PlantGardenRequestPot | str | None = None,
        shade: models.PlantGardenRequestShade | str | None = None,
        frost: models.PlantGardenRequestFrost | str | None = None,
        season: models.PlantGardenRequestSeason | str | None = None,
        page: int | None = None,
        heights: Sequence[str] | None = None,
        soil: models.Soil | Mapping[str, Any] | None = None,
        tags: Sequence[models.PlantTag | Mapping[str, Any]] | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.PlantGardenResponse:
        """Planting a Garden.

        Args:
            kind: Kind of the plants. The value can be `tree` or `herb`.
            plants: The plants.
                - If `kind` is set to `tree`, see Table 3.
                - If `kind` is set to `herb`, see Table 4.
            garden_id: Garden ID. If no garden is created, the default value is `0`. If
                one is created, use its ID.
                Default: `'0'`.
            watered: Whether the plants are watered. This function is enabled by
                default.
                Default: `True`.
            pot: Pot of the plants. The options are as follows:
                - Clay-Pot 1.0(round)
                - Wide Pot 2.0
            shade: Shade, which is light (`lt`) or dark (`dk`).
            frost: Whether frost may come. `yes` indicates that it may, and `no`
                indicates that it may not.
            season: Season. Only `spring` is supported. `season` is optional.
            page: Index.
                - To page, set `page` to `1`.
                - The default value of `page` is `0`.

                Default: `0`.
            heights: Heights. The element is of the String type. Default value: [`1`,
                `2`]
            soil: Soil. For details, see Table 4.
            tags: Tags of the plants.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.PlantGardenResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/gardens",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "kind": kind,
                    "garden_id": garden_id,
                    "watered": watered,
                    "pot": pot,
                    "shade": shade,
                    "frost": frost,
                    "season": season,
                    "page": page,
                    "heights": heights,
                    "plants": plants,
                    "soil": soil,
                    "tags": tags,
                },
                body_type=models.PlantGardenRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.PlantGardenResponse,
        )

    async def water_garden(
        self,
        *,
        litres: int,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.AnswersOfTasks:
        """Watering a Garden.

        Args:
            litres: Litres of water. The value ranges from 1 to 9.
                Bounds: at least 1, at most 9.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.AnswersOfTasks`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: watering.html#watering
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/gardens/water",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "litres": litres,
                },
                body_type=models.WaterGardenRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.AnswersOfTasks,
        )
