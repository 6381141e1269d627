"""Corrections as a person writes them, and what becomes of the lamps."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias

import pytest

from scraper import corrections, emit, pipeline, service
from scraper.api.correcting.model import shown_pagination
from scraper.api.model import (
    Array,
    Enumeration,
    Kind,
    Operation,
    Primitive,
    Property,
    Ref,
    Waiter,
)
from scraper.document.model import Page
from scraper.issues import Issue, ScraperError
from scraper.pipeline import Reference
from scraper.source import Source
from scraper.text import Text
from tests.emit.builders import INTEGER, STRING
from tests.lamps import CHAPTER, SERVICE, SWITCH, page, section, table

LAMPS = service.read(SERVICE, name="lamps", file="service.toml")
BODY = "SwitchLamp__request_SwitchRequest"
SHOW = page(
    "ShowLamp",
    "Showing a Lamp",
    section(
        "URI",
        "<p>GET /v1/lamps/{lamp_id}</p>",
        table("ShowLamp__path", "Path", ("lamp_id", "Yes", "String", "The lamp.")),
    ),
    section(
        "Request Parameters",
        "<p>None</p>",
    ),
    section(
        "Function",
        table("ShowLamp__strays", "Strays", ("verbose", "No", "Boolean", "More.")),
    ),
    section(
        "Response Parameters",
        table(
            "ShowLamp__response",
            "Response body parameters",
            ("id", "Yes", "String", "The lamp."),
            ("note", "No", "String", "First."),
            ("note", "No", "Integer", "Second."),
            ("tags", "No", "Array of strings", "Tags."),
        ),
        table("ShowLamp__tag", "Tag", ("key", "Yes", "String", "Its key.")),
    ),
)
LIST = page(
    "ListLamps",
    "Listing Lamps",
    section(
        "URI",
        "<p>GET /v1/lamps</p>",
        table(
            "ListLamps__query",
            "Query parameters",
            ("page", "No", "Integer", "The page."),
            ("limit", "No", "Integer", "How many."),
        ),
    ),
    section(
        "Response Parameters",
        table(
            "ListLamps__response",
            "Response body parameters",
            ("names", "Yes", "Array of strings", "The lamps."),
        ),
    ),
)
PAGES = tuple(
    Page(name=Text(name), content=content.encode())
    for name, content in (
        ("SwitchLamp.html", SWITCH),
        ("ShowLamp.html", SHOW),
        ("ListLamps.html", LIST),
        ("chapter_1.html", CHAPTER),
    )
)


def entry(text: str) -> str:
    """One correction; page and reason are the usual ones unless it has its own."""
    usual = {"page": "SwitchLamp.html", "reason": "Seen so."}
    lines = [f'{k} = "{v}"' for k, v in usual.items() if f"\n{k} = " not in f"\n{text}"]
    return "\n".join(("[[correction]]", *lines, text, ""))


def read(*texts: str) -> pipeline.Reading:
    made = corrections.read("\n".join(map(entry, texts)), file="corrections.toml")
    return pipeline.read(Reference(pages=PAGES, service=LAMPS, corrections=made))


def prop(reading: pipeline.Reading, name: str, page: str = "SwitchLamp") -> Property:
    (found,) = (
        one
        for schema in reading.api.schemas
        for one in schema.properties
        if one.name == Text(name) and schema.source.page == Text(f"{page}.html")
    )
    return found


def call(reading: pipeline.Reading, page: str = "SwitchLamp") -> Operation:
    (found,) = (
        one for one in reading.api.operations if one.source.page == Text(f"{page}.html")
    )
    return found


def values(reading: pipeline.Reading) -> list[tuple[object, str]]:
    (found,) = (
        one for one in reading.api.enumerations if one.base.kind.value == "string"
    )
    return members(found)


def members(found: Enumeration) -> list[tuple[object, str]]:
    return [
        (m.value.plain if isinstance(m.value, Text) else m.value, m.meaning.plain)
        for m in found.members
    ]


def notes(reading: pipeline.Reading) -> list[Issue]:
    return [issue for issue in reading.issues if issue.code == "corrected"]


def example(reading: pipeline.Reading) -> object:
    body = call(reading).body
    assert body
    return [json.loads(one.value.plain) for one in body.examples]


def bound(
    reading: pipeline.Reading, name: str, of: str, page: str = "SwitchLamp"
) -> object:
    fact = getattr(prop(reading, name, page).bounds, of)
    return fact and fact.value


def default(reading: pipeline.Reading, name: str) -> object:
    fact = prop(reading, name).default
    return fact and (fact.value, fact.words.plain, fact.source.page.plain)


def parameters(reading: pipeline.Reading, page: str) -> list[tuple[str, str]]:
    return [
        (one.location.value, one.property.name.plain)
        for one in call(reading, page).parameters
    ]


Look: TypeAlias = Callable[[pipeline.Reading], object]
ON, OFF = ("on", "The lamp shines."), ("off", "The lamp is dark. (Default value)")

KINDS: tuple[tuple[str, str, Look, object], ...] = (
    (
        "a type",
        'property = "dim"\nfact = "type"\nwas = "Integer"\nnow = "Long"',
        lambda r: prop(r, "dim").type,
        Primitive(kind=Kind.INTEGER, format="int64"),
    ),
    (
        "a type decides how the description is read",
        'property = "dim"\nfact = "type"\nwas = "Integer"\nnow = "String"',
        lambda r: prop(r, "dim").bounds.minimum,
        None,
    ),
    (
        "a type that refers to a table by a link",
        ('page = "ShowLamp.html"\nproperty = "tags"\nfact = "type"\n'
        'was = "Array of strings"\nnow = "Array of [Label](#ShowLamp__tag) objects"'),
        lambda r: prop(r, "tags", "ShowLamp").type,
        Array(items=Ref(name="Tag")),
    ),
    (
        "required",
        'property = "dim"\nfact = "required"\nwas = false\nnow = true',
        lambda r: prop(r, "dim").required,
        True,
    ),
    (
        "required, no longer said",
        'property = "dim"\nfact = "required"\nwas = false',
        lambda r: prop(r, "dim").required,
        None,
    ),
    (
        "a value more: the others keep their meanings",
        'property = "state"\nfact = "enum"\nwas = ["on", "off"]\nnow = ["on", "dim", "off"]',
        values,
        [ON, ("dim", ""), OFF],
    ),
    (
        "another meaning",
        ('property = "state"\nfact = "enum"\nwas = ["on", "off"]\n'
        'now = [{ value = "on", meaning = "Light." }, "off"]'),
        values,
        [("on", "Light."), OFF],
    ),
    (
        "no enumeration any more",
        'property = "state"\nfact = "enum"\nwas = ["on", "off"]',
        lambda r: prop(r, "state").type,
        STRING,
    ),
    (
        "an undocumented enumeration of items",
        'page = "ShowLamp.html"\nproperty = "tags"\nfact = "enum"\nnow = ["a", "b"]',
        lambda r: [members(one) for one in r.api.enumerations if one.source.page == Text("ShowLamp.html")],
        [[("a", ""), ("b", "")]],
    ),
    (
        "an undocumented default",
        'property = "dim"\nfact = "default"\nnow = 50',
        lambda r: default(r, "dim"),
        (50, "corrections.toml: Seen so.", "corrections.toml"),
    ),
    (
        "another default",
        'property = "state"\nfact = "default"\nwas = "off"\nnow = "on"',
        lambda r: default(r, "state"),
        (Text("on"), "corrections.toml: Seen so.", "corrections.toml"),
    ),
    (
        "no default",
        'property = "state"\nfact = "default"\nwas = "off"',
        lambda r: default(r, "state"),
        None,
    ),
    (
        "a bound",
        'property = "dim"\nfact = "maximum"\nwas = 100\nnow = 255',
        lambda r: bound(r, "dim", "maximum"),
        255,
    ),
    (
        "a length",
        'page = "ShowLamp.html"\nproperty = "id"\nfact = "max_length"\nnow = 36',
        lambda r: bound(r, "id", "max_length", "ShowLamp"),
        36,
    ),
    (
        "no bound",
        'property = "dim"\nfact = "minimum"\nwas = 1',
        lambda r: bound(r, "dim", "minimum"),
        None,
    ),
    (
        "a name",
        'property = "dim"\nfact = "name"\nnow = "brightness"',
        lambda r: prop(r, "brightness").bounds == prop(read(), "dim").bounds,
        True,
    ),
    (
        "the name of the second row of two",
        ('page = "ShowLamp.html"\nproperty = "note"\nrow = 3\nfact = "name"\n'
        'was = "note"\nnow = "notes"'),
        lambda r: prop(r, "notes", "ShowLamp").type,
        INTEGER,
    ),
    (
        "a property more",
        (f'table = "{BODY}"\nproperty = "speed"\nfact = "property"\n'
        'now = { type = "Integer", required = true, default = 3, minimum = 1, description = "How fast." }'),
        lambda r: (
            prop(r, "speed").type,
            prop(r, "speed").required,
            default(r, "speed"),
            bound(r, "speed", "minimum"),
            prop(r, "speed").description.text,
            prop(r, "speed").source,
        ),
        (
            INTEGER,
            True,
            (3, "corrections.toml: Seen so.", "corrections.toml"),
            1,
            Text("How fast."),
            Source(page=Text("corrections.toml"), row=1),
        ),
    ),
    (
        "a parameter in a part that has no table",
        ('page = "ShowLamp.html"\nproperty = "limit"\nfact = "property"\n'
        'now = { type = "Integer", in = "query" }'),
        lambda r: parameters(r, "ShowLamp"),
        [("path", "lamp_id"), ("query", "limit")],
    ),
    (
        "a property less",
        'property = "color"\nfact = "property"\nwas = "Color object"',
        lambda r: {one.name for one in r.api.schemas},
        {"ListLampsResponse", "ShowLampResponse", "SwitchRequest", "SwitchResponse"},
    ),
    (
        "a part of an example replaced",
        'example = 1\npath = "$.dim"\nfact = "example"\nwas = "40"\nnow = "41"',
        example,
        [{"state": "on", "dim": 41}],
    ),
    (
        "a part of an example removed",
        'example = 1\npath = "$.dim"\nfact = "example"\nwas = "40"',
        example,
        [{"state": "on"}],
    ),
    (
        "a part of an example added",
        'example = 1\npath = "$.color"\nfact = "example"\nnow = \'{"red": 1}\'',
        example,
        [{"state": "on", "dim": 40, "color": {"red": 1}}],
    ),
    (
        "a whole example replaced",
        'example = 1\nfact = "example"\nwas = \'{"state": "on", "dim": 40}\'\nnow = \'{"state": "off"}\'',
        example,
        [{"state": "off"}],
    ),
    (
        "an example removed",
        'example = 1\nfact = "example"\nwas = \'{"state": "on", "dim": 40}\'',
        example,
        [],
    ),
    (
        "an example more",
        'fact = "example"\nnow = { side = "request", label = "Dark", body = \'{"state": "off"}\' }',
        example,
        [{"state": "on", "dim": 40}, {"state": "off"}],
    ),
    (
        "the role of a table",
        'page = "ShowLamp.html"\ntable = "ShowLamp__strays"\nfact = "role"\nwas = "other"\nnow = "query"',
        lambda r: parameters(r, "ShowLamp"),
        [("path", "lamp_id"), ("query", "verbose")],
    ),
    (
        "a table that describes no parameters",
        'page = "ShowLamp.html"\ntable = "ShowLamp__response"\nfact = "role"\nwas = "response"\nnow = "other"',
        lambda r: call(r, "ShowLamp").responses[0].type,
        None,
    ),
    (
        "how pages are turned",
        """page = "ListLamps.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit", items = ["names"], first = 1 }
