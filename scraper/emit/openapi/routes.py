"""Operations under their paths, as OpenAPI wants them.

Paths that differ only in the names of their variables are one path, with the names of the first; a method stands once
under a path; an operation under an older path is an operation of its own, named with that path's version.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from scraper.api.model import (
    Api,
    Kind,
    Location,
    Operation,
    Parameter,
    Primitive,
    Property,
)
from scraper.emit.openapi.merging import merged
from scraper.emit.sinks import keys, path_template
from scraper.text import Text

_VERSION = re.compile(r"V\d+(?:_\d+)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathOperation:
    operation: Operation
    merged: tuple[Operation, ...] = ()
    """The operations of the reference that it stands for, where these are several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathItem:
    path: Text
    operations: tuple[PathOperation, ...]
    """One per method; their path parameters are the variables of `path`."""


def path_items(api: Api) -> tuple[PathItem, ...]:
    """Every path once, in the order of the tags and of the ids in each; older paths stand at the end."""
    order = {tag.name: number for number, tag in enumerate(api.tags)}
    operations = sorted(api.operations, key=lambda one: order.get(one.tag, len(order)))
    found = [*operations, *_older(operations)]
    by_shape: dict[Text, list[Operation]] = {}
    for operation in found:
        shape = path_template.shape(path_template.portable(operation.path))
        by_shape.setdefault(shape, []).append(operation)
    taken = {operation.id for operation in found}
    return tuple(_path_item(operations, taken) for operations in by_shape.values())


def _older(operations: Sequence[Operation]) -> Iterable[Operation]:
    """The operations under their older paths, with ids that no other operation has."""
    pairs = [(each, line) for each in operations for line in each.older_paths]
    wanted = [_with_version(each.id, line.path) for each, line in pairs]
    ids = keys.distinct([*(each.id for each in operations), *wanted])
    for (each, line), id_ in zip(pairs, ids[len(operations) :], strict=True):
        yield replace(each, id=id_, method=line.method, path=line.path, older_paths=())


def _with_version(id_: str, path: Text) -> str:
    """`ShowServer` under /v2.1/… is `ShowServerV2_1`, and `ShowServerV2_1` under /v2/… is `ShowServerV2`."""
    version = path_template.version(path)
    plain = _VERSION.sub("", id_) or id_
    return f"{plain}V{version.replace('.', '_')}" if version else f"{plain}Older"


def _path_item(operations: Sequence[Operation], taken: set[str]) -> PathItem:
    """The operations under one path; an id that is given here is taken from then on."""
    path = path_template.portable(operations[0].path)
    by_method: dict[str, list[Operation]] = {}
    for operation in operations:
        parameters = tuple(_parameters(operation, path))
        fitted = replace(operation, path=path, parameters=parameters)
        by_method.setdefault(operation.method.lower(), []).append(fitted)
    made: list[PathOperation] = []
    for same in by_method.values():
        one = merged(same, taken)
        several = tuple(same) if len(same) > 1 else ()
        made.append(PathOperation(operation=one, merged=several))
        taken.add(one.id)
    return PathItem(path=path, operations=tuple(made))


def _parameters(operation: Operation, path: Text) -> Iterable[Parameter]:
    """The parameters as the path needs them: each variable once and required, under the name that it has there."""
    declared = {p.property.name: p for p in _located(operation, inside_path=True)}
    here = path_template.variables(path)
    own = path_template.variables(operation.path)
    for name, own_name in zip(here, own, strict=True):
        known = declared.get(own_name) or _undeclared(own_name, operation)
        yield replace(known, property=replace(known.property, name=name, required=True))
    yield from _located(operation, inside_path=False)


def _located(operation: Operation, *, inside_path: bool) -> tuple[Parameter, ...]:
    """The parameters inside or outside of the path, each (location, name) once."""
    found: dict[object, Parameter] = {}
    for parameter in operation.parameters:
        if (parameter.location is Location.PATH) is inside_path:
            found.setdefault((parameter.location, parameter.property.name), parameter)
    return tuple(found.values())


def _undeclared(name: Text, operation: Operation) -> Parameter:
    """A variable of the path that no row describes: a string."""
    return Parameter(
        location=Location.PATH,
        property=Property(
            name=name,
            type=Primitive(kind=Kind.STRING),
            required=True,
            source=operation.source,
        ),
    )
