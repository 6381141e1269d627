"""How a client makes its calls."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import httpx2

from .checking import TIMEOUT_EXPECTED, is_timeout
from .errors import ConfigurationError
from .limits import check_max_response_depth, check_max_response_size
from .request import Timeout

DEFAULT_TIMEOUT: Final = httpx2.Timeout(60, connect=10)
"""Seconds: 60 for each read and write and for a free connection, 10 to connect."""
_HTTPX_TIMEOUT: Final = httpx2.Timeout(5)
"""What an httpx2 client has if nobody chose a timeout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What can be chosen for all calls of a client."""

    timeout: Timeout | None
    max_retries: int
    deadline: float
    strict_responses: bool
    max_response_size: float
    max_response_depth: float

    def checked(self) -> Options:
        """The options themselves.

        Raises:
            ConfigurationError: One of them is unusable.
        """
        if self.timeout is not None and not is_timeout(self.timeout):
            raise ConfigurationError(f"timeout: {TIMEOUT_EXPECTED}")
        _check_max_retries(self.max_retries)
        _check_deadline(self.deadline)
        check_max_response_size(self.max_response_size)
        check_max_response_depth(self.max_response_depth)
        return self

    def but(self, **given: Any) -> Options:
        """The same options except for those that are given, and not None."""
        chosen = {name: value for name, value in given.items() if value is not None}
        return replace(self, **chosen).checked()

    def timeout_of(
        self, given: Timeout | None, http: httpx2.Client | httpx2.AsyncClient
    ) -> httpx2.Timeout:
        """The call's own timeout, else the client's, else that of `http` if it was chosen."""
        timeout = self.timeout if given is None else given
        if timeout is None:
            chosen = http.timeout != _HTTPX_TIMEOUT
            timeout = http.timeout if chosen else DEFAULT_TIMEOUT
        return httpx2.Timeout(timeout)


def _check_max_retries(value: object) -> None:
    if type(value) is not int or value < 0:
        raise ConfigurationError("max_retries: expected a whole number from 0")


def _check_deadline(value: object) -> None:
    if not isinstance(value, int | float) or not value > 0:
        raise ConfigurationError(
            "deadline: expected a positive number of seconds, or math.inf for none"
        )
