"""ModelArts of the Open Telekom Cloud: a typed client, sync and async.

`ModelArts` and `AsyncModelArts` are the clients, `otc_modelarts.models` holds what
they take and answer.
"""

from ._runtime import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AccessKey,
    Answer,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    InvalidRequest,
    NotFoundError,
    PaginationError,
    Password,
    PermissionDeniedError,
    RateLimitError,
    Token,
    UnprocessableEntityError,
    WaitFailedError,
    WaitTimeoutError,
    async_wait_until,
    wait_until,
    with_response,
)
from .client import AsyncModelArts, ModelArts

__all__ = [
    "AsyncModelArts",
    "ModelArts",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AccessKey",
    "Answer",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "InternalServerError",
    "InvalidRequest",
    "NotFoundError",
    "PaginationError",
    "Password",
    "PermissionDeniedError",
    "RateLimitError",
    "Token",
    "UnprocessableEntityError",
    "WaitFailedError",
    "WaitTimeoutError",
    "async_wait_until",
    "wait_until",
    "with_response",
]

__version__ = "0.2.0"
