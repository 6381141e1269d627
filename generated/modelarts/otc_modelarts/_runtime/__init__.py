"""What every generated package shares: models, requests, answers, errors, clients."""

from .access_key import AccessKey
from .answers import Answer, with_response
from .async_client import AsyncClient
from .auth import Token
from .client import Client
from .enums import OpenIntEnum, OpenStrEnum
from .errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    InvalidRequest,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
    WaitFailedError,
    WaitTimeoutError,
)
from .models import UNSET, Model
from .options import DEFAULT_TIMEOUT
from .paging import ByMarker, ByOffset, ByPage, async_each_item, each_item
from .password import Password
from .request import Parameter, Request, Timeout
from .resource import AsyncResource, Resource
from .waiting import async_wait_until, wait_until

__all__ = [
    "DEFAULT_TIMEOUT",
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AccessKey",
    "Answer",
    "AsyncClient",
    "AsyncResource",
    "AuthenticationError",
    "BadRequestError",
    "ByMarker",
    "ByOffset",
    "ByPage",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "InternalServerError",
    "InvalidRequest",
    "Model",
    "NotFoundError",
    "OpenIntEnum",
    "OpenStrEnum",
    "PaginationError",
    "Parameter",
    "Password",
    "PermissionDeniedError",
    "RateLimitError",
    "Request",
    "Resource",
    "Timeout",
    "Token",
    "UnprocessableEntityError",
    "WaitFailedError",
    "WaitTimeoutError",
    "async_each_item",
    "async_wait_until",
    "each_item",
    "wait_until",
    "with_response",
]
