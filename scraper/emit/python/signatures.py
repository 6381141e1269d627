"""What a method takes and gives, as it is printed; and how another one hands its own arguments on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from scraper.api.model import Operation
from scraper.emit.python.annotations import NONE, Annotations, optional
from scraper.emit.python.arguments import BODY, Argument, Arguments
from scraper.emit.python.symbols import Import, Symbol

IGNORED: Final = "# pyright: ignore[reportDeprecated]"
"""A comment where a method calls one that is deprecated, which has been told already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentView:
    identifier: str
    annotation: str
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedView:
    """An argument of a method that another one hands on: `offset=offset`."""

    identifier: str
    expression: str


def signature(
    operation: Operation, taken: Arguments, annotations: Annotations
) -> tuple[tuple[ArgumentView, ...], set[Import]]:
    """The arguments of an operation's method; a body that is one comes where it must or need not be given."""
    told = [_argument(one, annotations) for one in taken.in_signature]
    imports = {each for _, symbol in told for each in symbol.imports}
    views = [view for view, _ in told]
    if taken.whole_body and operation.body is not None:
        body = annotations.argument(operation.body.type)
        needed = operation.body.required
        view = _view(BODY, body if needed else optional(body), needed)
        views.insert(0 if needed else len(views), view)
        imports |= body.imports
    return tuple(views), imports


def whole(taken: Arguments) -> tuple[str, ...]:
    """The names of all arguments, as they are handed on."""
    names = tuple(one.identifier for one in taken.in_signature)
    return (*names, BODY) if taken.whole_body else names


def answer_of(operation: Operation, annotations: Annotations) -> Symbol:
    """What the method returns, as an annotation and at run time."""
    response = operation.answer
    if response is None or response.type is None:
        return NONE
    return annotations.attribute(response.type)


def _argument(
    argument: Argument, annotations: Annotations
) -> tuple[ArgumentView, Symbol]:
    symbol = annotations.argument(argument.content.type)
    if not argument.must_be_given:
        symbol = optional(symbol)
    return _view(argument.identifier, symbol, argument.must_be_given), symbol


def _view(identifier: str, symbol: Symbol, must_be_given: bool) -> ArgumentView:
    default = "" if must_be_given else " = None"
    return ArgumentView(
        identifier=identifier, annotation=symbol.expression, default=default
    )
