"""Views of waiters: beside the method that starts something, one that waits for its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.api.model import Operation, Scalar, Waiter
from scraper.emit.python.annotations import Annotations
from scraper.emit.python.arguments import Arguments, arguments
from scraper.emit.python.documentation import waiter_docstring
from scraper.emit.python.flavours import Flavour
from scraper.emit.python.groups import Group
from scraper.emit.python.naming import MethodNames, method_names
from scraper.emit.python.paths import way
from scraper.emit.python.reserved import WAIT_ARGUMENTS
from scraper.emit.python.signatures import (
    IGNORED,
    ArgumentView,
    PassedView,
    answer_of,
    signature,
    whole,
)
from scraper.emit.python.symbols import Import
from scraper.emit.sinks.python import literal

_RUNTIME = ".._runtime"
_SECONDS = "float | None"
_TIMEOUT, _DELAY = WAIT_ARGUMENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiterView:
    name: str
    docstring: str
    arguments: tuple[ArgumentView, ...]
    answer: str
    imported: str
    """What the method imports: the class of another group; empty for its own."""
    owner: str
    """What has the method that is called again and again: `Jobs(self._client)`."""
    method: str
    passed: tuple[PassedView, ...]
    ignored: str
    helper: str
    options: tuple[str, ...]
    """The keywords of the helper: `success=("SUCCESS",)`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """The operation that is asked again and again, and where its method is."""

    operation: Operation
    group: Group
    method: str


def waiter(
    names: MethodNames,
    operation: Operation,
    groups: Sequence[Group],
    annotations: Annotations,
    flavour: Flavour,
) -> tuple[WaiterView | None, set[Import]]:
    """The waiter beside an operation's method; None where nothing is waited for."""
    declared = operation.waiter
    if declared is None:
        return None, set()
    polled = _polled(declared.poll, groups)
    taken = arguments(polled.operation, annotations.layout)
    told, needed = signature(polled.operation, taken, annotations)
    answer = answer_of(polled.operation, annotations)
    helper = f"{flavour.helper}wait_until"
    imported, owner = _owner(polled, operation, taken, flavour)
    view = WaiterView(
        name=names.waiter,
        docstring=waiter_docstring(
            operation, names.method, polled.method, answer.expression
        ),
        arguments=(*told, _seconds(_TIMEOUT), _seconds(_DELAY)),
        answer=answer.expression,
        imported=imported,
        owner=owner,
        method=polled.method,
        passed=tuple(
            PassedView(identifier=name, expression=name) for name in whole(taken)
        ),
        ignored=IGNORED if polled.operation.deprecated else "",
        helper=helper,
        options=tuple(_options(declared, polled.operation, annotations)),
    )
    return view, {
        *needed,
        *answer.imports,
        Import(module=_RUNTIME, name=helper),
    }


def _polled(id: str, groups: Sequence[Group]) -> Polled:
    group, operation = next(
        (group, one) for group in groups for one in group.operations if one.id == id
    )
    method = method_names(group)[id].method
    return Polled(operation=operation, group=group, method=method)


def _owner(
    polled: Polled, operation: Operation, taken: Arguments, flavour: Flavour
) -> tuple[str, str]:
    """What is imported, and what then has the method; no argument is hidden by it."""
    if polled.group.tag.name == operation.tag:
        return "", "self"
    name = own = f"{flavour.mark}{polled.group.name}"
    while name in whole(taken):
        name = f"{name}_"
    named = "" if name == own else f" as {name}"
    line = f"from .{polled.group.module} import {own}{named}"
    return line, f"{name}(self._client)"


def _seconds(name: str) -> ArgumentView:
    return ArgumentView(identifier=name, annotation=_SECONDS, default=" = None")


def _options(
    declared: Waiter, polled: Operation, annotations: Annotations
) -> Iterator[str]:
    answer = polled.answer.type if polled.answer else None
    yield f"status={way(answer, declared.status, annotations.layout).printed}"
    yield f"success={_listed(declared.success)}"
    if declared.failure:
        yield f"failure={_listed(declared.failure)}"
    yield f"delay={literal(declared.delay)} if {_DELAY} is None else {_DELAY}"
    yield f"backoff={literal(declared.backoff)}"
    yield f"max_delay={literal(declared.max_delay)}"
    yield f"timeout={literal(declared.timeout)} if {_TIMEOUT} is None else {_TIMEOUT}"


def _listed(values: Sequence[Scalar]) -> str:
    return f"[{', '.join(literal(value) for value in values)}]"
