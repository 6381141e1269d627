"""Addresses in prose and beside it: only the characters that RFC 3986 allows, and no scheme but http and https."""

from __future__ import annotations

import re
from typing import Final

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key

_WEB: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#].*)?", re.I | re.S)
# Parentheses and quotes would end the address in CommonMark, and `*/` the comment that a generator puts it into; a percent
# sign stands for what it encodes already.
_NO_ADDRESS = re.compile(r"[^A-Za-z0-9/:@!$&+,;=._~?#%-]")
_NO_PART = re.compile(r"[^A-Za-z0-9._~-]")


def elsewhere(address: Key) -> str:
    """A whole address of the web; empty for any other (`mailto:`, `javascript:`, words)."""
    plain = tree.characters(address).strip()
    return _NO_ADDRESS.sub(_encoded, plain) if _WEB.fullmatch(plain) else ""


def below(base: Key, page: Key, anchor: Key) -> str:
    """The address of a page, and of a place on it, below another address; empty where there is no such address."""
    start = elsewhere(base)
    place = f"#{_part(anchor)}" if tree.characters(anchor) else ""
    return f"{start}{_part(page)}{place}" if start else ""


def operation(tag: str, id_: str) -> str:
    """The address of an operation in the document that it stands in, as Redoc and its kin make it."""
    return f"#tag/{_part(tag)}/operation/{_part(id_)}"


def _part(text: Key) -> str:
    return _NO_PART.sub(_encoded, tree.characters(text))


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
