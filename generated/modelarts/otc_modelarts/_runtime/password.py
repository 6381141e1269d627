"""Authentication with name and password: IAM gives a token, which is renewed in time."""

from __future__ import annotations

import asyncio
import copy
import math
import threading
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final
from weakref import WeakKeyDictionary

import httpx2

from .deadlines import ENDS, read_until
from .errors import APIError, ConfigurationError
from .frames import Frameless
from .iam import IssuedToken, asked, issued
from .logs import Outcome, logged
from .masked_logs import mask_logs
from .masking import MASK
from .processes import PerProcess
from .regions import check_region, iam_server, region_of_project
from .urls import server

_HEADER: Final = "X-Auth-Token"
_HEADERS: Final = {
    "Accept": "application/json",
    "User-Agent": __name__.partition(".")[0].replace("_", "-"),
}
"""Of a request for a token. It is no operation's: only the package has a name here."""
_UNAUTHORIZED: Final = 401
_PATIENCE: Final = 30.0
"""Seconds until a renewal that failed is tried again, while the old token is valid."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The token in use, and until when; seconds of `time.monotonic()`."""

    token: IssuedToken
    due: float
    ends: float


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
        self._held: _Held | None = None
        self._fetches: int = 0
        """How many are over."""
        self._is_fetching = False
        self._failure: APIError | None = None
        self._patient_until = 0.0
        self._lock = PerProcess(threading.Lock)
        self._locks = PerProcess(_locks_of_loops)

    def sync_auth_flow(
        self, request: httpx2.Request
    ) -> Generator[httpx2.Request, httpx2.Response, None]:
        """Send the request with a token; once more with a new one if that is refused."""
        if _HEADER in request.headers:  # given for this call
            yield request
            return
        refused: IssuedToken | None = None
        ends = request.extensions.get(ENDS)
        for _ in range(2):
            with self._turn(refused, request.extensions) as fetch:
                if fetch is not None:
                    response = yield self._token_request(request.extensions)
                    read_until(ends, response)
                    self._take(response, fetch)
            refused = self._sign(request)
            response = yield request
            if response.status_code != _UNAUTHORIZED:
                return
            read_until(ends, response)

    async def async_auth_flow(
        self, request: httpx2.Request
    ) -> AsyncGenerator[httpx2.Request, httpx2.Response]:
        """Send the request with a token; once more with a new one if that is refused."""
        if _HEADER in request.headers:  # given for this call
            yield request
            return
        refused: IssuedToken | None = None
        for _ in range(2):
            async with self._async_turn(refused) as fetch:
                if fetch is not None:
                    response = yield self._token_request(request.extensions)
                    await response.aread()
                    self._take(response, fetch)
            refused = self._sign(request)
            response = yield request
            if response.status_code != _UNAUTHORIZED:
                return

    def discover(
        self, http: httpx2.Client, timeout: httpx2.Timeout, seconds: float = math.inf
    ) -> IssuedToken:
        """What the token is valid for; fetches one if there is none."""
        ends = time.monotonic() + seconds
        extensions = {"timeout": timeout.as_dict()}
        with self._turn(None, extensions) as fetch:
            if fetch is not None:
                request = self._token_request(extensions)
                options: dict[str, Any] = {"auth": None, "follow_redirects": False}
                response = http.send(request, stream=True, **options)
                with closing(response):
                    read_until(ends, response)
                self._take(response, fetch)
        return self._token()

    async def adiscover(
        self, http: httpx2.AsyncClient, timeout: httpx2.Timeout
    ) -> IssuedToken:
        """What the token is valid for; fetches one if there is none."""
        async with self._async_turn(None) as fetch:
            if fetch is not None:
                request = self._token_request({"timeout": timeout.as_dict()})
                response = await http.send(request, auth=None, follow_redirects=False)
                self._take(response, fetch)
        return self._token()

    def _is_needed(self, refused: IssuedToken | None) -> bool:
        """Whether a token is to be fetched before the next request."""
        held = self._held
        now = time.monotonic()
        if held is None or held.token is refused or now >= held.ends:
            return True
        # While it is valid nobody waits for its renewal, or for IAM to work again.
        is_busy = self._is_fetching or now < self._patient_until
        return now >= held.due and not is_busy

    @contextmanager
    def _turn(
        self, refused: IssuedToken | None, extensions: dict[str, Any]
    ) -> Generator[Outcome | None]:
        """Wait for other threads; the fetch, if it is up to this one to fetch a token."""
        if not self._is_needed(refused):
            yield None
            return
        seen = self._fetches
        lock = self._lock.get()
        patience = extensions.get("timeout", {}).get("pool")
        if not lock.acquire(timeout=-1 if patience is None else patience):
            raise httpx2.PoolTimeout("another thread still waits for IAM")
        try:
            with self._fetching(refused, seen) as fetch:
                yield fetch
        finally:
            lock.release()

    @asynccontextmanager
    async def _async_turn(
        self, refused: IssuedToken | None
    ) -> AsyncGenerator[Outcome | None]:
        """Wait for other tasks; the fetch, if it is up to this one to fetch a token."""
        if not self._is_needed(refused):
            yield None
            return
        seen = self._fetches
        lock = self._locks.get().setdefault(asyncio.get_running_loop(), asyncio.Lock())
        async with lock:
            with self._fetching(refused, seen) as fetch:
                yield fetch

    @contextmanager
    def _fetching(
        self, refused: IssuedToken | None, seen: int
    ) -> Generator[Outcome | None]:
        """What came of the fetches since `seen`, while this one waited; else its own."""
        if not self._is_needed(refused):
            yield None
            return
        if seen != self._fetches and self._failure is not None:
            # Asking again with a password that was just refused locks the account.
            raise copy.copy(self._failure)
        self._is_fetching, self._failure = True, None
        try:
            with logged(f"POST {httpx2.URL(self._address).path}/auth/tokens") as fetch:
                yield fetch
        except BaseException as error:
            self._failure = error if isinstance(error, APIError) else None
            self._patient_until = time.monotonic() + _PATIENCE
            raise
        finally:
            self._is_fetching = False
            self._fetches += 1

    def _token_request(self, extensions: dict[str, Any]) -> httpx2.Request:
        kept = {name: extensions[name] for name in ("timeout",) if name in extensions}
        address = f"{self._address}/auth/tokens"
        return httpx2.Request(
            "POST", address, headers=_HEADERS, json=self._body, extensions=kept
        )

    def _take(self, response: httpx2.Response, fetch: Outcome) -> None:
        """Keep the token of IAM's answer, which was read. Raises what it tells else."""
        fetch.response = response
        token = issued(response)
        now = time.monotonic()
        ends = now + token.lifetime
        self._held = _Held(token, ends - token.margin, ends)

    def _sign(self, request: httpx2.Request) -> IssuedToken:
        token = self._token()
        request.headers[_HEADER] = token.value
        return token

    def _token(self) -> IssuedToken:
        held = self._held
        assert held is not None, "a token was fetched before"
        return held.token

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._username!r}, {MASK!r})"


def _locks_of_loops() -> WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock]:
    return WeakKeyDictionary()


def _check_text(name: str, value: object) -> None:
    if not (isinstance(value, str) and value):
        raise ConfigurationError(f"{name}: expected a string, not empty")


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
