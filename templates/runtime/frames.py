"""Tracebacks of errors, without the frames whose variables may be secrets."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType

from .errors import APIError
from .masking import redact


class Frameless:
    """A context out of which errors of this package come without the frames inside.

    Some tracebacks show the variables of frames, which hold what the caller gave. The
    frames outside stay: those of an operation's method and of the caller.
    """

    def __init__(self) -> None:
        self._outer = sys.exception()

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(exc, APIError):
            strip(exc, self._outer)


def strip(
    error: BaseException, outer: BaseException | None, secrets: Iterable[str] = ()
) -> None:
    """Take the frames off an error that was caught, and off all that led to it.

    Args:
        error: The error.
        outer: What the caller was handling before, which keeps its own.
        secrets: What the texts of the errors must not quote.
    """
    for each in _chain(error, outer):
        each.__traceback__ = None
        each.args = tuple(
            redact(arg, secrets) if isinstance(arg, str) else arg for arg in each.args
        )


def _chain(
    error: BaseException, outer: BaseException | None
) -> Iterator[BaseException]:
    """The error, its causes, and what was handled when it was raised."""
    seen = {id(outer)}
    errors: list[BaseException | None] = [error]
    while errors:
        each = errors.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            errors += [each.__cause__, each.__context__]
