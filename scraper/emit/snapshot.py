"""model.json: the intermediate model as JSON that is easy to compare, one key a line."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Final, cast, get_args

from scraper.api.model import Api, Type
from scraper.emit.proving import values
from scraper.emit.sinks import json, lines, markdown
from scraper.emit.sinks.tree import Branch, Tree
from scraper.source import Source
from scraper.text import EMPTY, Prose, Text

FORMAT: Final = 1
GENERATOR: Final = "scraper"

_ALTERNATIVES: Final[tuple[type, ...]] = get_args(Type)
_EMPTY: Final[tuple[object, ...]] = (None, "", (), Text(""), EMPTY)


def snapshot(api: Api) -> str:
    """The Api as JSON text: keys in the order of the model's fields, what is empty or as usual left out.

    A source is `page#anchor row n`, prose is the lines of its Markdown, and a type is an object with the name of its
    alternative under `is`. `generator` tells a generated folder from any other.
    """
    marks: Branch = {"format": FORMAT, "generator": GENERATOR}
    members = marks | _members(api)
    text = json.block(members)
    values.of_json(text, "model.json", tuple(values.leaves(members)))
    return text


def _tree(value: object) -> Tree:
    match value:
        case Text() | str() | int() | float() | None:
            return value
        case Source():
            return lines.place(value)
        case Prose():
            return markdown.prose(value).split("\n")
        case tuple():
            return [_tree(item) for item in cast("tuple[object, ...]", value)]
        case _ if isinstance(value, _ALTERNATIVES):
            return {"is": type(value).__name__, **_members(value)}
        case _:
            return _members(value)


def _members(value: object) -> Branch:
    """The fields of any dataclass of the model; a field called `value` is kept even when it is empty."""
    if not is_dataclass(value):
        raise TypeError(f"the model holds a {type(value).__name__}")
    result: Branch = {}
    for field in fields(value):
        member: object = getattr(value, field.name)
        if field.name == "value" or (member not in _EMPTY and member != field.default):
            result[field.name] = _tree(member)
    return result
