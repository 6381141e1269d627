"""What both clients have in common: settings, credentials, and requests as they are sent."""

from __future__ import annotations

import copy
import os
from functools import cached_property
from typing import Any, ClassVar, Final, Self

import httpx2

from .auth import Discovering, Scope, discovering, names_project
from .checking import NO_HEADER, Outgoing, checked, fits_header, missing
from .credentials import Credentials, from_cloud, from_environment
from .deadlines import limited
from .errors import ConfigurationError, InvalidRequest
from .masked_logs import mask_logs
from .options import Options
from .regions import check_region, in_region
from .request import Request, Timeout
from .responses import value_of
from .retries import Attempts
from .urls import joined, server

_PROJECT: Final = "project_id"
"""The parameter of paths that the client fills in."""


class BaseClient:
    """What a client knows; what differs per service are the class attributes."""

    _service: ClassVar[str] = ""
    _base_url: ClassVar[str] = ""
    """The address of the server; may hold `{region}`."""
    _user_agent: ClassVar[str] = ""

    def __init__(
        self,
        *,
        found: Credentials,
        base_url: str | None,
        region: str | None,
        project_id: str | None,
        options: Options,
        owns_http: bool,
    ) -> None:
        check_region(region)
        mask_logs()
        self.project_id = project_id or found.project_id
        self._auth = found.auth
        self._options = options.checked()
        self._owns_http = owns_http
        self._region = region or found.region or getattr(found.auth, "region", None)
        given = base_url if base_url is not None else found.base_url
        self._server = None if given is None else server(given)
        if self._server is None and discovering(self._auth) is None:
            self._server = self._default_server()

    @classmethod
    def _found(
        cls,
        auth: httpx2.Auth | None,
        cloud: str | None,
        http: httpx2.Client | httpx2.AsyncClient | None,
    ) -> Credentials:
        """The credentials that are given, else those of a cloud, else of the environment."""
        _check_auth(auth)
        if auth is not None and cloud is not None:
            raise ConfigurationError("give auth=… or cloud=…, not both")
        if auth is None and cloud is None and http is not None:
            auth = http.auth
        if auth is not None:
            return Credentials(auth=auth)
        distribution = cls._user_agent.partition("/")[0]
        if cloud is not None:
            return from_cloud(cloud, service=cls._service, distribution=distribution)
        return from_environment(
            os.environ, service=cls._service, distribution=distribution
        )

    def _default_server(self) -> str:
        if self._region is None and "{region}" in self._base_url:
            raise ConfigurationError(
                f"give region=… (for {self._base_url}) or base_url=… of the server"
            )
        return server(in_region(self._base_url, self._region or ""))

    @property
    def base_url(self) -> str | None:
        """The server's address; None if each call asks the token's catalog for it."""
        return self._server

    def _checked(self, request: Request) -> Outgoing:
        """What is sent, the project aside if the credentials are to tell it."""
        later = () if discovering(self._auth) is None else (_PROJECT,)
        return checked(request, {_PROJECT: self.project_id}, later)

    def _must_discover(self, outgoing: Outgoing) -> Discovering | None:
        """The credentials, if they are to tell the server or the project of a call."""
        is_open = f"{{{_PROJECT}}}" in outgoing.template
        knows_project = not is_open or _PROJECT in outgoing.segments
        is_known = self._server is not None and knows_project
        return None if is_known else discovering(self._auth)

    def _address(self, scope: Scope | None, path: str) -> str:
        """Where a path is: on the server that is known, else on that of the catalog."""
        if self._server is not None:
            return joined(self._server, path)
        listed = scope.server(self._service, self._region) if scope else None
        if listed is None:
            return joined(self._default_server(), path)
        return joined(server(listed, name="the catalog's address"), path)

    def _prepared(
        self,
        http: httpx2.Client | httpx2.AsyncClient,
        request: Request,
        outgoing: Outgoing,
        scope: Scope | None,
        seconds: float,
    ) -> httpx2.Request:
        """The request as it is sent, at most some seconds for each of its steps."""
        project = self.project_id or (scope.project_id if scope else None)
        try:
            path = outgoing.path({_PROJECT: project} if project else {})
        except KeyError:
            problem = f"{_PROJECT}: {missing(_PROJECT)}"
            raise InvalidRequest(request.operation, [problem]) from None
        except ValueError as error:
            raise InvalidRequest(request.operation, [str(error)]) from None
        headers = httpx2.Headers(
            {"Accept": "application/json", "User-Agent": self._user_agent}
        )
        if names_project(self._auth):
            headers.update(_project_header(request, project))
        headers.update(outgoing.headers)
        timeout = self._options.timeout_of(request.timeout, http)
        try:
            return http.build_request(
                request.method,
                self._address(scope, path),
                params=tuple(outgoing.query) or None,
                headers=headers,
                content=outgoing.content,
                timeout=limited(timeout, seconds),
            )
        except httpx2.InvalidURL as error:
            raise InvalidRequest(request.operation, [str(error)]) from None

    def _value(self, response: httpx2.Response, expected: Any) -> Any:
        """The answer's body as the type `expected`, or the error that it tells."""
        return value_of(
            response,
            expected,
            strict=self._options.strict_responses,
            depth=self._options.max_response_depth,
            size=self._options.max_response_size,
        )

    def _attempts(self, request: Request) -> Attempts:
        return Attempts(
            request.method,
            max_retries=self._options.max_retries,
            deadline=self._options.deadline,
        )

    def with_options(
        self,
        *,
        project_id: str | None = None,
        timeout: Timeout | None = None,
        max_retries: int | None = None,
        deadline: float | None = None,
        strict_responses: bool | None = None,
        max_response_size: float | None = None,
        max_response_depth: float | None = None,
    ) -> Self:
        """A client with other options; it shares the connections and credentials of this one.

        What is not given stays as it is. Closing it closes nothing.
        """
        other = copy.copy(self)
        for kind in type(self).__mro__:
            for name, member in vars(kind).items():
                if isinstance(member, cached_property):
                    vars(other).pop(name, None)  # a group of this client's operations
        options = self._options.but(
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            strict_responses=strict_responses,
            max_response_size=max_response_size,
            max_response_depth=max_response_depth,
        )
        project = project_id or self.project_id
        vars(other).update(project_id=project, _options=options, _owns_http=False)
        return other

    def __repr__(self) -> str:
        known = [f"base_url={self.base_url!r}"]
        if self.project_id is not None:
            known.append(f"project_id={self.project_id!r}")
        return f"{type(self).__name__}({', '.join(known)})"


def check_http_client(given: object, kind: type) -> None:
    """Raises ConfigurationError for what is no http client of this kind."""
    if given is not None and not isinstance(given, kind):
        raise ConfigurationError(f"http_client must be an httpx2.{kind.__name__}")


def _check_auth(auth: object) -> None:
    if auth is not None and not isinstance(auth, httpx2.Auth):
        raise ConfigurationError("auth must be an httpx2.Auth such as Token(…)")


def _project_header(request: Request, project: str | None) -> dict[str, str]:
    of_call = (one.value for one in request.path if one.name == _PROJECT)
    named: object = next(of_call, None) or project
    if not isinstance(named, str):
        return {}
    if not fits_header(named):
        raise InvalidRequest(request.operation, [f"{_PROJECT}: {NO_HEADER}"])
    return {"X-Project-Id": named}
