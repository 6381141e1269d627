"""The rules of the architecture that import-linter cannot see (its contracts stand in pyproject.toml)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
RUNTIME = TEMPLATES / "runtime"
MODULES = sorted([*ROOT.glob("scraper/**/*.py"), *RUNTIME.glob("*.py")])
PRINTED = sorted(TEMPLATES.glob("**/*.jinja"))

LONGEST_MODULE = 300
LONGEST_FUNCTION = 60


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def under(*folders: str) -> list[Path]:
    return [path for path in MODULES if name(path).startswith(folders)]


def imported(path: Path) -> Iterator[str]:
    """Every module that a module imports, and every name that it imports from one: `os.path`, `os.path.join`."""
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{alias.name}" for alias in names)
            case _:
                pass


def test_there_is_something_to_look_at() -> None:
    assert len(under("scraper/")) > 20
    assert len(under("templates/runtime/")) > 5
    assert PRINTED


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_has_a_docstring_and_is_short(path: Path) -> None:
    assert ast.get_docstring(tree(path)), "no docstring"
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_fit_a_screen(path: Path) -> None:
    long = [
        f"{node.name}: {length} lines"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert not long


def allows_plain(path: Path) -> bool:
    """Where the words of a document may be read: up to the Api, and in the sinks."""
    free = (
        "scraper/text.py", "scraper/issues.py", "scraper/document/", "scraper/draft/",
        "scraper/api/", "scraper/emit/sinks/", "scraper/report/terminal.py",
    )  # fmt: skip
    return name(path).startswith(free)


@pytest.mark.parametrize(
    "path", [path for path in under("scraper/") if not allows_plain(path)], ids=name
)
def test_words_of_documents_are_read_in_sinks_only(path: Path) -> None:
    reads = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "plain"
    ]
    assert not reads, f"`.plain` in lines {reads}"


ONLY: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("HTML", ("bs4", "lxml", "html.parser"), ("scraper/document/",)),
    ("Jinja", ("jinja2",), ("scraper/emit/", "scraper/report/")),
    ("formatter", ("black", "ruff"), ("scraper/emit/",)),
    (
        "disk and network",
        (
            "asyncio", "builtins.open", "bz2", "fcntl", "glob", "gzip", "http", "httpx2", "importlib", "io", "lzma",
            "os", "pathlib", "shutil", "socket", "sqlite3", "ssl", "subprocess", "tarfile", "tempfile",
            "urllib.error", "urllib.request", "zipfile",
        ),
        ("scraper/workspace/", "scraper/upstream/", "scraper/emit/templates.py"),
    ),
    (
        "terminal",
        ("argparse", "click", "getpass", "logging", "rich", "sys"),
        ("scraper/cli/",),
    ),
    ("signals", ("signal",), ("scraper/cli/", "scraper/upstream/git.py")),
    # How long a server may take; nothing that is written knows it.
    ("clock", ("time",), ("scraper/upstream/downloading.py",)),
    # No clock, no chance, no machine: output depends on the input alone.
    ("chance", ("datetime", "locale", "platform", "random", "secrets", "uuid"), ()),
)  # fmt: skip


@pytest.mark.parametrize(
    ("modules", "homes"), [rule[1:] for rule in ONLY], ids=[rule[0] for rule in ONLY]
)
def test_a_module_is_imported_at_home_only(
    modules: tuple[str, ...], homes: tuple[str, ...]
) -> None:
    strangers = [
        f"{name(path)}: {module}"
        for path in under("scraper/")
        for module in imported(path)
        if any(f"{module}.".startswith(f"{each}.") for each in modules)
        and not (homes and name(path).startswith(homes))
    ]
    assert not strangers


FUNCTIONS = (
    ("print", "scraper/cli/"),
    ("input", "scraper/cli/"),
    ("exit", "scraper/cli/"),
    ("quit", "scraper/cli/"),
    ("breakpoint", ""),
    ("open", "scraper/workspace/"),
    ("eval", ""),
    ("exec", ""),
    ("compile", ""),
    ("hash", ""),
    ("id", ""),
)


@pytest.mark.parametrize(
    ("function", "home"), FUNCTIONS, ids=[rule[0] for rule in FUNCTIONS]
)
def test_a_function_is_called_at_home_only(function: str, home: str) -> None:
    strangers = [
        f"{name(path)}:{node.lineno}"
        for path in under("scraper/")
        if not (home and name(path).startswith(home))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == function
    ]
    assert not strangers


@pytest.mark.parametrize("path", under("templates/runtime/"), ids=name)
def test_the_runtime_does_not_know_where_it_lies(path: Path) -> None:
    """Its modules are copied into packages: they reach each other by relative imports."""
    own = {module.stem for module in RUNTIME.glob("*.py")} | {"templates", "scraper"}
    for node in ast.walk(tree(path)):
        match node:
            case ast.Import(names=names):
                assert not [a.name for a in names if a.name.split(".")[0] == "scraper"]
                assert not [a.name for a in names if a.name.startswith("templates")]
            case ast.ImportFrom(level=0, module=module):
                assert (module or "").split(".")[0] not in {"templates", "scraper"}
            case ast.ImportFrom(level=level, module=module):
                assert level == 1
                assert module is None or module.split(".")[0] in own
            case _:
                pass


ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If,
    nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro, nodes.Call, nodes.Filter, nodes.Not, nodes.Const,
)  # fmt: skip

FILTERS = frozenset({"indent", "yaml", "yaml_key", "yaml_line"})


def logic(template: nodes.Template) -> Iterator[str]:
    """What a template does beyond printing, looping, including, and asking an attribute yes or no."""
    macros = {macro.name for macro in template.find_all(nodes.Macro)}
    for imported in template.find_all(nodes.FromImport):
        macros |= {n if isinstance(n, str) else n[1] for n in imported.names}
    modules = {imported.target for imported in template.find_all(nodes.Import)}
    for node in template.find_all(nodes.Node):
        where = f"line {node.lineno}: {type(node).__name__}"
        if not isinstance(node, ALLOWED):
            yield where
        elif isinstance(node, nodes.If) and not plain(node.test):
            yield f"{where}: a test that is no attribute"
        elif isinstance(node, nodes.For) and (node.test or not plain(node.iter)):
            yield f"{where}: a loop over something computed"
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield f"{where}: {node.name}"
        elif isinstance(node, nodes.Call) and not called(node.node, macros, modules):
            yield f"{where}: no macro"


def plain(node: nodes.Node) -> bool:
    """A name, an attribute of a name, or `not` one of them."""
    match node:
        case nodes.Name():
            return True
        case nodes.Getattr() | nodes.Not():
            return plain(node.node)
        case _:
            return False


def called(node: nodes.Node, macros: set[str], modules: set[str]) -> bool:
    match node:
        case nodes.Name():
            return node.name in macros
        case nodes.Getattr():
            return isinstance(node.node, nodes.Name) and node.node.name in modules
        case _:
            return False


@pytest.mark.parametrize("path", PRINTED, ids=name)
def test_templates_hold_no_logic(path: Path) -> None:
    assert not list(logic(parsed(path.read_text(encoding="utf-8"))))


def parsed(source: str) -> nodes.Template:
    environment = Environment(autoescape=True)
    environment.filters |= {"yaml": str, "yaml_key": str, "yaml_line": str}
    return environment.parse(source)


@pytest.mark.parametrize(
    "path",
    [TEMPLATES / "openapi" / f"{each}.yaml.jinja" for each in ("openapi", "operation")],
    ids=name,
)
def test_every_value_of_openapi_goes_through_the_filter(path: Path) -> None:
    template = parsed(path.read_text(encoding="utf-8"))
    printed = [
        node
        for output in template.find_all(nodes.Output)
        for node in output.nodes
        if not isinstance(node, nodes.TemplateData)
    ]
    assert printed
    bare = [node.lineno for node in printed if not filtered(node)]
    assert not bare, f"no filter in lines {bare}"


def filtered(node: nodes.Node | None) -> bool:
    match node:
        case nodes.Filter(name="yaml" | "yaml_key"):
            return True
        case nodes.Filter(name="indent"):
            return filtered(node.node)
        case _:
            return False


@pytest.mark.parametrize(
    ("source", "allowed"),
    [
        ("{{ view.name }}{% for x in view.xs %}{{ x }}{% endfor %}", True),
        ("{% if not loop.last %}, {% endif %}{{ view.doc | indent(4) }}", True),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(view.a) }}", True),
        ("{% import 'a' as a %}{% from 'b' import c %}{{ a.m(view) }}{{ c() }}", True),
        ("{% include 'x.jinja' %}", True),
        ("{{ view.name | upper }}", False),
        ("{{ view.name.upper() }}", False),
        ("{{ view.a ~ view.b }}", False),
        ("{{ view.a + 1 }}", False),
        ("{{ view['a'] }}", False),
        ("{% if view.a == 1 %}{% endif %}", False),
        ("{% if view.a and view.b %}{% endif %}", False),
        ("{% if view.a is defined %}{% endif %}", False),
        ("{% if view.f() %}{% endif %}", False),
        ("{% set x = 1 %}", False),
        ("{% for x in view.xs if x.a %}{% endfor %}", False),
        ("{% for x in [1] %}{% endfor %}", False),
        ("{{ 'a' if view.b else 'c' }}", False),
    ],
)
def test_the_rule_for_templates_tells_printing_from_logic(
    source: str, allowed: bool
) -> None:
    found = list(logic(parsed(source)))
    assert (not found) is allowed
