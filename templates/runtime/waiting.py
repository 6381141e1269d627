"""Waiting for what takes its time: asking again and again, until it has come to an end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import suppress
from enum import Enum
from inspect import isawaitable
from typing import Any, Final, TypeAlias, TypeVar

from pydantic import BaseModel

from .error_bodies import one_line
from .errors import ConfigurationError, WaitFailedError, WaitTimeoutError
from .parts import NoPartError, method_around, part

_T = TypeVar("_T")

Status: TypeAlias = str | Sequence[str] | Callable[[Any], object]
"""Where an answer has its status: an attribute, a path of attributes, or a function."""

DELAY: Final = 5.0
BACKOFF: Final = 1.5
MAX_DELAY: Final = 60.0
TIMEOUT: Final = 1800.0

_CODES: Final = ("error_code", "errorCode", "code")
_REASONS: Final = (
    "fail_reason",
    "failReason",
    "error_msg",
    "error_message",
    "errorMsg",
    "errorMessage",
    "reason",
    "message",
)
"""Properties of an answer that say why something failed."""


def wait_until(  # noqa: PLR0913 - by name
    poll: Callable[[], _T],
    *,
    status: Status,
    success: Collection[object],
    failure: Collection[object] = (),
    delay: float = DELAY,
    backoff: float = BACKOFF,
    max_delay: float = MAX_DELAY,
    timeout: float = TIMEOUT,
) -> _T:
    """Call `poll` until the status of its answer is one of `success`; that answer.

    Any other status goes on waiting, and so does an answer without one.

    Args:
        poll: Asks once.
        status: Where the answer has its status: `"status"`, `("job", "status")`, or a
            function that takes the answer.
        success: The statuses that end the waiting.
        failure: Those that end it with an error.
        delay: Seconds before the second call.
        backoff: What each pause is multiplied by to give the next one.
        max_delay: The longest pause in seconds, if `delay` is not longer.
        timeout: Seconds in all. The last call is made when they are over.

    Raises:
        WaitFailedError: The status is one of `failure`.
        WaitTimeoutError: The time is over.
    """
    waiting = _Waiting(poll, status, success, failure, timeout)
    waiting.pauses(delay, backoff, max_delay)
    while not waiting.is_over(answer := poll()):
        time.sleep(waiting.pause())
    return answer


async def async_wait_until(  # noqa: PLR0913 - by name
    poll: Callable[[], Awaitable[_T]],
    *,
    status: Status,
    success: Collection[object],
    failure: Collection[object] = (),
    delay: float = DELAY,
    backoff: float = BACKOFF,
    max_delay: float = MAX_DELAY,
    timeout: float = TIMEOUT,
) -> _T:
    """As `wait_until`, for asyncio."""
    waiting = _Waiting(poll, status, success, failure, timeout)
    waiting.pauses(delay, backoff, max_delay)
    while not waiting.is_over(answer := await poll()):
        await asyncio.sleep(waiting.pause())
    return answer


class _Waiting:
    """What was answered so far, and how long to wait for the next answer."""

    def __init__(
        self,
        poll: Callable[[], object],
        status: Status,
        success: Collection[object],
        failure: Collection[object],
        seconds: float,
    ) -> None:
        if not seconds >= 0:
            raise ConfigurationError("timeout must be 0 seconds or more")
        self._name = method_around(poll)
        self._told = status if callable(status) else None
        self._path = () if callable(status) else _path(status)
        self._success = _all(success)
        self._failure = _all(failure)
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._answer: object = None
        self._status: object = None

    def pauses(self, delay: float, backoff: float, max_delay: float) -> None:
        """Set how long the pauses are."""
        if not (delay > 0 and max_delay > 0):
            raise ConfigurationError("delay must be more than 0 seconds")
        if not backoff >= 1:
            raise ConfigurationError("backoff must be 1 or more")
        self._delay = delay
        self._backoff = backoff
        self._longest = max(delay, max_delay)

    def is_over(self, answer: object) -> bool:
        """Whether the answer tells success.

        Raises:
            WaitFailedError: It tells failure.
        """
        self._answer = answer
        self._status = self._status_of(answer)
        told = _plain(self._status)
        if told in self._failure:
            why = ": ".join(_reasons(answer, self._path[:-1]))
            raise WaitFailedError(
                f"{self._name}: the status is {_shown(self._status)}"
                f"{f'; {why}' if why else ''}",
                answer=answer,
                status=self._status,
            )
        return told in self._success

    def pause(self) -> float:
        """Seconds until the next call.

        Raises:
            WaitTimeoutError: The time is over.
        """
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise WaitTimeoutError(
                f"{self._name}: after {self._seconds:g} seconds the status is"
                f" {_shown(self._status)}",
                answer=self._answer,
                status=self._status,
                seconds=self._seconds,
            )
        pause = min(self._delay, self._longest, left)
        self._delay = min(self._delay * self._backoff, self._longest)
        return pause

    def _status_of(self, answer: object) -> object:
        if isawaitable(answer):
            raise ConfigurationError("poll is asynchronous: take async_wait_until")
        if self._told is not None:
            return self._told(answer)
        for name in self._path[:1]:
            _check_known(answer, name)
        with suppress(NoPartError):
            return part(answer, self._path)
        return None


def _check_known(answer: object, name: str) -> None:
    """Waiting for what no answer can have would only end with the time."""
    fields = type(answer).model_fields if isinstance(answer, BaseModel) else {}
    if fields and not hasattr(answer, name):
        known = ", ".join(fields)
        raise ConfigurationError(
            f"{type(answer).__name__} has no {name}; it has {known}"
        )


def _path(status: str | Sequence[str]) -> tuple[str, ...]:
    return tuple(status.split(".") if isinstance(status, str) else status)


def _all(values: Collection[object]) -> list[object]:
    if isinstance(values, str):
        raise ConfigurationError("success and failure are collections of statuses")
    return [_plain(value) for value in values]


def _plain(value: object) -> object:
    """The value of a member of an enumeration; true and false apart from 1 and 0."""
    value = value.value if isinstance(value, Enum) else value
    return (value,) if isinstance(value, bool) else value


def _shown(status: object) -> str:
    status = status.value if isinstance(status, Enum) else status
    return "not told" if status is None else one_line(str(status))


def _reasons(answer: object, path: tuple[str, ...]) -> Iterator[str]:
    """The code and the words of a failure, as far as the answer has them.

    `path` leads to the object that has the status.
    """
    ways = (path, (*path, "error"), (), ("error",))
    holders: list[object] = []
    for steps in ways:
        with suppress(NoPartError):
            holders.append(part(answer, steps))
    for names in (_CODES, _REASONS):
        told = (_text(holder, name) for holder in holders for name in names)
        if first := next(filter(None, told), None):
            yield first


def _text(holder: object, name: str) -> str | None:
    with suppress(NoPartError):
        value = part(holder, (name,))
        return one_line(str(value)) if type(value) in (str, int) else None
    return None
