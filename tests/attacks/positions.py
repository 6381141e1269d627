"""The places of a document in which a string can stand, and references that have one in such a place."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Final

from scraper import service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text

PAGE: Final = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
_SLOT: Final = re.compile("§([a-z ]+)§")

FILE, CHAPTER, CHAPTER_PAGE, CODE = (
    "file name",
    "chapter",
    "chapter's page",
    "code of a chapter",
)
_USUAL: Final = {
    FILE: "Lamp{n}.html",
    CHAPTER: "Lamps",
    CHAPTER_PAGE: "lamps.html",
    CODE: "1",
    "anchor": "Lamp{n}",
    "answer": "lamp_id",
    "answer description": "ID of the lamp.",
    "bound": "9",
    "caption": "Path Parameters",
    "code": "lamp --on",
    "constraint": "A lamp must be there.",
    "default": "soft",
    "description": "Name of the lamp.",
    "description markup": "Words.",
    "example": '{ "tone" : "warm" }',
    "example key": "watts",
    "example title": "Making a lamp",
    "example value": "dark",
    "footer": "Lamps",
    "footer link": "lamps.html",
    "function": "This API is used to change a lamp.",
    "function heading": "Function",
    "function markup": "It does.",
    "header": "Mandatory",
    "header name": "X-Lamp",
    "heading": "URI",
    "integer default": "5",
    "item": "some",
    "link": "#bulb",
    "link words": "this",
    "mandatory": "Yes",
    "meaning": "cold",
    "method": "PUT",
    "name": "name",
    "name markup": "remark",
    "nested": "watts",
    "number": "1",
    "path": "lamp_id",
    "path description": "",
    "query": "filter",
    "reference": "#bulb",
    "reference words": "Bulb",
    "schema": "Bulb",
    "section": "section1",
    "status": "404",
    "status description": "Not Found",
    "table": "body",
    "table anchor": "body",
    "title": "Changing Lamp {n}",
    "type": "String",
    "uri": "/v1/{project_id}/lamps{n}/{lamp_id}",
    "value": "blue",
    "path in the URI": "lamp_id",
    "end of the URI": "",
}  # fmt: skip
"""Place → what usually stands there."""

POSITIONS: Final = tuple(_USUAL)

TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {
    "words": (
        "answer description", "code", "constraint", "description", "example title", "footer", "function", "item",
        "link words", "meaning", "path description", "reference words", "status description", CHAPTER,
    ),
    "names": ("answer", "example key", "header name", "name", "nested", "path", "path in the URI", "query"),
    "values": ("bound", "default", "example value", "integer default", "mandatory", "number", "type", "value"),
    "places": (
        "anchor", "footer link", "link", "reference", "section", "table", "table anchor", CHAPTER_PAGE, CODE, FILE,
    ),
    "markup": ("description markup", "function markup", "name markup"),
    "headings": ("function heading", "schema", "title"),
}  # fmt: skip
"""Places of which none hides another: a string can stand in all of them at once."""
_GROUPED: Final = frozenset(one for group in TOGETHER.values() for one in group)
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    **TOGETHER, **{one: (one,) for one in POSITIONS if one not in _GROUPED},
}  # fmt: skip
"""The same, and each other place by itself."""

_MARKUP: Final = ("function markup", "name markup", "description markup")
"""Where a string stands as it is, and is read as HTML."""
_IN_JSON: Final = ("example key", "example value")


def usual(place: str, number: int) -> str:
    """What stands there in the page of this number."""
    return _USUAL[place].replace("{n}", str(number))


def reference(
    strings: Mapping[int, str], positions: Collection[str], name: str = "lamps"
) -> Reference:
    """A service with a page for each string, which stands in these places of it; the numbers keep the pages apart."""
    told = {
        number: {
            place: string if place in positions else usual(place, number)
            for place in POSITIONS
        }
        for number, string in strings.items()
    }
    listed = [entry for one in told.values() for entry in _entries(one)]
    return Reference(
        service=service.from_name(name),
        pages=tuple(_page(one) for one in told.values()),
        contents=Page(name=Text("CLASS.TXT.json"), content=json.dumps(listed).encode()),
    )


def _page(told: Mapping[str, str]) -> Page:
    uri = told["uri"].replace("{lamp_id}", f"{{{told['path in the URI']}}}")
    told = {**told, "uri": uri + told["end of the URI"]}
    words = _SLOT.sub(lambda slot: written(slot[1])(told[slot[1]]), PAGE)
    return Page(name=Text(told[FILE]), content=words.encode())


def _entries(told: Mapping[str, str]) -> list[dict[str, str]]:
    """A chapter of the table of contents, with its page."""
    code = told[CODE]
    return [
        {"code": code, "p_code": "", "title": told[CHAPTER], "uri": told[CHAPTER_PAGE]},
        {"code": f"{code}-{told[FILE]}", "p_code": code, "title": told["title"], "uri": told[FILE]},
    ]  # fmt: skip


def written(position: str) -> Callable[[str], str]:
    """What writes a string into the HTML at a place."""
    if position in _MARKUP:
        return _by_numbers
    if position in _IN_JSON:
        return lambda string: html.escape(json.dumps(string)[1:-1])
    return _escaped


def _escaped(string: str) -> str:
    return _by_numbers(html.escape(string))


def _by_numbers(words: str) -> str:
    """HTML with what a file in UTF-8 cannot hold by its numbers."""
    return "".join(f"&#{ord(c)};" if "\ud800" <= c <= "\udfff" else c for c in words)
