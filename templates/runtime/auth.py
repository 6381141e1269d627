"""Authentication schemes, each an httpx2.Auth for sync and async clients.

Clients of several generated packages may share one: they look at what it can do, never at
its class.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Protocol, runtime_checkable

import httpx2

from .errors import ConfigurationError
from .masking import MASK


class Scope(Protocol):
    """What credentials are valid for."""

    @property
    def project_id(self) -> str | None:
        """The project; None if they are of none."""
        ...

    def server(self, service: str, region: str | None) -> str | None:
        """The address of a service; None if it is not known."""
        ...


@runtime_checkable
class Discovering(Protocol):
    """Credentials that can find out what they are valid for."""

    def discover(
        self, http: httpx2.Client, timeout: httpx2.Timeout, seconds: float
    ) -> Scope:
        """Ask, unless it is known; `timeout` limits each step, `seconds` all of them."""
        ...

    async def adiscover(
        self, http: httpx2.AsyncClient, timeout: httpx2.Timeout
    ) -> Scope:
        """Ask, unless it is known."""
        ...


def discovering(auth: object) -> Discovering | None:
    """The credentials, if they can find out what they are valid for."""
    return auth if isinstance(auth, Discovering) else None


def names_project(auth: httpx2.Auth | None) -> bool:
    """Whether the service must be told the project, because the credentials have none."""
    return getattr(auth, "names_project", False) is True


class Token(httpx2.Auth):
    """A ready token, sent as `X-Auth-Token` unless the call gives that header."""

    def __init__(self, token: str) -> None:
        """
        Args:
            token: The token; white space around it is ignored.

        Raises:
            ConfigurationError: It is no string, empty, or no header can carry it.
        """
        usable = usable_token(token)
        if usable is None:
            token = MASK  # for a traceback that shows variables
            raise ConfigurationError(
                "the token must be a string of printable ASCII, and not empty"
            )
        self._token = usable

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Add the header and send the request once."""
        request.headers.setdefault("X-Auth-Token", self._token)
        yield request

    def __repr__(self) -> str:
        return f"{type(self).__name__}({MASK!r})"


def usable_token(token: object) -> str | None:
    """The token as a header carries it, None if none can."""
    if not isinstance(token, str):
        return None
    token = token.strip()
    return token if token and token.isascii() and token.isprintable() else None
