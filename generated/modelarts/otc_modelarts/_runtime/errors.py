"""What operations raise. No text of an error holds a secret of the request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import httpx2

_ErrorT = TypeVar("_ErrorT", bound="APIError")


class APIError(httpx2.HTTPError):
    """The root of all errors that this package raises.

    It is an `httpx2.HTTPError`, by which the errors of several such packages are caught
    alike. `request` is the request, its secrets masked; as httpx2 has it, it raises
    RuntimeError where none was made.

    Attributes:
        may_have_been_processed: Whether the service may have acted on the request, in
            part or in whole, in any of the attempts. False is certain: it was not sent,
            or it was refused.
        attempts: How often the request was tried.
    """

    def __init__(
        self,
        message: str,
        *,
        request: httpx2.Request | None = None,
        may_have_been_processed: bool = False,
    ) -> None:
        super().__init__(message)
        self._request = request
        self.may_have_been_processed = may_have_been_processed
        self.attempts = 0

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self.args, vars(self))


def _restored(
    error: type[_ErrorT], args: tuple[Any, ...], state: dict[str, Any]
) -> _ErrorT:
    restored = error.__new__(error, *args)
    vars(restored).update(state)
    return restored


def adopted(error: BaseException) -> APIError | None:
    """An error of this package; that of another one, whose credentials are used, as ours.

    None for any other error.
    """
    if isinstance(error, APIError):
        return error
    ours = globals().get(type(error).__name__)
    is_theirs = hasattr(error, "may_have_been_processed")
    if is_theirs and isinstance(ours, type) and issubclass(ours, APIError):
        return _restored(ours, error.args, vars(error))
    return None


class ConfigurationError(APIError, ValueError):
    """The client lacks something, or was given something that it cannot use."""


class InvalidRequest(APIError, ValueError):  # noqa: N818 - the request is at fault
    """The arguments do not fit what is documented. Nothing was sent.

    Attributes:
        problems: One line each: the argument's path and what is wrong with it.
    """

    def __init__(self, operation: str, problems: Sequence[str]) -> None:
        separator = "\n  " if len(problems) > 1 else " "
        lines = separator.join(["was not sent:", *problems])
        super().__init__(f"{operation} {lines}")
        self.problems = tuple(problems)


class APIConnectionError(APIError):
    """No answer came, or not all of it: the connection failed."""


class APITimeoutError(APIConnectionError):
    """No answer came in time."""


class APIResponseValidationError(APIError):
    """The answer cannot be used as the documented type; the text shows where.

    Attributes:
        response: The answer.
    """

    def __init__(self, message: str, *, response: httpx2.Response) -> None:
        super().__init__(
            message, request=response.request, may_have_been_processed=True
        )
        self.response = response


class APIStatusError(APIError):
    """The service answered with an error.

    Attributes:
        status_code: The HTTP status (even 200, when the body tells of a failure).
        error_code: The service's code for the error; None when the answer has none.
        error_msg: The service's words; None when the answer has none.
        request_id: What the service's support asks for; None when the answer has none.
        response: The answer.
        body: The answer's body: JSON data, else its text.
    """

    def __init__(
        self,
        message: str,
        *,
        response: httpx2.Response,
        body: Any,
        error_code: str | None,
        error_msg: str | None,
        request_id: str | None,
        may_have_been_processed: bool,
    ) -> None:
        super().__init__(
            message,
            request=response.request,
            may_have_been_processed=may_have_been_processed,
        )
        self.response = response
        self.status_code = response.status_code
        self.body = body
        self.error_code = error_code
        self.error_msg = error_msg
        self.request_id = request_id


class BadRequestError(APIStatusError):
    """400: the service refused the arguments."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow the operation."""


class NotFoundError(APIStatusError):
    """404: there is no such resource."""


class ConflictError(APIStatusError):
    """409: the resource's state does not allow the operation."""


class UnprocessableEntityError(APIStatusError):
    """422: the service understood the arguments, but cannot act on them."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """5xx: the service failed."""


class PaginationError(APIError):
    """The pages of a list hold no list, or would never come to an end."""

    def __init__(self, message: str) -> None:
        super().__init__(message, may_have_been_processed=True)


class WaitFailedError(APIError):
    """What was waited for has failed.

    Attributes:
        answer: The last answer.
        status: Its status.
    """

    def __init__(self, message: str, *, answer: object, status: object) -> None:
        super().__init__(message, may_have_been_processed=True)
        self.answer: Any = answer
        self.status: Any = status


class WaitTimeoutError(APIError):
    """What was waited for has come to no end in time. It may still do so.

    Attributes:
        answer: The last answer.
        status: Its status; None if it had none.
        seconds: How long to wait had been asked for.
    """

    def __init__(
        self, message: str, *, answer: object, status: object, seconds: float
    ) -> None:
        super().__init__(message, may_have_been_processed=True)
        self.answer: Any = answer
        self.status: Any = status
        self.seconds = seconds
