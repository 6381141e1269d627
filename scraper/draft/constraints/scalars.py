"""Words as values of a type."""

from __future__ import annotations

import re

from scraper.draft.model import (
    ArrayExpression,
    Kind,
    Primitive,
    Scalar,
    TypeExpression,
    UnionExpression,
)
from scraper.draft.vocabulary import values as words
from scraper.text import Text

LONGEST_NUMBER = 40
"""Digits beyond this are no number of an API."""

_INTEGER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?\.[0-9]+")


def scalar(token: str, type: TypeExpression) -> Scalar | None:
    """A token as a value of a primitive or a union; None where it is no such value."""
    if isinstance(type, Primitive):
        return _primitive(token.strip(), type.kind)
    if isinstance(type, UnionExpression):
        ordered = sorted(type.options, key=_is_string)
        read = (scalar(token, option) for option in ordered)
        return next((value for value in read if value is not None), None)
    return None


def number(token: str) -> int | float | None:
    """A number as documents write it: thousands separators, a word up to ten."""
    token = token.strip()
    if token.lower() in words.NUMBERS:
        return words.NUMBERS[token.lower()]
    if len(token) > LONGEST_NUMBER:
        return None
    if _INTEGER.fullmatch(token):
        return int(token.replace(",", ""))
    if _DECIMAL.fullmatch(token):
        return float(token.replace(",", ""))
    return None


def element(type: TypeExpression) -> TypeExpression:
    """What a description's values are values of: the type, or an array's items."""
    return type.items if isinstance(type, ArrayExpression) else type


def kinds(type: TypeExpression) -> frozenset[Kind]:
    """The primitive kinds of the type's values; empty for arrays, objects, unknown
    ones."""
    if isinstance(type, Primitive):
        return frozenset({type.kind})
    if isinstance(type, UnionExpression):
        return frozenset[Kind]().union(*map(kinds, type.options))
    return frozenset()


def _is_string(type: TypeExpression) -> bool:
    return isinstance(type, Primitive) and type.kind is Kind.STRING


def _primitive(token: str, kind: Kind) -> Scalar | None:
    match kind:
        case Kind.STRING:
            if token.lower() in words.EMPTY_STRING:
                return Text("")
            return None if token.lower() in words.NO_VALUE else Text(token)
        case Kind.BOOLEAN:
            return {"true": True, "false": False}.get(token.lower())
        case Kind.INTEGER:
            read = number(token)
            return int(read) if read is not None and read == int(read) else None
        case Kind.NUMBER:
            return number(token)
        case Kind.NULL:
            return None
