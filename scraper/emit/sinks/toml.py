"""Words for TOML."""

from __future__ import annotations

import re

from scraper.characters import UNSEEN
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key

_ESCAPED = re.compile(rf'["\\\n{UNSEEN}]')


def string(text: Key) -> str:
    """A basic string, quotes included, on one line."""
    inside = _ESCAPED.sub(lambda match: _escape(match[0]), tree.characters(text))
    return f'"{inside}"'


def _escape(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
