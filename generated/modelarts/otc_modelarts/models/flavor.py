"""`Flavor`."""

from __future__ import annotations

from .._runtime import Model


class Flavor(Model):
    """Training resource flavor.

    Source: CreateTask.html#CreateTask__request_Flavor
    """

    code: str | None = None
    """Attribute code of a resource specification, which is used for task creating."""
