"""`SearchLampsRequest`."""

from __future__ import annotations

from .._runtime import Model


class SearchLampsRequest(Model):
    """The request body of `SearchLamps`.

    Source: SearchLamps.html#body~2
    """

    name: str
    """Part of a name."""

    limit: str | None = None
    """Number of lamps at most."""

    offset: str | None = None
    """Index position. It need not be given for data on the first page."""
