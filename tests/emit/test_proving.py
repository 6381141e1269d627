"""Whatever the sinks have let through, a file that holds more than our forms and the values put into it is refused."""

from __future__ import annotations

import pytest

from scraper.emit.proving import UnprovedError, values
from scraper.emit.proving.python import MODULE, SNIPPET, Forms, functions, prove
from scraper.emit.sinks.tree import Tree
from scraper.text import Text

LAMP = '''"""Lamps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import Field
from typing_extensions import deprecated

from .._runtime import Model, OpenIntEnum, Request, Resource, Timeout

if TYPE_CHECKING:
    from .shade import Shade

__version__ = "1.0"


class Light(OpenIntEnum):
    """Lights."""

    ON = 1
    OFF = -1


class Lamp(Model):
    color: list[Shade | str] | None = Field(default=None, max_length=3, lt=float("inf"))
    """Its colour."""


class Lamps(Resource):
    @deprecated("gone")
    async def show(self, *, lamp: str, timeout: Timeout | None = None) -> Lamp:
        """Show it."""
        from .others import Others

        def _page(offset: int | None) -> Lamp:
            return Others(self._client).page(offset=offset, extra=[lamp, {"a": 1}])

        return await self._client.send(Request("GET", "/lamps"), Lamp)
'''


def test_our_forms_are_taken() -> None:
    prove(LAMP, "lamp.py")


REFUSED = {
    "no Python": ("x = (", "no Python"),
    "a NUL": ("x = 1\0", "no Python"),
    "deep": ("x = " + "(" * 10_000 + ")" * 10_000, "no Python"),
    "an import": ("import os", "Import is no form"),
    "an import from elsewhere": ("from os import system", "an import of 'os'"),
    "a part of a library": ("from pydantic.utils import x", "an import of"),
    "an import of all": ("from .lamp import *", "an import of everything"),
    "a call that nobody uses": ("print()", "nobody uses"),
    "a number that nobody uses": ("1", "nobody uses"),
    "bytes that nobody uses": ("b'x'", "nobody uses"),
    "a built-in": ("x = eval", "'eval' is not defined"),
    "a call at import": ("from pydantic import Field\nx = Field.y()", "while the"),
    "a call of a parameter": ("class A:\n x = A()", "while the module"),
    "a default value that is called": (
        "from .a import b\ndef f(x: int = b()) -> None: return",
        "while the module",
    ),
    "a decorator": (
        "from .a import b\n@b()\ndef f() -> None: return",
        "while the module",
    ),
    "a nested call": ("class A:\n x = str(B.y())", "while the module|not defined"),
    "a string in an annotation": (
        "class A:\n x: list['__import__(1)']",
        "a value in an annotation",
    ),
    "a call in an annotation": ("def f(x: A()) -> None: return", "Call in an"),
    "a call in an answer": ("async def f() -> A(): return", "Call in an"),
    "a dunder": ("x = str.__mro__", "'__mro__' is a name of Python's"),
    "a dunder that is defined": ("class A:\n __class__ = 1", "name of Python's"),
    "a dunder method": ("def __getattr__(name: str) -> str: return", "'__getattr__'"),
    "a dunder argument": ("def f(__debug__x: str) -> str: return", "'__debug__x'"),
    "a metaclass": ("class A(metaclass=str): pass", "by its bases"),
    "a base that is called": ("class A(str()): pass", "by its bases"),
    "a lambda": ("x = lambda: 1", "Lambda is no form"),
    "a comprehension": ("x = [a for a in []]", "no form"),
    "an f-string": ("x = f'{1}'", "JoinedStr is no form"),
    "a walrus": ("x = (y := 1)", "NamedExpr is no form"),
    "a loop": ("while 1: pass", "While is no form"),
    "a removal": ("del str", "Delete is no form"),
    "an operator": ("x = 1 @ 2", "MatMult is no form"),
    "a power": ("x = 9 ** 9", "Pow is no form"),
    "a global": ("def f() -> None:\n global x", "Global is no form"),
    "stars": ("class A:\n x = str(*A)", "Starred is no form"),
    "arguments from a mapping": ("class A:\n x = float(**A)", "from a mapping"),
    "a call on the way": ("def f(x: str) -> None: return f(x)(x)", "on the way"),
    "a call of a string": ("def f(x: str) -> None: return ''.join(x)", "on the way"),
}


