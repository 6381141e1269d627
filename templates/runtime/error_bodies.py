"""The bodies of error answers: JSON of several shapes, HTML pages, plain text."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from .types import is_array, is_object

_CODES = ("error_code", "errorCode", "errCode", "code", "faultcode", "type")
_MESSAGES = (
    "error_msg",
    "error_message",
    "errorMsg",
    "errorMessage",
    "errMsg",
    "faultstring",
    "error_description",
    "message",
    "msg",
    "reason",
    "detail",
    "title",
)
_REQUEST_IDS = ("request_id", "requestId", "requestid", "RequestId")
_HEADERS = ("X-request-id", "x-openstack-request-id", "X-compute-request-id")
_NO_MESSAGES = frozenset({*_CODES, *_REQUEST_IDS})
_NAMELESS = frozenset({"error", "errors", "fault", *_MESSAGES, *_NO_MESSAGES})
_MARKUP = re.compile(r"\s*<[?!/A-Za-z]")
_PAGE = re.compile(r"<\s*(?:!doctype html|html|head|body|title|h1)\b", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)(?:\s[^<>]*)?>([^<]+)</")
_READ = 20_000
"""Characters of a page or XML that are looked at."""
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
        body = _json(response)
    except (ValueError, RecursionError):
        text = response.text
        layers = _elements(text[:_READ])
        return ErrorBody(
            body=text,
            code=_first(layers, _CODES),
            message=_first(layers, _MESSAGES) or _words(text[:_READ]),
            request_id=_request_id(response, layers),
        )
    layers = list(_layers(body))
    code = _first(layers, _CODES)
    if code in (None, str(response.status_code)):
        # {"itemNotFound": {"code": 404}}: the name says more than the status.
        code = _envelope(body) or code
    return ErrorBody(
        body=body,
        code=code,
        message=_first(layers, _MESSAGES) or _bare(body),
        request_id=_request_id(response, layers),
    )


def is_failure(body: Any) -> bool:
    """Whether a body says that the operation failed, whatever the status says."""
    return is_object(body) and body.get("is_success") is False


def request_id(response: httpx2.Response) -> str | None:
    """The request id that the answer's headers give."""
    return _request_id(response, [])


def one_line(text: str) -> str:
    """The text as one line of bounded length, without control characters."""
    printable = "".join(char if char.isprintable() else " " for char in text)
    line = " ".join(printable.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _layers(body: Any) -> Iterator[Mapping[Any, Any]]:
    """The objects that may say something: the body, and what its envelope holds."""
    for _ in range(3):
        if is_array(body):
            body = next(iter(body), None)
        if not is_object(body) or not body:
            return
        # Some gateways begin names with a capital: {"Error": {"Code": …}}.
        body = {_uncapitalized(name): member for name, member in body.items()}
        yield body
        body = body.get("error", body.get("errors", _single(body)))


def _uncapitalized(name: Any) -> Any:
    return name[:1].lower() + name[1:] if isinstance(name, str) else name


def _first(layers: list[Mapping[Any, Any]], names: tuple[str, ...]) -> str | None:
    values = [layer.get(name) for layer in layers for name in names]
    texts = [one_line(str(value)) for value in values if type(value) in (str, int)]
    return next(filter(None, texts), None)


def _envelope(body: Any) -> str | None:
    """The name in bodies such as {"itemNotFound": {"message": …}}."""
    if is_object(body) and _single(body) is not None:
        name = next(iter(body))
        return None if _uncapitalized(name) in _NAMELESS else one_line(name)
    return None


def _single(members: Mapping[Any, Any]) -> Any:
    """The value of an object's only member."""
    return next(iter(members.values())) if len(members) == 1 else None


def _bare(body: Any) -> str | None:
    """The message of bodies like "text", {"error": "text"}, {"badRequest": "text"}."""
    if is_object(body):
        single = _single(body) if _NO_MESSAGES.isdisjoint(body) else None
        body = body.get("error", single)
    return one_line(body) or None if isinstance(body, str) else None


def _request_id(
    response: httpx2.Response, layers: list[Mapping[Any, Any]]
) -> str | None:
    for name in _HEADERS:
        if value := one_line(response.headers.get(name, "")):
            return value
    return _first(layers, _REQUEST_IDS)


def _json(response: httpx2.Response) -> Any:
    """The body as JSON data, also if it is no UTF-8, or not quite."""
    try:
        return json.loads(response.content)
    except UnicodeDecodeError:
        return json.loads(response.text)


def _elements(text: str) -> list[Mapping[Any, Any]]:
    """The elements of XML that hold text, by their names as JSON would have them."""
    if not _MARKUP.match(text) or _PAGE.search(text):
        return []
    found = (one.groups() for one in _ELEMENT.finditer(text))
    return [{_uncapitalized(name): html.unescape(told) for name, told in found}]


def _words(text: str) -> str | None:
    """The words of a page, its title if it has one; those of XML; other text as it is."""
    is_page = _PAGE.search(text)
    title = _TITLE.search(text) if is_page else None
    if title is not None and title[1].strip():
        return one_line(html.unescape(title[1]))
    if is_page or _MARKUP.match(text):
        text = re.sub(r"(?is)<(script|style)\b.*?(?:</\1\s*>|\Z)", " ", text)
        text = html.unescape(re.sub(r"<[^<>]*>", " ", text))
    return one_line(text) or None
