"""Former names: they go on working beside the new ones, sync and async, and warn where they are used."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import pytest

from scraper.emit import package as package_of
from scraper.emit import project
from scraper.emit.python import files, lay_out
from scraper.names import NO_FORMER, Former, Named
from tests.emit_python.printed import everything, whole
from tests.support import checkers
from tests.support.calling import client_arguments
from tests.support.driving import importable, write

FORMER: Former = {
    Named.SCHEMA: {"Blade": "Leaf"},
    Named.ENUMERATION: {"Hue": "Color"},
    Named.OPERATION: {
        "SowTree": "GrowTree",
        "ListPages": "ListByPage",
        "FellTree": "CutTree",
        "DisplayTree": "ShowTree",
    },
    Named.GROUP: {"Curving": "Bending"},
    Named.MEMBER: {"Color/ROSE": "RED", "Size/TINY": "SMALL"},
}


def printed(former: Former) -> dict[str, str]:
    return files(whole(), lay_out(whole(), former=former))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("former")
    write(printed(FORMER), made)
    return made


@pytest.fixture
def package(folder: Path) -> Iterator[Any]:
    with importable(folder, "otc_things") as package:
        yield package


def answering(body: object) -> httpx2.MockTransport:
    return httpx2.MockTransport(lambda _: httpx2.Response(200, json=body))


def in_pages(request: httpx2.Request) -> httpx2.Response:
    first = request.url.params["at"] == "0"
    return httpx2.Response(200, json=[{"id": "a"}] if first else [])


def told(use: Callable[[], Any]) -> tuple[Any, list[str]]:
    """What a use gives, and what it warns of where this file is to blame."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        given = use()
    assert {one.category for one in caught} <= {DeprecationWarning}
    return given, [str(one.message) for one in caught if one.filename == __file__]


def test_without_former_names_nothing_changes() -> None:
    assert printed(NO_FORMER) == everything()
    assert package_of(whole()) == package_of(whole(), former=NO_FORMER)


def test_a_project_has_the_former_names() -> None:
    made = package_of(whole(), former=FORMER)
    found = project(whole(), [], made)
    assert printed(FORMER).items() <= found.items()


@pytest.mark.parametrize(("old", "new"), [("Blade", "Leaf"), ("Hue", "Color")])
def test_a_class(package: Any, old: str, new: str) -> None:
    models = import_module("otc_things.models")
    for _ in range(2):
        given, warned = told(lambda: getattr(models, old))
        assert given is getattr(models, new)
        assert warned == [f"{old} is now {new}"]
    assert old not in models.__all__
    assert old not in dir(models)


def test_a_class_is_imported(package: Any) -> None:
    names: dict[str, Any] = {}
    program = compile("from otc_things.models import Blade, Leaf", __file__, "exec")
    _, warned = told(lambda: exec(program, names))  # noqa: S102
    assert names["Blade"] is names["Leaf"]
    assert set(warned) == {"Blade is now Leaf"}


def test_an_import_of_all_does_not_warn(package: Any) -> None:
    exec("from otc_things.models import *", {})  # noqa: S102


def test_a_member(package: Any) -> None:
    models = import_module("otc_things.models")
    assert models.Color.ROSE is models.Color.RED
    assert models.Size.TINY is models.Size.SMALL
    assert [one.name for one in models.Color] == ["RED", "GREEN"]


def test_an_operation(package: Any) -> None:
    with httpx2.Client(transport=answering({"id": "a", "color": "red"})) as http:
        things = package.Things(**client_arguments(http)).things
        leaf, warned = told(things.display_tree)
        assert (leaf.id, warned) == ("a", ["display_tree is now show_tree"])
        with pytest.warns(DeprecationWarning, match="now show_tree"):
            answer = package.with_response(things.display_tree)(timeout=5)
        assert (answer.value.id, answer.status_code) == ("a", 200)
        leaf, warned = told(things.wait_sow_tree)
        assert (leaf.id, warned) == ("a", ["wait_sow_tree is now wait_grow_tree"])
        # That the operation is deprecated is said where it is called: in the package.
        assert told(things.fell_tree) == (None, ["fell_tree is now cut_tree"])


def test_an_operation_async(package: Any) -> None:
    async def call() -> None:
        transport = answering({"id": "a", "color": "red"})
        async with httpx2.AsyncClient(transport=transport) as http:
            things = package.AsyncThings(**client_arguments(http)).things
            leaf, warned = told(things.display_tree)
            assert warned == ["display_tree is now show_tree"]
            assert (await leaf).id == "a"
            with pytest.warns(DeprecationWarning, match="now show_tree"):
                answer = await package.with_response(things.display_tree)()
            assert answer.value.id == "a"
            with pytest.warns(DeprecationWarning, match="now wait_grow_tree"):
                assert (await things.wait_sow_tree()).color == "red"

    asyncio.run(call())


