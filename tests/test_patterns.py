"""No regular expression of ours backtracks: on the worst texts found for it, its steps grow as the text does."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scraper.api.paginating import _leads_on
from scraper.draft.constraints.defaults import defaults
from scraper.emit.sinks import python, words
from scraper.source import Source
from scraper.text import Paragraph, Prose, Span, Text
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
    (r"a{0,300}a{0,300}b", Call.MATCH),
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
    for one in (
        "scraper.upstream.model.COMMIT",  # a value
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


# Patterns that are made of what a page says.

HOSTILE = ("(a+)+$", "a" * 50, " ", "\\", "[", "x|x", "a.*a.*", "_" * 9, "é")
