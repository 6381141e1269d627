"""`RegisterResp`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class RegisterResp(Model):
    """What `RegisterBed` answers.

    Source: input.html#input__response_RegisterResp
    """

    url: str = UNSET
    """Specifies a remote login URL."""

    name: str = UNSET
    """Specifies the bed UUID or name."""
