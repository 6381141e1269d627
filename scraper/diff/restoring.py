"""model.json → Api: the way back from `emit.snapshot`.

Facts, names and types come back as they were; of prose only the words, for a model.json holds its Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Final, cast, get_args, get_origin, get_type_hints

from scraper.api.model import Api, Type
from scraper.emit.snapshot import FORMAT, GENERATOR
from scraper.issues import ScraperError, quoted
from scraper.source import Fact, Source
from scraper.text import EMPTY, Paragraph, Prose, Span, Text

_SOURCE = re.compile(
    r"(?P<page>[^#]*?)(?:#(?P<anchor>.*?))?(?: row (?P<row>[1-9]\d*))?"
)
_ALTERNATIVES: Final = {each.__name__: each for each in get_args(Type)}
_EMPTY: Final[Mapping[object, object]] = {Text: Text(""), Prose: EMPTY, str: ""}


class _UnreadableError(Exception):
    """A value that is not what the model has at this place."""


def restore(text: str, *, file: str) -> Api:
    """The Api of a model.json; `file` is how errors call it.

    Raises ScraperError for a text that `emit.snapshot` of this version did not write.
    """
    try:
        tree: object = json.loads(text)
    except (ValueError, RecursionError):
        raise ScraperError(f"{file}: not JSON; {_WAY_OUT}") from None
    if not isinstance(tree, dict):
        raise ScraperError(f"{file}: expected an object; {_WAY_OUT}")
    values = cast("dict[str, object]", tree)
    if values.get("generator") != GENERATOR or values.get("format") != FORMAT:
        raise ScraperError(f"{file}: no model.json of this generator; {_WAY_OUT}")
    try:
        return cast("Api", _restored(Api, values, "model"))
    except _UnreadableError as error:
        words = quoted(Text(str(error)))[1:-1]
        raise ScraperError(f"{file}: {words}; {_WAY_OUT}") from None
    except RecursionError:
        raise ScraperError(f"{file}: nests too deep; {_WAY_OUT}") from None


_WAY_OUT = "generate it anew, or compare the folders of pages"


def source(place: str) -> Source:
    """The source that `page#anchor row n` names."""
    match = _SOURCE.fullmatch(place)
    assert match is not None, "every part is optional"
    return Source(
        page=Text(match["page"]),
        anchor=Text(match["anchor"] or ""),
        row=int(match["row"] or 0),
    )


def _restored(form: object, value: object, place: str) -> object:
    """The value as one of the form, which is an annotation of the model."""
    if form is Prose:
        return _prose(value, place)
    if form is Source:
        return source(_string(value, place))
    origin, arguments = get_origin(form), get_args(form)
    if origin is Fact:
        return _fact(arguments[0], value, place)
    if origin is tuple:
        return tuple(
            _restored(arguments[0], item, f"{place}[{at}]")
            for at, item in enumerate(_items(value, place))
        )
    if origin is UnionType or arguments:
        return _one_of(arguments, value, place)
    if isinstance(form, type):
        return _plain(form, value, place)
    raise _UnreadableError(f"{place}: no such part of a model")


def _plain(form: type, value: object, place: str) -> object:
    if is_dataclass(form) and form is not Text:
        return _members(form, value, place)
    if form is Text:
        return Text(_string(value, place))
    if issubclass(form, StrEnum):
        try:
            return form(_string(value, place))
        except ValueError:
            raise _UnreadableError(f"{place}: {value!r} is unknown") from None
    if form is float and type(value) is int:
        return float(value)
    if type(value) is not form:
        raise _UnreadableError(f"{place}: {value!r} is of another type")
    return value


def _one_of(forms: tuple[object, ...], value: object, place: str) -> object:
    """The value as the first form that it fits: of scalars the exact type counts."""
    if value is None and NoneType in forms:
        return None
    if _names_an_alternative(value):
        return _alternative(value, place)
    for form in forms:
        if form is type(value) or (form is Text and isinstance(value, str)):
            return _restored(form, value, place)
    for form in forms:
        if not isinstance(form, type) or is_dataclass(form):
            return _restored(form, value, place)
    raise _UnreadableError(f"{place}: {value!r} does not fit")


def _names_an_alternative(value: object) -> bool:
    return isinstance(value, dict) and "is" in cast("dict[str, object]", value)


def _alternative(value: object, place: str) -> object:
    branch = _branch(value, place)
    form = _ALTERNATIVES.get(str(branch.get("is")))
    if form is None:
        raise _UnreadableError(f"{place}: no known type")
    return _members(form, branch, place)


def _fact(form: object, value: object, place: str) -> Fact[object]:
    branch = _branch(value, place)
    return Fact(
        value=_restored(form, branch.get("value"), f"{place}.value"),
        words=Text(_string(branch.get("words", ""), place)),
        source=source(_string(branch.get("source", ""), place)),
    )


def _members(form: type, value: object, place: str) -> object:
    branch, hints = _branch(value, place), _hints(form)
    return form(
        **{
            field.name: (
                _restored(
                    hints[field.name], branch[field.name], f"{place}.{field.name}"
                )
                if field.name in branch
                else _missing(field, hints[field.name], place)
            )
            for field in _fields(form)
        }
    )


def _missing(field: Field[object], form: object, place: str) -> object:
    """What the snapshot left out: the usual value, or an empty one."""
    if field.default is not MISSING:
        return field.default
    if NoneType in get_args(form):
        return None
    if get_origin(form) is tuple:
        return ()
    if form in _EMPTY:
        return _EMPTY[form]
    raise _UnreadableError(f"{place}.{field.name}: missing")


@cache
def _hints(form: type) -> Mapping[str, object]:
    return get_type_hints(form)


@cache
def _fields(form: type) -> tuple[Field[object], ...]:
    assert is_dataclass(form)
    return fields(form)


def _prose(value: object, place: str) -> Prose:
    lines = [_string(line, place) for line in _items(value, place)]
    words = "\n".join(_without_markup(line) for line in lines)
    return Prose(blocks=(Paragraph(spans=(Span(text=Text(words)),)),))


_FENCE = re.compile(r"\s*`{3,}\w*")
_LIST_MARK = re.compile(r"^\s*(?:- (?:\s*- )*|\d+\. )")
_MARKUP = re.compile(
    r"\\(.)|\*\*|\\$"
    r"|(?<![^\\]`)(`{1,9}+)(?!`)(?: (?=`))?(.+?)(?:(?<=`) )?(?<!`)\2(?!`)"
)
"""Of the runs of backticks that open a run of code those of one length are looked for once: nine times a line at most."""


def _without_markup(line: str) -> str:
    """The words of a line of Markdown as `emit.sinks.markdown` writes it."""
    if _FENCE.fullmatch(line):
        return ""
    return _MARKUP.sub(
        lambda match: match[1] or match[3] or "", _LIST_MARK.sub("", line)
    )


def _branch(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _UnreadableError(f"{place}: expected an object")
    return cast("dict[str, object]", value)


def _items(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise _UnreadableError(f"{place}: expected a list")
    return cast("list[object]", value)


def _string(value: object, place: str) -> str:
    if not isinstance(value, str):
        raise _UnreadableError(f"{place}: expected a string, found {value!r}")
    return value
