"""Lamps."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

from typing_extensions import deprecated

from .. import models
from .._runtime import (
    AsyncResource,
    ByMarker,
    ByOffset,
    ByPage,
    Parameter,
    Request,
    Timeout,
    async_each_item,
)


class AsyncLamps(AsyncResource):
    """Lamps."""

    async def get_switches(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.GetSwitchesResponse:
        """Querying Switches.

        Args:
            limit: Number of records on a page. The value ranges from 1 to 100. The
                default value is `10`.
                Default: `10`.
                Bounds: at least 1, at most 100.
            marker: ID of the switch that the page before ends with.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.GetSwitchesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: GetSwitches.html#GetSwitches
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/switches",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("limit", limit, int, ge=1, le=100),
                    Parameter("marker", marker, str),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.GetSwitchesResponse,
        )

    def iter_get_switches(
        self,
        *,
        limit: int | None = None,
        marker: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[models.Switch]:
        """The items of all pages of `get_switches`, which are fetched as needed.

        The arguments are those of `get_switches`. `marker` is the `ID` of the item to
        begin behind. `limit` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `get_switches` does, for each page.

        Source: GetSwitches.html#GetSwitches
        """

        async def _page(marker: str | None) -> models.GetSwitchesResponse:
            return await self.get_switches(
                limit=limit,
                marker=marker,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(
            _page, ByMarker(first=marker, items=("switches",), last="ID")
        )

    async def list_bulbs(
        self,
        *,
        offset: int,
        limit: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListBulbsResponse:
        """Querying Bulbs.

        Args:
            offset: Number of bulbs that are left out.
            limit: Number of records on a page. The value ranges from 1 to 100. The
                default value is `10`.
                Default: `10`.
                Bounds: at least 1, at most 100.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListBulbsResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ListBulbs.html#ListBulbs
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/bulbs",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("limit", limit, int, ge=1, le=100),
                    Parameter("offset", offset, int, required=True),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListBulbsResponse,
        )

    def iter_bulbs(
        self,
        *,
        offset: int,
        limit: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[str]:
        """The items of all pages of `list_bulbs`, which are fetched as needed.

        The arguments are those of `list_bulbs`. `offset` is how many items to leave
        out. `limit` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `list_bulbs` does, for each page.

        Source: ListBulbs.html#ListBulbs
        """

        async def _page(offset: int) -> models.ListBulbsResponse:
            return await self.list_bulbs(
                offset=offset,
                limit=limit,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(_page, ByOffset(first=offset, items=("bulb_names",)))

    async def list_cords(
        self,
        *,
        limit: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListCordsResponse:
        """Querying Cords.

        Args:
            limit: Number of records on a page. The value ranges from 1 to 100. The
                default value is `10`.
                Default: `10`.
                Bounds: at least 1, at most 100.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListCordsResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ListCords.html#ListCords
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/cords",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("limit", limit, int, ge=1, le=100),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListCordsResponse,
        )

    async def list_lamps(
        self,
        *,
        kind: models.ListLampsKind | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListLampsResponse:
        """Querying the Lamp List.

        Args:
            kind: Kind of the lamps. The options are as follows:
                - `desk`: stands on a desk
                - `wall`: hangs on a wall
            limit: Number of records on a page. The value ranges from 1 to 100. The
                default value is `10`.
                Default: `10`.
                Bounds: at least 1, at most 100.
            offset: Start page of the list. The default value is `0`.
                Default: `0`.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListLampsResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/lamps",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("kind", kind, models.ListLampsKind | str),
                    Parameter("limit", limit, int, ge=1, le=100),
                    Parameter("offset", offset, int),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListLampsResponse,
        )

    def iter_lamps(
        self,
        *,
        kind: models.ListLampsKind | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[models.Lamp]:
        """The items of all pages of `list_lamps`, which are fetched as needed.

        The arguments are those of `list_lamps`. `offset` is the number of the page to
        begin with; the first is 0. `limit` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `list_lamps` does, for each page.

        Source: input.html#input
        """

        async def _page(offset: int) -> models.ListLampsResponse:
            return await self.list_lamps(
                kind=kind,
                limit=limit,
                offset=offset,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(
            _page, ByPage(first=0 if offset is None else offset, items=("lamps",))
        )

    async def list_lanterns(
        self,
        *,
        limit: int | None = None,
        marker: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListLanternsResponse:
        """Querying Lanterns.

        Args:
            limit: Number of records on a page. The value ranges from 1 to 100. The
                default value is `10`.
                Default: `10`.
                Bounds: at least 1, at most 100.
            marker: Place where the page begins.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListLanternsResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ListLanterns.html#ListLanterns
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/lanterns",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("limit", limit, int, ge=1, le=100),
                    Parameter("marker", marker, int),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListLanternsResponse,
        )

    def iter_lanterns(
        self,
        *,
        limit: int | None = None,
        marker: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[models.Lantern]:
        """The items of all pages of `list_lanterns`, which are fetched as needed.

        The arguments are those of `list_lanterns`. `marker` is a marker to begin
        behind, as answers tell it in `page_info.next_marker`. `limit` is how many items
        a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `list_lanterns` does, for each page.

        Source: ListLanterns.html#ListLanterns
        """

        async def _page(marker: int | None) -> models.ListLanternsResponse:
            return await self.list_lanterns(
                limit=limit,
                marker=marker,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(
            _page,
            ByMarker(
                first=marker,
                items=("lanterns",),
                next=("page_info", "next_marker"),
                kind=int,
            ),
        )

    @deprecated("The documents call this operation discarded.")
    async def list_shades(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListShadesResponse:
        """Querying Shades (Discarded).

        Args:
            page: Number of the page. If paging is required, set `page` to `1`. The
                default value is `0`.
                Default: `0`.
            per_page: Number of shades on a page.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListShadesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: ListShades.html#ListShades
        """
        return await self._client.send(
            Request(
                "GET",
                "/v1/{project_id}/shades",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                query=[
                    Parameter("page", page, int),
                    Parameter("per_page", per_page, int),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListShadesResponse,
        )

    @deprecated("The documents call this operation discarded.")
    def iter_shades(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[models.Shade]:
        """The items of all pages of `list_shades`, which are fetched as needed.

        The arguments are those of `list_shades`. `page` is the number of the page to
        begin with; the first is 1. `per_page` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `list_shades` does, for each page.

        Source: ListShades.html#ListShades
        """

        async def _page(page: int) -> models.ListShadesResponse:
            return await self.list_shades(  # pyright: ignore[reportDeprecated]
                page=page,
                per_page=per_page,
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(
            _page, ByPage(first=1 if page is None else page, items=("data", "page"))
        )

    async def search_lamps(
        self,
        *,
        name: str,
        limit: str | None = None,
        offset: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.SearchLampsResponse:
        """Searching for Lamps.

        Args:
            name: Part of a name.
            limit: Number of lamps at most.
            offset: Index position. It need not be given for data on the first page.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.SearchLampsResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: SearchLamps.html#SearchLamps
        """
        return await self._client.send(
            Request(
                "POST",
                "/v1/{project_id}/lamps/search",
                path=[
                    Parameter("project_id", project_id, str),
                ],
                body={
                    "name": name,
                    "limit": limit,
                    "offset": offset,
                },
                body_type=models.SearchLampsRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.SearchLampsResponse,
        )

    def iter_search_lamps(
        self,
        *,
        name: str,
        limit: str | None = None,
        offset: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> AsyncIterator[models.Lamp]:
        """The items of all pages of `search_lamps`, which are fetched as needed.

        The arguments are those of `search_lamps`. `offset` is how many items to leave
        out. `limit` is how many items a page has at most.

        Raises:
            PaginationError: A page holds no list, or the pages would not end.
            APIError: As `search_lamps` does, for each page.

        Source: SearchLamps.html#SearchLamps
        """

        async def _page(offset: int) -> models.SearchLampsResponse:
            return await self.search_lamps(
                name=name,
                limit=limit,
                offset=str(offset),
                project_id=project_id,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            )

        return async_each_item(
            _page,
            ByOffset(first=0 if offset is None else int(offset), items=("found",)),
        )