def test_an_iterator(package: Any) -> None:
    with httpx2.Client(transport=httpx2.MockTransport(in_pages)) as http:
        things = package.Things(**client_arguments(http)).things
        leaves, warned = told(things.iter_pages)
        assert warned == ["iter_pages is now iter_by_page"]
        assert [one.id for one in leaves] == ["a"]

    async def items() -> list[str]:
        transport = httpx2.MockTransport(in_pages)
        async with httpx2.AsyncClient(transport=transport) as http:
            things = package.AsyncThings(**client_arguments(http)).things
            with pytest.warns(DeprecationWarning, match="now iter_by_page"):
                leaves = things.iter_pages()
            return [one.id async for one in leaves]

    assert asyncio.run(items()) == ["a"]


def test_a_subclass_has_its_own_method_called(package: Any) -> None:
    resources = import_module("otc_things.resources.things")

    def show_tree(_: object, **__: object) -> str:
        return "mine"

    mine = type("Mine", (resources.Things_,), {"show_tree": show_tree})
    with pytest.warns(DeprecationWarning, match="now show_tree"):
        assert mine(None).display_tree() == "mine"


@pytest.mark.parametrize("name", ["Things", "AsyncThings"])
def test_a_group(package: Any, name: str) -> None:
    client = getattr(package, name)(**client_arguments(None))
    for _ in range(2):
        group, warned = told(lambda: client.curving)
        assert group is client.bending
        assert warned == ["curving is now bending"]


DROPPED: tuple[tuple[str, Former], ...] = (
    ("a schema's name is a schema's", {Named.SCHEMA: {"TreeReq": "Leaf"}}),
    ("a schema's name is an enumeration's", {Named.SCHEMA: {"Color": "Leaf"}}),
    ("a method's name is a method's", {Named.OPERATION: {"CutTree": "ShowTree", "ShowTree": "CutTree"}}),
    ("a method's name is an iterator's", {Named.OPERATION: {"IterByPage": "CutTree"}}),
    ("a method's name is a waiter's", {Named.OPERATION: {"WaitGrowTree": "CutTree"}}),
    ("a group's name is a group's", {Named.GROUP: {"Things": "Bending"}}),
    ("a member's name is a member's", {Named.MEMBER: {"Color/GREEN": "RED"}}),
    ("there is no such schema", {Named.SCHEMA: {"Old": "Gone"}}),
    ("the enumeration has no class", {Named.ENUMERATION: {"Old": "Share"}}),
    ("there is no such operation", {Named.OPERATION: {"Old": "Gone"}}),
    ("there is no such group", {Named.GROUP: {"Old": "Gone"}}),
    ("there is no such member", {Named.MEMBER: {"Color/OLD": "GONE", "Gone/OLD": "RED"}}),
    ("of what has no former names", {Named.PROPERTY: {"Leaf/old": "id"}, Named.ARGUMENT: {"a/b/c": "d"}}),
)  # fmt: skip


@pytest.mark.parametrize(
    "former", [case[1] for case in DROPPED], ids=[case[0] for case in DROPPED]
)
def test_what_is_new_has_its_name(former: Former) -> None:
    assert printed(former) == everything()


def test_what_only_one_of_three_has_taken_the_others_keep() -> None:
    former = {Named.OPERATION: {"ListByOffset": "ListByPage", "ByMarker": "ListByPage"}}
    text = printed(former)["otc_things/resources/things.py"]
    assert "def by_marker(" in text
    assert text.count("def iter_by_marker(") == 1
    assert text.count("def list_by_offset(") == 1


def test_a_name_that_python_keeps_was_known_with_an_underscore() -> None:
    former = {Named.SCHEMA: {"Model": "Leaf"}, Named.GROUP: {"Close": "Bending"}}
    found = printed(former)
    assert '"Model_": "Leaf"' in found["otc_things/models/__init__.py"]
    assert "def close_(self)" in found["otc_things/client.py"]


USE = '''"""Former names as a program has them; each comment must be needed."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from typing import assert_type

from otc_things import AsyncThings, Things, models, with_response
from otc_things.models import Blade, Leaf


def built(color: models.Hue) -> Blade:
    leaf: Leaf = models.Blade(id="a", color=color)
    return leaf


built(models.Color.ROSE)


def call(client: Things) -> None:
    things = client.things
    assert_type(things.display_tree(), models.Leaf)  # pyright: ignore[reportDeprecated]
    for leaf in things.iter_pages(at=1):  # pyright: ignore[reportDeprecated]
        assert_type(leaf, models.Leaf)
    things.wait_sow_tree(poll_delay=1)  # pyright: ignore[reportDeprecated]
    answer = with_response(things.display_tree)(timeout=1)  # pyright: ignore[reportDeprecated]
    assert_type(answer.value, models.Leaf)
    client.curving.bend_tree()  # pyright: ignore[reportDeprecated]
    things.display_tree(other=1)  # type: ignore[call-arg]


async def call_async(client: AsyncThings) -> None:
    things = client.things
    assert_type(await things.display_tree(), models.Leaf)  # pyright: ignore[reportDeprecated]
    async for leaf in things.iter_pages():  # pyright: ignore[reportDeprecated]
        assert_type(leaf, models.Leaf)
    await client.curving.bend_tree()  # pyright: ignore[reportDeprecated]
'''


def test_typed(tmp_path: Path) -> None:
    write({**printed(FORMER), "use.py": USE}, tmp_path)
    checkers.mypy_is_clean([tmp_path / "otc_things", tmp_path / "use.py"])
    checkers.pyright_is_clean(tmp_path)
