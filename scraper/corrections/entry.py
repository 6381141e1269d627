"""The keys of one entry of a corrections.toml, each read as what it must be."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final, TypeVar, cast

from scraper.api.correcting.model import (
    BoundChange,
    DefaultChange,
    EnumChange,
    FieldChange,
    Listed,
    NameChange,
    RequiredChange,
    TypeChange,
)
from scraper.api.model import Pagination, Paging
from scraper.draft.model import Bounds, Scalar
from scraper.issues import ScraperError, quoted
from scraper.source import Source
from scraper.text import Link, Paragraph, Prose, Span, Text

V = TypeVar("V")

BOUNDS: Final = tuple(field.name for field in fields(Bounds))
FIELD_FACTS: Final = ("type", "required", "enum", "default", *BOUNDS, "name")
"""What can be corrected in a row."""

_LINK = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?P<page>[^()#]*+)#?(?P<anchor>[^()#]*+)\)"
)
_STEP = re.compile(
    r'\.(?P<word>[^\W\d]\w*)|\[(?P<index>\d{1,6})\]|\["(?P<key>(?:[^"]|"(?!\]))*)"\]'
)
_PAGINATION = ("style", "parameter", "size", "items", "first", "next", "item")
_ID = re.compile(r"[A-Z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A TOML table whose errors say where it stands."""

    values: Mapping[str, object]
    where: str

    def error(self, key: str, problem: str) -> ScraperError:
        return ScraperError(f"{self.where}: {quoted(Text(key))[1:-1]}: {problem}")

    def expected(self, key: str, what: str) -> ScraperError:
        if key not in self.values:
            return self.error(key, f"missing: {what}")
        found = quoted(Text(repr(self.values[key])))[1:-1]
        return self.error(key, f"expected {what}, found {found}")

    def called(self, where: str) -> Entry:
        return replace(self, where=where)

    def as_change(self, fact: str) -> Entry:
        """A key of an added property as an entry that corrects nothing to its value."""
        return replace(self, values={"fact": fact, "now": self.values[fact]})

    def only(self, *keys: str) -> Entry:
        """The entry itself, when it has no other keys."""
        for key in self.values:
            if key not in keys:
                raise self.error(key, f"unknown key; expected one of {', '.join(keys)}")
        return self

    def entries(self, key: str) -> tuple[Entry, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise self.expected(key, f"entries [[{key}]]")
        return tuple(self._entry(value, key) for value in cast("list[object]", values))

    def table(self, key: str) -> Entry:
        return self._entry(self.values.get(key), key)

    def _entry(self, value: object, key: str) -> Entry:
        if not isinstance(value, dict):
            raise self.expected(key, "a table with keys")
        return Entry(values=cast("dict[str, object]", value), where=self.where)

    def string(self, key: str, *, optional: bool = False) -> str:
        """One line of words; empty where an optional one is not there."""
        value = self.values.get(key, "" if optional else None)
        if not isinstance(value, str) or not (optional or value.strip()):
            raise self.expected(key, "a string")
        if not value.isprintable():
            raise self.expected(key, "one line of printable characters")
        return value

    def choice(self, key: str, known: Mapping[str, V]) -> V:
        value = self.values.get(key)
        if not isinstance(value, str) or value not in known:
            raise self.expected(key, f"one of {', '.join(known)}")
        return known[value]

    def count(self, key: str) -> int:
        """A number from 1; 0 where there is none."""
        value = self.values.get(key, 0)
        if type(value) is not int or (key in self.values and value < 1):
            raise self.expected(key, "a number from 1")
        return value

    def count_or_label(self, key: str) -> int | Text:
        if isinstance(self.values.get(key), str):
            return Text(self.string(key))
        return self.count(key)

    def json_path(self, key: str) -> tuple[str | int, ...]:
        """`$.tags[0]["a key"]` as keys and indices; empty for `$` and where there is none."""
        path = self.string(key, optional=True) or "$"
        steps: list[re.Match[str]] = []
        end = 1
        while step := _STEP.match(path, end):
            steps.append(step)
            end = step.end()
        if path[:1] != "$" or end != len(path):
            raise self.expected(key, "a JSON path such as $.tags[0].key")
        return tuple(
            int(step["index"]) if step["index"] else step["word"] or step["key"] or ""
            for step in steps
        )

    def json(self, key: str) -> Text | None:
        """JSON text; None where there is none."""
        value = self.values.get(key)
        if value is None:
            return None
        try:
            json.loads(cast("str", value))
        except (TypeError, ValueError, RecursionError):
            raise self.expected(key, "JSON text such as '\"on\"' or '{}'") from None
        return Text(cast("str", value))

    def operation_id(self, key: str) -> str:
        value = self.string(key)
        if not _ID.fullmatch(value):
            raise self.expected(key, "an id in PascalCase such as ShowServer")
        return value

    def type(self, key: str) -> Prose:
        """The words of a type cell, links in Markdown."""
        words, spans, end = self.string(key), list[Span](), 0
        for link in _LINK.finditer(words):
            spans.append(Span(text=Text(words[end : link.start()])))
            target = Link(page=Text(link["page"]), anchor=Text(link["anchor"]))
            spans.append(Span(text=Text(link["words"]), link=target))
            end = link.end()
        spans.append(Span(text=Text(words[end:])))
        return Prose(blocks=(Paragraph(spans=tuple(s for s in spans if s.text)),))

    def flag(self, key: str) -> bool | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.expected(key, "true or false")
        return value

    def number(self, key: str, *, whole: bool) -> int | float | None:
        value = self.values.get(key)
        if value is None:
            return None
        if type(value) is int and (value >= 0 or not whole):
            return value
        if isinstance(value, float) and abs(value) < float("inf") and not whole:
            return value
        what = "a whole number from 0" if whole else "a finite number"
        raise self.expected(key, what)

    def scalar(self, key: str, value: object) -> Scalar:
        match value:
            case bool() | int():
                return value
            case float() if abs(value) < float("inf"):
                return value
            case str():
                return Text(value)
            case _:
                raise self.expected(key, "strings, finite numbers, true or false")

    def pagination(self, key: str) -> Pagination | None:
        """How pages are turned; None where there is no such key."""
        if key not in self.values:
            return None
        told = self.table(key).only(*_PAGINATION)
        style = told.choice("style", {each.value: each for each in Paging})
        leads = told.names("next"), Text(told.string("item", optional=True))
        if (style is Paging.MARKER) != any(leads) or all(leads):
            what = "one of next and item with the style marker, none with others"
            raise told.error("next", f"expected {what}")
        first = told.number("first", whole=True)
        return Pagination(
            style=style,
            parameter=Text(told.string("parameter")),
            size=Text(told.string("size")),
            items=told.names("items"),
            first=int(first or 0),
            next=leads[0],
            item=leads[1],
            source=Source(page=Text("")),
        )

    def names(self, key: str) -> tuple[Text, ...]:
        """The wire names that lead to a part of an answer; none where there is no such key."""
        values = self.values.get(key, [])
        if not isinstance(values, list):
            raise self.expected(key, "a list of names")
        found = cast("list[object]", values)
        names = [one for one in found if isinstance(one, str) and one.isprintable()]
        if len(names) < len(found):
            raise self.expected(key, "a list of names")
        return tuple(Text(name) for name in names)

    def listed(self, key: str) -> tuple[Listed, ...]:
        """The values of an enumeration, each alone or in a table with its meaning; each once."""
        values = self.values.get(key, [])
        if not isinstance(values, list) or (key in self.values and not values):
            raise self.expected(key, "a list of values")
        found = tuple(self._listed(key, one) for one in cast("list[object]", values))
        if len({repr(one.value) for one in found}) < len(found):
            raise self.expected(key, "each value once")
        return found

    def _listed(self, key: str, value: object) -> Listed:
        if not isinstance(value, dict):
            return Listed(value=self.scalar(key, value))
        inner = self._entry(cast("object", value), key).only("value", "meaning")
        if "value" not in inner.values:
            raise inner.expected("value", "a value of the enumeration")
        meaning = Text(inner.string("meaning", optional=True))
        return Listed(
            value=self.scalar(key, inner.values["value"]),
            meaning=meaning if "meaning" in inner.values else None,
        )


def field_change(entry: Entry) -> FieldChange:
    """What an entry changes in a row, for each of `FIELD_FACTS`."""
    values = entry.values
    match fact := str(values["fact"]):
        case "type":
            was = Text(entry.string("was", optional=True))
            return TypeChange(was=was, now=entry.type("now"))
        case "required":
            return RequiredChange(was=entry.flag("was"), now=entry.flag("now"))
        case "enum":
            return EnumChange(was=entry.listed("was"), now=entry.listed("now"))
        case "default":
            was_and_now = [
                entry.scalar(key, values[key]) if key in values else None
                for key in ("was", "now")
            ]
            return DefaultChange(was=was_and_now[0], now=was_and_now[1])
        case "name":
            if values.get("was", values["property"]) != values["property"]:
                raise entry.expected("was", "the name that `property` gives")
            return NameChange(now=Text(entry.string("now")))
        case _:
            whole = fact.endswith(("length", "items"))
            return BoundChange(
                bound=fact,
                was=entry.number("was", whole=whole),
                now=entry.number("now", whole=whole),
            )
