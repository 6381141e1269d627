"""Printed Python, read back: where a name is defined and what a class has."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef

INIT = "__init__"


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined:
    """A class, or a function with its overloads, and the module that holds it."""

    module: str
    nodes: tuple[ast.ClassDef | Function, ...]

    @property
    def functions(self) -> tuple[Function, ...]:
        return tuple(one for one in self.nodes if not isinstance(one, ast.ClassDef))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What a class or its constructor assigns: `color: str = "red"`, `self.color = color`."""

    annotation: ast.expr | None
    value: ast.expr | None


Member: TypeAlias = tuple[Function, ...] | Attribute
"""A method with its overloads, or an attribute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """The modules of a package by their names inside of it; its own `__init__` has the empty one."""

    modules: Mapping[str, ast.Module]
    packages: frozenset[str]
    """Those of the modules that are packages."""
    told: Mapping[str, Told]
    """What each module defines and imports."""

    def exported(self, module: str) -> tuple[str, ...]:
        """What `__all__` of a module lists."""
        for node in self.modules[module].body:
            match node:
                case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                    return tuple(ast.literal_eval(value))
                case _:
                    pass
        return ()

    def aliases(self, module: str) -> Iterator[tuple[str, str]]:
        """Each name of a module that another one is assigned to: `Old = New`."""
        for node in _statements(self.modules[module].body):
            match node:
                case ast.Assign(targets=[ast.Name(id=old)], value=ast.Name(id=new)):
                    yield old, new
                case _:
                    pass

    def find(self, module: str, name: str) -> Defined | None:
        """Where a name of a module is defined, through imports; None outside of the package."""
        told = self.told[module]
        if name in told.imported:
            node, original = told.imported[name]
            return self.find(self._named(module, node), original)
        nodes = told.defined.get(name)
        return Defined(module=module, nodes=tuple(nodes)) if nodes else None

    def members(self, of: Defined, public: Collection[str]) -> dict[str, Member]:
        """What a class has, also from bases that are not `public` themselves; underscored names aside."""
        (node,) = of.nodes
        if not isinstance(node, ast.ClassDef):
            raise TypeError(f"{node.name} is no class")
        found = dict(_own(node))
        for base in node.bases:
            if isinstance(base, ast.Name) and base.id not in public:
                inherited = self.find(of.module, base.id)
                found = (self.members(inherited, public) if inherited else {}) | found
        return found

    def _named(self, module: str, node: ast.ImportFrom) -> str:
        """The module that a relative import names."""
        parts = module.split(".") if module else []
        up = node.level - (module in self.packages)
        return ".".join([*parts[: len(parts) - up], *filter(None, [node.module])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a module defines, and what it imports from its package: name → where, and what it is called there."""

    defined: Mapping[str, Sequence[ast.ClassDef | Function]]
    imported: Mapping[str, tuple[ast.ImportFrom, str]]

    @classmethod
    def of(cls, module: ast.Module) -> Told:
        defined: dict[str, list[ast.ClassDef | Function]] = {}
        imported: dict[str, tuple[ast.ImportFrom, str]] = {}
        for node in _statements(module.body):
            match node:
                case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                    defined.setdefault(node.name, []).append(node)
                case ast.ImportFrom(names=names, level=level) if level:
                    for one in names:
                        imported.setdefault(one.asname or one.name, (node, one.name))
                case _:
                    pass
        return cls(defined=defined, imported=imported)


def read(files: Mapping[str, str], package: str) -> Package:
    """The Python of a project's package; `files` are texts by path."""
    modules: dict[str, ast.Module] = {}
    packages: set[str] = set()
    for path, text in files.items():
        if path.startswith(f"{package}/") and path.endswith(".py"):
            inside = path.removeprefix(f"{package}/").removesuffix(".py")
            name = inside.removesuffix(INIT).rstrip("/").replace("/", ".")
            modules[name] = ast.parse(text)
            if inside.endswith(INIT):
                packages.add(name)
    told = {name: Told.of(module) for name, module in modules.items()}
    return Package(modules=modules, packages=frozenset(packages), told=told)


def decorators(node: Function) -> frozenset[str]:
    """The names of a function's decorators."""
    called = (
        one.func if isinstance(one, ast.Call) else one for one in node.decorator_list
    )
    return frozenset(one.id for one in called if isinstance(one, ast.Name))


def is_coroutine(node: Function) -> bool:
    """Whether a call gives something to await, rather than to iterate over."""
    yields = any(isinstance(one, ast.Yield) for one in ast.walk(node))
    return isinstance(node, ast.AsyncFunctionDef) and not yields


def _statements(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements, also those for type checkers alone."""
    for node in body:
        yield node
        if isinstance(node, ast.If):
            yield from _statements(node.body)


def _own(node: ast.ClassDef) -> Iterator[tuple[str, Member]]:
    """The constructor and what is public of a class's own; functions last, as they hide attributes."""
    functions: dict[str, tuple[Function, ...]] = {}
    for one in node.body:
        match one:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                functions[name] = (*functions.get(name, ()), one)
                if name == INIT:
                    yield from _assigned(one)
            case _:
                yield from _attribute(one)
    for name, overloads in functions.items():
        if name == INIT or name[0] != "_":
            yield name, overloads


def _attribute(node: ast.stmt) -> Iterator[tuple[str, Attribute]]:
    match node:
        case ast.AnnAssign(target=ast.Name(id=name)) if name[0] != "_":
            yield name, Attribute(annotation=node.annotation, value=node.value)
        case ast.Assign(targets=[ast.Name(id=name)]) if name[0] != "_":
            yield name, Attribute(annotation=None, value=node.value)
        case _:
            pass


def _assigned(init: Function) -> Iterator[tuple[str, Attribute]]:
    """What a constructor assigns to `self`: of an argument the argument's type."""
    told = init.args
    types = {one.arg: one.annotation for one in (*told.args, *told.kwonlyargs)}
    for node in ast.walk(init):
        annotation: ast.expr | None = None
        match node:
            case ast.AnnAssign(
                target=ast.Attribute(value=ast.Name(id="self"), attr=name)
            ):
                annotation = node.annotation
            case ast.Assign(
                targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)]
            ):
                if isinstance(node.value, ast.Name):
                    annotation = types.get(node.value.id)
            case _:
                continue
        if name[0] != "_":
            yield name, Attribute(annotation=annotation, value=node.value)
