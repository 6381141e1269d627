"""From a response to the documented value, or to the error that it tells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

import httpx2

from .error_bodies import is_failure, one_line, read_error
from .errors import (
    APIResponseValidationError,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)
from .limits import TooMuchError, parsed
from .logs import log_problems, log_stranger
from .masking import answer_without_secrets, redact, secrets_of
from .places import Kind, Place, Problem, Purpose
from .reading import read

_CLASSES: Final[dict[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_MULTIPLE_CHOICES: Final = 300
"""How some services answer a question for their versions: a body, no redirect."""
_BAD_REQUEST: Final = 400
_REQUEST_TIMEOUT: Final = 408
_MOST_TOLD: Final = 20
"""Problems of an answer in an error's text."""


def value_of(
    response: httpx2.Response,
    expected: Any,
    *,
    strict: bool,
    depth: float,
    size: float,
) -> Any:
    """The body as the type `expected` has it; None where no body is documented.

    What deviates is kept and logged, unless `strict`. No JSON is parsed that is deeper
    than `depth` levels, or has more than goes with `size`.

    Raises:
        APIStatusError: The response tells an error.
        APIResponseValidationError: The body is no JSON, of another kind than
            documented, or too much; when `strict`, any deviation.
    """
    if not response.is_success and response.status_code != _MULTIPLE_CHOICES:
        raise status_error(response)
    if expected is None:
        _raise_failure(response, _json_or_none(response))
        return None
    body = _json(response, depth, size)
    _raise_failure(response, body)
    place = Place(Purpose.RESPONSE)
    try:
        value = read(expected, body, place)
    except RecursionError:
        raise unusable(response, "nested too deeply") from None
    problems = place.problems
    at_root = [problem for problem in problems if not problem.place.keys]
    of_root = [problem for problem in at_root if problem.kind is Kind.TYPE]
    if of_root or (strict and problems):
        raise unusable(response, _told(of_root or problems))
    name = getattr(expected, "__name__", str(expected))
    log_problems(problems, root=name)
    if problems:
        log_stranger(value, root=name)
    return value


def _told(problems: Sequence[Problem]) -> str:
    """The first of the problems: a hostile answer may have millions."""
    told = "; ".join(str(problem) for problem in problems[:_MOST_TOLD])
    more = len(problems) - _MOST_TOLD
    return f"{told}; and {more} more" if more > 0 else told


def status_error(response: httpx2.Response) -> APIStatusError:
    """The error that a response tells, of the class of its status."""
    shown = answer_without_secrets(response)
    told = read_error(shown)
    status = shown.status_code
    parts = [
        one_line(f"{status} {shown.reason_phrase}"),
        ": ".join(filter(None, [told.code, told.message])) or _redirect(shown),
        f"request id {told.request_id}" if told.request_id else "",
        _operation(shown),
    ]
    server_error = status >= 500
    default = InternalServerError if server_error else APIStatusError
    return _CLASSES.get(status, default)(
        "; ".join(filter(None, parts)),
        response=shown,
        body=told.body,
        error_code=told.code,
        error_msg=told.message,
        request_id=told.request_id,
        may_have_been_processed=(
            # A redirect may say where the result of what was done is.
            status < _BAD_REQUEST
            or server_error
            or status == _REQUEST_TIMEOUT
        ),
    )


def _redirect(response: httpx2.Response) -> str:
    return "redirects are not followed" if response.has_redirect_location else ""


def _raise_failure(response: httpx2.Response, body: Any) -> None:
    if is_failure(body):
        raise status_error(response)


def _json(response: httpx2.Response, depth: float, size: float) -> Any:
    if not response.content.strip():
        raise unusable(response, "the answer is empty")
    try:
        return parsed(response.content, depth=depth, size=size)
    except TooMuchError as error:
        raise unusable(response, f"the answer {error}") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        why = f"{error.msg} at {place}"
    except UnicodeDecodeError as error:
        why = f"{error.reason} at byte {error.start}"
    except ValueError as error:
        why = one_line(str(error))
    content_type = one_line(response.headers.get("Content-Type", "no type"))
    raise unusable(response, f"the answer ({content_type}) is no JSON: {why}")


def _json_or_none(response: httpx2.Response) -> Any:
    try:
        return parsed(response.content)
    except ValueError:
        return None


def unusable(response: httpx2.Response, why: str) -> APIResponseValidationError:
    """The error for an answer that cannot be used."""
    secrets = secrets_of(response.request)
    return APIResponseValidationError(
        redact(f"{_operation(response)}: {response.status_code}, {why}", secrets),
        response=answer_without_secrets(response),
    )


def _operation(response: httpx2.Response) -> str:
    return one_line(f"{response.request.method} {response.request.url.path}")
