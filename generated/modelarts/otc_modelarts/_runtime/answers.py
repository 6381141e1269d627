"""The whole answer of an operation, for those who need more than its value."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, overload

import httpx2

from .error_bodies import request_id

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[_T]):
    """An answer: the value that the operation returns, and what came with it."""

    value: _T
    status_code: int
    headers: httpx2.Headers = field(repr=False)
    request_id: str | None
    """What the service's support asks for; None when the answer has none."""


class Recorder:
    """Receives the last response of one call."""

    response: httpx2.Response | None = None


_current: ContextVar[Recorder | None] = ContextVar("_current", default=None)


@contextmanager
def _recording(recorder: Recorder | None) -> Generator[None]:
    token = _current.set(recorder)
    try:
        yield
    finally:
        _current.reset(token)


@contextmanager
def recorder() -> Generator[Recorder]:
    """The recorder of the call that is made now; calls inside of it have none."""
    recorder = _current.get() or Recorder()
    with _recording(None):
        yield recorder


@overload
def with_response(  # type: ignore[overload-overlap] # meant to match first
    method: Callable[_P, Coroutine[Any, Any, _T]],
) -> Callable[_P, Coroutine[Any, Any, Answer[_T]]]: ...
@overload
def with_response(method: Callable[_P, _T]) -> Callable[_P, Answer[_T]]: ...
def with_response(method: Callable[_P, Any]) -> Callable[_P, Any]:
    """The same operation, returning an `Answer` around the value.

    `with_response(client.group.operation)(…)`, sync and async.
    """

    @wraps(method)
    def call(*args: _P.args, **kwargs: _P.kwargs) -> Any:
        recorder = Recorder()
        with _recording(recorder):
            value = method(*args, **kwargs)
        if inspect.isawaitable(value):
            return _awaited(value, recorder)
        return _answer(value, recorder)

    return call


async def _awaited(value: Awaitable[_T], recorder: Recorder) -> Answer[_T]:
    with _recording(recorder):
        result = await value
    return _answer(result, recorder)


def _answer(value: _T, recorder: Recorder) -> Answer[_T]:
    response = recorder.response
    if response is None:
        raise TypeError("with_response() takes an operation of a client")
    return Answer(
        value=value,
        status_code=response.status_code,
        headers=response.headers,
        request_id=request_id(response),
    )
