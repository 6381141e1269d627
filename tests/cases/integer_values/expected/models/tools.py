"""`Tools`."""

from __future__ import annotations

from .._runtime import UNSET, Model
from .tool import Tool


class Tools(Model):
    """What `ListTools` answers.

    Source: input.html#input__response_Tools
    """

    tools: list[Tool] = UNSET
    """Tools."""

    total: int = UNSET
    """Number of all tools."""
