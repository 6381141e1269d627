"""The surface of a printed package: everything that it offers to its users, one line each.

It is read from the printed files, so that a change of templates or of the runtime shows too. A line is called as users
write the thing, wherever it is stored: `models.TaskType.PRE_LABEL`, `intelligent_task.create_task(config)`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final, TypeAlias

from scraper.emit.python.definitions import (
    INIT,
    Attribute,
    Defined,
    Function,
    Member,
    Package,
    decorators,
    is_coroutine,
    read,
)
from scraper.emit.python.reserved import CALL_ARGUMENTS, MODELS, WAIT_ARGUMENTS

Line: TypeAlias = tuple[str, str]
Written: TypeAlias = Callable[[ast.expr | None], str]
"""An expression as a line has it."""

ASYNC: Final = "async "
"""Stands before the name of what the asynchronous client has otherwise, `await` aside."""
ABSENT: Final = "absent"
"""The value where the asynchronous client lacks what the other one has."""
DEPRECATED: Final = "deprecated "
FORMER: Final = "deprecated name of "
"""Stands before the name of what is called otherwise now, and has the same members."""
NEEDED: Final = "needed "
"""Stands before the type of an attribute that a constructor must be given."""
POSITION: Final = "at {}: "
"""Stands before the type of an argument that may be given by position, counted from 1."""
GROUP: Final = "group"
EVERY: Final = "every operation"
"""What has the arguments that are the same for all operations."""
AWAIT: Final = "await "
"""Stands before what a coroutine gives; not for the asynchronous client, which is known to have such ones."""
UNKNOWN: Final = "Any"

_COMMON = CALL_ARGUMENTS - {"body", "self", *WAIT_ARGUMENTS}
_ASYNCHRONOUS = re.compile(r"(?<!models\.)\bAsync(?=[A-Z])|\bawait ")
_NAME = re.compile(r"(?<![\w.])[A-Za-z]\w*")


def surface(files: Mapping[str, str], package: str) -> dict[str, str]:
    """Name → what it is, sorted; `files` are those of a project, `package` is the one of them that users import."""
    code = read(files, package)
    lines = dict(_models(code))
    public = code.exported("")
    for name in public:
        defined = code.find("", name)
        if defined is None:
            continue
        if defined.module != "client":
            lines |= _described(code, name, defined, public, _written)
        elif f"Async{name}" in public:
            lines |= _clients(code, name, public)
    return dict(sorted(lines.items()))


def _models(code: Package) -> Iterator[Line]:
    """Schemas and enumerations; in annotations they are called as outside of their package."""
    names = frozenset(code.exported(MODELS))
    bases = {"Model", "OpenIntEnum", "OpenStrEnum"}

    def written(node: ast.expr | None) -> str:
        return _NAME.sub(
            lambda found: f"{MODELS}." * (found[0] in names) + found[0], _written(node)
        )

    for name in names:
        if defined := code.find(MODELS, name):
            yield from _described(code, f"{MODELS}.{name}", defined, bases, written)
    for old, new in code.aliases(MODELS):
        yield f"{MODELS}.{old}", f"{FORMER}{MODELS}.{new}"


def _clients(code: Package, name: str, public: Collection[str]) -> dict[str, str]:
    """One client, and in what the asynchronous one differs."""
    plain = dict(_client(code, name, name, public))
    awaited = {
        place: _ASYNCHRONOUS.sub("", value)
        for place, value in _client(code, f"Async{name}", name, public)
    }
    differing = {
        f"{ASYNC}{place}": awaited.get(place, ABSENT)
        for place in plain.keys() | awaited.keys()
        if plain.get(place) != awaited.get(place)
    }
    return plain | differing | {f"Async{name}": f"Async{plain[name]}"}


def _client(
    code: Package, name: str, shown: str, public: Collection[str]
) -> Iterator[Line]:
    """A client as `shown`, and its groups, which are called without it."""
    defined = code.find("", name)
    assert defined is not None
    groups = dict(_groups(code, defined))
    for place, value in _described(code, shown, defined, public, _written):
        if place.removeprefix(f"{shown}.") not in groups:
            yield place, value
    common: dict[str, str] = {}
    for lines in groups.values():
        for place, value in lines:
            argument = place.rpartition("(")[2].removesuffix(")")
            if place.endswith(")") and argument in _COMMON:
                every = f"{EVERY}({argument})"
                if common.setdefault(every, value) == value:
                    continue
            yield place, value
    yield from common.items()


def _groups(code: Package, client: Defined) -> Iterator[tuple[str, list[Line]]]:
    """Each attribute of a client that is a group of operations, with its lines; former names last."""
    (node,) = client.nodes
    for one in node.body:
        if not isinstance(one, ast.FunctionDef):
            continue
        match one.body[-1]:
            case ast.Return(value=ast.Attribute(value=ast.Name(id="self"), attr=now)):
                yield one.name, [(one.name, f"{FORMER}{now}")]
            case _ if isinstance(one.returns, ast.Name):
                resource = code.find("client", one.returns.id)
                members = code.members(resource, ()) if resource else {}
                lines = [(one.name, GROUP)]
                for name, member in members.items():
                    if name != INIT:
                        lines += _member(f"{one.name}.{name}", member, _written)
                yield one.name, lines
            case _:
                pass


def _described(
    code: Package,
    name: str,
    defined: Defined,
    public: Collection[str],
    written: Written,
) -> Iterator[Line]:
    """A class with its bases, constructor and members, or a function."""
    node = defined.nodes[0]
    if not isinstance(node, ast.ClassDef):
        yield from _called(name, defined.functions, written)
        return
    bases = [written(base) for base in node.bases]
    yield name, ", ".join(bases) or "object"
    members = code.members(defined, public)
    values = {
        one: member.value
        for one, member in members.items()
        if isinstance(member, Attribute)
    }
    for one, member in members.items():
        place = f"{name}.{one}"
        match member:
            case Attribute() if bases[:1] == ["Model"]:
                yield place, _property(member, written)
            case Attribute(value=ast.Name(id=other)) if _is_enumeration(bases):
                yield place, f"{DEPRECATED}{_written(values.get(other))}"
            case Attribute(value=value) if _is_enumeration(bases):
                yield place, _written(value)
            case tuple() if one == INIT:
                yield from _arguments(name, member, written)
            case _:
                yield from _member(place, member, written)


def _is_enumeration(bases: list[str]) -> bool:
    return any(base.endswith("Enum") for base in bases)


def _property(attribute: Attribute, written: Written) -> str:
    """The type of a model's attribute, and whether its constructor must be given it."""
    keywords: dict[str | None, ast.expr] = {}
    default = attribute.value
    if isinstance(default, ast.Call):  # Field(default=…, …)
        keywords = {one.arg: one.value for one in default.keywords}
        default = keywords.get("default")
    mark = DEPRECATED if "deprecated" in keywords else ""
    return f"{mark}{NEEDED * (default is None)}{written(attribute.annotation)}"


