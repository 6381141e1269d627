"""What an operation hands to the client: its documented parts with the caller's values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import httpx2

from .bounds import Bounds

Timeout: TypeAlias = float | httpx2.Timeout
"""Seconds for each step (connect, read, write, wait for a connection), or one each."""


class Parameter:
    """A parameter of the path, the query or the headers, and the caller's value for it."""

    __slots__ = ("argument", "bounds", "name", "required", "type", "value")

    def __init__(
        self,
        name: str,
        value: Any,
        type: Any,  # noqa: A002 - it is called so in the documents
        *,
        argument: str = "",
        required: bool = False,
        ge: float | None = None,
        gt: float | None = None,
        le: float | None = None,
        lt: float | None = None,
        min_length: int | None = None,
        max_length: int | None = None,
    ) -> None:
        """
        Args:
            name: The wire name.
            value: The caller's value; None is not sent.
            type: The documented type, as an annotation.
            argument: What the caller knows it as, if not by its wire name.
            required: Whether None is an error; in the path it always is.
            ge, gt, le, lt: Bounds of a number.
            min_length, max_length: Bounds of the length of a string or an array.
        """
        self.name = name
        self.value = value
        self.type = type
        self.argument = argument or name
        self.required = required
        self.bounds = Bounds(
            ge=ge, gt=gt, le=le, lt=lt, min_length=min_length, max_length=max_length
        )


class Request:
    """A request as documented, unchecked. It has no representation, for it may hold secrets."""

    __slots__ = (
        "body",
        "body_required",
        "body_type",
        "extra_body",
        "extra_headers",
        "extra_query",
        "headers",
        "media_type",
        "method",
        "path",
        "query",
        "template",
        "timeout",
    )

    def __init__(
        self,
        method: str,
        template: str,
        *,
        path: Sequence[Parameter] = (),
        query: Sequence[Parameter] = (),
        headers: Sequence[Parameter] = (),
        body: Any = None,
        body_type: Any = None,
        body_required: bool = False,
        media_type: str = "application/json",
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: Timeout | None = None,
    ) -> None:
        """
        Args:
            method: GET, POST, …
            template: The path, parameters in braces.
            path, query, headers: The documented parameters.
            body: Wire names and values of an object's properties, or the whole body.
            body_type: The body's type, as an annotation; None where no body is documented.
            body_required: Whether a body that is None is an error.
            media_type: The body's media type.
            extra_headers, extra_query, extra_body: What the documents forgot: unchecked,
                merged over the rest. In `extra_body` objects are merged with objects, anything
                else replaces; None is sent as null.
            timeout: None means the client's.
        """
        self.method = method
        self.template = template
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.body_type = body_type
        self.body_required = body_required
        self.media_type = media_type
        self.extra_headers = extra_headers
        self.extra_query = extra_query
        self.extra_body = extra_body
        self.timeout = timeout

    @property
    def operation(self) -> str:
        """Method and path template, as errors name the operation."""
        return f"{self.method} {self.template}"
