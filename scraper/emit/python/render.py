"""The Python files of a generated project."""

from __future__ import annotations

from scraper.api.model import Api
from scraper.emit.python import client, models, resources
from scraper.emit.python.flavours import AWAITED, PLAIN
from scraper.emit.python.formatting import formatted
from scraper.emit.python.groups import groups as groups_of
from scraper.emit.python.layout import Layout
from scraper.emit.templates import folder, render

_PACKAGE = '"""The operations, by chapter of the reference."""\n'


def files(api: Api, layout: Layout) -> dict[str, str]:
    """Every file of the package, by its path inside the project."""
    groups = groups_of(api, client.TAKEN)
    package = api.service.package
    python = {
        "models/__init__.py": render(
            "python/models_init.py.jinja", client.models(api.service, layout)
        ),
        "resources/__init__.py": _PACKAGE,
        "async_resources/__init__.py": _PACKAGE,
    }
    for name, module in models.modules(api, layout):
        python[f"models/{name}.py"] = render("python/models_module.py.jinja", module)
    for flavour in (PLAIN, AWAITED):
        for group in groups:
            view = resources.resource(group, layout, flavour, groups)
            path = f"{flavour.package}/{group.module}.py"
            python[path] = render("python/resource.py.jinja", view)
    printed = {f"{package}/{path}": formatted(text) for path, text in python.items()}
    return (
        printed | stamped(api, layout) | runtime(package) | {f"{package}/py.typed": ""}
    )


def stamped(api: Api, layout: Layout) -> dict[str, str]:
    """The files of the package that tell its version."""
    groups = groups_of(api, client.TAKEN)
    views = {
        "__init__": ("package_init", client.package(api.service)),
        "client": ("client", client.client(api.service, groups, layout)),
    }
    return {
        f"{api.service.package}/{name}.py": formatted(
            render(f"python/{template}.py.jinja", view)
        )
        for name, (template, view) in views.items()
    }


def runtime(package: str) -> dict[str, str]:
    """The hand-written modules, byte for byte."""
    return {
        f"{package}/_runtime/{path.name}": path.read_text(encoding="utf-8")
        for path in sorted((folder() / "runtime").glob("*.py"))
    }
