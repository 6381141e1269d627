"""The synchronous client: the attempts of a call, one after the other."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Any, Self, TypeVar, overload

import httpx2

from .answers import recorder
from .auth import Scope
from .base_client import BaseClient, check_http_client
from .checking import Outgoing
from .connections import discover, exchange
from .cookies import no_cookies
from .credentials import Credentials
from .deadlines import limited
from .errors import APIError, ConfigurationError
from .frames import Frameless
from .limits import DEFAULT_MAX_RESPONSE_DEPTH, DEFAULT_MAX_RESPONSE_SIZE
from .options import Options
from .processes import PerProcess
from .request import Request, Timeout
from .retries import DEFAULT_DEADLINE, DEFAULT_MAX_RETRIES, Attempts

_T = TypeVar("_T")


class Client(BaseClient):
    """A client that waits for each answer. Threads may share it."""

    def __init__(  # noqa: PLR0913 - all by keyword
        self,
        *,
        auth: httpx2.Auth | None = None,
        cloud: str | None = None,
        base_url: str | None = None,
        region: str | None = None,
        project_id: str | None = None,
        timeout: Timeout | None = None,
        max_retries: int = DEFAULT_MAX_RETRIES,
        deadline: float = DEFAULT_DEADLINE,
        strict_responses: bool = False,
        max_response_size: float = DEFAULT_MAX_RESPONSE_SIZE,
        max_response_depth: float = DEFAULT_MAX_RESPONSE_DEPTH,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """
        Args:
            auth: `Token(…)`, `Password(…)` or `AccessKey(…)`, which clients may share. If not
                given: that of `http_client`, else from `OS_…` variables.
            cloud: An entry of clouds.yaml, instead of `auth`.
            base_url: The server's address, which may end in a path. If not given: from
                the token's catalog, else that of the region.
            region: Where the server is.
            project_id: The project of all calls that do not give one.
            timeout: Seconds, or one limit each. If not given: 60 seconds, 10 to connect
                (`DEFAULT_TIMEOUT`), or that of `http_client` if it differs from the 5
                seconds that httpx2 sets by itself.
            max_retries: How often a call is tried again when that may help and does no harm.
            deadline: Seconds for a whole call with all its attempts; `math.inf` for no limit.
            strict_responses: Raise where an answer deviates from what is documented.
            max_response_size: Bytes of an answer, decompressed; 100 MiB, `math.inf` for any.
            max_response_depth: Levels of objects and arrays in it; 100, `math.inf` for any.
            http_client: Yours to set up (proxies, TLS, hooks, limits, cookies) and to close.

        Raises:
            ConfigurationError: Something is missing or unusable.
        """
        with Frameless():
            check_http_client(http_client, httpx2.Client)
            found = self._found(auth, cloud, http_client)
            super().__init__(
                found=found,
                base_url=base_url,
                region=region,
                project_id=project_id,
                options=Options(
                    timeout=timeout,
                    max_retries=max_retries,
                    deadline=deadline,
                    strict_responses=strict_responses,
                    max_response_size=max_response_size,
                    max_response_depth=max_response_depth,
                ),
                owns_http=http_client is None,
            )
        self._http = PerProcess(lambda: http_client or _connections(found))

    @overload
    def send(self, request: Request, expected: None) -> None: ...
    @overload
    def send(self, request: Request, expected: type[_T]) -> _T: ...
    @overload
    def send(self, request: Request, expected: Any) -> Any: ...
    def send(self, request: Request, expected: Any) -> Any:
        """Check and send a request; the answer's body as the type `expected`.

        Raises:
            APIError: As the class of each case says.
        """
        with Frameless(), recorder() as record:
            outgoing = self._checked(request)
            attempts = self._attempts(request)
            while True:
                attempts.begin()
                try:
                    response = self._exchange(request, outgoing, attempts)
                    record.response = response
                    return self._value(response, expected)
                except APIError as error:
                    pause = attempts.pause_after(error)
                    if pause is None:
                        raise
                time.sleep(pause)

    def _exchange(
        self, request: Request, outgoing: Outgoing, attempts: Attempts
    ) -> httpx2.Response:
        """One attempt: the answer to a request, before the call's deadline."""
        http = self._open_http()
        scope: Scope | None = None
        if (auth := self._must_discover(outgoing)) is not None:
            seconds = attempts.seconds_left
            timeout = limited(self._options.timeout_of(None, http), seconds)
            scope = discover(auth, http, timeout, seconds)
        seconds = attempts.seconds_left
        prepared = self._prepared(http, request, outgoing, scope, seconds)
        return exchange(
            http,
            prepared,
            operation=request.operation,
            auth=self._auth,
            seconds=seconds,
            size=self._options.max_response_size,
        )

    def _open_http(self) -> httpx2.Client:
        http = self._http.get()
        if http.is_closed:
            raise ConfigurationError("the client is closed")
        return http

    def close(self) -> None:
        """Close the connections, unless the `http_client` is yours."""
        if self._owns_http:
            self._http.get().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def _connections(found: Credentials) -> httpx2.Client:
    """Connections of a client's own."""
    return httpx2.Client(verify=found.verify, cookies=no_cookies())
