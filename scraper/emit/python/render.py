"""The Python files of a generated project."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from scraper.api.model import Api
from scraper.emit.proving.python import MODULE, functions
from scraper.emit.python import client, models, resources
from scraper.emit.python.client import FormerEntryView, ModelsView
from scraper.emit.python.flavours import AWAITED, PLAIN
from scraper.emit.python.groups import groups as groups_of
from scraper.emit.python.layout import Layout
from scraper.emit.python.printing import printed
from scraper.emit.templates import folder, render

_PACKAGE = '"""The operations, by chapter of the reference."""\n'


def files(api: Api, layout: Layout) -> dict[str, str]:
    """Every file of the package, by its path inside the project."""
    python = {
        f"{flavour.package}/__init__.py": _PACKAGE for flavour in (PLAIN, AWAITED)
    }
    path = "models/__init__.py"
    index = client.models(api.service, layout)
    forms = replace(MODULE, known=_loading())
    python[path] = printed("models_init", index, path, forms)
    for name, module in models.modules(api, layout):
        path = f"models/{name}.py"
        python[path] = printed("models_module", module, path)
    groups = groups_of(api, client.TAKEN)
    for flavour in (PLAIN, AWAITED):
        for group in groups:
            path = f"{flavour.package}/{group.module}.py"
            view = resources.resource(group, layout, flavour, groups)
            python[path] = printed("resource", view, path)
    package = api.service.package
    return (
        {f"{package}/{path}": source for path, source in python.items()}
        | stamped(api, layout)
        | runtime(package)
        | {f"{package}/py.typed": ""}
    )


@cache
def _loading() -> frozenset[str]:
    """The functions of the package of models, in which no view has a say."""
    nothing = ModelsView(title="", lines=(), entries=(), former=())
    former = (FormerEntryView(name="Former", now="Now"),)
    views = (nothing, replace(nothing, former=former))
    template = "python/models_init.py.jinja"
    return frozenset[str]().union(*(functions(render(template, one)) for one in views))


def stamped(api: Api, layout: Layout) -> dict[str, str]:
    """The files of the package that tell its version."""
    groups = groups_of(api, client.TAKEN)
    views = {
        "__init__": ("package_init", client.package(api.service)),
        "client": ("client", client.client(api.service, groups, layout)),
    }
    return {
        f"{api.service.package}/{name}.py": printed(template, view, f"{name}.py")
        for name, (template, view) in views.items()
    }


def runtime(package: str) -> dict[str, str]:
    """The hand-written modules, byte for byte."""
    return {
        f"{package}/_runtime/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted((folder() / "runtime").glob("*.py"))
    }
