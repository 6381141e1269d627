"""Values in a list: bullets, or paragraphs that each begin with a literal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scraper.draft.constraints.sentences import CLOSE, OPEN, marked, plain, split
from scraper.draft.vocabulary import values as words
from scraper.text import Block, Bullets, Code, Paragraph, Prose, Span, Text

LONGEST_VALUE = 128

_LITERAL = rf"{OPEN}[^{OPEN}{CLOSE}]*+{CLOSE}"
_LED = re.compile(
    rf"(?P<values>{_LITERAL}(?:\s*+(?:/|,|or|and|\|)\s*+{_LITERAL})*)"
    rf"(?:$|\s*+(?P<separator>[:：.;,(]|-+\s|—|–|{words.MEANS})\s*+(?P<meaning>.*))",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(
    r"(?P<values>\"[^\"]*\"|[\w+-][\w.+/-]*|empty string|null string)"
    r"(?:[.;,]?$|\s*+(?P<separator>[:：(])\s*+(?P<meaning>.*))",
    re.IGNORECASE | re.DOTALL,
)
_PHRASE = re.compile(r"[A-Z0-9][^\s:]*(?: [^\s:]+){1,4}(?<![.,;])")
_CODED = re.compile(r"[0-9_]")
_SAID = re.compile(
    rf"(?P<meaning>[\w -]{{1,60}}){words.THE_VALUE_IS}"
    rf"(?P<values>{_LITERAL})(?P<separator>)[.]?",
    re.IGNORECASE,
)
_OF_VALUE = re.compile(
    rf"{words.OF_THE_VALUE}(?P<values>{_LITERAL})(?P<separator>)[\s,]+(?P<meaning>.*)",
    re.IGNORECASE | re.DOTALL,
)
_IN_EACH_CASE = re.compile(
    rf"{words.IN_EACH_CASE}(?P<values>{_LITERAL}(?:(?:\s*+,\s*+|(?:\s*+,)?\s++or\s++){_LITERAL})*)"
    r"(?P<separator>)(?P<meaning>)[.;]?",
    re.IGNORECASE,
)
_OWN_ABSENCE = re.compile(words.OWN_ABSENCE, re.IGNORECASE)
_DASHED = re.compile(words.DASHED)
_KIND = re.compile(words.KIND, re.IGNORECASE)
_WORD = re.compile(r"[\w.-]*\w[;,]?")
_REMARK = re.compile(r"(?:(?<!\s)\s++)?\((?:the )?default(?: value)?\)$", re.IGNORECASE)
_CAPITALS = re.compile(words.CAPITALS)
_REFERENCE = re.compile(words.REFERENCE, re.IGNORECASE)
_MARKED_LINE = re.compile(r"^[ \t]*[-*][ \t]+(?=\S)", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_EACH = re.compile(rf"{OPEN}([^{OPEN}{CLOSE}]*+){CLOSE}|([^{OPEN}]+)")
_SAYS = re.compile(rf"^{words.MEANS}(?: that)?\s++", re.IGNORECASE)
_INTRODUCTION = re.compile(words.INTRODUCTION, re.IGNORECASE)
_NO_INTRODUCTION = re.compile(words.NO_INTRODUCTION, re.IGNORECASE)
_PATTERN = re.compile(words.PATTERN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A token that may be a value, with its meaning and the words that give both."""

    token: str
    meaning: str
    words: str

    @property
    def is_pattern(self) -> bool:
        """Signs alone, such as `>`, are none."""
        has_letters = any(character.isalnum() for character in self.token)
        return has_letters and _PATTERN.search(self.token) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueList:
    candidates: tuple[Candidate, ...]
    announced: bool
    """Whether the words before the list say that values follow."""


def lists(prose: Prose) -> Iterator[ValueList]:
    """The description's lists of values; those of rules, fields or cases are left out.
    Inner lists do not count."""
    before = ""
    for block in _joined(prose):
        match block:
            case Bullets(items=items):
                found = _list(tuple(map(_first, items)), before)
                if found:
                    yield found
                before = ""
            case Paragraph():
                before = _last_sentence(marked(block))
            case Code():
                before = ""
    yield from _paragraphs(prose)


def _joined(prose: Prose) -> list[Block]:
    """The blocks, bullet lists that follow each other made one, but for rules behind
    values; a code block that goes on with a list is a part of it."""
    blocks: list[Block] = []
    for block in prose.blocks:
        last = blocks[-1] if blocks else None
        if isinstance(last, Bullets) and isinstance(block, Code):
            block = Bullets(items=tuple(_items(block))) if _goes_on(block) else block
        if not (isinstance(block, Bullets) and isinstance(last, Bullets)) or (
            _of_rules(block) and _of_values(last)
        ):
            blocks.append(block)
        else:
            blocks[-1] = replace(last, items=(*last.items, *block.items))
    return blocks


def _of_values(block: Bullets) -> bool:
    return bool(_values(tuple(map(_first, block.items))))


def _of_rules(block: Bullets) -> bool:
    """Whether the items are sentences that begin with no value."""
    items = [_first(item) for item in block.items]
    return all(len(one.split()) > 3 and not _item(one) for one in items)


def _goes_on(block: Code) -> bool:
    return _MARKED_LINE.match(block.text.plain) is not None


def _items(block: Code) -> Iterator[Prose]:
    """`- **on**: lit` per line, as Markdown has it; other lines go on with an item."""
    for item in _MARKED_LINE.split(block.text.plain):
        spans = tuple(
            Span(text=Text(part), strong=at % 2)
            for at, part in enumerate(_BOLD.split(" ".join(item.split())))
            if part
        )
        if spans:
            yield Prose(blocks=(Paragraph(spans=spans),))


