"""Every regular expression of ours, and by which calls it is used.

Nobody lists them: values of modules are looked through, calls of `re` are evaluated where they stand, and what is done
with a pattern is read from the syntax trees. Patterns that depend on the arguments of a function are told as sites.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from tests.support.backtracking import Call
from tests.support.references import ROOT

ANY_USE = frozenset({Call.EACH})
"""What is assumed of a pattern that goes where the syntax tree does not tell."""
_CALLS = {
    "match": Call.MATCH,
    "fullmatch": Call.FULLMATCH,
    "search": Call.SEARCH,
    **dict.fromkeys(("sub", "subn", "split", "findall", "finditer"), Call.EACH),
}
_FLAGS_AT = {"compile": 1, "split": 3, "sub": 4, "subn": 4}
"""The position of the flags among the arguments of a function of `re`; 2 in the others."""
_HARMLESS = frozenset({"pattern", "flags", "groups", "groupindex"})

Pattern = re.Pattern[Any]
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Site:
    """A function that makes a pattern of its arguments."""

    module: str
    function: str


@dataclass(slots=True)
class Found:
    names: dict[Pattern, str] = field(default_factory=dict[Pattern, str])
    """Each pattern by the first of its places."""
    calls: dict[Pattern, set[Call]] = field(default_factory=dict[Pattern, set[Call]])
    used: set[Pattern] = field(default_factory=set[Pattern])
    """Those that a name in the code stands for; of one that is only part of others there are no calls."""
    sites: set[Site] = field(default_factory=set[Site])

    def add(self, pattern: Pattern, name: str, calls: Iterable[Call]) -> None:
        self.names.setdefault(pattern, name)
        self.calls.setdefault(pattern, set()).update(calls)


def own() -> Found:
    found = Found()
    for module in _modules():
        for name, pattern in module.values():
            found.add(pattern, f"{module.name}.{name}", ())
    for module in _modules():
        module.used(found)
        module.written(found)
    for pattern, calls in found.calls.items():
        if not calls and pattern not in found.used:
            calls |= ANY_USE
    return found


def paths() -> list[Path]:
    folders = (ROOT / "scraper", ROOT / "templates" / "runtime")
    return sorted(path for one in folders for path in one.rglob("*.py"))


def patterns_in(value: object) -> Iterator[Pattern]:
    """The patterns of a value: itself, or what it holds."""
    match value:
        case re.Pattern():
            yield value
        case dict():
            for pair in cast("dict[object, object]", value).items():
                yield from patterns_in(pair)
        case tuple() | list() | set() | frozenset():
            for one in cast("Iterable[object]", value):
                yield from patterns_in(one)
        case _:
            pass


@dataclass
class _Module:
    path: Path

    @cached_property
    def name(self) -> str:
        return ".".join(self.path.relative_to(ROOT).with_suffix("").parts)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def module(self) -> ModuleType:
        name = self.name.removesuffix(".__init__")
        return import_module(name.removesuffix(".__main__"))

    @cached_property
    def parents(self) -> dict[ast.AST, ast.AST]:
        return {
            child: node
            for node in ast.walk(self.tree)
            for child in ast.iter_child_nodes(node)
        }

    def values(self) -> Iterator[tuple[str, Pattern]]:
        """What the names of the module hold, those of its classes too."""
        for holder in (self.module, *self._classes()):
            for name, value in vars(holder).items():
                for pattern in patterns_in(value):
                    yield name, pattern

    def _classes(self) -> list[type]:
        values = vars(self.module).values()
        here = self.module.__name__
        return [v for v in values if isinstance(v, type) and v.__module__ == here]

    def used(self, found: Found) -> None:
        """What is done with names that hold patterns."""
        for node in ast.walk(self.tree):
            if not isinstance(node, ast.Name | ast.Attribute):
                continue
            if not isinstance(node.ctx, ast.Load):
                continue
            held = self._held(node)
            for pattern in patterns_in(held):
                found.add(pattern, f"{self.name}:{node.lineno}", self._calls(node))
                found.used.add(pattern)

    def _held(self, node: ast.expr) -> object:
        """What a name of the module stands for, or an attribute of a module that it names."""
        match node:
            case ast.Name(id=name):
                return vars(self.module).get(name)
            case ast.Attribute(value=inner, attr=name):
                holder = self._held(inner)
                if isinstance(holder, ModuleType | type):
                    return vars(holder).get(name)
                return None
            case _:
                return None

    def _calls(self, node: ast.AST) -> frozenset[Call]:
        """What is called on the pattern that a node stands for, or on each of several."""
        match parent := self.parents[node]:
            case ast.Attribute(attr=name) if name in _HARMLESS:
                return frozenset()
            case ast.Attribute(attr=name) if name in _CALLS:
                called = self.parents[parent]
                if isinstance(called, ast.Call) and called.func is parent:
                    return frozenset({_call(name, positions=len(called.args) > 1)})
                return ANY_USE
            case ast.Tuple() | ast.List() | ast.Starred() | ast.keyword() | ast.IfExp():
                return self._calls(parent)
            case ast.GeneratorExp(elt=made) if made is node:
                return self._calls(parent)
            case ast.Compare():
                return frozenset()
            case ast.Assign(targets=[ast.Name(id=name)]):
                within = self._scope(node)
                return self._calls_of(name, within) if within else ANY_USE
            case ast.Subscript(value=value) if value is node:
                return self._calls(parent)
            case ast.For(target=target) | ast.comprehension(target=target):
                within = self._scope(node)
                return self._calls_in_loop(target, within) if within else ANY_USE
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                return _calls_of_parameters(name)
            case ast.arguments():
                scope = self.parents[parent]
                assert isinstance(scope, _Function)
                return _calls_of_parameters(scope.name)
            case _:
                return ANY_USE

    def _calls_in_loop(self, target: ast.expr, scope: ast.AST) -> frozenset[Call]:
        """What is called on the variable of a loop; of several, on those on which something is called."""
        if isinstance(target, ast.Name):
            return self._calls_of(target.id, scope)
        names = {node.id for node in ast.walk(target) if isinstance(node, ast.Name)}
        called = {
            node.value.id
            for node in ast.walk(scope)
            if isinstance(node, ast.Attribute)
            and node.attr in _CALLS
            and isinstance(node.value, ast.Name)
        }
        uses = [self._calls_of(one, scope) for one in names & called]
        return frozenset[Call]().union(*uses) if uses else ANY_USE

    def _calls_of(self, name: str, scope: ast.AST) -> frozenset[Call]:
        """What is called on a variable in a function."""
        uses = [
            self._calls(node)
            for node in ast.walk(scope)
            if isinstance(node, ast.Name)
            and node.id == name
            and isinstance(node.ctx, ast.Load)
        ]
        return frozenset[Call]().union(*uses) if uses else ANY_USE

    @cached_property
    def given_patterns(self) -> list[tuple[_Function, str]]:
        """Functions with a parameter that takes a pattern."""
        return [
            (node, one.arg)
            for node in ast.walk(self.tree)
            if isinstance(node, _Function)
            for one in (*node.args.args, *node.args.kwonlyargs)
            if one.annotation and "Pattern" in ast.unparse(one.annotation)
        ]

    def calls_of_parameters(self, function: str) -> Iterator[frozenset[Call]]:
        for node, parameter in self.given_patterns:
            if node.name == function:
                yield self._calls_of(parameter, node)

    def written(self, found: Found) -> None:
        """Calls of `re` itself."""
        for node in ast.walk(self.tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="re"), attr=function)
                ) if (function in _CALLS or function == "compile"):
                    self._written(node, function, found)
                case _:
                    pass

    def _written(self, node: ast.Call, function: str, found: Found) -> None:
        try:
            pattern = self._evaluated(node, function)
        except NameError:
            within = self._function(node)
            if within and not self._runs_at_import(within):
                found.sites.add(Site(self.name, within))
            return
        where = f"{self.name}:{node.lineno}"
        if function != "compile":
            found.add(pattern, where, {_call(function, positions=False)})
        elif self._function(node) or pattern not in found.names:
            found.add(pattern, where, self._calls(node))

    def _evaluated(self, node: ast.Call, function: str) -> Pattern:
        flags_at = _FLAGS_AT.get(function, 2)
        flags = [one.value for one in node.keywords if one.arg == "flags"]
        flags += node.args[flags_at : flags_at + 1]
        values = [self._value(one) for one in (node.args[0], *flags)]
        return re.compile(*values)

    def _value(self, node: ast.expr) -> Any:
        code = compile(ast.Expression(node), self.name, "eval")
        return eval(code, dict(vars(self.module)), {})  # noqa: S307

    def _function(self, node: ast.AST) -> str:
        """The name of the function in which a node stands."""
        scope = self._scope(node)
        return scope.name if scope else ""

    def _scope(self, node: ast.AST) -> _Function | None:
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, _Function):
                return node
        return None

    def _runs_at_import(self, function: str) -> bool:
        """Whether a function is only called while the module is loaded: what it makes is in the module's values."""
        uses = [
            node
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Name) and node.id == function
        ]
        return function.startswith("_") and not any(map(self._function, uses))


@cache
def _modules() -> tuple[_Module, ...]:
    return tuple(_Module(path) for path in paths())


@cache
def _calls_of_parameters(function: str) -> frozenset[Call]:
    """What is called on the patterns that functions of a name are given."""
    uses = [use for one in _modules() for use in one.calls_of_parameters(function)]
    return frozenset[Call]().union(*uses) or ANY_USE


def _call(method: str, *, positions: bool) -> Call:
    """A search that is given a position goes on in the same text."""
    call = _CALLS[method]
    return Call.EACH if positions and call is Call.SEARCH else call
