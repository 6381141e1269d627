"""Orchards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import models
from .._runtime import ByOffset, Parameter, Request, Resource, Timeout, each_item


class Orchards(Resource):
    """Orchards."""

    def list_trees(
        self,
        *,
        orchard_id: str,
        offset: int | None = None,
        limit: int | None = None,
        filter: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> list[models.ListTreesTree]:
        """Querying Trees.

        This API is used to query trees by page.

        Args:
            orchard_id: Orchard ID.
            offset: Index of the first tree. If `offset` is set to N, the query starts
                from tree N+1. The value is `0` by default. The value cannot be a
                negative number.
                Default: `0`.
                Bounds: at least 0.
            limit: Number of trees. The value ranges from 1 to 50. If not specified, 10
                trees are returned by default.
                Default: `10`.
                Bounds: at least 1, at most 50.
            filter: Pass at least one of the following tree parameters:
                `kind`: its kind

                `label`: its label
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `list[models.ListTreesTree]`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: plants_0002.html#plants_0002
        """
        return self._client.send(
            Request(
                "GET",
                "/v2/{orchard_id}/trees",
                path=[
                    Parameter("orchard_id", orchard_id, str),
                ],
                query=[
                    Parameter("offset", offset, int, ge=0),
                    Parameter("limit", limit, int, ge=1, le=50),
                    Parameter("filter", filter, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            list[models.ListTreesTree],
        )

    def iter_trees(
        self,
        *,
        orchard_id: str,
        offset: int | None = None,
        limit: int | None = None,
        filter: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> Iterator[models.ListTreesTree]:
        """The items of all pages of `list_trees`, which are fetched as needed.

        The arguments are those of `list_trees`. `offset` is how many items to leave
        out. `limit` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `list_trees` does, for each page.

        Source: plants_0002.html#plants_0002
        """

        def _page(offset: int) -> list[models.ListTreesTree]:
            return self.list_trees(
                orchard_id=orchard_id,
                offset=offset,
                limit=limit,
                filter=filter,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return each_item(
            _page, ByOffset(first=0 if offset is None else offset, items=())
        )

    def plant_trees(
        self,
        *,
        body: models.PlantTreesRequest | Mapping[str, Any] | models.PlantTreesRequest2,
        orchard_id: str,
        dry_run: str | None = None,
        x_season: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.PlantTreesResponse:
        """Planting Trees.

        This API is used to plant one or more trees.

        `Constraints`

        Trees can be planted where:

        - The orchard is in the `OPEN` state.
        - The soil is one of:
          - loam
          - sand

        Args:
            body: The request body.
            orchard_id: Orchard ID.
            dry_run: Whether to only check the request.
            x_season: Season in which the orchard is asked.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.PlantTreesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#plants_0001
        """
        return self._client.send(
            Request(
                "POST",
                "/v2/{orchard_id}/trees",
                path=[
                    Parameter("orchard_id", orchard_id, str),
                ],
                query=[
                    Parameter("dry_run", dry_run, str),
                ],
                headers=[
                    Parameter("X-Season", x_season, str, argument="x_season"),
                ],
                body=body,
                body_type=models.PlantTreesRequest | models.PlantTreesRequest2,
                body_required=True,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.PlantTreesResponse,
        )