now = { style = "offset", parameter = "page", size = "limit", items = ["names"] }""",
        lambda r: shown_pagination(call(r, "ListLamps").pagination),
        '{"style": "offset", "parameter": "page", "size": "limit", "items": ["names"]}',
    ),
    (
        "that no pages are turned",
        """page = "ListLamps.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit", items = ["names"], first = 1 }""",
        lambda r: call(r, "ListLamps").pagination,
        None,
    ),
    (
        "what to wait for",
        'fact = "waiter"\nnow = { poll = "ShowLamp", status = ["note"], success = ["lit"], timeout = 9 }',
        lambda r: call(r).waiter,
        Waiter(
            poll="ShowLamp",
            status=(Text("note"),),
            success=(Text("lit"),),
            timeout=9,
            source=Source(page=Text("corrections.toml"), row=1),
        ),
    ),
    (
        "an operation's id",
        'fact = "operation id"\nwas = "SwitchLamp"\nnow = "TurnLamp"',
        lambda r: call(r).id,
        "TurnLamp",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "look", "expected"),
    [case[1:] for case in KINDS],
    ids=[case[0] for case in KINDS],
)
def test_a_correction_changes_what_it_says(
    text: str, look: Look, expected: object
) -> None:
    reading = read(text)
    assert look(reading) == expected
    (note,) = notes(reading)
    named = re.search(r'^page = "(.*?)"', text)
    page = named[1] if named else "SwitchLamp.html"
    assert note.source.page == Text(page)
    assert "correction 1: " in note.detail
    assert note.detail.endswith(": Seen so.")
    counts = reading.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0)
    assert emit.project(reading.api, reading.issues, emit.package(reading.api))


BODY_FIELD = f'table = "{BODY}"\nproperty = "dim"\n'
REFUSED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "no such page",
        'page = "Gone.html"\nproperty = "dim"\nfact = "default"\nnow = 1',
        ("Gone.html", "no such page"),
    ),
    (
        "no such table",
        'table = "gone"\nproperty = "dim"\nfact = "default"\nnow = 1',
        ("SwitchLamp.html#gone", "no such table", BODY, "explain"),
    ),
    (
        "no such property",
        f'table = "{BODY}"\nproperty = "dimm"\nfact = "default"\nnow = 1',
        ('property "dimm"', "no such property", "state, dim, color"),
    ),
    (
        "several rows of the name",
        'page = "ShowLamp.html"\nproperty = "note"\nfact = "default"\nnow = "a"',
        ("2 rows", "ShowLamp__response row 2", "`row`"),
    ),
    (
        "another type",
        BODY_FIELD + 'fact = "type"\nwas = "Long"\nnow = "String"',
        ('expected "Long", found "Integer"', "`was`"),
    ),
    (
        "required already",
        BODY_FIELD + 'fact = "required"\nwas = true\nnow = false',
        ("expected true, found false",),
    ),
    (
        "other values",
        'property = "state"\nfact = "enum"\nwas = ["on"]\nnow = ["on", "dim"]',
        ('expected ["on"], found ["on", "off"]',),
    ),
    (
        "a default where none was",
        'property = "state"\nfact = "default"\nnow = "on"',
        ('expected nothing, found "off"',),
    ),
    (
        "no default where one was",
        BODY_FIELD + 'fact = "default"\nwas = 4\nnow = 5',
        ("expected 4, found nothing",),
    ),
    (
        "another bound",
        BODY_FIELD + 'fact = "maximum"\nwas = 10\nnow = 255',
        ("expected 10, found 100",),
    ),
    (
        "a documented property added",
        BODY_FIELD + 'fact = "property"\nnow = { type = "Integer" }',
        ("expected no such property, found it",),
    ),
    (
        "a property removed that is of another type",
        BODY_FIELD + 'fact = "property"\nwas = "String"',
        ('expected "String", found "Integer"',),
    ),
    (
        "a property added to no table in particular",
        'property = "speed"\nfact = "property"\nnow = { type = "Integer" }',
        ("several tables", "say `table`"),
    ),
    (
        "another part of the example",
        'example = 1\npath = "$.dim"\nfact = "example"\nwas = "50"\nnow = "41"',
        ("example 1", "expected 50, found 40"),
    ),
    (
        "no such part of the example",
        'example = 1\npath = "$.color.red"\nfact = "example"\nnow = "1"',
        ("found nothing",),
    ),
    (
        "no such example",
        'example = 3\nfact = "example"\nwas = "{}"',
        ("example 3", "no examples"),
    ),
    (
        "an example that is there",
        'fact = "example"\nnow = { side = "response", status = "200", body = \'{"lamp_id": "l1"}\' }',
        ("by itself",),
    ),
    (
        "another role",
        f'table = "{BODY}"\nfact = "role"\nwas = "query"\nnow = "other"',
        ("expected query, found body",),
    ),
    (
        "a role for a table whose rows have no names",
        'table = "SwitchLamp__codes"\nfact = "role"\nwas = "status"\nnow = "body"',
        ("no column of names",),
    ),
    (
        "another pagination",
        """page = "ListLamps.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit", items = ["lamps"] }""",
        ('expected {"style": "page"', '["lamps"]', "found", '["names"]'),
    ),
    (
        "pagination that is not there",
        'fact = "pagination"\nwas = { style = "page", parameter = "page", size = "limit" }',
        ("found nothing",),
    ),
    (
        "pages by a parameter that is not there",
        """fact = "pagination"
