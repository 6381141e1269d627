"""Python read back: only the forms that our templates print.

What runs when a package is imported is told apart from what runs when somebody calls it: at import classes are made, and
nothing is called but what describes their members.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from scraper.emit.proving.failure import UnprovedError

_Found: TypeAlias = Iterator[tuple[ast.AST, str]]
"""A place, and what is wrong there."""

_ANNOTATION: Final = frozenset(
    {ast.Name, ast.Load, ast.Attribute, ast.Subscript, ast.Tuple, ast.BinOp, ast.BitOr}
) | {ast.Constant}
_EXPRESSION: Final = _ANNOTATION | {
    ast.Await, ast.Call, ast.Compare, ast.Dict, ast.IfExp, ast.Is, ast.List, ast.UnaryOp, ast.USub, ast.keyword,
}  # fmt: skip
_MODULE: Final = _EXPRESSION | {
    ast.AnnAssign, ast.Assign, ast.AsyncFunctionDef, ast.ClassDef, ast.Expr, ast.FunctionDef, ast.If, ast.ImportFrom,
    ast.Module, ast.Pass, ast.Return, ast.Store, ast.alias, ast.arg, ast.arguments,
}  # fmt: skip
_SNIPPET: Final = _MODULE | {
    ast.AsyncFor, ast.AsyncWith, ast.ExceptHandler, ast.For, ast.Import, ast.Try, ast.With, ast.withitem,
}  # fmt: skip

_BUILTINS: Final = frozenset(
    "bool bytes dict float int list object property str tuple".split()
)
_OURS: Final = frozenset({"__all__", "__future__", "__version__"})
"""Names with double underscores that templates print."""
_AT_IMPORT: Final = frozenset({"Field", "deprecated", "float"})
"""What may be called while a module is imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """What a kind of file may hold."""

    kinds: frozenset[type[ast.AST]]
    libraries: frozenset[str]
    """Modules that it may import, besides those of its own package."""
    builtins: frozenset[str]
    calls: bool = False
    """Whether anything that is defined may be called, anywhere."""
    known: frozenset[str] = field(default=frozenset())
    """Whole statements that are not looked into, as `statement` tells them."""


MODULE: Final = Forms(
    kinds=_MODULE,
    libraries=frozenset(
        "__future__ collections.abc functools importlib pydantic typing typing_extensions warnings".split()
    ),
    builtins=_BUILTINS,
)
"""A module of a package."""

SNIPPET: Final = Forms(
    kinds=_SNIPPET,
    libraries=frozenset({"asyncio", "httpx2", "logging"}),
    builtins=_BUILTINS | {"print"},
    calls=True,
)
"""An example for people."""


def prove(source: str, file: str, forms: Forms = MODULE, package: str = "") -> None:
    """Raises UnprovedError unless the source holds nothing but the forms; `package` is one that it may import by name."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UnprovedError(file, f"no Python ({type(error).__name__})") from None
    tree.body = [one for one in tree.body if statement(one) not in forms.known]
    for node, what in _wrong(tree, forms, package):
        line = getattr(node, "lineno", 0)
        raise UnprovedError(f"{file}:{line}" if line else file, what)


def statement(node: ast.stmt) -> str:
    """A statement of a function by what it does, wherever it stands; empty for any other."""
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    return ast.dump(node) if is_function else ""


def functions(source: str) -> frozenset[str]:
    """The functions that a module defines, to be known."""
    return frozenset(map(statement, ast.parse(source).body)) - {""}


def _wrong(tree: ast.Module, forms: Forms, package: str) -> _Found:
    bound = forms.builtins | frozenset(_bound(tree))
    for node in ast.walk(tree):
        if type(node) not in forms.kinds:
            yield node, f"{type(node).__name__} is no form of ours"
        for name in _names(node):
            if name.startswith("__") and name not in _OURS:
                yield node, f"{name!a} is a name of Python's"
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from _imported(node, forms, package)
            case ast.Name(id=name, ctx=ast.Load()) if name not in bound:
                yield node, f"{name!a} is not defined"
            case ast.Expr(value=value) if not (forms.calls or _is_text(value)):
                yield node, "an expression that nobody uses"
            case ast.expr() | ast.ClassDef() | ast.keyword():
                yield from _made(node, forms)
            case _:
                pass
        for words in _annotations(node):
            yield from _annotation(words)
    if not forms.calls:
        yield from _called_at_import(tree)


def _made(node: ast.expr | ast.ClassDef | ast.keyword, forms: Forms) -> _Found:
    match node:
        case ast.Call(func=called) if not (forms.calls or _is_named(called)):
            yield node, "a call of something that was made on the way"
        case ast.ClassDef() if node.keywords or not _are_names(node.bases):
            yield node, "a class that is made in another way than by its bases"
        case ast.keyword(arg=None):
            yield node, "arguments from a mapping"
        case _:
            pass


def _imported(node: ast.Import | ast.ImportFrom, forms: Forms, package: str) -> _Found:
    names = [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        if "*" in names:
            yield node, "an import of everything"
        if node.level:
            return
        names = [node.module or ""]
    for name in names:
        own = bool(package) and name.split(".")[0] == package
        if not own and name not in forms.libraries:
            yield node, f"an import of {name!a}"


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    match node:
        case ast.arg(annotation=ast.expr() as words):
            yield words
        case ast.AnnAssign(annotation=words):
            yield words
        case ast.FunctionDef(returns=ast.expr() as words):
            yield words
        case ast.AsyncFunctionDef(returns=ast.expr() as words):
            yield words
        case _:
            pass


def _annotation(words: ast.expr) -> _Found:
    """Libraries evaluate annotations, and the strings in them too."""
    for node in ast.walk(words):
        if type(node) not in _ANNOTATION:
            yield words, f"{type(node).__name__} in an annotation"
        elif isinstance(node, ast.Constant) and node.value is not None:
            yield words, "a value in an annotation"


def _called_at_import(tree: ast.Module) -> _Found:
    """Calls outside of functions; their decorators and default values are outside."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            waiting += [*node.decorator_list, node.args]
            continue
        waiting.extend(ast.iter_child_nodes(node))
        if isinstance(node, ast.Call):
            called = node.func
            if not (isinstance(called, ast.Name) and called.id in _AT_IMPORT):
                yield node, "a call while the module is imported"


def _bound(tree: ast.Module) -> Iterator[str]:
    """Every name that is given a meaning in the module."""
    for node in ast.walk(tree):
        match node:
            case ast.alias(name=name, asname=other):
                yield (other or name).split(".")[0]
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.AsyncFunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.ExceptHandler(name=str(name)):
                yield name
            case _:
                pass


def _names(node: ast.AST) -> Iterator[str]:
    """The names in a node itself."""
    match node:
        case ast.alias(name=name, asname=other):
            yield name
            yield other or name
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            yield name
        case ast.AsyncFunctionDef(name=name) | ast.Name(id=name):
            yield name
        case ast.Attribute(attr=name) | ast.arg(arg=name):
            yield name
        case ast.keyword(arg=str(name)) | ast.ExceptHandler(name=str(name)):
            yield name
        case _:
            pass


def _is_named(node: ast.expr) -> bool:
    """A name, or a part of what it gives: `self._client.send`, and `Lamps(self._client).show`."""
    is_part = isinstance(node, ast.Attribute)
    while isinstance(node, ast.Attribute):
        node = node.value
    if is_part and isinstance(node, ast.Call):
        node = node.func
    return isinstance(node, ast.Name)


def _are_names(nodes: list[ast.expr]) -> bool:
    return all(isinstance(node, ast.Name) for node in nodes)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
