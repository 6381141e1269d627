"""`Error`."""

from __future__ import annotations

from .._runtime import UNSET, Model


class Error(Model):
    """The error, if there is one.

    Source: input.html#roots~5
    """

    code: str = UNSET
    """Error code."""

    message: str = UNSET
    """Error message."""
