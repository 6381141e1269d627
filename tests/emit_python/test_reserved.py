"""The lists of reserved names hold all that generated code uses."""

from __future__ import annotations

import ast
import builtins
import inspect
import re

import pytest
from pydantic import BaseModel

from scraper.emit.python import client, reserved
from scraper.emit.templates import folder
from templates import runtime
from templates.runtime.async_client import AsyncClient
from templates.runtime.client import Client
from templates.runtime.models import Model
from templates.runtime.resource import AsyncResource, Resource
from tests.emit.builders import api
from tests.emit_python.printed import everything


def public(*classes: type) -> set[str]:
    return {name for one in classes for name in dir(one) if name[0] != "_"}


def imported(source: str) -> set[str]:
    """Names that a module imports; those of the package's models and resources aside."""
    return {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        and (not node.level or (node.module or "").endswith("_runtime"))
        for alias in node.names
        if node.module != "__future__"
    }


MODULES = {
    path: source
    for path, source in everything().items()
    if path.endswith(".py") and "/_runtime/" not in path
}


def test_model_attributes() -> None:
    assert public(BaseModel, Model) <= reserved.MODEL_ATTRIBUTES


def test_keywords() -> None:
    assert {"class", "None", "async"} <= reserved.KEYWORDS


def test_attributes_of_clients() -> None:
    assert public(Client, AsyncClient) <= client.TAKEN
    signature = inspect.signature(Client.__init__).parameters
    assert set(signature) - {"self"} <= client.TAKEN


def test_attributes_of_resources() -> None:
    assert public(Resource, AsyncResource) == set()


@pytest.mark.parametrize("path", sorted(MODULES))
def test_imported_names(path: str) -> None:
    names = imported(MODULES[path])
    known = {
        "models": reserved.MODEL_NAMES,
        "resources": reserved.RESOURCE_NAMES,
        "async_resources": reserved.RESOURCE_NAMES,
    }.get(path.split("/")[-2], reserved.CLIENT_NAMES)
    if not path.endswith("__init__.py"):
        assert names <= known | reserved.DECORATORS


def test_something_is_imported_everywhere() -> None:
    names = {name for source in MODULES.values() for name in imported(source)}
    expected = (
        reserved.MODEL_NAMES
        | reserved.RESOURCE_NAMES
        | reserved.DECORATORS
        | reserved.CLIENT_NAMES
    ) - {"True", "False", "None", "property"}
    assert expected <= names, "a reserved name that nothing imports any more"


def test_arguments_of_every_method() -> None:
    template = (folder() / "python" / "signature.jinja").read_text(encoding="utf-8")
    fixed = set(re.findall(r"^ {8}(\w+)(?:: [^{}\n]*)?,$", template, re.MULTILINE))
    assert "extra_query" in fixed
    assert fixed | {"body", *reserved.WAIT_ARGUMENTS} == reserved.CALL_ARGUMENTS


def test_builtins_in_annotations() -> None:
    assert all(hasattr(builtins, name) for name in reserved.BUILTINS_IN_ANNOTATIONS)


def test_names_that_the_package_hands_on() -> None:
    assert set(client.EXPORTED) <= set(runtime.__all__)


def test_the_printed_api_is_a_whole_one() -> None:
    assert api().operations == ()
    assert len(MODULES) > 6
