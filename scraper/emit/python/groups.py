"""Tags in Python: attributes of a client, each a class with a method an operation."""

from __future__ import annotations

from collections.abc import Iterator
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
    """The tags in use; `taken` are the attributes that a client has besides."""
    wanted = [attribute_name(tag.name, taken) for tag in api.tags]
    attributes = distinct(wanted, [True] * len(wanted))
    return tuple(
        Group(
            tag=tag,
            attribute=attribute,
            module=attribute,
            name=name,
            operations=tuple(o for o in api.operations if o.tag == tag.name),
        )
        for tag, attribute, name in zip(
            api.tags, attributes, _class_names(api), strict=True
        )
    )


def attribute_name(tag: str, taken: frozenset[str]) -> str:
    """The client's attribute for a tag of this name, before others are looked at."""
    name = module_name(tag)
    return f"{name}_" if name in taken | DECORATORS else name


def _class_names(api: Api) -> Iterator[str]:
    """Each tag's own name, unless it or the one with Async means something else where the class is printed or used."""
    client = api.service.client
    taken = RESOURCE_NAMES | CLIENT_NAMES | {client, f"Async{client}"}
    for tag in api.tags:
        name = tag.name
        while not taken.isdisjoint({name, f"Async{name}"}):
            name = f"{name}_"
        taken |= {name, f"Async{name}"}
        yield name
