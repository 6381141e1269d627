"""Values in a sentence: "The value can be a, b, or c", "Options: a and b", "Only a is
supported"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scraper.draft.constraints.listed import LONGEST_VALUE, Candidate
from scraper.draft.constraints.sentences import CLOSE, OPEN, Sentence, plain
from scraper.draft.vocabulary import values as words

_LITERAL = rf"{OPEN}[^{OPEN}{CLOSE}]*+{CLOSE}"
_VALUE = (
    rf"(?:{_LITERAL}|\"[^\"]{{0,64}}\"|[+-]?[0-9]+(?:\.[0-9]+)*(?![\w%])|(?=[\w.-]{{0,99}}[A-Z0-9_])"
    r"[\w][\w./-]{0,99}[\w](?![\w-]))"
)
_MEANING = r"(?:\s*+\([^()]{0,120}\))?"
_AND = r"(?:\s*+,\s*+(?:or|and)\s++|\s*+[,/|、]\s*+|\s++(?:or|and)\s++)"
_LIST = re.compile(rf"{_VALUE}{_MEANING}(?:{_AND}{_VALUE}{_MEANING}){{0,99}}")
_EACH = re.compile(rf"({_VALUE})(?:\s*+\(([^()]{{0,120}})\))?")
_RUN = re.compile(r"(?<=\w),\s++(?=\w)")
"""Between values that one run of bold holds: `a, b,`."""
_STATED = tuple(re.compile(pattern, re.IGNORECASE) for pattern in words.STATED)
_ONLY = re.compile(words.ONLY, re.IGNORECASE)
_SUPPORTED = re.compile(words.SUPPORTED, re.IGNORECASE)
_OF_A_KIND = re.compile(words.OF_A_KIND, re.IGNORECASE)
_ONE = re.compile(words.EXPLAINED, re.DOTALL)
_EXPLAINED = re.compile(
    rf"\s*+(?P<before>[^:]{{1,200}}:\s*+)??(?P<value>{_LITERAL}|-?[0-9]+)"
    r"\s*+[:=]\s*+(?P<meaning>[^:].*)",
    re.DOTALL,
)
_EACH_MEANS = re.compile(words.EACH_MEANS, re.IGNORECASE | re.DOTALL)
_NEXT_MEANS = re.compile(words.NEXT_MEANS, re.IGNORECASE)
_ORDERED = re.compile(words.ORDERED, re.IGNORECASE)
_ALTERNATIVES = re.compile(words.ALTERNATIVES)
_GOES_ON = re.compile(words.LIST_GOES_ON, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    candidates: tuple[Candidate, ...]
    exclusive: bool
    """Whether the sentence says that nothing else is possible."""


def statements(sentences: tuple[Sentence, ...]) -> Iterator[Statement]:
    """What the sentences outside of lists say of the values; examples, advice and
    special cases are left out."""
    spoken = [one for one in sentences if not (one.level or one.exemplary)]
    yield from _one_by_one(spoken)
    for sentence in spoken:
        if sentence.conditional:
            continue
        yield from _leads(sentence.marked)
        yield from _only(sentence.marked)
        yield from _supported(sentence.marked)
        yield from _alternatives(sentence.marked)
        yield from _explained(sentence.marked)
        yield from _each_means(sentence.marked)
        yield from _ordered(sentence.marked)


def of_a_case(sentences: tuple[Sentence, ...]) -> Iterator[Statement]:
    """What a sentence says of the values in one case: "For old lamps, the value can be"."""
    for sentence in sentences:
        kind = _OF_A_KIND.match(sentence.marked)
        if kind and not (sentence.level or sentence.exemplary):
            yield from _leads(sentence.marked[kind.end() :])


def _one_by_one(spoken: Sequence[Sentence]) -> Iterator[Statement]:
    """`**ON**: lit. **OFF**: dark.`: sentences in a row, each of one value in capitals;
    other words would be names."""
    run: list[re.Match[str]] = []
    for sentence in (*spoken, None):
        found = _ONE.fullmatch(sentence.marked) if sentence else None
        if found:
            run.append(found)
            continue
        if len(run) > 1:
            yield _explaining(run, run[0].string)
        run = []


def of_parts(said: Sequence[Statement]) -> bool:
    """Whether two sentences name several values each, and none of them in common: then
    they are of different things."""
    named = [{c.token for c in one.candidates} for one in said]
    several = [tokens for tokens in named if len(tokens) > 1]
    return any(
        one.isdisjoint(other)
        for at, one in enumerate(several)
        for other in several[:at]
    )


def _leads(text: str) -> Iterator[Statement]:
    reached = 0
    leads = (lead for pattern in _STATED for lead in pattern.finditer(text))
    for lead in sorted(leads, key=lambda found: found.end()):
        end = lead.end()
        if end <= reached or _of_another(text, lead.start()):
            continue
        found = _LIST.match(text, end)
        if found is None or _GOES_ON.match(text, found.end()):
            continue
        candidates = _candidates(found.group(), text)
        if _certain(candidates, found.group()):
            reached = found.end()
            yield Statement(candidates=candidates, exclusive="only" in lead.group())


def _only(text: str) -> Iterator[Statement]:
    for found in _ONLY.finditer(text):
        listed = found["list"]
        candidates = _candidates(listed, text)
        if _LIST.fullmatch(listed) and OPEN in listed and _certain(candidates, listed):
            yield Statement(candidates=candidates, exclusive=True)


def _supported(text: str) -> Iterator[Statement]:
    found = _SUPPORTED.fullmatch(text)
    if found and _LIST.fullmatch(found["list"]):
        candidates = _candidates(found["list"], text)
        marked = found["list"].count(OPEN) == len(candidates) > 1
        if marked and _certain(candidates, found["list"]):
            yield Statement(candidates=candidates, exclusive=False)


def _alternatives(text: str) -> Iterator[Statement]:
    for lead in _ALTERNATIVES.finditer(text):
        found = _LIST.match(text, lead.end())
        whole = found is not None and not text[found.end() :].strip(" .")
        if found and whole and OPEN in found.group() and " or " in found.group():
            candidates = _candidates(found.group(), text)
            if _certain(candidates, found.group()):
                yield Statement(candidates=candidates, exclusive=False)


def _explained(text: str) -> Iterator[Statement]:
    """`0: dark; 1: lit` in a sentence, perhaps after words that end in a colon."""
    parts = [_EXPLAINED.fullmatch(part) for part in re.split("[;；]", text)]
    found = [part for part in parts if part]
    later = all(not part["before"] for part in found[1:])
    if len(found) > 1 and len(found) == len(parts) and later:
        yield _explaining(found, text)


def _each_means(text: str) -> Iterator[Statement]:
    """`0 means dark, and 1 means lit`."""
    found = [_EACH_MEANS.fullmatch(part) for part in _NEXT_MEANS.split(text)]
    values = [part for part in found if part]
    if len(values) > 1 and len(values) == len(found):
        yield _explaining(values, text)


def _explaining(values: Sequence[re.Match[str]], text: str) -> Statement:
    candidates = tuple(
        Candidate(
            token=plain(value["value"]),
            meaning=plain(value["meaning"]).rstrip("."),
            words=text,
        )
        for value in values
    )
    return Statement(candidates=candidates, exclusive=False)


def _ordered(text: str) -> Iterator[Statement]:
    """`ascending (asc) or descending (desc)`."""
    for found in _ORDERED.finditer(text):
        pair = f"{found['first']} {found['second']}"
        if all(any(c.isalnum() for c in value) for value in pair.split()):
            yield Statement(candidates=_candidates(pair, text), exclusive=False)


def _of_another(text: str, start: int) -> bool:
    """Whether a literal stands before the lead: the sentence is about that property's
    value."""
    before = text[:start]
    return before.endswith((" ", "\t")) and before.rstrip().endswith(CLOSE)


def _certain(candidates: tuple[Candidate, ...], written: str) -> bool:
    """Marked values are certain; plain ones when there are several of them."""
    if not candidates or any(len(one.token) > LONGEST_VALUE for one in candidates):
        return False
    names = len(candidates) > 2 and written.count(OPEN) == len(candidates)
    blanks = 1 if names else 0
    if any(one.token.count(" ") > blanks for one in candidates):
        return False
    return written.startswith((OPEN, '"')) or len(candidates) > 1


def _candidates(written: str, sentence: str) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            token=one.strip('"') if one != '""' else '""',
            meaning=plain(meaning),
            words=sentence,
        )
        for value, meaning in _EACH.findall(written)
        for one in _RUN.split(plain(value).rstrip(","))
    )
