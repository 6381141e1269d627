"""Where the links of descriptions lead in openapi.yaml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scraper.source import Source
from scraper.text import Link, Paragraph, Prose, Span, Text
from tests.emit.builders import SERVICE, api, operation, property_, schema
from tests.emit.validated import read

PAGES = "https://docs.example.com/things/"


def prose(page: str, anchor: str = "", *, elsewhere: bool = False) -> Prose:
    link = Link(page=Text(page), anchor=Text(anchor), elsewhere=elsewhere)
    return Prose(blocks=(Paragraph(spans=(Span(text=Text("words"), link=link),)),))


def at(page: str, anchor: str = "") -> Source:
    return Source(page=Text(page), anchor=Text(anchor))


LINKS = [
    ("another page", prose("a.html", "b"), f"[words]({PAGES}a.html#b)"),
    (
        "the page of an operation",
        prose("lamp.html", "any"),
        '[words](#tag/Things/operation/ShowLamp "ShowLamp")',
    ),
    (
        "the page of several operations",
        prose("lamps.html"),
        f"[words]({PAGES}lamps.html)",
    ),
    (
        "the page of one of the operations that share a path",
        prose("start.html"),
        '[words](#tag/Things/operation/LampAction "LampAction")',
    ),
    ("this page", prose(""), f"[words]({PAGES}here.html)"),
    ("a place on this page", prose("", "b"), f"[words]({PAGES}here.html#b)"),
    (
        "the table of a schema",
        prose("", "table1"),
        f'[words]({PAGES}here.html#table1 "Lamp")',
    ),
    (
        "the table of a schema on the page of an operation",
        prose("lamp.html", "table2"),
        f'[words]({PAGES}lamp.html#table2 "Bulb")',
    ),
    (
        "another site",
        prose("https://a.b/(c)", elsewhere=True),
        "[words](https://a.b/%28c%29)",
    ),
    ("no site", prose("javascript:alert(1)", elsewhere=True), "words"),
]


def described(written: Prose, documentation: str = PAGES) -> str:
    """What the document says of a property with that description."""
    holder = replace(property_("p"), description=written, source=at("here.html"))
    one = replace(operation("ShowLamp", path="/lamp"), source=at("lamp.html"))
    several = [
        replace(operation(name, path=f"/{name}"), source=at("lamps.html"))
        for name in ("ListLamps", "CountLamps")
    ]
    shared = [
        replace(operation(name, "POST", "/lamp/action"), source=at(f"{page}.html"))
        for name, page in (("StartLamp", "start"), ("StopLamp", "stop"))
    ]
    made = api(
        one,
        *several,
        *shared,
        schemas=[
            schema("Holder", holder),
            replace(schema("Lamp"), source=at("here.html", "table1")),
            replace(schema("Bulb"), source=at("lamp.html", "table2")),
        ],
        service=replace(SERVICE, documentation=Text(documentation)),
    )
    properties = read(made)["components"]["schemas"]["Holder"]["properties"]
    found: str = properties["p"]["description"]
    return found


@pytest.mark.parametrize(
    ("written", "expected"),
    [case[1:] for case in LINKS],
    ids=[case[0] for case in LINKS],
)
def test_links(written: Prose, expected: str) -> None:
    assert described(written) == expected


def test_pages_that_are_not_published_leave_words() -> None:
    assert described(prose("a.html", "b"), documentation="") == "words"
    one = described(prose("lamp.html"), documentation="")
    assert one == '[words](#tag/Things/operation/ShowLamp "ShowLamp")'
    made = api(operation(), service=replace(SERVICE, documentation=Text("")))
    found = read(made)
    assert "externalDocs" not in found
    assert "externalDocs" not in found["paths"]["/v2/things/{thing_id}"]["get"]
