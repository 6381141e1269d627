"""Words and values for JSON, and JSON text of a document as a value."""

from __future__ import annotations

import json
import re
from typing import NoReturn

from scraper.api.model import Scalar
from scraper.characters import UNSEEN
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Tree
from scraper.limits import DEEPEST_JSON
from scraper.text import Text

_UNSEEN = re.compile(f"[{UNSEEN}]")


def block(value: Tree) -> str:
    """The value as JSON: one key or item a line, two blanks a level, ending with a line break."""
    text = json.dumps(tree.native(value), indent=2, ensure_ascii=False, allow_nan=False)
    # Outside of strings JSON is printable, so that these can only stand inside one.
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def literal(scalar: Scalar) -> Text:
    """How a scalar is spelt on the wire, a string without its quotes: `true`, `15`, `1.5`, `all`."""
    return scalar if isinstance(scalar, Text) else Text(json.dumps(scalar))


def value(text: Text) -> Tree:
    """What JSON text says. Text that is no JSON, or that no other reader would take, stays text."""
    try:
        parsed: Tree = json.loads(text.plain, parse_constant=_refused)
        return text if _unfit(parsed, DEEPEST_JSON) else parsed
    except (ValueError, RecursionError):
        return text


def _refused(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def _unfit(parsed: Tree, levels: int) -> bool:
    """Whether a number is too large for a double, or the nesting too deep."""
    match parsed:
        case dict():
            return not levels or any(_unfit(v, levels - 1) for v in parsed.values())
        case list():
            return not levels or any(_unfit(v, levels - 1) for v in parsed)
        case float():
            return parsed in (float("inf"), float("-inf"))
        case _:
            return False
