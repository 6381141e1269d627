"""Secrets stay out of the lines that the HTTP libraries log."""

from __future__ import annotations

import logging
import re
from typing import Final

import httpx2

from .error_bodies import one_line
from .masking import MASK, is_secret, url_without_secrets

_HEADER: Final = re.compile(
    r"""\(b'(?P<name>[\w-]+)', b(?P<quote>['"])(?:(?!(?P=quote))[^\\]|\\.)*+(?P=quote)\)"""
)
_LOGGERS: Final = ("httpx2", "httpcore2.http11", "httpcore2.http2")


class _Masking(logging.Filter):
    """Masks the secrets of a line's addresses and headers; lets all lines pass."""

    masks_secrets = True
    """By which other packages of this kind know it."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(_shown(arg) for arg in record.args)
        if isinstance(record.msg, str):
            record.msg = _HEADER.sub(_masked, record.msg)
        return True


def _shown(arg: object) -> object:
    """An argument of a line: no secret, and nothing that a terminal would obey."""
    if isinstance(arg, httpx2.URL):
        return url_without_secrets(arg)
    return one_line(arg) if isinstance(arg, str) else arg


def _masked(header: re.Match[str]) -> str:
    name = header["name"]
    return f"(b'{name}', b'{MASK}')" if is_secret(name) else header[0]


def mask_logs() -> None:
    """Keep the secrets of headers and addresses out of what httpx2 and httpcore2 log.

    Called when credentials or a client are made, not by an import. At the level DEBUG
    these libraries log the headers of each answer: that of IAM has the token.
    They go by names: a server that quotes a secret in a header of another name, or in
    what is no HTTP, has it logged at that level.
    """
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        if not any(getattr(one, "masks_secrets", False) for one in logger.filters):
            logger.addFilter(_Masking())
