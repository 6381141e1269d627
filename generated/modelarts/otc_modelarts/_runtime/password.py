"""Authentication with name and password: IAM gives a token, which is renewed in time."""

from __future__ import annotations

import math
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, closing
from typing import Any, Final

import httpx2

from .bodies import aread, read
from .deadlines import ENDS, OPERATION, limited, until, watched
from .errors import ConfigurationError
from .frames import Frameless
from .iam import IssuedToken, asked, issued
from .logs import Outcome, log_attempt
from .masked_logs import mask_logs
from .masking import MASK
from .regions import check_region, iam_server, region_of_project
from .renewing import Renewal
from .types import is_text
from .urls import server

_HEADER: Final = "X-Auth-Token"
_HEADERS: Final = {
    "Accept": "application/json",
    "User-Agent": __name__.partition(".")[0].replace("_", "-"),
}
"""Of a request for a token. It is no operation's: only the package has a name here."""
_UNAUTHORIZED: Final = 401
_EARLY: Final = 5.0
"""Seconds for each step of a renewal that could still wait."""
_LIMIT: Final[dict[str, Any]] = {
    "size": 10 * 1024 * 1024,
    "name": "what credentials read",
}
"""Of IAM's answers, and of those that refuse a token: bytes, and what errors call it."""


_ALONE: Final[dict[str, Any]] = {"auth": None, "follow_redirects": False}
"""How a request for a token is sent that none of an operation follows."""


class Password(httpx2.Auth):
    """A user's name and password, which IAM exchanges for a token of one project.

    The token is fetched when it is first needed, and shared by all clients, threads and
    tasks that use this object. It is renewed before it ends, and once when a service
    refuses it. Threads fetch one at a time, and so do the tasks of an event loop: the
    others wait for the token, or share the refusal.
    """

    def __init__(  # noqa: PLR0913 - all but two by keyword
        self,
        username: str,
        password: str,
        *,
        domain_name: str | None = None,
        domain_id: str | None = None,
        project_id: str | None = None,
        project_name: str | None = None,
        region: str | None = None,
        auth_url: str | None = None,
    ) -> None:
        """
        Args:
            username: The user's name.
            password: The user's password; only IAM gets it.
            domain_name: The user's domain, which is the account: `OTC-EU-DE-0000…`.
            domain_id: Its ID, instead of the name.
            project_id: The project that the token is for.
            project_name: Its name, instead of the ID: `eu-de`, `eu-de_project`.
            region: If not given: what the project's name begins with.
            auth_url: The address of IAM. If not given: that of the region.

        Raises:
            ConfigurationError: One of them is missing or unusable.
        """
        mask_logs()
        self._username = username
        with Frameless():
            for name, value in (("username", username), ("password", password)):
                _check_text(name, value)
            domain = _either(domain_id=domain_id, domain_name=domain_name)
            project = _either(project_id=project_id, project_name=project_name)
            check_region(region)
            self.region = region or region_of_project(project_name)
            """Where the project is; None if that is not known."""
            self._address = _iam_address(auth_url, self.region)
        if "name" in project:
            project["domain"] = domain
        self._body = asked(username, password, domain, project)
        path = httpx2.URL(self._address).path
        self._renewal = Renewal(f"POST {path}/auth/tokens")

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Send the request with a token; once more with a new one if that is refused."""
        if _HEADER in request.headers:  # given for this call
            yield request
            return
        refused: IssuedToken | None = None
        ends = request.extensions.get(ENDS, math.inf)
        for is_last in (False, True):
            with self._renewal.turn(refused, request.extensions) as fetch:
                if fetch is not None:
                    response = yield self._token_request(request.extensions, refused)
                    read(response, ends=ends, **_LIMIT)
                    self._take(response, fetch)
            refused = self._sign(request)
            request.extensions |= _timeouts(request.extensions)
            began = time.monotonic()
            response = yield request
            if is_last or response.status_code != _UNAUTHORIZED:
                return
            read(response, ends=ends, **_LIMIT)
            _log_refusal(request, response, began)

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        """Send the request with a token; once more with a new one if that is refused."""
        if _HEADER in request.headers:  # given for this call
            yield request
            return
        refused: IssuedToken | None = None
        for is_last in (False, True):
            async with self._renewal.async_turn(refused) as fetch:
                if fetch is not None:
                    response = yield self._token_request(request.extensions, refused)
                    await aread(response, **_LIMIT)
                    self._take(response, fetch)
            refused = self._sign(request)
            began = time.monotonic()
            response = yield request
            if is_last or response.status_code != _UNAUTHORIZED:
                return
            await aread(response, **_LIMIT)
            _log_refusal(request, response, began)

    def discover(
        self, http: httpx2.Client, timeout: httpx2.Timeout, seconds: float = math.inf
    ) -> IssuedToken:
        """What the token is valid for; fetches one if there is none."""
        ends = time.monotonic() + seconds
        extensions = {"timeout": timeout.as_dict(), ENDS: ends, "trace": watched}
        with self._renewal.turn(None, extensions) as fetch:
            if fetch is not None:
                request = self._token_request(extensions, None)
                with until(ends):
                    response = http.send(request, stream=True, **_ALONE)
                    with closing(response):
                        read(response, ends=ends, **_LIMIT)
                self._take(response, fetch)
        return self._renewal.token

    async def adiscover(
        self, http: httpx2.AsyncClient, timeout: httpx2.Timeout
    ) -> IssuedToken:
        """What the token is valid for; fetches one if there is none."""
        async with self._renewal.async_turn(None) as fetch:
            if fetch is not None:
                request = self._token_request({"timeout": timeout.as_dict()}, None)
                response = await http.send(request, stream=True, **_ALONE)
                async with aclosing(response):
                    await aread(response, **_LIMIT)
                self._take(response, fetch)
        return self._renewal.token

    def _token_request(
        self, extensions: dict[str, Any], refused: IssuedToken | None
    ) -> httpx2.Request:
        longest = _EARLY if self._renewal.is_early(refused) else math.inf
        kept: dict[str, Any] = {
            name: extensions[name] for name in (ENDS, "trace") if name in extensions
        }
        kept |= _timeouts(extensions, longest)
        address = f"{self._address}/auth/tokens"
        return httpx2.Request(
            "POST", address, headers=_HEADERS, json=self._body, extensions=kept
        )

    def _take(self, response: httpx2.Response, fetch: Outcome) -> None:
        """Keep the token of IAM's answer, which was read. Raises what it tells else."""
        fetch.response = response
        self._renewal.take(issued(response))

    def _sign(self, request: httpx2.Request) -> IssuedToken:
        token = self._renewal.token
        request.headers[_HEADER] = token.value
        return token

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._username!r}, {MASK!r})"


