"""Failures of the connection, as this package's errors."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

import httpx2

from .error_bodies import one_line
from .errors import APIConnectionError, APITimeoutError
from .masking import redact, secrets_of

_NEVER_SENT = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)


@contextmanager
def connection_errors(request: httpx2.Request) -> Generator[None]:
    """Turn what httpx2 raises while a request is sent into an APIConnectionError."""
    outer = sys.exception()
    try:
        yield
    except httpx2.RequestError as error:
        raise _translated(error, request) from _without_frames(error, outer)


def _translated(
    error: httpx2.RequestError, request: httpx2.Request
) -> APIConnectionError:
    is_timeout = isinstance(error, httpx2.TimeoutException)
    what = "no answer in time" if is_timeout else "no answer"
    why = ": ".join(filter(None, [type(error).__name__, one_line(str(error))]))
    message = f"{request.method} {request.url.path}: {what} ({why})"
    return (APITimeoutError if is_timeout else APIConnectionError)(
        redact(message, secrets_of(request)),
        request=request,
        may_have_been_processed=not isinstance(error, _NEVER_SENT),
    )


def _without_frames(error: BaseException, outer: BaseException | None) -> BaseException:
    """The error and its causes without frames, whose variables hold the headers.

    What the caller was handling before (`outer`) keeps its own.
    """
    cause: BaseException | None = error
    while cause is not None and cause is not outer:
        cause.__traceback__ = None
        cause = cause.__cause__ or cause.__context__
    return error
