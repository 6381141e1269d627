"""Orchards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import deprecated

from .. import models
from .._runtime import Parameter, Request, Resource, Timeout


class Orchards(Resource):
    """Orchards."""

    @deprecated("The documents call this operation discarded.")
    def list_crates(
        self,
        *,
        prefix: str | None = None,
        max_crates: int | None = None,
        crates: str | None = None,
        x_orchard_shade: bool | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.ListCratesResponse:
        """Listing Crates (To Be Discarded).

        Lists the crates of an orchard.

        Args:
            prefix: `Definition`:
                How names begin.

                `Range`:

                The value can contain 1 to 1,024 characters.

                Default value:

                None

                Bounds: at least 1 character, at most 1024 characters.
            max_crates: `Definition`:
                How many to list.

                `Range`:

                1-1000

                Default value:

                1000

                Default: `1000`.
                Bounds: at least 1, at most 1000.
            crates: Not described.
            x_orchard_shade: Shade.
                Type: boolean
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.ListCratesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: Syntax.html#Syntax
        """
        return self._client.send(
            Request(
                "GET",
                "/",
                query=[
                    Parameter("prefix", prefix, str, min_length=1, max_length=1024),
                    Parameter(
                        "max-crates",
                        max_crates,
                        int,
                        argument="max_crates",
                        ge=1,
                        le=1000,
                    ),
                    Parameter("crates", crates, str),
                ],
                headers=[
                    Parameter(
                        "x-orchard-shade",
                        x_orchard_shade,
                        bool,
                        argument="x_orchard_shade",
                    ),
                ],
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.ListCratesResponse,
        )

    def move_crate(
        self,
        *,
        crate_id: str,
        row: int,
        force: bool | None = None,
        note: str | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """Moving a Crate.

        Moves a crate.

        Args:
            crate_id: Crate ID.
            row: The row.
            force: Whether to push.
            note: A note.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: Located.html#Located
        """
        return self._client.send(
            Request(
                "PUT",
                "/v1/{project_id}/crates/{crate_id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("crate_id", crate_id, str),
                ],
                query=[
                    Parameter("force", force, bool),
                ],
                body={
                    "row": row,
                    "note": note,
                },
                body_type=models.MoveCrateRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            None,
        )

    def pick_apples(
        self,
        *,
        tree_id: str,
        basket: models.Basket | Mapping[str, Any],
        x_ladder: str | None = None,
        count: int | None = None,
        all: bool | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.PickApplesResponse:
        """Picking Apples.

        - API name

          PickApples
        - Function

          Picks the ripe apples of a tree.

        Args:
            tree_id: Tree ID.
            basket: Where the apples go.
            x_ladder: The ladder to use.
            count: How many. The value ranges from 1 to 500.
                Bounds: at least 1, at most 500.
            all: Whether to pick all. The default value is `false`.
                Default: `False`.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.PickApplesResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status (400 No such
                tree., 409 The tree is being watered.).
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: input.html#input
        """
        return self._client.send(
            Request(
                "POST",
                "/orchard/v1/{project_id}/trees/{tree_id}/apples",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("tree_id", tree_id, str),
                ],
                headers=[
                    Parameter("X-Ladder", x_ladder, str, argument="x_ladder"),
                ],
                body={
                    "basket": basket,
                    "count": count,
                    "all": all,
                },
                body_type=models.PickApplesRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.PickApplesResponse,
        )

    def update_tree(
        self,
        *,
        tree_id: str,
        name: str,
        labels: Sequence[str] | None = None,
        project_id: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> models.UpdateTreeResponse:
        """Updating a Tree.

        Updates a tree.

        Args:
            tree_id: Tree ID.
            name: The name.
            labels: Labels.
            project_id: Project ID; the client's own if not given.
            extra_headers, extra_query, extra_body: Sent besides, unchecked, for what the
                documents do not tell.
            timeout: Seconds, or an `httpx2.Timeout`, for this call instead of the client's.

        Returns:
            What the service answers: `models.UpdateTreeResponse`.

        Raises:
            InvalidRequest: An argument contradicts the documents; nothing was sent.
            APIStatusError: The service answered with an error status.
            APIConnectionError: No answer came.
            APIResponseValidationError: The answer is not what is documented at all.

        Source: Bodies.html#Bodies
        """
        return self._client.send(
            Request(
                "PATCH",
                "/v1/{project_id}/trees/{tree_id}",
                path=[
                    Parameter("project_id", project_id, str),
                    Parameter("tree_id", tree_id, str),
                ],
                body={
                    "name": name,
                    "labels": labels,
                },
                body_type=models.UpdateTreeRequest,
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
            models.UpdateTreeResponse,
        )
