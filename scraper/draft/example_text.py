"""What a block of example text holds: request lines, status lines, JSON documents, and the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from scraper import json_text
from scraper.draft import curl
from scraper.draft.vocabulary.headings import ALTERNATIVES
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """METHOD URL, the query on further lines put behind it."""

    method: str
    url: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """HTTP/1.1 200 OK."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A JSON document in one form: keys in their order, blanks as `json.dumps` sets them."""

    json: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Characters that are none of these, up to the next request line."""

    text: Text


Piece: TypeAlias = Line | Status | Body | Rest

_METHOD = r"(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)"
_REQUEST = re.compile(rf"{_METHOD}\s+((?:https?:)?/\S*|\{{[^\s\"]*)(?:[ \t]+HTTP/\S+)?")
_MORE = re.compile(r"\s*+([?&]\S+)")
_LOOSE = re.compile(r"\s*([^\s{]+)")
_NEXT = re.compile(rf"^[ \t]*(?={_METHOD}\s+(?:https?:|/|\{{))", re.MULTILINE)
_STATUS = re.compile(
    r"(?:HTTP/[\d.]+\s+|(?:http\s+)?status\s+code\s*+[:：]?\s*+)([1-5]\d\d)\b[^\n]*",
    re.IGNORECASE,
)
_HEADERS = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*:[ \t][^\n{\[\"]*(?:\n|\Z))+")
"""A whole block of header lines."""
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*:(?!/)[^\n{]*(?:\n|\Z|(?=\{))")
_BETWEEN = re.compile(rf"(?:\s|[,;.]|\b(?:{'|'.join(sorted(ALTERNATIVES))})\b)*", re.I)
_LOOKS = re.compile(r"\{\s*[\"'}./]|\[\s*[\[{\"\d\]]")


def read(block: str) -> tuple[Piece, ...]:
    """The pieces of a block in order; none of a block of header lines."""
    if _HEADERS.fullmatch(block):
        return ()
    if command := curl.read(block):
        line = Line(method=command.method, url=Text(command.url))
        return (line, *_pieces(command.data))
    return tuple(_pieces(block))


def looks_like_json(text: Text) -> bool:
    """Whether characters that cannot be read begin as JSON would."""
    return bool(_LOOKS.match(text.plain.lstrip()))


def _pieces(block: str) -> Iterator[Piece]:
    at, headed = 0, False
    while (at := _skip(block, at)) < len(block):
        if match := _REQUEST.match(block, at):
            url, at = _whole_address(block, match)
            headed = True
            yield Line(method=match[1], url=Text(url))
        elif match := _STATUS.match(block, at):
            at, headed = match.end(), True
            yield Status(code=match[1])
        elif headed and (match := _HEADER.match(block, at)):
            at = match.end()
        else:
            piece, at = _body(block, at)
            headed = False
            yield piece


def _skip(block: str, at: int) -> int:
    match = _BETWEEN.match(block, at)
    return match.end() if match else at


def _whole_address(block: str, match: re.Match[str]) -> tuple[str, int]:
    """The address with what follows it on lines of their own, and where it ends."""
    parts, at = [match[2]], match.end()
    while more := (
        _MORE.match(block, at) or (parts[-1][-1] in "&?=" and _LOOSE.match(block, at))
    ):
        parts.append(more[1])
        at = more.end()
    return "".join(parts), at


def _body(block: str, at: int) -> tuple[Body | Rest, int]:
    if block[at] in "{[":
        try:
            value, end = json_text.decode(block, at)
            return Body(json=_normal(value)), end
        except ValueError:
            pass
    following = _NEXT.search(block, at + 1)
    end = following.end() if following else len(block)
    return Rest(text=Text(block[at:end].strip())), end


def _normal(value: object) -> Text:
    words = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        words.encode()
    except UnicodeEncodeError:  # half of a surrogate pair, written as \ud800
        words = json.dumps(value, allow_nan=False)
    return Text(words)
