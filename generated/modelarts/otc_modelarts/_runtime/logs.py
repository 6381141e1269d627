"""What the package's logger is told: attempts, and what deviates from the documents."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

import httpx2
from pydantic import BaseModel

from .error_bodies import request_id
from .places import Kind, Problem, path_of

logger: Final = logging.getLogger(__name__.rsplit(".", 2)[0])
"""Called as the package."""
_MOST_LINES: Final = 100
"""For the deviations of one answer."""
logger.addHandler(logging.NullHandler())


class Outcome:
    """What came of an attempt."""

    response: httpx2.Response | None = None


@contextmanager
def logged(operation: str) -> Generator[Outcome]:
    """One line for the attempt that is made inside.

    `operation` is method and path template: values may be secrets.
    """
    outcome = Outcome()
    started = time.monotonic()
    failure: list[str] = []
    try:
        yield outcome
    except Exception as error:
        failure = [type(error).__name__]
        raise
    finally:
        seconds = time.monotonic() - started
        log_attempt(operation, outcome.response, seconds, *failure)


def log_attempt(
    operation: str, response: httpx2.Response | None, seconds: float, *more: str
) -> None:
    """The line for an attempt that is over."""
    told = ["no answer"]
    if response is not None:
        told = [f"{response.status_code}, request id {request_id(response)}"]
    line = ", ".join([*told, *more, f"{seconds * 1000:.0f} ms"])
    logger.debug("%s: %s", operation, line)


def log_problems(problems: Iterable[Problem], *, root: str = "") -> None:
    """One line for each kind of deviation and place, items of an array taken together.

    So many at most that no answer floods the log.

    Values of another type are warnings; the rest are debug messages.
    No line holds a value: it may be a secret.
    """
    lines = Counter((_line(problem, root), problem.kind) for problem in problems)
    for (line, kind), times in islice(lines.items(), _MOST_LINES):
        level = logging.WARNING if kind is Kind.TYPE else logging.DEBUG
        logger.log(level, "%s%s", line, f" ({times} times)" if times > 1 else "")


def log_stranger(value: Any, *, root: str) -> None:
    """A warning if an object has none of the properties that its class has.

    It may be another answer than the documented one, such as an error.
    """
    fields = type(value).model_fields if isinstance(value, BaseModel) else {}
    if fields and value.model_fields_set.isdisjoint(fields):
        logger.warning("%s: no documented property at all; kept as it came", root)


def _line(problem: Problem, root: str) -> str:
    place = problem.place
    keys = ["*" if isinstance(key, int) else key for key in place.keys]
    return f"{path_of(root or place.root, keys)}: {problem.text}; kept as it came"
