"""JSON pointers (RFC 6901) behind a `#`, as linters print them."""

from __future__ import annotations

from urllib.parse import quote

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key


def of(*keys: Key) -> str:
    """The place below the root that the keys lead to."""
    return below("#", *keys)


def below(start: str, *keys: Key) -> str:
    """The place below another one."""
    return "/".join([start, *map(_escaped, keys)])


def encoded(pointer: str) -> str:
    """The same as the fragment of a URI: what is no letter, digit or unreserved sign is percent-encoded."""
    return "#" + quote(pointer.removeprefix("#"), safe="/~!*'()")


def _escaped(key: Key) -> str:
    return tree.characters(key).replace("~", "~0").replace("/", "~1")