def _first(item: Prose) -> str:
    """An item's first paragraph; what follows it is explanation."""
    first = item.blocks[0] if item.blocks else None
    return marked(first) if isinstance(first, Paragraph) else ""


def _last_sentence(text: str) -> str:
    """What stands before a list; of a paragraph that only says "NOTE:" that word."""
    found = [plain(one.marked) for one in split(text)]
    while len(found) > 1 and _REFERENCE.match(found[-1]) and found[-1].endswith("."):
        found.pop()
    return found[-1] if found else plain(text)


def _paragraphs(prose: Prose) -> Iterator[ValueList]:
    """Runs of paragraphs that each begin with a literal and its meaning; one alone only
    where it is announced."""
    before, run = "", list[str]()
    for block in (*prose.blocks, None):
        text = marked(block) if isinstance(block, Paragraph) else ""
        led = _LED.fullmatch(text)
        if led and led["separator"] and led["meaning"]:
            run.append(text)
            continue
        told = len(run) > 1 or (run and _alone(run[0], before))
        if told and (found := _list(tuple(run), before)):
            yield found
        before, run = _last_sentence(text), []


def _alone(text: str, before: str) -> bool:
    """Whether a paragraph by itself is the list that is announced: `**on**: lit`."""
    led = _LED.fullmatch(text)
    colon = led is not None and led["separator"] in (":", "：")
    return colon and _INTRODUCTION.search(before) is not None


def _list(items: tuple[str, ...], before: str) -> ValueList | None:
    """The values of a list whose every item begins with one.

    None for a list that nothing announces as values; no candidates for one that is
    announced and cannot be read.
    """
    announced = _INTRODUCTION.search(before) is not None
    if not announced and _NO_INTRODUCTION.search(before):
        return None
    found = _values(items) or (_phrases(items) if announced else ())
    labels = sum(one.token.lower() in words.LABELS for one in found)
    if (
        found
        and labels < 2
        and (announced or _speaks_for_itself(items, found) or _of_a_kind(items, before))
    ):
        return ValueList(candidates=found, announced=announced)
    return ValueList(candidates=(), announced=True) if announced else None


def _values(items: tuple[str, ...]) -> tuple[Candidate, ...]:
    """The values that the items begin with; none where one item begins with none, but
    for what holds if there is no value."""
    given = tuple(one for one in items if not _OWN_ABSENCE.match(plain(one)))
    items = _without_last_remark(given if len(given) > 1 else items)
    dashed = [_DASHED.fullmatch(item) for item in items]
    led = dashed if all(dashed) else [_item(item) for item in items]
    found = tuple(
        candidate
        for match, item in zip(led, items, strict=True)
        if match
        for candidate in _candidates(match, item)
    )
    readable = all(led) and all(_plausible(one.token) for one in found)
    return found if readable else ()


def _without_last_remark(items: tuple[str, ...]) -> tuple[str, ...]:
    """Without a sentence behind several values, each with its meaning."""
    *values, last = items or ("",)
    led = [_LED.fullmatch(item) for item in values]
    explained = all(match and match["meaning"] for match in led)
    is_remark = not _item(last) and len(last.split()) > 5
    return tuple(values) if is_remark and explained and len(led) > 1 else items


def _phrases(items: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Items that are names of a few words, each with a digit or an underscore in it:
    `Lamp 1.0 (hall)`."""
    names = [plain(item) for item in items]
    if not all(_PHRASE.fullmatch(name) and _CODED.search(name) for name in names):
        return ()
    return tuple(Candidate(token=one, meaning="", words=one) for one in names)


def _speaks_for_itself(items: tuple[str, ...], found: tuple[Candidate, ...]) -> bool:
    """Whether a list that nothing announces is one of values: all marked, or all
    numbers, and explained."""
    if len(found) == 1:
        return OPEN in items[0] and bool(found[0].meaning)
    words_mark = (
        item.startswith(OPEN)
        or one.token.lower() in words.EMPTY_STRING
        or _OF_VALUE.fullmatch(item)
        or _IN_EACH_CASE.fullmatch(item)
        for item, one in zip(items, found, strict=False)
    )
    numbers = all(one.token.isdecimal() and one.meaning for one in found)
    return all(words_mark) or numbers or all(map(_in_capitals, found))


def _of_a_kind(items: tuple[str, ...], before: str) -> bool:
    """Whether single words stand behind "the lamp's type."."""
    return (
        len(items) > 1
        and _KIND.search(before) is not None
        and all(_WORD.fullmatch(item) for item in items)
    )


def _in_capitals(one: Candidate) -> bool:
    return _CAPITALS.fullmatch(one.token) is not None


def _item(item: str) -> re.Match[str] | None:
    forms = (
        form.fullmatch(item) for form in (_IN_EACH_CASE, _OF_VALUE, _LED, _PLAIN, _SAID)
    )
    return next((match for match in forms if match), None)


def _plausible(token: str) -> bool:
    if not token or len(token) > LONGEST_VALUE:
        return False
    return " " not in token or token.lower() in words.EMPTY_STRING


def _candidates(match: re.Match[str], item: str) -> Iterator[Candidate]:
    meaning = _SAYS.sub("", plain(match["meaning"] or ""))
    if match["separator"] == "(":
        inside, _, after = meaning.partition(")")
        meaning = inside if not after.strip(" .") else f"({meaning}"
    for literal, bare in _EACH.findall(match["values"]):
        token = literal or ("" if OPEN in match["values"] else bare.strip('" '))
        remark = _REMARK.search(token)
        if remark:
            token, meaning = token[: remark.start()], f"{remark.group()} {meaning}"
        if token:
            yield Candidate(token=token, meaning=meaning.strip(), words=item)
