"""The reading stages, one by one, each fed with bytes; whatever they are, none raises but a ScraperError of a file that people write."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from hypothesis import given, settings

from scraper import corrections, document, draft, lock, pipeline, service
from scraper.document.model import Page
from scraper.draft import constraints, curl, example_text, request_line, types
from scraper.draft.model import TypeExpression
from scraper.issues import ScraperError
from scraper.pipeline import Reference
from scraper.source import Source
from scraper.text import Paragraph, Prose, Span, Text
from tests.draft.written import BOOLEAN, INTEGER, MAP, NUMBER, OBJECTS, STRING, STRINGS
from tests.lamps import CHAPTER, SERVICE, SWITCH
from tests.storm import words
from tests.storm.breaks import Broken, broken
from tests.storm.checks import LAMPS, Case, read

HERE: Final = Source(page=Text("Lamp.html"))
TYPES: Final[tuple[TypeExpression, ...]] = (STRING, INTEGER, NUMBER, BOOLEAN, STRINGS, OBJECTS, MAP)  # fmt: skip
CORRECTIONS: Final = """
[[correction]]
page = "Lamp.html"
table = "Lamp"
property = "color"
row = 3
fact = "type"
was = "String"
now = "Array of [Color](#Color) objects"
reason = "The page is wrong."

[[correction]]
page = "Lamp.html"
fact = "example"
example = 2
path = "$.tags[0].key"
was = "1"
now = "{}"
reason = "The page is wrong."

[[correction]]
page = "Lamp.html"
fact = "waiter"
now = { poll = "ShowJob", status = ["status"], success = ["OK"], delay = 5, backoff = 1.5 }
reason = "It takes long."

[[correction]]
page = "Lamp.html"
fact = "pagination"
now = { style = "page", parameter = "offset", size = "limit", items = ["lamps"], first = 0 }
reason = "It is a list."
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What takes the bytes, and some to begin with."""

    run: Callable[[bytes], None]
    seeds: tuple[bytes, ...]


def _text(content: bytes) -> str:
    """The characters of any bytes; bytes that are none become halves of surrogate pairs."""
    return content.decode("utf-8", errors="surrogateescape")


def _prose(content: bytes) -> Prose:
    """A paragraph a line, every second word of it bold."""
    return Prose(
        blocks=tuple(
            Paragraph(
                spans=tuple(
                    Span(text=Text(part), strong=at % 2)
                    for at, part in enumerate(line.split("*"))
                    if part
                )
            )
            for line in _text(content).splitlines()
        )
    )


def _page(content: bytes) -> Page:
    return Page(name=Text("Lamp.html"), content=content)


def of_document(content: bytes) -> None:
    document.parse(_page(content))


def of_draft(content: bytes) -> None:
    made, _ = document.parse(_page(content))
    draft.read(made)


def of_api(content: bytes) -> None:
    reading = pipeline.read(Reference(service=LAMPS, pages=(_page(content),)))
    assert reading.counts.rows.lost == reading.counts.examples.lost == 0


def of_contents(content: bytes) -> None:
    document.contents(_page(content))


def of_types(content: bytes) -> None:
    cell = _prose(content)
    made, _ = types.parse(cell, HERE)
    types.with_items(made, cell, cell)


def of_constraints(content: bytes) -> None:
    type_ = TYPES[content[0] % len(TYPES)] if content else STRING
    constraints.read(_prose(content[1:]), type_, HERE, Text("lamp"))


def of_request_line(content: bytes) -> None:
    address = _text(content)
    request_line.target(address)
    text = address.replace("&", "&amp;").replace("<", "&lt;")
    of_draft(f"<h1>Lamp</h1><h4>URI</h4><p>{text}</p>".encode(errors="replace"))


def of_example(content: bytes) -> None:
    for piece in example_text.read(_text(content)):
        if isinstance(piece, example_text.Rest):
            example_text.looks_like_json(piece.text)


def of_curl(content: bytes) -> None:
    curl.read("curl " + _text(content))


def of_corrections(content: bytes) -> None:
    with suppress(ScraperError):
        corrections.read(_text(content), file="corrections.toml")


def of_service(content: bytes) -> None:
    with suppress(ScraperError):
        service.read(_text(content), name="lamps", file="service.toml")


def of_lock(content: bytes) -> None:
    with suppress(ScraperError):
        lock.read(_text(content), file="lock.toml")


@settings(database=None, deadline=None)
@given(broken())
def _storm(made: Broken) -> None:
    read(Case(broken=made))


def of_storm(content: bytes) -> None:
    """The bytes choose a broken reference."""
    storm: Any = _storm
    storm.hypothesis.fuzz_one_input(content)


def _encoded(*texts: str) -> tuple[bytes, ...]:
    return tuple(text.encode("utf-8", errors="surrogatepass") for text in texts)


_PAGES: Final = _encoded(SWITCH, CHAPTER, *words.ISLANDS)
_EACH: Final = {
    "document": Stage(run=of_document, seeds=_PAGES),
    "draft": Stage(run=of_draft, seeds=_PAGES),
    "api": Stage(run=of_api, seeds=_PAGES),
    "storm": Stage(run=of_storm, seeds=tuple(bytes([n]) * 4000 for n in range(0, 256, 9))),
    "contents": Stage(run=of_contents, seeds=_encoded('[{"code":"1","p_code":"","title":"a","uri":"b"}]')),
    "types": Stage(run=of_types, seeds=_encoded(*words.PRIMITIVES, "Array of *Lamp* objects", "Map<String,Array<x>>")),
    "constraints": Stage(run=of_constraints, seeds=_encoded(*(f"{n % 7}{each}" for n, each in enumerate(words.SENTENCES)))),
    "requests": Stage(run=of_request_line, seeds=_encoded(*(f"GET {each}" for each in words.PATHS))),
    "examples": Stage(run=of_example, seeds=_encoded('{"a":[1,-2.5e3,"\\ud800"]}', 'POST /v1/x\n\n{"a":1}', "HTTP/1.1 200 OK")),
    "curl": Stage(run=of_curl, seeds=_encoded("-X PUT https://x/y -H 'a: b' -d '{\"a\":1}'")),
    "corrections": Stage(run=of_corrections, seeds=_encoded(CORRECTIONS)),
    "service": Stage(run=of_service, seeds=_encoded(SERVICE)),
    "lock": Stage(run=of_lock, seeds=_encoded("[operations]\na = \"B\"\n")),
}  # fmt: skip


def _chosen(content: bytes) -> None:
    if content:
        known = tuple(_EACH.values())
        known[content[0] % len(known)].run(content[1:])


STAGES: Final = {
    **_EACH,
    "every": Stage(
        run=_chosen,
        seeds=tuple(
            bytes([number]) + seed
            for number, stage in enumerate(_EACH.values())
            for seed in stage.seeds
        ),
    ),
}