now = { style = "page", parameter = "page", size = "limit" }""",
        ("no query parameter 'page'", "explain"),
    ),
    (
        "items that the answer lacks",
        """page = "ListLamps.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit", items = ["names"], first = 1 }
now = { style = "page", parameter = "page", size = "limit", items = ["lamps"] }""",
        ("the answer has no list at lamps", "explain"),
    ),
    (
        "a marker that the answer lacks",
        """page = "ListLamps.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit", items = ["names"], first = 1 }
now = { style = "marker", parameter = "page", size = "limit", items = ["names"], next = ["page", "next"] }""",
        ("the answer has nothing at page.next", "explain"),
    ),
    (
        "pages of a page without an operation",
        """page = "chapter_1.html"\nfact = "pagination"
was = { style = "page", parameter = "page", size = "limit" }""",
        ("chapter_1.html", "no operation"),
    ),
    (
        "a waiter of a page without an operation",
        """page = "chapter_1.html"\nfact = "waiter"
now = { poll = "ShowLamp", status = ["id"], success = ["lit"] }""",
        ("chapter_1.html", "no operation"),
    ),
    (
        "a waiter that asks an unknown operation",
        'fact = "waiter"\nnow = { poll = "ShowSun", status = ["id"], success = ["lit"] }',
        ("no operation ShowSun", "explain"),
    ),
    (
        "a status that the answer lacks",
        'fact = "waiter"\nnow = { poll = "ShowLamp", status = ["id", "state"], success = ["lit"] }',
        ("the answer of ShowLamp has nothing at id.state", "explain"),
    ),
    (
        "a status that is a list",
        'fact = "waiter"\nnow = { poll = "ShowLamp", status = ["tags"], success = ["lit"] }',
        ("tags in the answer of ShowLamp is no single value",),
    ),
    (
        "another id",
        'fact = "operation id"\nwas = "Switch"\nnow = "TurnLamp"',
        ("expected Switch, found SwitchLamp",),
    ),
    (
        "an id that another operation has",
        'fact = "operation id"\nwas = "SwitchLamp"\nnow = "ShowLamp"',
        ("ShowLamp", "choose another id"),
    ),
    (
        "an id for a page without an operation",
        'page = "chapter_1.html"\nfact = "operation id"\nwas = "A"\nnow = "B"',
        ("chapter_1.html", "no operation"),
    ),
    (
        "the same type in other words",
        BODY_FIELD + 'fact = "type"\nwas = "Integer"\nnow = "int"',
        ("changes nothing", "take the correction out"),
    ),
    (
        "the same meaning",
        ('property = "state"\nfact = "enum"\nwas = ["on", "off"]\n'
        'now = [{ value = "on", meaning = "The lamp shines." }, "off"]'),
        ("changes nothing",),
    ),
    (
        "the same JSON",
        'example = 1\nfact = "example"\nwas = \'{"state": "on", "dim": 40}\'\nnow = \'{"state":"on","dim":40}\'',
        ("changes nothing",),
    ),
    (
        "a type that cannot be read",
        BODY_FIELD + 'fact = "type"\nwas = "Integer"\nnow = "Glow"',
        ('"Glow"', "no type"),
    ),
    (
        "a value of another type",
        BODY_FIELD + 'fact = "default"\nnow = "bright"',
        ('"bright" has no place', '"Integer"'),
    ),
    (
        "a bound of another type",
        BODY_FIELD + 'fact = "max_length"\nnow = 5',
        ("5 has no place",),
    ),
    (
        "values of an object",
        'property = "color"\nfact = "enum"\nnow = ["red"]',
        ('"red" has no place',),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_correction_that_does_not_apply_is_refused(
    text: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(ScraperError) as caught:
        read(text)
    message = str(caught.value)
    assert message.startswith("corrections.toml: correction 1: ")
    assert "\n" not in message
    for each in words:
        assert each in message


def test_corrections_of_one_row_go_together_in_any_order() -> None:
    texts = (
        'property = "dim"\nfact = "name"\nnow = "level"',
        'property = "dim"\nfact = "default"\nnow = "full"',
        'property = "dim"\nfact = "type"\nwas = "Integer"\nnow = "String"',
    )
    for order in (texts, texts[::-1]):
        level = prop(read(*order), "level")
        assert level.type == STRING
        assert level.default
        assert level.default.value == Text("full")


def test_the_second_correction_of_one_fact_is_stale() -> None:
    text = 'property = "dim"\nfact = "default"\nnow = 1'
    with pytest.raises(
        ScraperError, match=r"correction 2: .* expected nothing, found 1"
    ):
        read(text, text)


def test_operations_can_swap_their_ids() -> None:
    reading = read(
        'fact = "operation id"\nwas = "SwitchLamp"\nnow = "ShowLamp"',
        'page = "ShowLamp.html"\nfact = "operation id"\nwas = "ShowLamp"\nnow = "SwitchLamp"',
    )
    assert (call(reading).id, call(reading, "ShowLamp").id) == (
        "ShowLamp",
        "SwitchLamp",
    )


def test_a_correction_answers_the_issues_of_its_row() -> None:
    def of_row(reading: pipeline.Reading) -> list[str]:
        source = Source(
            page=Text("SwitchLamp.html"),
            anchor=Text("SwitchLamp__request_Color"),
            row=2,
        )
        return [one.code for one in reading.issues if one.source == source]

    assert of_row(read()) == ["type-unknown"]
    text = 'property = "blue"\nfact = "type"\nwas = "Glow"\nnow = "Integer"'
    assert of_row(read(text)) == ["corrected"]
    text = 'property = "blue"\nfact = "required"\nwas = false\nnow = true'
    assert of_row(read(text)) == ["type-unknown", "corrected"]


def test_corrections_of_other_pages_change_nothing_here() -> None:
    plain, corrected = read(), read(
        'page = "ShowLamp.html"\nproperty = "id"\nfact = "max_length"\nnow = 36'
    )
    assert prop(plain, "dim") == prop(corrected, "dim")
    assert [one.page for one in plain.drafts] == [one.page for one in corrected.drafts]


def test_a_second_waiter_is_refused() -> None:
    one = 'fact = "waiter"\nnow = { poll = "ShowLamp", status = ["id"], success = ["lit"] }'
    with pytest.raises(ScraperError, match=r"correction 2: .* a waiter already"):
        read(one, one)
