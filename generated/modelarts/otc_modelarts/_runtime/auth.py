"""Authentication schemes, each an httpx2.Auth for sync and async clients."""

from __future__ import annotations

from collections.abc import Generator

import httpx2

from .errors import ConfigurationError


class Token(httpx2.Auth):
    """A ready token, sent as `X-Auth-Token` unless the call gives that header."""

    def __init__(self, token: str) -> None:
        """
        Args:
            token: The token; white space around it is ignored.

        Raises:
            ConfigurationError: It is empty, or no header can carry it.
        """
        token = token.strip()
        if not token or not token.isascii() or not token.isprintable():
            raise ConfigurationError("the token must be printable ASCII, and not empty")
        self._token = token

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Add the header and send the request once."""
        request.headers.setdefault("X-Auth-Token", self._token)
        yield request

    def __repr__(self) -> str:
        return f"{type(self).__name__}('***')"
