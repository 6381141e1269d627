"""Methods whose answer is one of several types: type checkers know what they return, and it is parsed."""

from __future__ import annotations

from pathlib import Path

import pytest

from scraper.api.model import Array, Ref, Type, Union
from scraper.emit.python import files, lay_out
from tests.emit.builders import (
    INTEGER,
    STRING,
    api,
    enumeration,
    operation,
    response,
    schema,
)
from tests.emit.builders import property_ as prop
from tests.support import checkers
from tests.support.driving import drive, importable, write

EITHER = Union(options=(Ref(name="Leaf"), Array(items=Ref(name="Twig")), STRING))
ANSWERS: dict[str, Type] = {
    "ShowEither": EITHER,
    "ShowColor": Ref(name="Color"),
    "ShowLeaf": Ref(name="Leaf"),
    "ListEither": Array(items=EITHER),
}
MADE = api(
    *(
        operation(name, "GET", f"/v1/{name}", responses=[response("200", answer)])
        for name, answer in ANSWERS.items()
    ),
    schemas=[schema("Leaf", prop("id")), schema("Twig", prop("size", INTEGER))],
    enumerations=[enumeration("Color", {"red": "", "green": ""})],
)
USE = """
from typing import assert_type

from otc_things import AsyncThings, Things
from otc_things.models import Color, Leaf, Twig


def use(client: Things) -> None:
    things = client.things
    assert_type(things.show_either(), Leaf | list[Twig] | str)
    assert_type(things.show_color(), Color | str)
    assert_type(things.show_leaf(), Leaf)
    assert_type(things.list_either(), list[Leaf | list[Twig] | str])


async def wait(client: AsyncThings) -> None:
    things = client.things
    assert_type(await things.show_either(), Leaf | list[Twig] | str)
    assert_type(await things.show_leaf(), Leaf)
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("union")
    write(files(MADE, lay_out(MADE)), folder)
    (folder / "use.py").write_text(USE, encoding="utf-8")
    return folder


def test_only_a_union_is_annotated(package: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in package.rglob("things.py")]
    found = [text for text in texts if "def show_either(" in text]
    assert found
    for text in found:
        assert [text.count(one) for one in ("_answer: ", "return _answer\n")] == [2, 2]


def test_answers_are_typed(package: Path) -> None:
    checkers.mypy_is_clean([package / "otc_things", package / "use.py"])
    checkers.pyright_is_clean(package)


def test_answers_are_parsed(package: Path) -> None:
    with importable(package, "otc_things") as imported:
        assert drive(MADE, imported) == (len(ANSWERS), 0, 0)
