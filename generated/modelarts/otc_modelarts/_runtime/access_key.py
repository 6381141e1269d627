"""Authentication with an access key: every request is signed."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from typing import Final

import httpx2

from . import signing
from .errors import ConfigurationError
from .frames import Frameless
from .masking import MASK

_SIGNED: Final = frozenset({"host", "content-type"})
"""Headers that are signed, besides those that begin with `X-`."""


class AccessKey(httpx2.Auth):
    """An access key and its secret, also temporary ones. Clients may share it."""

    requires_request_body = True
    names_project = True
    """A key is valid for all projects: the client names the one that is meant."""

    def __init__(
        self,
        access_key: str,
        secret_key: str,
        *,
        security_token: str | None = None,
        region: str = "",
        service: str = "",
    ) -> None:
        """
        Args:
            access_key: The key's id (AK).
            secret_key: Its secret (SK), which is never sent.
            security_token: Of a temporary key.
            region: A part of the signature's scope; the cloud takes an empty one.
            service: Likewise.

        Raises:
            ConfigurationError: One of them is no string, empty, or no header can carry it.
        """
        told = {"access_key": access_key, "secret_key": secret_key}
        if security_token is not None:
            told["security_token"] = security_token
        with Frameless():
            unusable = [name for name, value in told.items() if not _is_usable(value)]
            if unusable:
                raise ConfigurationError(
                    f"{', '.join(unusable)}: expected printable ASCII without blanks"
                )
            if not all(_is_part(value) for value in (region, service)):
                raise ConfigurationError(
                    "region and service: expected printable ASCII without blanks and"
                    " slashes, or nothing"
                )
        self._access_key = access_key
        self._secret_key = secret_key
        self._security_token = security_token
        self._region = region
        self._service = service

    def auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Sign the request as it is, and send it once."""
        self.sign(request, datetime.now(UTC))
        yield request

    def sign(self, request: httpx2.Request, moment: datetime) -> None:
        """Add the headers that prove who sends the request; `moment` is in UTC."""
        at = moment.strftime("%Y%m%dT%H%M%SZ")
        request.headers["X-Sdk-Date"] = at
        if self._security_token is not None:
            request.headers["X-Security-Token"] = self._security_token
        signed = {
            name: value
            for name, value in request.headers.items()
            if name.lower() in _SIGNED or name.lower().startswith("x-")
        }
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        canonical = signing.canonical_request(
            request.method, path, query, signed, request.content
        )
        scope = signing.scope(at[:8], self._region, self._service)
        text = signing.string_to_sign(at, scope, canonical)
        request.headers["Authorization"] = (
            f"{signing.ALGORITHM} Credential={self._access_key}/{scope},"
            f" SignedHeaders={signing.signed_names(signed)},"
            f" Signature={signing.signature(self._secret_key, scope, text)}"
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._access_key!r}, {MASK!r})"


def _is_part(value: object) -> bool:
    """Whether it can be a part of a signature's scope."""
    return value == "" or (_is_usable(value) and "/" not in str(value))


def _is_usable(value: object) -> bool:
    return (
        isinstance(value, str)
        and value.isascii()
        and bool(value)
        and (value.isprintable() and " " not in value)
    )
