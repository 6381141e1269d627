"""Type cells: a small recursive grammar that is total.

    type    := single (("/" | "|" | "or") single)*
    single  := base ("array" | "list" | "[]")*
    base    := array [("of" type) | ("<" type ">")]
             | map ["<" [type ","] type ">"]
             | primitive ["(" format ")"]
             | [name] ("object" | "structure")
             | name "type"                               the words of an enumeration
             | name

Case and blanks do not matter, parentheses and brackets do the work of `<` and `>`. What
cannot be read is any value and an issue; words left over after a whole type are a note.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scraper.draft.constraints.enumerations import listed
from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    Kind,
    MapExpression,
    ObjectExpression,
    Primitive,
    TypeExpression,
    UnionExpression,
)
from scraper.draft.vocabulary import types as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Link, Prose, Text

DEEPEST = 16
"""Types nested deeper than this are not read."""

_TOKEN = re.compile(r"[\w@]\w*+(?:[.:@-]{1,9}+\w++)*+|[^\s\w]")
_NAME = re.compile(r"[\w@]")
_ITEMS = re.compile(words.ITEMS_ARE, re.IGNORECASE)
_LOOKS_NAMED = re.compile(r"[A-Z]\w{2,}|[a-z][^\WA-Z]*+[A-Z]\w*")
"""One word that begins in upper case or has a hump."""


def parse(cell: Prose, source: Source) -> tuple[TypeExpression, tuple[Issue, ...]]:
    """The type that a cell names; `AnyExpression` and an issue where it names none that
    can be read."""
    tokens = _without_remark(tuple(_tokens(cell)))
    if not tokens:
        detail = "the type cell is empty: any value is accepted"
        return AnyExpression(), (_issue("type-missing", source, detail),)
    reader = _Reader(tokens=tokens)
    expression = reader.type(0)
    reader.skip(words.TRAILERS)
    if reader.unread or isinstance(expression, AnyExpression):
        if tokens[0].lower in words.ANYTHING:
            return expression, ()
        detail = f"{quoted(cell.text)} is no known type: any value is accepted there"
        return expression, (_issue("type-unknown", source, detail),)
    if reader.doubtful:
        detail = f"{quoted(cell.text)} is no known type: an object if a table describes it, else any value"
        return expression, (_issue("type-unknown", source, detail),)
    if reader.peek() is not None:
        detail = f"the type {quoted(cell.text)} is read without its last words"
        return expression, (_issue("type-partly-read", source, detail, Severity.NOTE),)
    return expression, ()


def with_items(
    expression: TypeExpression, cell: Prose, description: Prose
) -> TypeExpression:
    """The type, with what the description says of its members.

    A map of anything, beside a link to what describes it, is an object.

    An array that says nothing of its items: "The elements are of the String type". One of
    things that are called neither object nor structure, whose values are listed: strings.
    """
    match expression:
        case MapExpression(values=AnyExpression()):
            links = (span.link for each in (cell, description) for span in each.spans)
            return ObjectExpression() if any(links) else expression
        case ArrayExpression(items=AnyExpression()):
            found = _ITEMS.search(description.text.plain)
            items = words.PRIMITIVES.get(found[1].lower()) if found else None
            return expression if items is None else ArrayExpression(items=items)
        case ArrayExpression(items=ObjectExpression(name=name, link=None)) if name:
            said = {token.lower for token in _tokens(cell)}
            linked = any(span.link for span in description.spans)
            if said & words.NOUNS or linked or not listed(description):
                return expression
            return ArrayExpression(items=Primitive(kind=Kind.STRING))
        case _:
            return expression


def _issue(
    code: str, source: Source, detail: str, severity: Severity = Severity.WARNING
) -> Issue:
    return Issue(code=code, severity=severity, source=source, detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    plain: str
    link: Link | None

    @property
    def lower(self) -> str:
        return self.plain.lower()

    @property
    def is_name(self) -> bool:
        return _NAME.match(self.plain) is not None


def _tokens(cell: Prose) -> Iterator[_Token]:
    for span in cell.spans:
        for found in _TOKEN.finditer(span.text.plain):
            yield _Token(plain=found.group(), link=span.link)


def _without_remark(tokens: tuple[_Token, ...]) -> tuple[_Token, ...]:
    """The tokens up to a sentence such as "For details, see Table 5"."""
    for at, token in enumerate(tokens):
        if at and token.lower in words.REMARKS and tokens[at - 1].plain in ".,;(":
            return tokens[: at - 1]
    return tokens


@dataclass(slots=True, kw_only=True)
class _Reader:
    """A cursor over the tokens of one cell."""

    tokens: tuple[_Token, ...]
    position: int = 0
    unread: bool = False
    """Whether some part of the type could not be read."""
    doubtful: bool = False
    """Whether a word may be an object's name."""

    def peek(self) -> _Token | None:
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self, wanted: Callable[[str], bool]) -> _Token | None:
        """The next token if it is a wanted one (by its lower case)."""
        token = self.peek()
        if token is None or not wanted(token.lower):
            return None
        self.position += 1
        return token

    def skip(self, noise: frozenset[str]) -> None:
        while self.take(noise.__contains__):
            pass

    def type(self, depth: int) -> TypeExpression:
        options = [self.single(depth)]
        while self.take(words.OR.__contains__):
            options.append(self.single(depth))
        distinct = tuple(dict.fromkeys(options))
        return distinct[0] if len(distinct) == 1 else UnionExpression(options=distinct)

    def single(self, depth: int) -> TypeExpression:
        self.skip(words.FILLERS)
        expression = self.base(depth)
        while depth <= DEEPEST and self.postfix():
            expression, depth = ArrayExpression(items=expression), depth + 1
        return expression

    def postfix(self) -> bool:
        """Whether an array word or `[]` follows: `String array`, `X object list`."""
        if self.take(words.ARRAYS.__contains__):
            return True
        if [t.plain for t in self.tokens[self.position : self.position + 2]] == list(
            "[]"
        ):
            self.position += 2
            return True
        return False

    def base(self, depth: int) -> TypeExpression:
        if depth > DEEPEST:
            return self.unknown()
        if self.is_linked_name():
            return self.named(depth)
        if self.is_json_array():
            self.position += 1
        if token := self.take(words.ARRAYS.__contains__):
            return ArrayExpression(items=self.items(token.link, depth))
        if token := self.take(words.MAPS.__contains__):
            return MapExpression(values=self.values(token.link, depth))
        if self.take(words.ANYTHING.__contains__):
            return AnyExpression()
        if token := self.take(words.PRIMITIVES.__contains__):
            return self.formatted(words.PRIMITIVES[token.lower])
        if token := self.take(words.OBJECTS.__contains__):
            self.take(words.NOUNS.__contains__)
            return ObjectExpression(link=token.link)
        return self.named(depth)

    def is_linked_name(self) -> bool:
        """Whether a type's word is an object's name here: `File object` with a link."""
        following = self.tokens[self.position : self.position + 2]
        return (
            len(following) == 2
            and following[0].link is not None
            and following[0].is_name
            and following[1].lower in words.NOUNS
        )

    def is_json_array(self) -> bool:
        following = [t.lower for t in self.tokens[self.position : self.position + 2]]
        return (
            len(following) == 2
            and following[0] == "json"
            and following[1] in words.ARRAYS
        )

    def items(self, link: Link | None, depth: int) -> TypeExpression:
        """The type of an array's items: after "of", in brackets, behind it (`Array
        String`), or not said."""
        if self.take(words.OF.__contains__):
            return self.type(depth + 1)
        enclosed = self.enclosed(depth)
        if enclosed:
            return enclosed[-1]
        if (token := self.peek()) and token.lower in words.PRIMITIVES:
            return self.base(depth + 1)
        return ObjectExpression(link=link) if link else AnyExpression()

    def values(self, link: Link | None, depth: int) -> TypeExpression:
        """The type of a map's values: the last one in brackets. Keys are strings in
        JSON, whatever the cell says."""
        if self.take(words.OF.__contains__):
            return self.type(depth + 1)
        enclosed = self.enclosed(depth)
        if enclosed:
            return enclosed[-1]
        return ObjectExpression(link=link) if link else AnyExpression()

    def enclosed(self, depth: int) -> list[TypeExpression]:
        opening = self.take(words.BRACKETS.__contains__)
        if opening is None:
            return []
        closing = words.BRACKETS[opening.plain]
        types: list[TypeExpression] = []
        while (token := self.peek()) and token.plain != closing:
            types.append(self.type(depth + 1))
            self.skip(words.TRAILERS)
            if not self.take(",".__eq__):
                break
        if not self.take(closing.__eq__):
            self.unread = True
        return types

    def formatted(self, primitive: Primitive) -> Primitive:
        following = [t.lower for t in self.tokens[self.position : self.position + 3]]
        if following[::2] == ["(", ")"] and following[1] in words.FORMATS:
            self.position += 3
            return Primitive(kind=primitive.kind, format=following[1])
        return primitive

    def named(self, depth: int) -> TypeExpression:
        """An object by its name; a name of several words, or one that is alone, must be
        a link or look like a name."""
        parts: list[_Token] = []
        while (token := self.peek()) and token.is_name and not _ends_name(token):
            parts.append(token)
            self.position += 1
        if not parts:
            return self.unknown()
        link = next((part.link for part in parts if part.link), None)
        name = Text(" ".join(part.plain for part in parts))
        following = self.peek()
        if self.take(words.KINDS.__contains__):
            return Primitive(kind=Kind.STRING)
        said = self.take(words.NOUNS.__contains__) is not None
        said = said or (following is not None and following.lower in words.ARRAYS)
        if said or link or depth:
            return ObjectExpression(name=name, link=link)
        if _LOOKS_NAMED.fullmatch(name.plain):
            self.doubtful = True
            return ObjectExpression(name=name, guessed=True)
        self.unread = True
        return AnyExpression()

    def unknown(self) -> AnyExpression:
        self.unread = True
        self.position = len(self.tokens)
        return AnyExpression()


def _ends_name(token: _Token) -> bool:
    return token.lower in words.ARRAYS | words.NOUNS | words.KINDS | words.OR
