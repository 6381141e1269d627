"""The README's snippets: whole programs, around the documented example that shows most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import cast

from scraper.api.json_values import Json
from scraper.api.model import Api, Kind, Location, Operation, Primitive
from scraper.emit.proving.python import SNIPPET
from scraper.emit.python import client
from scraper.emit.python.arguments import BODY, arguments
from scraper.emit.python.expressions import Writer
from scraper.emit.python.groups import groups
from scraper.emit.python.layout import Layout
from scraper.emit.python.naming import MethodNames, method_names
from scraper.emit.python.printing import printed
from scraper.emit.sinks import json
from scraper.emit.sinks.python import literal, value_literal
from scraper.emit.sinks.tree import joined, native
from scraper.text import Text

LONGEST_CALL = 600
"""Characters of a call's arguments that a README shows without tiring its readers."""
PAGE = 50
"""Items that a page of a list has in a README, if it may have so many."""
_EXTRAS = (
    'extra_headers={"X-New-Header": "value"}',
    'extra_query={"new_parameter": 1}',
    'extra_body={"new_property": True}',
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Python programs; empty where the service has nothing to show."""

    call: str = ""
    credentials: str = ""
    errors: str = ""
    asynchronous: str = ""
    logging: str = ""
    limits: str = ""
    forgotten: str = ""
    whole_answer: str = ""
    lists: str = ""
    waits: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallView:
    """A call of an operation: Python expressions."""

    models: str
    """What is imported from the models; may be empty."""
    function: str
    arguments: str
    expression: str
    with_timeout: str
    with_extras: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageView:
    package: str
    client: str
    region: str
    """A string literal."""
    project_name: str
    """Likewise."""
    call: CallView | None = None
    """The one that shows most."""
    short: CallView | None = None
    """One with as few arguments as can be."""
    listing: CallView | None = None
    """One of an iterator."""
    waiting: CallView | None = None
    """One of a waiter."""


def usage(api: Api, layout: Layout) -> Usage:
    """The snippets; without a call where the documents have no operation that can be shown."""
    calls = [
        (operation, call)
        for operation in api.operations
        for call in _calls(operation, layout)
    ]
    region = next(iter(api.service.server.regions), Text("eu-de"))
    view = UsageView(
        package=api.service.package,
        client=api.service.client,
        region=literal(region),
        project_name=literal(joined(region, "_your project")),
    )
    if not calls:
        return _printed(view, ("call", "credentials"))
    shown, call = max(calls, key=lambda one: _telling(*one))
    names = _names(api)
    least = _least((shown, *api.operations), layout)
    short = next(iter(least), (shown, call))
    listing = _shortest(
        (names[one.id].iterator, _sized(one, call, layout))
        for one, call in least
        if one.pagination
    )
    waiting = _shortest(
        (names[one.id].waiter, call) for one, call in _waiting(api, layout)
    )
    view = replace(
        view,
        call=_view(names[shown.id].method, call),
        short=_view(names[short[0].id].method, short[1]),
        listing=listing,
        waiting=waiting,
    )
    hidden = {"lists": listing is None, "waits": waiting is None}
    return _printed(
        view, [one.name for one in fields(Usage) if not hidden.get(one.name)]
    )


def _sized(operation: Operation, call: Call, layout: Layout) -> Call:
    """The call with the size of a page: some services turn no pages without it."""
    pages = operation.pagination
    for one in arguments(operation, layout).in_signature:
        is_size = pages is not None and one.content.name == pages.size
        if is_size and not one.must_be_given and one.place != Location.PATH:
            most = one.content.bounds.maximum
            size = min(PAGE, int(most.value) if most else PAGE)
            in_text = one.content.type == Primitive(kind=Kind.STRING)
            written = value_literal(str(size) if in_text else size)
            return replace(
                call, arguments=(*call.arguments, f"{one.identifier}={written}")
            )
    return call


def _shortest(calls: Iterable[tuple[str, Call]]) -> CallView | None:
    views = (_view(function, call) for function, call in calls)
    return min(views, key=lambda one: len(one.expression), default=None)


def _printed(view: UsageView, names: Iterable[str]) -> Usage:
    return Usage(
        **{
            name: printed(
                f"usage/{name}", view, f"README.md, {name}", SNIPPET, view.package
            )
            for name in names
        }
    )


def _names(api: Api) -> Mapping[str, MethodNames]:
    """By an operation's id: how its methods are called on `client`."""
    return {
        id: MethodNames(
            method=f"client.{group.attribute}.{names.method}",
            iterator=f"client.{group.attribute}.{names.iterator}",
            waiter=f"client.{group.attribute}.{names.waiter}",
        )
        for group in groups(api, client.TAKEN)
        for id, names in method_names(group).items()
    }


def _least(
    operations: Iterable[Operation], layout: Layout
) -> list[tuple[Operation, Call]]:
    """Calls of operations in use with what must be given, and nothing else."""
    return [
        (one, call)
        for one in operations
        if not one.deprecated and (call := _call(one, {}, layout)) is not None
    ]


def _waiting(api: Api, layout: Layout) -> list[tuple[Operation, Call]]:
    """Operations that are waited for, with the calls that ask for their state."""
    polled = {one.id: call for one, call in _least(api.operations, layout)}
    return [
        (one, polled[one.waiter.poll])
        for one in api.operations
        if one.waiter is not None and one.waiter.poll in polled
    ]


def _view(function: str, call: Call) -> CallView:
    return CallView(
        models=", ".join(sorted(call.models)),
        function=function,
        arguments=", ".join(call.arguments),
        expression=_expression(function, call.arguments),
        with_timeout=_expression(
            function.replace("client", "patient", 1), (*call.arguments, "timeout=60")
        ),
        with_extras=_expression(function, (*call.arguments, *_EXTRAS)),
    )


def _expression(function: str, arguments: Sequence[str]) -> str:
    # With a comma at the end black gives each of several arguments a line.
    comma = "," if len(arguments) > 2 else ""
    return f"{function}({', '.join(arguments)}{comma})"


def _telling(operation: Operation, call: Call) -> tuple[bool, bool, int]:
    """Better calls are greater: of an operation in use, and the longest that fits a screen, else the shortest."""
    length = sum(len(one) for one in call.arguments)
    fits = length <= LONGEST_CALL
    return not operation.deprecated, fits, length if fits else -length


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    arguments: tuple[str, ...]
    """`name=value`, each a whole argument."""
    models: frozenset[str]


def _calls(operation: Operation, layout: Layout) -> list[Call]:
    """The operation's call with each example of its body that the documents contradict nowhere."""
    examples = operation.body.examples if operation.body else ()
    bodies = [cast("Json", native(json.value(one.value))) for one in examples] or [{}]
    calls = [_call(operation, one, layout) for one in bodies if isinstance(one, dict)]
    return [call for call in calls if call is not None]


def _call(
    operation: Operation, body: Mapping[str, Json], layout: Layout
) -> Call | None:
    """The call with the properties of a body and placeholders for what must be given besides."""
    taken = arguments(operation, layout)
    if taken.whole_body:
        return None
    writer = Writer(layout=layout, models=set())
    written: list[str] = []
    known = {one.content.name for one in taken.at(BODY)}
    given = {Text(key): value for key, value in body.items()}
    if not known >= given.keys():
        return None
    for argument in taken.in_signature:
        name = argument.content.name
        expression: str | None = None
        if argument.place == BODY and name in given:
            expression = writer.expression(given[name], argument.content.type)
        elif argument.must_be_given:
            expression = writer.placeholder(argument.content)
        else:
            continue
        if expression is None:
            return None
        written.append(f"{argument.identifier}={expression}")
    return Call(arguments=tuple(written), models=frozenset(writer.models))
