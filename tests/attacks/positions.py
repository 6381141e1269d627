"""The places of a document in which a string can stand, and references that have one in such a place."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from scraper import service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text

PAGE: Final = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
_SLOT: Final = re.compile("§([a-z ]+)§")

FILE, CHAPTER, CHAPTER_PAGE, CODE = "file name", "chapter", "chapter's page", "code of a chapter"
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
}  # fmt: skip
"""Place → what usually stands there."""

POSITIONS: Final = (
    *sorted(_USUAL), "path in the URI", "end of the URI", "path on both sides",
)  # fmt: skip

_MARKUP: Final = ("function markup", "name markup", "description markup")
"""Where a string stands as it is, and is read as HTML."""
_IN_JSON: Final = ("example key", "example value")


def usual(place: str, number: int) -> str:
    """What stands there in the page of this number."""
    return _USUAL[place].replace("{n}", str(number))


def reference(strings: Mapping[int, str], position: str, name: str = "lamps") -> Reference:
    """A service with a page for each string, which stands in this place of it; the numbers keep the pages apart."""
    pages = [_page(number, position, string) for number, string in strings.items()]
    contents = [_entry(number, position, string) for number, string in strings.items()]
    listed = [one for entries in contents for one in entries]
    return Reference(
        service=service.from_name(name),
        pages=tuple(pages),
        contents=Page(name=Text("CLASS.TXT.json"), content=json.dumps(listed).encode()),
    )


def _page(number: int, position: str, string: str) -> Page:
    told = {place: usual(place, number) for place in _USUAL}
    written = _written(position)
    uri = told["uri"]
    match position:
        case "path in the URI":
            told["uri"] = uri.replace("lamp_id", string)
        case "end of the URI":
            told["uri"] = f"{uri}/{string}"
        case "path on both sides":
            told["uri"] = uri.replace("lamp_id", string)
            told["path"] = string
        case _:
            told[position] = string
    words = _SLOT.sub(lambda slot: _written(slot[1])(told[slot[1]]), PAGE)
    return Page(
        name=Text(told[FILE]), content=words.encode("utf-8", errors="surrogatepass")
    )


def _entry(number: int, position: str, string: str) -> list[dict[str, str]]:
    """A chapter of the table of contents, with its page."""
    told = {place: usual(place, number) for place in (FILE, CHAPTER, CHAPTER_PAGE, CODE)}
    told["title"] = usual("title", number)
    told[position] = string
    code = f"{told[CODE]}.{number}"
    return [
        {"code": told[CODE], "p_code": "", "title": told[CHAPTER], "uri": told[CHAPTER_PAGE]},
        {"code": code, "p_code": told[CODE], "title": told["title"], "uri": told[FILE]},
    ]  # fmt: skip


def _written(position: str) -> Callable[[str], str]:
    """How a string is written into the HTML at a place."""
    if position in _MARKUP:
        return str
    if position in _IN_JSON:
        return lambda string: html.escape(json.dumps(string)[1:-1])
    return _escaped


def _escaped(string: str) -> str:
    """The string as HTML words; characters that a file in UTF-8 cannot hold, by their numbers."""
    return "".join(
        f"&#{ord(c)};" if "\ud800" <= c <= "\udfff" else html.escape(c) for c in string
    )