def _timeouts(
    extensions: dict[str, Any], longest: float = math.inf
) -> dict[str, dict[str, float | None]]:
    """The limits for a request's steps, which shrink with what is left of the call."""
    if "timeout" not in extensions:
        return {}
    left = extensions.get(ENDS, math.inf) - time.monotonic()
    timeout = httpx2.Timeout(**extensions["timeout"])
    return {"timeout": limited(timeout, min(left, longest)).as_dict()}


def _log_refusal(
    request: httpx2.Request, response: httpx2.Response, began: float
) -> None:
    """The line for an attempt whose token was refused, before it is made again."""
    operation = request.extensions.get(OPERATION, request.method)
    log_attempt(operation, response, time.monotonic() - began)


def _check_text(name: str, value: object) -> None:
    if not (isinstance(value, str) and value):
        raise ConfigurationError(f"{name}: expected a string, not empty")
    if not is_text(value):  # such as a variable of the environment in Latin-1
        raise ConfigurationError(f"{name}: is no text; is it UTF-8?")


def _either(**given: str | None) -> dict[str, Any]:
    """`{"id": …}` or `{"name": …}`, whichever of `x_id` and `x_name` is given."""
    told = {name: value for name, value in given.items() if value is not None}
    if len(told) != 1:
        raise ConfigurationError(f"give one of {' and '.join(given)}")
    ((name, value),) = told.items()
    _check_text(name, value)
    return {name.rpartition("_")[2]: value}


def _iam_address(auth_url: str | None, region: str | None) -> str:
    if auth_url is None:
        if region is None:
            raise ConfigurationError("give region or auth_url, to know where IAM is")
        return iam_server(region)
    address = server(auth_url, name="auth_url")
    return address if address.endswith("/v3") else f"{address}/v3"
