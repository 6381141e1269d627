"""YAML, TOML and JSON read back: the same values in the same order, and nothing besides but the words of the template."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, cast

import yaml

from scraper.emit.proving.failure import UnprovedError
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Tree

Leaf: TypeAlias = str | int | float | bool | None


# The same nodes from either; the fast one is missing where PyYAML was built without the C library.
_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
_TAG: Final = "tag:yaml.org,2002:"


def leaves(value: Tree) -> Iterator[Leaf]:
    """Every key and scalar of a tree in the order in which it is printed."""
    return _leaves(tree.native(value))


def of_yaml(text: str, file: str, printed: Sequence[Leaf], fixed: str) -> None:
    """Raises UnprovedError unless a YAML file holds what was printed into it.

    Args:
        text: The file.
        file: Its name, for the error.
        printed: What was printed, in its order.
        fixed: The words of the template: what else may stand in the file.
    """
    try:
        read = yaml.compose(text, Loader=_LOADER)
        _compare(_leaves_of_yaml(read), file, printed, fixed)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise UnprovedError(file, f"no YAML ({_first_line(error)})") from None


def of_toml(text: str, file: str, printed: Sequence[Leaf], fixed: str) -> None:
    """As `of_yaml`, for TOML."""
    try:
        read = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnprovedError(file, f"no TOML ({_first_line(error)})") from None
    _compare(_leaves(read), file, printed, fixed)


def of_json(text: str, file: str, printed: Sequence[Leaf]) -> None:
    """As `of_yaml`, for JSON, which no template prints."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnprovedError(file, f"no JSON ({_first_line(error)})") from None
    _compare(_leaves(read), file, printed, "")


def _compare(
    read: Iterator[Leaf], file: str, printed: Sequence[Leaf], fixed: str
) -> None:
    """Each leaf is the next of those that were printed, or one of the template's own.

    Where both hold it does not matter which is meant: they are equal.
    """
    due = 0
    for leaf in read:
        if due < len(printed) and _same(leaf, printed[due]):
            due += 1
        elif not fixed or _word(leaf) not in fixed:
            raise UnprovedError(file, f"{_shown(leaf)} was not put in there")
    if due < len(printed):
        raise UnprovedError(file, f"{_shown(printed[due])} got lost")


def _leaves(value: object) -> Iterator[Leaf]:
    match value:
        case Mapping():
            for key, member in cast("Mapping[Leaf, object]", value).items():
                yield key
                yield from _leaves(member)
        case list():
            for item in cast("list[object]", value):
                yield from _leaves(item)
        case _:
            yield cast("Leaf", value)


def _leaves_of_yaml(node: yaml.Node | None) -> Iterator[Leaf]:
    """The same of nodes; raises ValueError where a key is there twice, or a scalar of no kind of ours."""
    match node:
        case yaml.MappingNode(value=members):
            if len({key.value for key, _ in members}) < len(members):
                raise ValueError("a key is there twice")
            for key, member in members:
                yield from _leaves_of_yaml(key)
                yield from _leaves_of_yaml(member)
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from _leaves_of_yaml(item)
        case yaml.ScalarNode(tag=tag, value=str(value)):
            yield _scalar(tag.removeprefix(_TAG), value)
        case _:
            raise ValueError("there is nothing")


def _scalar(kind: str, value: str) -> Leaf:
    match kind:
        case "str":
            return value
        case "int":
            return int(value)
        case "float":
            return float(value)
        case "bool":
            return value == "true"
        case "null":
            return None
        case _:
            raise ValueError(f"a value of the kind {kind}")


def _same(one: Leaf, other: Leaf) -> bool:
    return type(one) is type(other) and one == other


def _word(leaf: Leaf) -> str:
    """How a template spells a leaf of its own."""
    return leaf if isinstance(leaf, str) else json.dumps(leaf, default=str)


def _shown(leaf: Leaf) -> str:
    return ascii(leaf)[:60]


def _first_line(error: Exception) -> str:
    return ascii(str(error))[1:61]
