"""Paths, queries and server addresses whose meaning values cannot change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any
from urllib.parse import quote

import httpx2

from .errors import ConfigurationError
from .types import is_array

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_SAFE_IN_TEMPLATES = "/:@!$&'()*+,;=-._~"
DOTS = frozenset({".", ".."})
"""Segments that servers and proxies resolve away, even if they are encoded."""


_HOST = re.compile(
    r"[A-Za-z0-9_][A-Za-z0-9_.-]*|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+(?:%[A-Za-z0-9_.-]+)?"
)
"""A name, of which other letters are encoded already (IDNA), or an IPv6 address."""
_LAST_PORT = 65535


def expand(template: str, values: Mapping[str, str]) -> str:
    """The path of a template, each value encoded so that it stays one segment.

    It begins with a slash: what stands before it, the server, is not changed by it.

    Raises:
        KeyError: A placeholder has no value.
        ValueError: A segment would be `.` or `..`; or something is no text.
    """
    pieces = _PLACEHOLDER.split(template)
    path = "".join(
        (
            quote(values[piece], safe="")
            if index % 2
            else quote(piece, safe=_SAFE_IN_TEMPLATES)
        )
        for index, piece in enumerate(pieces)
    )
    if any(segment in DOTS for segment in path.split("/")):
        raise ValueError("a part of the path must not be . or ..")
    return path if path.startswith("/") else f"/{path}"


def text(value: Any) -> str:
    """A value as the text that stands for it in a path, a query or a header."""
    if isinstance(value, Enum):
        return text(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if is_array(value):
        return ",".join(text(item) for item in value)
    return str(value)


def pairs(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """A query parameter: an array repeats the name, None is not sent."""
    for item in value if is_array(value) else [value]:
        if item is not None:
            yield name, text(item)


def server(address: object, *, name: str = "base_url") -> str:
    """The address of a server, checked, without a slash at the end of its path.

    `name` is what the caller knows it as.

    Raises:
        ConfigurationError: It is no address to which paths can be added.
    """
    if not isinstance(address, str):
        raise ConfigurationError(f"{name} must be a string such as https://host/path")
    try:
        url = httpx2.URL(address)
    except httpx2.InvalidURL:
        # What is wrong with it may quote a password.
        raise ConfigurationError(
            f"{name} is no address such as https://host/path"
        ) from None
    if url.userinfo:
        # It would be logged with every request.
        raise ConfigurationError(
            f"{name} must not have a user or a password; give auth=…"
        )
    if url.scheme not in ("http", "https") or not url.host:
        raise ConfigurationError(
            f"{name} must begin with http:// or https:// and a host"
        )
    has_host = _HOST.fullmatch(url.raw_host.decode("ascii"))
    if not has_host or not 0 < (url.port or 1) <= _LAST_PORT:
        raise ConfigurationError(f"{name} has a host or a port that cannot be")
    if url.query or url.fragment or "?" in address or "#" in address:
        raise ConfigurationError(f"{name} must not have a query or a fragment")
    return str(url).rstrip("/")


def joined(server: str, path: str) -> str:
    """A path on a server whose address may end with what the path begins with."""
    prefix = httpx2.URL(server).path.rstrip("/")
    if prefix and path.startswith(f"{prefix}/"):
        server = server.removesuffix(prefix)
    return server + path
