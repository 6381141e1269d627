"""Words for TOML."""

from __future__ import annotations

import re

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key

_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
)


def string(text: Key) -> str:
    """A basic string, quotes included, on one line."""
    inside = _ESCAPED.sub(lambda match: _escape(match[0]), tree.characters(text))
    return f'"{inside}"'


def _escape(character: str) -> str:
    return f"\\{character}" if character in '"\\' else f"\\u{ord(character):04x}"
