"""Tags in Python: attributes of a client, each a class with a method an operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.api.model import Api, Operation, Tag
from scraper.emit.python.identifiers import distinct, module_name
from scraper.emit.python.reserved import CLIENT_NAMES, DECORATORS, RESOURCE_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A tag in Python: the client's attribute, its module and its class."""

    tag: Tag
    attribute: str
    module: str
    name: str
    operations: tuple[Operation, ...]


def groups(api: Api, taken: frozenset[str]) -> tuple[Group, ...]:
    """The tags in use, in their order; `taken` are the attributes that a client has besides.

    Of two that want one identifier the first by name has it, so that the order of the chapters decides no name.
    """
    named = sorted(tag.name for tag in api.tags)
    attributes = dict(zip(named, _attributes(named, taken), strict=True))
    classes = dict(zip(named, _class_names(named, api.service.client), strict=True))
    of_tag: dict[str, list[Operation]] = defaultdict(list)
    for operation in api.operations:
        of_tag[operation.tag].append(operation)
    return tuple(
        Group(
            tag=tag,
            attribute=attributes[tag.name],
            module=attributes[tag.name],
            name=classes[tag.name],
            operations=tuple(of_tag[tag.name]),
        )
        for tag in api.tags
    )


def attribute_name(tag: str, taken: frozenset[str]) -> str:
    """The client's attribute for a tag of this name, before others are looked at."""
    name = module_name(tag)
    return f"{name}_" if name in taken | DECORATORS else name


def _attributes(tags: Sequence[str], taken: frozenset[str]) -> tuple[str, ...]:
    wanted = [attribute_name(tag, taken) for tag in tags]
    return distinct(wanted, [True] * len(wanted))


def _class_names(tags: Sequence[str], client: str) -> Iterator[str]:
    """Each tag's own name, unless it or the one with Async means something else where the class is printed or used."""
    taken = {*RESOURCE_NAMES, *CLIENT_NAMES, client, f"Async{client}"}
    for name in tags:
        while not taken.isdisjoint({name, f"Async{name}"}):
            name = f"{name}_"
        taken |= {name, f"Async{name}"}
        yield name
