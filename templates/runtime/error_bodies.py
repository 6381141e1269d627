"""The bodies of error answers: JSON of several shapes, HTML pages, plain text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import httpx2

_CODES = ("error_code", "errorCode", "errCode", "code", "type")
_MESSAGES = (
    "error_msg",
    "error_message",
    "errorMsg",
    "errorMessage",
    "error_description",
    "message",
    "msg",
    "detail",
    "title",
)
_REQUEST_IDS = ("request_id", "requestId", "requestid", "RequestId")
_HEADERS = ("X-request-id", "x-openstack-request-id", "X-compute-request-id")
_LONGEST = 500
"""Characters of a message or page that an error's text shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBody:
    """What an answer says of an error."""

    body: Any
    code: str | None = None
    message: str | None = None
    request_id: str | None = None


def read_error(response: httpx2.Response) -> ErrorBody:
    """What the answer says, whatever its form."""
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        text = response.text
        return ErrorBody(
            body=text, message=_page(text), request_id=_request_id(response, [])
        )
    layers = list(_layers(body))
    code = _first(layers, _CODES)
    if code is None and len(layers) > 1:
        code = next(iter(layers[0]))  # {"itemNotFound": {"message": …}}
    return ErrorBody(
        body=body,
        code=code,
        message=_first(layers, _MESSAGES) or _bare(body),
        request_id=_request_id(response, layers),
    )


def is_failure(body: Any) -> bool:
    """Whether a body says that the operation failed, though the status says it did not."""
    if not isinstance(body, dict):
        return False
    return cast("dict[str, Any]", body).get("is_success") is False


def request_id(response: httpx2.Response) -> str | None:
    """The request id that the answer's headers give."""
    return _request_id(response, [])


def one_line(text: str) -> str:
    """The text as one line of bounded length, without control characters."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    line = " ".join(printable.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _layers(body: Any) -> Iterator[dict[str, Any]]:
    """The objects that may say something: the body, and what is inside of its envelope."""
    for _ in range(3):
        if isinstance(body, list):
            body = next(iter(cast("list[Any]", body)), None)
        if not isinstance(body, dict) or not body:
            return
        layer = cast("dict[str, Any]", body)
        yield layer
        single = next(iter(layer.values())) if len(layer) == 1 else None
        body = layer.get("error", layer.get("errors", single))


def _first(layers: list[dict[str, Any]], names: tuple[str, ...]) -> str | None:
    for layer in layers:
        for name in names:
            value = layer.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool):
                if text := one_line(str(value)):
                    return text
    return None


def _bare(body: Any) -> str | None:
    """The message of bodies such as "text", {"error": "text"} and {"badRequest": "text"}."""
    if isinstance(body, Mapping):
        members = cast("Mapping[str, Any]", body)
        single = next(iter(members.values())) if len(members) == 1 else None
        body = members.get("error", single)
    return one_line(body) or None if isinstance(body, str) else None


def _request_id(response: httpx2.Response, layers: list[dict[str, Any]]) -> str | None:
    for name in _HEADERS:
        if value := one_line(response.headers.get(name, "")):
            return value
    return _first(layers, _REQUEST_IDS)


def _page(text: str) -> str | None:
    """The words of a page: its title if it has one; the text itself if it is no HTML."""
    if re.search(r"<\s*(?:!doctype|html|head|body|title|h1)\b", text, re.IGNORECASE):
        title = re.search(r"<title\b[^>]*>([^<]*)", text, re.IGNORECASE)
        if title is not None and title[1].strip():
            return one_line(html.unescape(title[1]))
        text = re.sub(r"(?is)<(script|style)\b.*?</\1\s*>", " ", text)
        text = html.unescape(re.sub(r"<[^>]*>", " ", text))
    return one_line(text) or None
