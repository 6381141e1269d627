"""No regular expression of ours backtracks: on the worst texts found for it, its steps grow as the text does."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scraper.draft.constraints import defaults
from scraper.draft.model import Role
from scraper.emit.sinks import python, words
from scraper.text import Bullets, Text
from scraper.upstream.model import COMMIT
from tests.api.builders import INTEGER as NUMBERED
from tests.api.builders import (
    answer,
    array,
    field,
    nested,
    operation,
    resolved,
    table,
    thing,
)
from tests.draft.written import HERE, INTEGER, written
from tests.support.backtracking import Call
from tests.support.hostile_inputs import Suspect
from tests.support.own_patterns import Site, own, paths

BAD = (
    (r"(a+)+b", Call.MATCH),
    (r"(a|a)*b", Call.MATCH),
    (r"(?:a|ab)(?:b?c)*?(?:c|d)*x", Call.MATCH),
    (r"a*a*b", Call.MATCH),
    (r"(?:\w+\s?)*$", Call.FULLMATCH),
    (r"(.*,){10}x", Call.MATCH),
    (r"(x+x+)+y", Call.SEARCH),
    (r"\s+$", Call.EACH),
    (r"\s+$", Call.SEARCH),
    (r"\s*,\s*", Call.EACH),
    (r"<.*>", Call.SEARCH),
    (r"\{[^}]*\}", Call.EACH),
    (r"foo.*bar", Call.SEARCH),
    (r"\d+(?:\.\d+)?%", Call.SEARCH),
    (r"(?i)x(?=[^.]*y)", Call.EACH),
    (r"(`+)[^`]+\1(?!`)", Call.SEARCH),
    (r"a{0,60}a{0,60}b", Call.SEARCH),
    (r"<.{0,2000}>", Call.SEARCH),
)  # fmt: skip

GOOD = (
    (r"a+b", Call.MATCH),
    (r"\s+$", Call.MATCH),
    (r"(?<!\s)\s+$", Call.EACH),
    (r"\{[^{}]*\}", Call.EACH),
    (r"<[^<>]*>", Call.SEARCH),
    (r"(?>a*)a*b", Call.MATCH),
    (r"\s*+,?\s*", Call.MATCH),
    (r"(?:\w+\s)*$", Call.FULLMATCH),
    (r"(?:ab|ac)*d", Call.MATCH),
    (r"x?x?x?x?y", Call.SEARCH),
    (r"(?s).*\.html", Call.FULLMATCH),
    (r"a[^.]{0,40} b", Call.SEARCH),
    (r"(?!.*\.\.).+", Call.FULLMATCH),
    (r"\w+", Call.EACH),
)


@pytest.mark.parametrize(("source", "call"), BAD)
def test_a_bad_pattern_is_found_guilty(source: str, call: Call) -> None:
    assert Suspect(re.compile(source), call).guilt()


@pytest.mark.parametrize(("source", "call"), GOOD)
def test_a_good_pattern_is_not(source: str, call: Call) -> None:
    assert Suspect(re.compile(source), call).guilt() is None


OWN = own()
USED = [
    pytest.param(pattern, call, id=f"{name}-{call.value}-{number}")
    for number, (pattern, name) in enumerate(OWN.names.items())
    for call in sorted(OWN.calls[pattern], key=lambda one: one.value)
]


def test_patterns_are_found_where_they_hide() -> None:
    names = set(OWN.names.values())
    assert OWN.calls[COMMIT] == {Call.FULLMATCH}
    for one in (
        "scraper.draft.constraints.formats._SHAPES",  # in a dict
        "scraper.draft.constraints.limits._SIGNS",  # in tuples in a tuple
        "templates.runtime.urls._PLACEHOLDER",
    ):
        assert one in names
    inline = {name.split(":")[0] for name in names if ":" in name}
    assert {"scraper.emit.sinks.python", "templates.runtime.masking"} <= inline


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_patterns_come_from_re_alone(path: Path) -> None:
    """By its own name, so that the search for them sees them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                told = [(one.name, one.asname) for one in names]
                assert not {"fnmatch", "regex"} & {one for one, _ in told}
                assert all(other in {None, "re"} for one, other in told if one == "re")
            case ast.ImportFrom(module=module):
                assert module not in {"re", "fnmatch", "regex"}
            case _:
                pass


@pytest.mark.parametrize(("pattern", "call"), USED)
def test_steps_grow_as_the_text_does(pattern: re.Pattern[Any], call: Call) -> None:
    assert Suspect(pattern, call).guilt() is None


# Patterns that are made of what a page says: the functions that make them are called with words that mean something
# in a pattern, and what reaches `re` is taken.


def mentioned(word: str) -> None:
    words.mentions(written(f"the {word} of x"), Text(word))


def listed(word: str) -> None:
    bullets = Bullets(items=(written(word), written("x")))
    python.lists(bullets, [Text(word), Text(f"{word}_")])


def by_default(word: str) -> None:
    told = written(f"The default value of `{word}` is `1`.")
    defaults.read(told, INTEGER, HERE, Text(word))


def led_on(word: str) -> None:
    described = "What the page before ends with."
    asked = (field("marker", description=described), field("limit", NUMBERED))
    trees = field("trees", array(thing("Tree", "#Tree")))
    tree = nested("Tree", field(word))
    tables = (table(Role.QUERY, *asked), answer(trees), tree)
    resolved(operation("ListTrees", "GET /v1/trees", *tables))


MADE: dict[Site, tuple[Callable[[str], None], Call]] = {
    Site("scraper.emit.sinks.words", "mentions"): (mentioned, Call.SEARCH),
    Site("scraper.emit.sinks.python", "lists"): (listed, Call.MATCH),
    Site("scraper.draft.constraints.defaults", "_said"): (by_default, Call.EACH),
    Site("scraper.api.paginating", "_leads_on"): (led_on, Call.SEARCH),
}

HOSTILE = (
    "(a+)+$", "a" * 40, "\\", "[", "x|x", "a.*a.*", "a__a", "''", "((", "\u00e9",
)  # fmt: skip


def test_every_pattern_made_of_words_is_tried() -> None:
    assert set(MADE) == OWN.sites


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize("site", MADE, ids=lambda site: site.function)
def test_patterns_made_of_hostile_words(
    site: Site, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[str, int]] = []

    def spied(function: Callable[..., Any]) -> Callable[..., Any]:
        def called(pattern: Any, *others: Any, **named: Any) -> Any:
            caller = inspect.currentframe()
            assert caller is not None
            assert caller.f_back is not None
            at = caller.f_back
            if at.f_globals["__name__"] == site.module and isinstance(pattern, str):
                flags = int(others[0]) if function is re_compile and others else 0
                made.append((pattern, flags))
            return function(pattern, *others, **named)

        return called

    re_compile = re.compile
    for name in ("compile", "search"):
        monkeypatch.setattr(re, name, spied(getattr(re, name)))
    function, call = MADE[site]
    function(word)
    monkeypatch.undo()
    of_words = [one for one in made if re.escape(word.strip("_")) in one[0]]
    assert of_words
    for pattern, flags in of_words:
        assert Suspect(re.compile(pattern, flags), call).guilt() is None
