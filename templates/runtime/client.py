"""The clients: what all services have in common."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any, ClassVar, Final, Self, TypeVar, overload

import httpx2

from .access_key import AccessKey
from .answers import recorder
from .checking import TIMEOUT_EXPECTED, checked, is_timeout
from .connections import connection_errors
from .errors import ConfigurationError, InvalidRequest
from .request import Request, Timeout
from .responses import value_of
from .urls import server

_T = TypeVar("_T")

DEFAULT_TIMEOUT: Final = httpx2.Timeout(60, connect=10)
"""Seconds: 60 for each read and write and for a free connection, 10 to connect."""
_HTTPX_TIMEOUT: Final = httpx2.Timeout(5)
"""What an httpx2 client has if nobody chose a timeout."""
_REGION: Final = re.compile(r"[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*")


class BaseClient:
    """What a client knows; what differs per service are the class attributes."""

    _service: ClassVar[str] = ""
    _base_url: ClassVar[str] = ""
    """The address of the server; may hold `{region}`."""
    _user_agent: ClassVar[str] = ""

    def __init__(
        self,
        *,
        auth: httpx2.Auth | None,
        base_url: str | None,
        region: str | None,
        project_id: str | None,
        timeout: Timeout | None,
        strict_responses: bool,
        has_own_http: bool,
    ) -> None:
        if auth is None and not has_own_http:
            raise ConfigurationError(
                "auth is missing: give auth=Token(…) or AccessKey(…)"
            )
        if auth is not None and not isinstance(
            auth, httpx2.Auth
        ):  # pyright: ignore[reportUnnecessaryIsInstance] - callers may not check types
            raise ConfigurationError("auth must be an httpx2.Auth such as Token(…)")
        if timeout is not None and not is_timeout(timeout):
            raise ConfigurationError(f"timeout: {TIMEOUT_EXPECTED}")
        _check_region(region)
        given = self._default_base_url(region) if base_url is None else base_url
        self.base_url = server(given)
        self.project_id = project_id
        self._auth = auth
        self._timeout = timeout
        self._strict_responses = strict_responses

    def _default_base_url(self, region: str | None) -> str:
        if region is None and "{region}" in self._base_url:
            raise ConfigurationError(
                f"give region=… (for {self._base_url}) or base_url=… of the server"
            )
        return self._base_url.replace("{region}", region or "")

    def _defaults(self) -> dict[str, str | None]:
        """Values of path parameters that calls need not give."""
        return {"project_id": self.project_id}

    def _prepared(
        self, http: httpx2.Client | httpx2.AsyncClient, request: Request
    ) -> httpx2.Request:
        outgoing = checked(request, self._defaults())
        usual = {"Accept": "application/json", "User-Agent": self._user_agent}
        headers = httpx2.Headers(usual | self._project_header(request))
        headers.update(outgoing.headers)
        timeout = self._timeout if request.timeout is None else request.timeout
        if timeout is None:
            chosen = http.timeout != _HTTPX_TIMEOUT
            timeout = http.timeout if chosen else DEFAULT_TIMEOUT
        try:
            return http.build_request(
                request.method,
                self.base_url + outgoing.path,
                params=tuple(outgoing.query) or None,
                headers=headers,
                content=outgoing.content,
                timeout=timeout,
            )
        except httpx2.InvalidURL as error:
            raise InvalidRequest(request.operation, [str(error)]) from None

    def _project_header(self, request: Request) -> dict[str, str]:
        """The project of a signed request; a token is of a project by itself."""
        of_call = (one.value for one in request.path if one.name == "project_id")
        project: object = next(of_call, None) or self.project_id
        if not isinstance(self._auth, AccessKey) or not isinstance(project, str):
            return {}
        return {"X-Project-Id": project}

    def _send_options(self) -> dict[str, Any]:
        # Not following redirects keeps the token from other servers.
        options: dict[str, Any] = {"follow_redirects": False}
        return options if self._auth is None else {**options, "auth": self._auth}

    def __repr__(self) -> str:
        known = [f"base_url={self.base_url!r}"]
        if self.project_id is not None:
            known.append(f"project_id={self.project_id!r}")
        return f"{type(self).__name__}({', '.join(known)})"


def _check_region(region: object) -> None:
    is_given = region is not None
    if is_given and not (isinstance(region, str) and _REGION.fullmatch(region)):
        raise ConfigurationError(
            "region must be a string of letters, digits and hyphens between them"
        )


class Client(BaseClient):
    """A client that waits for each answer. Threads may share it."""

    def __init__(
        self,
        *,
        auth: httpx2.Auth | None = None,
        base_url: str | None = None,
        region: str | None = None,
        project_id: str | None = None,
        timeout: Timeout | None = None,
        strict_responses: bool = False,
        http_client: httpx2.Client | None = None,
    ) -> None:
        """
        Args:
            auth: `Token(…)` or `AccessKey(…)`; only your own `http_client` may do without.
            base_url: The server's address, which may end in a path.
            region: Gives the server's address when there is no `base_url`.
            project_id: The project of all calls that do not give one.
            timeout: Seconds, or one limit each. If not given: 60 seconds, 10 to connect
                (`DEFAULT_TIMEOUT`), or that of `http_client` if it differs from the 5
                seconds that httpx2 sets by itself.
            strict_responses: Raise where an answer deviates from what is documented.
            http_client: Yours to set up (proxies, TLS, hooks) and to close.

        Raises:
            ConfigurationError: Something is missing or unusable.
        """
        super().__init__(
            auth=auth,
            base_url=base_url,
            region=region,
            project_id=project_id,
            timeout=timeout,
            strict_responses=strict_responses,
            has_own_http=http_client is not None,
        )
        if isinstance(http_client, httpx2.AsyncClient):
            raise ConfigurationError("http_client must be an httpx2.Client")
        self._http = http_client or httpx2.Client()
        self._owns_http = http_client is None

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
        with recorder() as record:
            prepared = self._prepared(self._http, request)
            with connection_errors(prepared):
                response = self._http.send(prepared, **self._send_options())
            record.response = response
            return value_of(response, expected, strict=self._strict_responses)

    def close(self) -> None:
        """Close the connections, unless the `http_client` is yours."""
        if self._owns_http:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncClient(BaseClient):
    """A client whose operations are awaited. Tasks of one event loop may share it."""

    def __init__(
        self,
        *,
        auth: httpx2.Auth | None = None,
        base_url: str | None = None,
        region: str | None = None,
        project_id: str | None = None,
        timeout: Timeout | None = None,
        strict_responses: bool = False,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        """
        Args:
            auth: `Token(…)` or `AccessKey(…)`; only your own `http_client` may do without.
            base_url: The server's address, which may end in a path.
            region: Gives the server's address when there is no `base_url`.
            project_id: The project of all calls that do not give one.
            timeout: Seconds, or one limit each. If not given: 60 seconds, 10 to connect
                (`DEFAULT_TIMEOUT`), or that of `http_client` if it differs from the 5
                seconds that httpx2 sets by itself.
            strict_responses: Raise where an answer deviates from what is documented.
            http_client: Yours to set up (proxies, TLS, hooks) and to close.

        Raises:
            ConfigurationError: Something is missing or unusable.
        """
        super().__init__(
            auth=auth,
            base_url=base_url,
            region=region,
            project_id=project_id,
            timeout=timeout,
            strict_responses=strict_responses,
            has_own_http=http_client is not None,
        )
        if isinstance(http_client, httpx2.Client):
            raise ConfigurationError("http_client must be an httpx2.AsyncClient")
        self._http = http_client or httpx2.AsyncClient()
        self._owns_http = http_client is None

    @overload
    async def send(self, request: Request, expected: None) -> None: ...
    @overload
    async def send(self, request: Request, expected: type[_T]) -> _T: ...
    @overload
    async def send(self, request: Request, expected: Any) -> Any: ...
    async def send(self, request: Request, expected: Any) -> Any:
        """Check and send a request; the answer's body as the type `expected`.

        Raises:
            APIError: As the class of each case says.
        """
        with recorder() as record:
            prepared = self._prepared(self._http, request)
            with connection_errors(prepared):
                response = await self._http.send(prepared, **self._send_options())
            record.response = response
            return value_of(response, expected, strict=self._strict_responses)

    async def aclose(self) -> None:
        """Close the connections, unless the `http_client` is yours."""
        if self._owns_http:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