@pytest.mark.parametrize(("source", "told"), REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused(source: str, told: str) -> None:
    with pytest.raises(UnprovedError, match=told) as error:
        prove(source, "lamp.py")
    assert str(error.value).startswith("lamp.py:")
    assert "nothing was written" in str(error.value)


def test_the_place_is_told() -> None:
    with pytest.raises(UnprovedError, match=r"^lamp\.py:4: "):
        prove('"""Lamps."""\n\n\nprint()\n', "lamp.py")


def test_functions_that_are_known_are_not_looked_into() -> None:
    source = "def __dir__() -> list[str]:\n    return sorted(globals())\n"
    forms = Forms(
        kinds=MODULE.kinds,
        libraries=MODULE.libraries,
        builtins=MODULE.builtins,
        known=functions(source),
    )
    prove(source.replace("sorted(globals())", "sorted( globals( ) )"), "a.py", forms)
    with pytest.raises(UnprovedError, match="__dir__"):
        prove(source.replace("globals", "locals"), "a.py", forms)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("from lamps import Lamps\nwith Lamps() as c:\n    print(c.x())", ""),
        ("import asyncio\n\nasyncio.run(print())", ""),
        ("import os", "an import of 'os'"),
        ("from lamps_of_others import Lamps", "an import of"),
        ("open('x')", "'open' is not defined"),
        ("print(str.__mro__)", "name of Python's"),
    ],
)
def test_examples_may_do_more(source: str, told: str) -> None:
    if not told:
        prove(source, "README.md", SNIPPET, "lamps")
        return
    with pytest.raises(UnprovedError, match=told):
        prove(source, "README.md", SNIPPET, "lamps")


PRINTED: tuple[tuple[str, Tree, str, str], ...] = (
    ("the same", {"a": [1, "x", None, True, 1.5]}, "a: [1, x, null, true, 1.5]", ""),
    ("a word of the template", ["x"], "info: [x]", ""),
    ("twice the same", ["info"], "info: info", ""),
    ("words", {Text("a"): Text("b")}, "a: b", ""),
    ("another value", {"a": "x"}, "a: y", "'y' was not put in"),
    ("a number as a string", {"a": 1}, "a: '1'", "'1' was not put in"),
    ("a flag as a number", {"a": True}, "a: 1", "1 was not put in"),
    ("a fraction as a number", {"a": 1.0}, "a: 1", "1 was not put in"),
    ("a date", {"a": "2020-01-01"}, "a: 2020-01-01", "of the kind timestamp"),
    ("a value more", {"a": "x"}, "a: x\nb: x", "'b' was not put in"),
    ("a value less", {"a": ["x", "y"]}, "a: [x]", "'y' got lost"),
    ("another order", ["x", "y"], "[y, x]", "'y' was not put in"),
    ("a key twice", {"a": "x"}, "a: z\na: x\n", "no YAML"),
    ("a key lost", {"a": "x", "b": "y"}, "a: x\nb: y\na: x", "no YAML"),
    ("an alias", ["x"], "a: &x x\nb: *x", "was not put in"),
    ("a tag", ["x"], "!!python/object:os.system x", "no YAML"),
    ("a second document", ["x"], "x\n---\ny", "no YAML"),
    ("no YAML", ["x"], "x: [", "no YAML"),
)


@pytest.mark.parametrize(
    ("put", "text", "told"), [row[1:] for row in PRINTED], ids=[r[0] for r in PRINTED]
)
def test_yaml_is_read_back(put: Tree, text: str, told: str) -> None:
    printed = tuple(values.leaves(put))
    if not told:
        values.of_yaml(text, "a.yaml", printed, "info:")
        return
    with pytest.raises(UnprovedError, match=told):
        values.of_yaml(text, "a.yaml", printed, "info:")


def test_toml_is_read_back() -> None:
    values.of_toml('[info]\nname = "x"', "a.toml", ["x"], "[info]\nname = ")
    for text in (
        '[info]\nname = "y"',
        '[info]\nname = "x"\ny = "x"',
        "[info",
        "[info]",
    ):
        with pytest.raises(UnprovedError, match=r"^a\.toml: "):
            values.of_toml(text, "a.toml", ["x"], "[info]\nname = ")


def test_json_is_read_back() -> None:
    values.of_json('{"a": [1, "x"]}', "a.json", ["a", 1, "x"])
    for text in ('{"a": [1, "y"]}', '{"a": [1, "x"], "b": 0}', '{"a": [1]}', "{"):
        with pytest.raises(UnprovedError, match=r"^a\.json: "):
            values.of_json(text, "a.json", ["a", 1, "x"])