def _member(place: str, member: Member, written: Written) -> Iterator[Line]:
    match member:
        case Attribute(annotation=None, value=ast.Constant(value=value)):
            yield place, type(value).__name__
        case Attribute():
            yield place, written(member.annotation)
        case (node,) if decorators(node) & {"property", "cached_property"}:
            yield place, f"{_mark(node)}{written(node.returns)}"
        case _:
            yield from _called(place, member, written)


def _called(
    place: str, functions: tuple[Function, ...], written: Written
) -> Iterator[Line]:
    """What a function gives, and what it takes."""
    given = dict.fromkeys(written(one.returns) for one in _overloads(functions))
    last = functions[-1]
    yield place, f"{_mark(last)}{AWAIT * is_coroutine(last)}{' | '.join(given)}"
    yield from _arguments(place, functions, written)


def _arguments(
    place: str, functions: tuple[Function, ...], written: Written
) -> Iterator[Line]:
    """Of overloads each argument once, with all types that it may have."""
    types: dict[str, dict[str, None]] = {}
    around: dict[str, tuple[str, str]] = {}
    for function in _overloads(functions):
        for name, annotation, before, behind in _taken(function, written):
            types.setdefault(name, {})[annotation] = None
            around[name] = before, behind
    for name, told in types.items():
        before, behind = around[name]
        yield f"{place}({name})", f"{before}{' | '.join(told)}{behind}"


def _taken(function: Function, written: Written) -> Iterator[tuple[str, str, str, str]]:
    """Each argument: name, type, and what stands before and behind the type."""
    told = function.args
    positional = [*told.posonlyargs, *told.args]
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(told.defaults))
    defaults += told.defaults
    bound = bool(positional) and positional[0].arg in ("self", "cls")
    for number, (one, default) in enumerate(zip(positional, defaults, strict=True)):
        if number or not bound:
            at = POSITION.format(number + 1 - bound)
            yield one.arg, written(one.annotation), at, _default(default)
    for one, default in zip(told.kwonlyargs, told.kw_defaults, strict=True):
        yield one.arg, written(one.annotation), "", _default(default)
    for stars, rest in (("*", told.vararg), ("**", told.kwarg)):
        if rest is not None:
            yield f"{stars}{rest.arg}", written(rest.annotation), "", ""


def _default(node: ast.expr | None) -> str:
    return "" if node is None else f" = {ast.unparse(node)}"


def _overloads(functions: tuple[Function, ...]) -> tuple[Function, ...]:
    """What type checkers see."""
    told = tuple(one for one in functions if "overload" in decorators(one))
    return told or functions[-1:]


def _mark(function: Function) -> str:
    return DEPRECATED if "deprecated" in decorators(function) else ""


def _written(node: ast.expr | None) -> str:
    return UNKNOWN if node is None else ast.unparse(node)
