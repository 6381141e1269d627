"""`Register`."""

from __future__ import annotations

from .._runtime import Model


class Register(Model):
    """The request body of `RegisterBed`.

    Source: input.html#input__request_Register
    """

    seed_id: str
    """Seed ID. The value is in UUID format."""

    owner_id: str | None = None
    """Owner ID. The value is in the format of the UUID."""

    planted: str | None = None
    """Time of planting, in ISO 8601 format, such as 2020-02-03T04:05:06Z."""

    watered: str | None = None
    """Time of watering. The format is YYYY-MM-DDThh:mm:ssZ, for example, 2020-02-03."""

    note: str | None = None
    """What to know.

    - The content of `note` must be encoded with base64.
    """

    paths: list[str] | None = None
    """Path IDs in UUID format."""
