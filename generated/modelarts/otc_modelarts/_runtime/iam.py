"""Tokens of the identity service: how one is asked for, and what it tells.

`POST /v3/auth/tokens`, answered with 201; the token is in the header `X-Subject-Token`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import httpx2

from .auth import usable_token
from .errors import ConfigurationError
from .limits import parsed
from .responses import status_error, unusable
from .types import is_array, is_object
from .urls import server

_CREATED: Final = 201
_USUAL_LIFETIME: Final = 1800.0
"""Seconds; the shortest that is known, for an answer that tells none."""
_LONGEST_MARGIN: Final = 300.0
"""Seconds before its end at which a token is renewed at the latest; of a short-lived one a tenth of its life."""
_PROJECT_PATH: Final = re.compile(r"/v\d+(?:\.\d+)?(?:/[^/]*)?/*$", re.IGNORECASE)
"""How addresses in a catalog end: `/v1.0/0123…`. Path templates begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedToken:
    """A token and what came with it."""

    value: str = field(repr=False)
    lifetime: float
    """Seconds from its issue."""
    project_id: str | None
    catalog: Any = field(repr=False)
    is_secure: bool
    """Whether it came by https, so that it must not be sent by http."""

    @property
    def margin(self) -> float:
        """Seconds before its end at which it is time for another one."""
        return min(_LONGEST_MARGIN, self.lifetime / 10)

    def server(self, service: str, region: str | None) -> str | None:
        """The address of a service's public server; None if the catalog has none.

        Without version and project, with which path templates begin.
        """
        for entry in _objects(self.catalog):
            if service not in (entry.get("type"), entry.get("name")):
                continue
            for endpoint in _objects(entry.get("endpoints")):
                regions = (endpoint.get("region"), endpoint.get("region_id"))
                here = region is None or region in regions or regions == (None, None)
                url = endpoint.get("url")
                is_public = endpoint.get("interface") == "public"
                if is_public and here and (address := self._usable(url)):
                    return address
        return None

    def _usable(self, url: object) -> str | None:
        """The address to which the token can be sent; None if it must not be."""
        address = without_project(url)
        is_open = address is not None and address.startswith("http:")
        return None if is_open and self.is_secure else address


def without_project(url: object) -> str | None:
    """An address up to version and project, with which paths begin; None for no address."""
    try:
        return server(_PROJECT_PATH.sub("", url) if isinstance(url, str) else url)
    except ConfigurationError:
        return None


def asked(
    username: str, password: str, domain: Mapping[str, Any], project: Mapping[str, Any]
) -> dict[str, Any]:
    """The body that asks for a token of a project; domain and project by name or ID."""
    user = {"name": username, "password": password, "domain": domain}
    identity = {"methods": ["password"], "password": {"user": user}}
    return {"auth": {"identity": identity, "scope": {"project": project}}}


def issued(response: httpx2.Response) -> IssuedToken:
    """The token that IAM's answer brings.

    Raises:
        APIStatusError: IAM refused.
        APIResponseValidationError: The answer brings no token.
    """
    if response.status_code != _CREATED:
        raise status_error(response)
    value = usable_token(response.headers.get("X-Subject-Token", ""))
    if value is None:
        raise unusable(response, "no token in X-Subject-Token; is auth_url right?")
    token = _token(response.content)
    project = token.get("project")
    project_id = project.get("id") if is_object(project) else None
    return IssuedToken(
        value=value,
        lifetime=_lifetime(token),
        project_id=usable_token(project_id),
        catalog=token.get("catalog"),
        is_secure=response.request.url.scheme == "https",
    )


def _token(content: bytes) -> Mapping[Any, Any]:
    """What the body tells of the token; nothing if it is none that is known."""
    try:
        body: object = parsed(content)
    except ValueError:
        return {}
    token = body.get("token") if is_object(body) else None
    return token if is_object(token) else {}


def _lifetime(token: Mapping[Any, Any]) -> float:
    """Seconds; both moments are of the server's clock, so that ours may be wrong."""
    expires = _moment(token.get("expires_at"))
    begins = _moment(token.get("issued_at")) or datetime.now(UTC)
    if expires is None:
        return _USUAL_LIFETIME
    return max((expires - begins).total_seconds(), 0.0)


def _moment(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _objects(value: object) -> Iterator[Mapping[Any, Any]]:
    if is_array(value):
        yield from (each for each in value if is_object(each))
