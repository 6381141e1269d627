"""One exchange with a server: its limits in time, and its failures as this package's errors."""

from __future__ import annotations

import asyncio
import math
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Final

import httpx2

from .auth import Discovering, Scope
from .bodies import aread, read
from .deadlines import ENDS, OPERATION, PASSED, until, watched
from .error_bodies import one_line
from .errors import APIConnectionError, APITimeoutError, adopted
from .frames import strip
from .logs import logged
from .masking import secrets_of, without_secrets
from .responses import status_error

_SIZE: Final = "max_response_size"
_NEVER_SENT: Final = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.LocalProtocolError,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)


def exchange(
    http: httpx2.Client,
    request: httpx2.Request,
    *,
    operation: str,
    auth: httpx2.Auth | None,
    seconds: float,
    size: float,
) -> httpx2.Response:
    """Send a request, and read its answer to the end.

    Args:
        http: What sends it.
        request: The request.
        operation: What it is called in the log.
        auth: Adds the credentials; None for those of `http`.
        seconds: For all of it. Each step has its own limit in the request's timeout.
        size: How many bytes the answer may have, decompressed.

    Raises:
        APIConnectionError: No answer came, or not all of it.
        APIStatusError: The identity service refused to give a token.
        APIResponseValidationError: The answer is larger.
    """
    ends = time.monotonic() + seconds
    # Credentials may have answers of their own to read, and attempts to log.
    request.extensions |= {ENDS: ends, OPERATION: operation, "trace": watched}
    with logged(operation) as outcome, connection_errors(request), until(ends):
        response = http.send(request, stream=True, **_options(auth))
        outcome.response = response
        try:
            read(response, ends=ends, size=size, name=_SIZE)
        finally:
            response.close()
    # It would hold the answer that brought a token.
    response.history = []
    return response


async def async_exchange(
    http: httpx2.AsyncClient,
    request: httpx2.Request,
    *,
    operation: str,
    auth: httpx2.Auth | None,
    seconds: float,
    size: float,
) -> httpx2.Response:
    """As `exchange`."""
    request.extensions[OPERATION] = operation
    with logged(operation) as outcome, connection_errors(request):
        async with _within(seconds):
            response = await http.send(request, stream=True, **_options(auth))
            outcome.response = response
            try:
                await aread(response, size=size, name=_SIZE)
            finally:
                await response.aclose()
    response.history = []
    return response


def discover(
    auth: Discovering, http: httpx2.Client, timeout: httpx2.Timeout, seconds: float
) -> Scope:
    """What credentials are valid for.

    Raises:
        APIError: The identity service did not answer, or refused.
    """
    with connection_errors():
        return auth.discover(http, timeout, seconds)


async def async_discover(
    auth: Discovering,
    http: httpx2.AsyncClient,
    timeout: httpx2.Timeout,
    seconds: float,
) -> Scope:
    """As `discover`."""
    with connection_errors():
        async with _within(seconds):
            return await auth.adiscover(http, timeout)


def _within(seconds: float) -> asyncio.Timeout:
    """What raises TimeoutError after some seconds, infinitely many included."""
    return asyncio.timeout(None if math.isinf(seconds) else seconds)


def _options(auth: httpx2.Auth | None) -> dict[str, Any]:
    # Not following redirects keeps the token from other servers.
    options: dict[str, Any] = {"follow_redirects": False}
    return options if auth is None else {**options, "auth": auth}


@contextmanager
def connection_errors(request: httpx2.Request | None = None) -> Generator[None]:
    """Turn what is raised while a request is sent into this package's errors.

    None for requests that are none of an operation.
    """
    outer = sys.exception()
    try:
        yield
    except (httpx2.RequestError, TimeoutError) as error:
        raise _translated(error, request, outer) from error
    except httpx2.HTTPStatusError as error:  # of an event hook
        raise status_error(error.response) from None
    except httpx2.HTTPError as error:
        ours = adopted(error)
        if ours is None or ours is error:
            raise
        raise ours from None


def _translated(
    error: httpx2.RequestError | TimeoutError,
    request: httpx2.Request | None,
    outer: BaseException | None,
) -> APIConnectionError:
    """Our error for another one, which is left without secrets."""
    failed = _request_of(error) or request
    is_timeout = isinstance(error, httpx2.TimeoutException | TimeoutError)
    what = "no answer in time" if is_timeout else "no answer"
    sent = [one for one in (failed, request) if one is not None]
    secrets = {secret for one in sent for secret in secrets_of(one)}
    strip(error, outer, secrets)
    is_http = isinstance(error, httpx2.RequestError)
    kind, words = type(error) if is_http else httpx2.ReadTimeout, one_line(str(error))
    if is_timeout and (not is_http or any(_has_ended(one) for one in sent)):
        # The limit of the step was what was left of the call.
        words = PASSED
    why = ": ".join(filter(None, [kind.__name__, words]))
    where = one_line(f"{failed.method} {failed.url.path}") if failed else "credentials"
    # Another request is one for a token: the operation's waits, or was refused.
    is_operation = failed is not None and failed is request
    shown = without_secrets(failed) if failed else None
    if shown is not None and isinstance(error, httpx2.RequestError):
        error.request = shown
    return (APITimeoutError if is_timeout else APIConnectionError)(
        f"{where}: {what} ({why})",
        request=shown,
        may_have_been_processed=is_operation and not isinstance(error, _NEVER_SENT),
    )


def _has_ended(request: httpx2.Request) -> bool:
    """Whether the deadline of a synchronous call is over."""
    ends = request.extensions.get(ENDS, math.inf)
    return bool(time.monotonic() >= ends)


def _request_of(error: Exception) -> httpx2.Request | None:
    try:
        return error.request if isinstance(error, httpx2.RequestError) else None
    except RuntimeError:
        return None
