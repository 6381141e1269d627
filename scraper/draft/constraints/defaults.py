"""The documented default of a property."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scraper.draft.constraints.listed import lists
from scraper.draft.constraints.scalars import kinds, scalar
from scraper.draft.constraints.sentences import (
    CLOSE,
    OPEN,
    Sentence,
    fact,
    in_case,
    plain,
    sentences,
)
from scraper.draft.constraints.stated import statements
from scraper.draft.model import AnyExpression, Kind, Scalar, TypeExpression
from scraper.draft.vocabulary import defaults
from scraper.draft.vocabulary import values as words
from scraper.issues import Issue, Severity, quoted
from scraper.source import Fact, Source
from scraper.text import Prose, Text

_LEADS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in defaults.DEFAULT)
_AFTER = re.compile(
    rf"{defaults.DEFAULT_AFTER}{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE} by default\b",
    re.IGNORECASE,
)
_ELSE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (defaults.COUNTED, defaults.USED_BY_DEFAULT, *defaults.MARKED)
)
_UNIT = re.compile(defaults.UNIT, re.IGNORECASE)
_OTHER_UNIT = re.compile(defaults.OTHER_UNIT, re.IGNORECASE)
_LABELLED = re.compile(defaults.LABELLED_DEFAULT, re.IGNORECASE)
_VALUE = re.compile(
    rf"{OPEN}(?P<literal>[^{OPEN}{CLOSE}]*+){CLOSE}|(?P<quoted>\"[^\"]*\"|'[^']*'|“[^”]*”)"
    r"|(?P<number>[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
    r"(?![\w.]*\w))|(?P<word>\w[\w./:-]*)"
)
_WITH_UNIT = re.compile(r"([+-]?[0-9][0-9.,]*)\s*+[A-Za-z]+")
_LISTED = re.compile(r"\[[^\[\]]{1,200}\]")
_WORD_ENDS = re.compile(r"\s*+(?:[.,;)]|$)")
_CASE = re.compile(words.CONDITIONAL_END, re.IGNORECASE)
_IN_CASE = re.compile(words.IN_CASE, re.IGNORECASE)
_OWN_CASE = re.compile(rf"\s*+,?\s*+(?:{words.OWN_ABSENCE})", re.IGNORECASE)
_SWITCHED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in defaults.SWITCHED)
_DISABLES = re.compile(defaults.DISABLES, re.IGNORECASE)
_IS_DEFAULT = re.compile(defaults.IS_DEFAULT, re.IGNORECASE)


def read(
    description: Prose, type: TypeExpression, source: Source, name: Text = Text("")
) -> tuple[Fact[Scalar] | None, tuple[Issue, ...]]:
    """The default, typed; none where the description names several, or one that is not
    of the type."""
    spoken = sentences(description)
    found: list[Fact[Scalar]] = []
    unlike: list[str] = []
    for token, stated in (
        *_said(spoken, type, name),
        *_marked(description, spoken),
        *_switched(spoken, type),
    ):
        value = scalar(token, type)
        if value is not None:
            found.append(fact(value, stated, source))
        elif token.lower() not in words.NO_VALUE | words.NO_WORD:
            unlike.append(token)
    distinct = {(value.value.__class__, value.value) for value in found}
    if len(distinct) > 1:
        names = "; ".join(dict.fromkeys(one.words.plain for one in found))
        detail = (
            f"several defaults are documented, so none is taken: {quoted(Text(names))}"
        )
        return None, (_issue("default-contradictory", detail, source),)
    if unlike and not found and not isinstance(type, AnyExpression):
        detail = (
            f"the default {quoted(Text(unlike[0]))} is not of the type: it is left out"
        )
        return None, (_issue("default-unlike-type", detail, source),)
    return (found[0] if found else None), ()


def _issue(code: str, detail: str, source: Source) -> Issue:
    return Issue(code=code, severity=Severity.WARNING, source=source, detail=detail)


def _said(
    spoken: tuple[Sentence, ...], type: TypeExpression, name: Text
) -> Iterator[tuple[str, str]]:
    """The defaults that sentences name, and those sentences."""
    for sentence in spoken:
        text = sentence.marked
        of_a_case = bool(sentence.level) and in_case(sentence, name)
        if sentence.conditional or of_a_case:
            continue
        for other in (found for form in _ELSE for found in form.finditer(text)):
            yield other["value"], text
        if labelled := _labelled(sentence, type):
            yield labelled, text
            continue
        leads = _LEADS
        if f"{OPEN}{name.plain}{CLOSE}".lower() in text.lower():
            called = defaults.DEFAULT_OF % re.escape(name.plain)
            leads = (*_LEADS, re.compile(called, re.IGNORECASE))
        for lead in (found for pattern in leads for found in pattern.finditer(text)):
            if not kinds(type) and (listed := _LISTED.match(text, lead.end())):
                yield plain(listed.group()), text
                continue
            value = _VALUE.match(text, lead.end())
            if value is None or _of_something_else(spoken, text, lead, value):
                continue
            if (token := _token(value, text, type)) is not None:
                yield token, text
        for after in _AFTER.finditer(text):
            yield after.group(1), text


def _of_something_else(
    spoken: tuple[Sentence, ...], text: str, lead: re.Match[str], value: re.Match[str]
) -> bool:
    """Whether a default is that of one case, of a part, or in another unit."""
    return (
        _limited(plain(text[: lead.start()]))
        or _bracketed(text, lead.start())
        or _in_other_unit(spoken, text, value)
    )


def _in_other_unit(
    spoken: tuple[Sentence, ...], text: str, value: re.Match[str]
) -> bool:
    """`15 minutes` of a property that is counted in seconds."""
    given = _OTHER_UNIT.match(text, value.end())
    units = (_UNIT.search(sentence.plain) for sentence in spoken)
    unit = next((found[1].lower() for found in units if found), "")
    if given is None or not unit:
        return False
    return not unit.startswith(given[1].lower().rstrip("s"))


def _labelled(sentence: Sentence, type: TypeExpression) -> str:
    """What stands below the label "Default value": a string may be of signs."""
    found = _LABELLED.fullmatch(sentence.marked) if sentence.labelled else None
    return found["value"] if found and Kind.STRING in kinds(type) else ""


def _token(value: re.Match[str], text: str, type: TypeExpression) -> str | None:
    """The value that a match names; a plain word must stand alone, and no case may
    follow."""
    if _CASE.match(text, value.end()) and not _OWN_CASE.match(text, value.end()):
        return None
    if value["literal"] is not None:
        return _without_unit(value["literal"], type)
    if value["quoted"] is not None:
        return value["quoted"][1:-1] or '""'
    alone = _WORD_ENDS.match(text, value.end()) is not None
    if value["number"] is not None:
        return value["number"] if alone or Kind.STRING not in kinds(type) else None
    word = value["word"].rstrip(".:")
    stands_alone = alone or value["word"].endswith(".")
    return word if stands_alone and word.lower() not in words.NO_WORD else None


def _without_unit(literal: str, type: TypeExpression) -> str:
    """`15 minutes` of a number is 15."""
    numeric = kinds(type) & {Kind.INTEGER, Kind.NUMBER}
    found = _WITH_UNIT.fullmatch(literal.strip())
    return found[1] if numeric and found else literal


def _limited(before: str) -> bool:
    """Whether a case stands before the words: "If x is set, the default value is"."""
    case = _IN_CASE.search(before)
    return case is not None and not _OWN_CASE.match(before, case.start())


def _bracketed(text: str, start: int) -> bool:
    """Whether the words stand in a parenthesis that begins with something else: then
    they are about a part."""
    opened = text.rfind("(", 0, start)
    if opened < 0 or ")" in text[opened:start]:
        return False
    return text[opened + 1 : start].strip(" ").lower() not in ("", "the", "its")


def _marked(
    description: Prose, spoken: tuple[Sentence, ...]
) -> Iterator[tuple[str, str]]:
    """The values of lists and sentences whose explanation says that they are the
    default."""
    for one in (
        *(c for group in lists(description) for c in group.candidates),
        *(c for group in statements(spoken) for c in group.candidates),
    ):
        repeated = one.meaning.lower() == one.token.lower()
        if not repeated and _IS_DEFAULT.search(one.meaning):
            yield one.token, one.words


def _switched(
    spoken: tuple[Sentence, ...], type: TypeExpression
) -> Iterator[tuple[str, str]]:
    """`true` of a switch that is enabled by default."""
    if kinds(type) != frozenset({Kind.BOOLEAN}) or any(
        _DISABLES.search(sentence.plain) for sentence in spoken
    ):
        return
    for sentence in spoken:
        if sentence.conditional or sentence.level:
            continue
        for pattern in _SWITCHED:
            if found := pattern.search(sentence.plain):
                enabled = found["state"].lower() == "enabled"
                yield str(enabled != bool(found["not"])).lower(), sentence.marked
