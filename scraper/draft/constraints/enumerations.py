"""The documented values of a property."""

from __future__ import annotations

import re
from dataclasses import replace

from scraper.draft.constraints.listed import Candidate, ValueList, lists
from scraper.draft.constraints.scalars import element, kinds, scalar
from scraper.draft.constraints.sentences import fact, sentences
from scraper.draft.constraints.stated import (
    Statement,
    of_a_case,
    of_parts,
    statements,
)
from scraper.draft.model import (
    ArrayExpression,
    Kind,
    Scalar,
    Subject,
    TypeExpression,
    Value,
)
from scraper.draft.vocabulary import values as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Paragraph, Prose, Text

_JOINED = re.compile(words.JOINED, re.IGNORECASE)
_SPELLING = re.compile(words.SPELLING, re.IGNORECASE)
_ENUMERABLE = frozenset({Kind.STRING, Kind.INTEGER, Kind.NUMBER})


def read(
    description: Prose, type: TypeExpression, source: Source
) -> tuple[tuple[Value, ...], Subject, tuple[Issue, ...]]:
    """The values that the description lists, what they are values of, and the issues.

    Booleans, objects and maps have none. Values come in the documents' order, each once.
    """
    single = element(type)
    subject = _subject(description, type)
    if not kinds(single) & _ENUMERABLE:
        return (), Subject.PROPERTY, ()
    found, issues = _chosen(description, source)
    if not found:
        return (), Subject.PROPERTY, issues
    spelt = tuple(one for candidate in found for one in _spellings(candidate))
    if len(spelt) > len(found):
        twice = (one.token for one in found if len(_spellings(one)) > 1)
        detail = (
            f"{quoted(Text(', '.join(twice)))}: one item gives two spellings of a value; "
            "both are documented, so each is a value of its own"
        )
        issues += (_issue("value-spellings", source, detail),)
    values, unlike = _typed(spelt, single, source)
    if unlike:
        names = ", ".join(candidate.token for candidate in unlike)
        detail = f"the values {quoted(Text(names))} are not of the documented type"
        return (
            (),
            Subject.PROPERTY,
            (*issues, _issue("values-unlike-type", source, detail, Severity.WARNING)),
        )
    return values, subject if values else Subject.PROPERTY, issues


def listed(description: Prose) -> bool:
    """Whether the description lists values, whatever the type."""
    found, _ = _chosen(description, Source(page=Text("")))
    return bool(found)


def _subject(description: Prose, type: TypeExpression) -> Subject:
    if isinstance(type, ArrayExpression):
        return Subject.ITEMS
    paragraphs = (b.text.plain for b in description.blocks if isinstance(b, Paragraph))
    joined = Kind.STRING in kinds(type) and any(map(_JOINED.search, paragraphs))
    return Subject.ITEMS if joined else Subject.PROPERTY


def _chosen(
    description: Prose, source: Source
) -> tuple[tuple[Candidate, ...], tuple[Issue, ...]]:
    """The list's values, or those of sentences where these say it better."""
    issues: list[Issue] = []
    listed: tuple[Candidate, ...] = ()
    for one in lists(description):
        issue = _unusable(one, source)
        if issue:
            issues.append(issue)
        elif not listed:
            listed = one.candidates
    said = tuple(statements(sentences(description)))
    if of_parts(said):
        detail = (
            "sentences give values of several things, so none is a value of the whole"
        )
        return (), (*issues, _issue("values-of-several", source, detail))
    spoken = _distinct(tuple(c for one in said for c in one.candidates))
    if any(candidate.is_pattern for candidate in spoken):
        spoken = ()
    if issues and not listed:
        return (), tuple(issues)
    if not listed and not spoken:
        return _of_a_case(description, source)
    return _merged(_distinct(listed), spoken, said), tuple(issues)


def _of_a_case(
    description: Prose, source: Source
) -> tuple[tuple[Candidate, ...], tuple[Issue, ...]]:
    """The values of the only case that has some, with a note."""
    said = tuple(of_a_case(sentences(description)))
    found = said[0].candidates if len(said) == 1 else ()
    if len(found) < 2 or any(one.is_pattern for one in found):
        return (), ()
    detail = "values are documented for one case only; others may have more"
    return _distinct(found), (_issue("values-of-a-case", source, detail),)


def _unusable(found: ValueList, source: Source) -> Issue | None:
    patterns = tuple(one.token for one in found.candidates if one.is_pattern)
    if patterns:
        detail = (
            f"{quoted(Text(patterns[0]))} is a pattern, so the list is no enumeration"
        )
        return _issue("value-list-with-pattern", source, detail)
    if not found.candidates:
        detail = "a list of values is announced, but its items do not begin with values"
        return _issue("value-list-unread", source, detail)
    return None


def _merged(
    listed: tuple[Candidate, ...],
    spoken: tuple[Candidate, ...],
    said: tuple[Statement, ...],
) -> tuple[Candidate, ...]:
    """The sentence's values when it names all of the list's or says that there are no
    others; else the list's."""
    if not listed or not spoken:
        return listed or spoken
    meanings = {one.token: one.meaning for one in listed}
    complete = {one.token for one in listed} <= {one.token for one in spoken}
    if not complete and not any(one.exclusive for one in said):
        return listed
    return tuple(
        replace(one, meaning=one.meaning or meanings.get(one.token, ""))
        for one in spoken
    )


def _distinct(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    first: dict[str, Candidate] = {}
    for candidate in candidates:
        first.setdefault(candidate.token, candidate)
    return tuple(first.values())


def _spellings(candidate: Candidate) -> tuple[Candidate, ...]:
    """`0/false` is two spellings of one value; a path or a media type is none."""
    parts = candidate.token.split("/")
    if len(parts) == 1 or not all(map(_SPELLING.fullmatch, parts)):
        return (candidate,)
    return tuple(replace(candidate, token=part) for part in parts)


def _typed(
    candidates: tuple[Candidate, ...], type: TypeExpression, source: Source
) -> tuple[tuple[Value, ...], tuple[Candidate, ...]]:
    """The candidates as values of the type, and those that are none; words such as
    "null" are neither."""
    values: dict[Scalar, Value] = {}
    unlike: list[Candidate] = []
    for candidate in candidates:
        value = scalar(candidate.token, type)
        if value is not None:
            stated = fact(value, candidate.words, source)
            values.setdefault(
                value, Value(value=stated, meaning=Text(candidate.meaning))
            )
        elif candidate.token.lower() not in words.NO_VALUE:
            unlike.append(candidate)
    return tuple(values.values()), tuple(unlike)


def _issue(
    code: str, source: Source, detail: str, severity: Severity = Severity.NOTE
) -> Issue:
    return Issue(code=code, severity=severity, source=source, detail=detail)
