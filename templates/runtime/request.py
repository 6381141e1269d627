"""What an operation hands to the client: documented parts with the caller's values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, TypeAlias

import httpx2

from .error_bodies import one_line

Timeout: TypeAlias = float | httpx2.Timeout
"""Seconds for each step (connect, read, write, get a connection), or a limit each."""


@dataclass(frozen=True, slots=True, repr=False)
class Parameter:
    """A parameter of path, query or headers. Its value is not shown: it may be a secret."""

    name: str
    """The wire name."""
    value: Any
    """The caller's value; None is not sent."""
    type: Any
    """The documented type, as an annotation."""
    _: KW_ONLY
    argument: str = ""
    """What the caller knows it as; empty: by its wire name."""
    required: bool = False
    """Whether None is an error; in the path it always is."""
    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    min_length: int | None = None
    max_length: int | None = None

    def __repr__(self) -> str:
        return f"<Parameter {self.name}>"


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """A request as documented, unchecked. Its values are not shown: they may be secrets.

    `extra_headers`, `extra_query` and `extra_body` are what the documents forgot: they
    are merged over the rest without a check. In `extra_body` objects are merged with
    objects, at any depth; anything else replaces, and None is sent as null.
    """

    method: str
    template: str
    """The path, its parameters in braces."""
    _: KW_ONLY
    path: Sequence[Parameter] = ()
    query: Sequence[Parameter] = ()
    headers: Sequence[Parameter] = ()
    body: Any = None
    """Wire names and values of an object's properties, or the whole body."""
    body_type: Any = None
    """The body's type, as an annotation; None where no body is documented."""
    body_required: bool = False
    """Whether a body that is None is an error."""
    media_type: str = "application/json"
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None
    extra_body: Mapping[str, Any] | None = None
    timeout: Timeout | None = None
    """None: the client's."""

    @property
    def operation(self) -> str:
        """Method and path template, as errors name the operation."""
        return one_line(f"{self.method} {self.template}")

    def __repr__(self) -> str:
        return f"<Request {self.operation}>"
