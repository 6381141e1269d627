"""model.json and back: facts as they were, of prose the words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scraper.diff import words
from scraper.diff.compare import compare
from scraper.diff.restoring import restore, source
from scraper.emit.sinks import lines
from scraper.emit.snapshot import snapshot
from scraper.issues import ScraperError
from scraper.source import Source
from scraper.text import Bullets, Code, Paragraph, Prose, Span, Text
from tests.emit.builders import HOSTILE, api, hostile_api, operation, property_, schema
from tests.support.references import CASES, committed, golden


@pytest.mark.parametrize(
    "case", sorted(path.name for path in CASES.iterdir() if path.is_dir())
)
def test_every_golden_comes_back(case: str) -> None:
    made = golden(case).reading.api
    restored = restore(snapshot(made), file="model.json")
    assert compare(made, restored) == ()
    assert compare(restored, made) == ()
    again = restore(snapshot(restored), file="model.json")
    assert compare(restored, again) == ()


def test_the_committed_one_comes_back() -> None:
    made = committed("modelarts").reading.api
    restored = restore(snapshot(made), file="model.json")
    assert compare(made, restored) == ()
    assert restored.service == made.service
    assert [each.name for each in restored.schemas] == [e.name for e in made.schemas]


def test_a_format_comes_back() -> None:
    made = api(schemas=[schema("Thing", property_("id", format="uuid"))])
    restored = restore(snapshot(made), file="model.json")
    assert restored.schemas == made.schemas


PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]))
SPAN = st.builds(
    Span, text=PLAIN.map(Text), strong=st.integers(0, 2), code=st.booleans()
)
PARAGRAPH = st.builds(Paragraph, spans=st.lists(SPAN).map(tuple))
PROSE = st.recursive(
    st.builds(Prose, blocks=st.lists(PARAGRAPH).map(tuple)),
    lambda inner: st.builds(
        Prose,
        blocks=st.lists(
            PARAGRAPH | st.builds(Bullets, items=st.lists(inner).map(tuple))
        ).map(tuple),
    ),
    max_leaves=6,
)


@given(PROSE)
def test_words_survive_their_markup(prose: Prose) -> None:
    made = api(operation())
    (one,) = made.operations
    told = type(one)(
        **{name: getattr(one, name) for name in one.__slots__ if name != "description"},
        description=prose,
    )
    restored = restore(snapshot(api(told)), file="model.json")
    assert words.same(prose, restored.operations[0].description)


def test_words_of_code_survive() -> None:
    block = Code(text=Text("a = 1\n  `b` **c**"))
    assert words.same(Prose(blocks=(block,)), Text("a=1 b c"))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_hostile_words_come_back(text: str) -> None:
    written = snapshot(hostile_api(text))
    assert snapshot(restore(written, file="model.json")).count("\n")


SOURCES = (
    Source(page=Text("a.html")),
    Source(page=Text("a.html"), anchor=Text("x")),
    Source(page=Text("a b.html"), anchor=Text("x row 2"), row=3),
    Source(page=Text("a.html"), row=12),
    Source(page=Text("")),
)


@pytest.mark.parametrize("place", SOURCES, ids=lines.place)
def test_source(place: Source) -> None:
    assert source(lines.place(place)) == place


# (title, text, what the error says)
REFUSED = [
    ("no JSON", "{", "not JSON"),
    ("no object", "[]", "expected an object"),
    ("another program's", '{"format": 1}', "no model.json of this generator"),
    ("another format", '{"format": 99, "generator": "scraper"}', "no model.json of this"),
    ("nothing in it", '{"format": 1, "generator": "scraper"}', "model.service: missing"),
    ("deep", "[" * 100_000, "not JSON"),
    ("deep and whole", "[" * 51 + "]" * 51, "not JSON"),
    ("a number without end", f'{{"format": {"9" * 5_000}}}', "not JSON"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_anything_else_is_refused(text: str, says: str) -> None:
    with pytest.raises(ScraperError, match=says) as caught:
        restore(text, file="x/model.json")
    assert str(caught.value).startswith("x/model.json: ")


def holders(value: object) -> Iterator[tuple[Any, str | int]]:
    """Every object and array in a tree, with each of its keys."""
    if isinstance(value, dict):
        branch = cast("dict[str, object]", value)
        for key, inner in branch.items():
            yield branch, key
            yield from holders(inner)
    elif isinstance(value, list):
        items = cast("list[object]", value)
        for at, inner in enumerate(items):
            yield items, at
            yield from holders(inner)


@given(st.data())
def test_a_broken_model_is_an_error_and_no_crash(data: st.DataObject) -> None:
    """Anything in place of any value."""
    tree = json.loads(snapshot(golden("nested_and_recursive").reading.api))
    holder, key = data.draw(st.sampled_from(list(holders(tree))))
    holder[key] = data.draw(
        st.sampled_from([None, 1, "x", [], {}, True, {"is": "Ref"}, 1.5])
    )
    with suppress(ScraperError):
        restore(json.dumps(tree), file="model.json")
