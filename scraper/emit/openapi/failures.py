"""What the clouds answer when a request fails, where no page says it.

The forms are those that the generated client reads too (see its `error_bodies`): they differ between services, and
between what stands before a service and the service itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from scraper.emit.sinks.tree import Branch

ANY: Final = "ErrorResponse"
"""One of all forms."""
_CODE: Final = "ErrorCode"
_OBJECT: Final = "ErrorObject"
_MESSAGE: Final = "ErrorMessage"
_FAULT: Final = "Fault"
NAMES: Final = (ANY, _CODE, _OBJECT, _MESSAGE, _FAULT)

RESPONSE: Final = "Error"
"""The shared response."""
RANGES: Final = ("4XX", "5XX")
"""The statuses that it stands for."""

Address: TypeAlias = Callable[[str], str]
"""Name of a schema here → address of its component."""


def response(address: Address) -> Branch:
    schema: Branch = {"$ref": address(ANY)}
    return {
        "description": "The request failed.",
        "content": {"application/json": {"schema": schema}},
    }


def schemas(address: Address) -> dict[str, Branch]:
    """Every form by its name."""
    code: Branch = {"anyOf": [{"type": "string"}, {"type": "integer"}]}
    message: Branch = {"type": "string", "description": "What went wrong."}
    return {
        ANY: {
            "description": (
                "What the service answers when a request fails. What stands before it may answer with a text or a page instead."
            ),
            "anyOf": [{"$ref": address(name)} for name in NAMES if name != ANY],
        },
        _CODE: {
            "type": "object",
            "description": (
                "The usual form. Some services answer so with status 200 too, and with `is_success` false."
            ),
            "required": ["error_code"],
            "properties": {
                "error_code": {
                    "type": "string",
                    "description": "What kind of error it is.",
                },
                "error_msg": message,
                "error_message": message,
                "is_success": {"type": "boolean"},
            },
        },
        _OBJECT: {
            "type": "object",
            "description": "A code and a message in an object of their own.",
            "required": ["error"],
            "properties": {"error": {"$ref": address(_MESSAGE)}},
        },
        _MESSAGE: {
            "type": "object",
            "description": "What went wrong, mostly with a code.",
            "required": ["message"],
            "properties": {
                "code": {"description": "What kind of error it is.", **code},
                "message": message,
                "details": {
                    "type": "array",
                    "description": "The same for each part of the request.",
                    "items": {"$ref": address(_MESSAGE)},
                },
            },
        },
        _FAULT: {
            "type": "object",
            "description": "A code and a message under the kind of error, such as `badRequest` or `itemNotFound`.",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": {"$ref": address(_MESSAGE)},
        },
    }
