"""Views of the modules of resources: one class a tag, one method an operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.api.model import Location, Operation, Ref, Type, Union
from scraper.emit.python.annotations import NONE, Annotations, from_models
from scraper.emit.python.arguments import (
    BODY,
    Argument,
    Arguments,
    arguments,
    flat_body,
)
from scraper.emit.python.documentation import method_docstring, resource_docstring
from scraper.emit.python.flavours import PLAIN, Flavour
from scraper.emit.python.former import FormerView, Present, former_methods
from scraper.emit.python.groups import Group
from scraper.emit.python.identifiers import method_identifier
from scraper.emit.python.iterators import IteratorView, iterator
from scraper.emit.python.layout import Layout
from scraper.emit.python.models import limits
from scraper.emit.python.naming import (
    MethodNames,
    iterator_name,
    method_names,
    waiter_name,
)
from scraper.emit.python.signatures import (
    IGNORED,
    ArgumentView,
    answer_of,
    signature,
)
from scraper.emit.python.symbols import Import, ImportBlock, Symbol, block
from scraper.emit.python.waiters import WaiterView, waiter
from scraper.emit.sinks.python import literal
from scraper.names import Named
from scraper.text import Text

_RUNTIME = ".._runtime"
JSON = Text("application/json")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterView:
    """What is sent in the path, the query or a header: `Parameter("limit", limit, int, ge=1)`."""

    expression: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A property of the body."""

    name: str
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    name: str
    deprecated: str
    """A string literal: what the warning says; empty for an operation in use."""
    arguments: tuple[ArgumentView, ...]
    docstring: str
    method: str
    path: str
    in_path: tuple[ParameterView, ...]
    in_query: tuple[ParameterView, ...]
    in_headers: tuple[ParameterView, ...]
    has_body: bool
    whole_body: bool
    body: tuple[EntryView, ...]
    body_type: str
    body_required: bool
    media_type: str
    """A string literal; empty for JSON, which is the usual one."""
    answer: str
    """What the call returns, as an annotation and at run time."""
    answer_is_union: bool
    """A union is no class, by which type checkers could know the answer: the answer gets an annotation."""
    ignored: str
    """A comment where another method calls it: that it is deprecated has been told already."""
    iterator: IteratorView | None = None
    """What gives the items of all pages."""
    waiter: WaiterView | None = None
    """What waits for the end of what the operation starts."""
    former: tuple[FormerView, ...] = ()
    """These three under former names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    docstring: str
    imports: ImportBlock
    name: str
    base: str
    class_docstring: str
    prefix: str
    wait: str
    methods: tuple[MethodView, ...]


def resource(
    group: Group,
    layout: Layout,
    flavour: Flavour = PLAIN,
    groups: Sequence[Group] = (),
) -> ResourceView:
    """The module of one group in one flavour; `groups` are all of them, where methods wait for those of other groups."""
    annotations = Annotations(layout=layout, named=from_models)
    base = f"{flavour.mark}Resource"
    imports = {Import(module=_RUNTIME, name=n) for n in (base, "Request", "Timeout")}
    imports |= {
        Import(module="collections.abc", name="Mapping"),
        Import(module="typing", name="Any"),
    }
    methods: list[MethodView] = []
    names = method_names(group)
    for operation in group.operations:
        own = names[operation.id]
        method, needed = _method(own, operation, annotations)
        paged, of_paged = iterator(own, operation, annotations, flavour)
        waiting, of_waiting = waiter(
            own, operation, groups or (group,), annotations, flavour
        )
        methods.append(replace(method, iterator=paged, waiter=waiting))
        imports |= needed | of_paged | of_waiting
    former = former_methods(
        {
            operation.id: tuple(_presents(one, flavour))
            for operation, one in zip(group.operations, methods, strict=True)
        },
        layout.former.get(Named.OPERATION, {}),
    )
    if any(one.in_path or one.in_query or one.in_headers for one in methods):
        imports.add(Import(module=_RUNTIME, name="Parameter"))
    if any(one.deprecated for one in methods) or any(former.values()):
        imports.add(Import(module="typing_extensions", name="deprecated"))
    return ResourceView(
        docstring=resource_docstring(group.tag, 0),
        imports=block(imports),
        name=f"{flavour.mark}{group.name}",
        base=base,
        class_docstring=resource_docstring(group.tag, 4),
        prefix=flavour.prefix,
        wait=flavour.wait,
        methods=tuple(
            replace(one, former=former[operation.id])
            for operation, one in zip(group.operations, methods, strict=True)
        ),
    )


def _presents(method: MethodView, flavour: Flavour) -> Iterator[Present]:
    """A method and those beside it, for those who know them by other names."""
    arguments = method.arguments
    yield Present(
        called=method_identifier,
        name=method.name,
        arguments=arguments,
        answer=method.answer,
        flavour=flavour,
        ignored=method.ignored,
    )
    if method.iterator is not None:
        yield Present(
            called=lambda old: iterator_name(method_identifier(old)),
            name=method.iterator.name,
            arguments=arguments,
            answer=method.iterator.answer,
            flavour=PLAIN,
            ignored=method.ignored,
        )
    if method.waiter is not None:
        yield Present(
            called=lambda old: waiter_name(method_identifier(old)),
            name=method.waiter.name,
            arguments=method.waiter.arguments,
            answer=method.waiter.answer,
            flavour=flavour,
        )


def _method(
    names: MethodNames, operation: Operation, annotations: Annotations
) -> tuple[MethodView, set[Import]]:
    taken = arguments(operation, annotations.layout)
    views, imports = signature(operation, taken, annotations)
    answer = answer_of(operation, annotations)
    imports |= answer.imports
    body_type = _body_type(operation, annotations)
    imports |= body_type.imports
    parameters = _parameters(taken, annotations)
    return (
        MethodView(
            name=names.method,
            deprecated=(
                literal(Text("The documents call this operation discarded."))
                if operation.deprecated
                else ""
            ),
            arguments=views,
            docstring=method_docstring(
                operation, taken, annotations.layout, answer.expression
            ),
            method=literal(Text(operation.method)),
            path=literal(operation.path),
            in_path=parameters[Location.PATH],
            in_query=parameters[Location.QUERY],
            in_headers=parameters[Location.HEADER],
            has_body=operation.body is not None,
            whole_body=taken.whole_body,
            body=tuple(
                EntryView(name=literal(one.content.name), identifier=one.identifier)
                for one in taken.at(BODY)
            ),
            body_type=body_type.expression,
            body_required=taken.whole_body
            and operation.body is not None
            and operation.body.required,
            media_type=_media_type(operation),
            answer=answer.expression,
            answer_is_union=_is_union(operation, annotations),
            ignored=IGNORED if operation.deprecated else "",
        ),
        imports,
    )


def _is_union(operation: Operation, annotations: Annotations) -> bool:
    """Whether the answer is one of several types; so is an enumeration's value, which may be another."""
    response = operation.answer
    match response.type if response else None:
        case Union():
            return True
        case Ref(name=name):
            return name in annotations.layout.enumerations
        case _:
            return False


def _media_type(operation: Operation) -> str:
    if operation.body is None or operation.body.media_type == JSON:
        return ""
    return literal(operation.body.media_type)


def _body_type(operation: Operation, annotations: Annotations) -> Symbol:
    schema = flat_body(operation, annotations.layout)
    if schema is not None:
        return annotations.class_of(schema)
    type: Type | None = operation.body.type if operation.body else None
    return annotations.attribute(type) if type is not None else NONE


def _parameters(
    taken: Arguments, annotations: Annotations
) -> dict[Location, tuple[ParameterView, ...]]:
    return {
        location: tuple(
            _parameter(one, annotations.attribute(one.content.type))
            for one in taken.at(location.value)
        )
        for location in Location
    }


def _parameter(argument: Argument, symbol: Symbol) -> ParameterView:
    parts = [literal(argument.content.name), argument.identifier, symbol.expression]
    if Text(argument.identifier) != argument.content.name:
        parts.append(f"argument={literal(Text(argument.identifier))}")
    if argument.must_be_given and argument.place != Location.PATH:
        parts.append("required=True")
    parts.extend(limits(argument.content))
    return ParameterView(expression=f"Parameter({', '.join(parts)})")
