"""Corrections as a person writes them, and what becomes of the lamps."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import pytest

from scraper import corrections, pipeline, service
from scraper.api.model import Enumeration, Operation, Property
from scraper.document.model import Page
from scraper.issues import Issue, ScraperError
from scraper.text import Text
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
PAGES = tuple(
    Page(name=Text(name), content=content.encode())
    for name, content in (
        ("SwitchLamp.html", SWITCH),
        ("ShowLamp.html", SHOW),
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
    return pipeline.read(PAGES, LAMPS, corrections=made)


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
        one
        for one in reading.api.operations
        if one.source.page == Text(f"{page}.html")
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
        'property = "dim"\nfact = "type"\nwas = "Integer"\nnow = "Double"',
        lambda r: prop(r, "dim").type,
        "number",
    ),
)
