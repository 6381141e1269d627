"""A description as sentences, with the literals in them marked.

Bold and code runs stand between OPEN and CLOSE, so that a pattern can ask for a literal
where only a literal counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from scraper.draft.vocabulary import values as words
from scraper.source import Fact, Source
from scraper.text import Bullets, Code, Paragraph, Prose, Text

V = TypeVar("V")

OPEN, CLOSE = "\x02", "\x03"

LONGEST_SENTENCE = 5_000

_MARKS = str.maketrans({OPEN: " ", CLOSE: " "})
_PADDING = " \t\r\n\u00a0"
_END = re.compile(rf"[.!?][\"”’']?{CLOSE}?\s++(?=[A-Z0-9(\"“*{OPEN}])")
_RUN_ON = re.compile(rf"(?<={CLOSE})\s++(?={words.NEW_SENTENCE})")
_NOTE = re.compile(rf"\A{words.NOTE}\s*+", re.IGNORECASE)
_LITERAL = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}]*+{CLOSE}")
_LAST_WORD = re.compile(r"(?<![\w.])[\w.]*\Z")
_INTERVAL = re.compile(r"[\[(]\s*+[-+\d.,]+\s*+,\s*+[-+\d.,∞]+\s*+[\])]")
_CONDITIONAL = re.compile(words.CONDITIONAL_START, re.IGNORECASE)
_OWN_ABSENCE = re.compile(words.OWN_ABSENCE, re.IGNORECASE)
_EXAMPLE = re.compile(words.EXAMPLE, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    marked: str
    """Its characters, literals between OPEN and CLOSE."""
    level: int = 0
    """How many lists it stands in."""
    depends_on: str = ""
    """The first literal of a sentence before it, in its paragraph, that holds in one
    case only."""
    labelled: bool = False
    """Whether it begins with a label that has a paragraph of its own: "Range:"."""

    @property
    def plain(self) -> str:
        return plain(self.marked)

    @property
    def conditional(self) -> bool:
        """Whether it holds in one case only, other than that the property is absent."""
        start = self.plain
        return bool(_CONDITIONAL.match(start)) and not _OWN_ABSENCE.match(start)

    @property
    def exemplary(self) -> bool:
        """Whether it gives an example or advice."""
        return _EXAMPLE.search(self.plain) is not None


def in_case(sentence: Sentence, name: Text) -> bool:
    """Whether a sentence holds in one case only; `name` is the property's own, which
    makes no case of what follows."""
    if sentence.conditional:
        return True
    own = name.plain.lower()
    said_of_own = bool(own) and sentence.plain.lower().startswith(f"the value of {own}")
    return sentence.depends_on.lower() not in ("", own) and not said_of_own


def fact(value: V, words: str, source: Source) -> Fact[V]:
    """A fact and its words; the marks are taken out."""
    return Fact(value=value, words=Text(plain(words)), source=source)


def plain(marked: str) -> str:
    """Without the marks, blanks evened out."""
    return " ".join(marked.replace(OPEN, "").replace(CLOSE, "").split())


def marked(paragraph: Paragraph) -> str:
    """The paragraph's characters with its literals marked; blanks and colons at a
    literal's edges stay outside."""
    runs: list[tuple[bool, str]] = []
    for span in paragraph.spans:
        literal, text = bool(span.strong) or span.code, span.text.plain
        if runs and runs[-1][0] == literal:
            runs[-1] = (literal, runs[-1][1] + text)
        else:
            runs.append((literal, text))
    return "".join(
        _literal(text.translate(_MARKS)) if literal else text.translate(_MARKS)
        for literal, text in runs
    ).strip()


def _literal(text: str) -> str:
    core = text.strip(_PADDING)
    if not core:
        return text
    before = text[: len(text) - len(text.lstrip(_PADDING))]
    after = text[len(before) + len(core) :]
    inner = core.rstrip(":;,." + _PADDING)
    if not any(c.isalnum() for c in inner) or len(inner) == len(core):
        inner = core
    return f"{before}{OPEN}{inner}{CLOSE}{core[len(inner):]}{after}"


def sentences(prose: Prose) -> tuple[Sentence, ...]:
    """Every sentence in reading order, those of lists included, code left out.

    A sentence that ends in a colon goes on in the next paragraph: `Options:` and, below
    it, the values.
    """
    return tuple(_sentences(prose, 0))


def _sentences(prose: Prose, level: int) -> Iterator[Sentence]:
    held, bare = "", _bare_labels(prose)
    for block in prose.blocks:
        match block:
            case Paragraph():
                text = marked(block)
                label = plain(text).rstrip(":： ")
                if label.lower() in words.LABELS and (bare or text[-1:] in ":："):
                    held = f"{label}:" if label.lower() in words.LEADING else ""
                    continue
                found = list(split(f"{held} {text}" if held else text, level))
                if held and found and held[:-1].lower() in words.LEADING:
                    found[0] = replace(found[0], labelled=True)
                held = ""
                if found and found[-1].marked.endswith(":"):
                    held = found.pop().marked
                yield from found
            case Bullets(items=items):
                if held:
                    yield Sentence(marked=held, level=level)
                    held = ""
                for item in items:
                    yield from _sentences(item, level + 1)
            case Code():
                pass
    if held:
        yield Sentence(marked=held, level=level)


def _bare_labels(prose: Prose) -> bool:
    """Whether labels stand in the description without a colon: two at least do."""
    found = (marked(block) for block in prose.blocks if isinstance(block, Paragraph))
    bare = (text for text in found if _LITERAL.fullmatch(text))
    return sum(plain(text).lower() in words.LABELS for text in bare) > 1


def split(text: str, level: int = 0) -> Iterator[Sentence]:
    """The sentences of a marked paragraph, without "Note:" before them.

    One longer than LONGEST_SENTENCE is no prose and is left out.
    """
    return iter(_split(text, level))


@lru_cache(maxsize=1024)  # every kind of fact asks anew, and paragraphs recur
def _split(text: str, level: int) -> tuple[Sentence, ...]:
    return tuple(_sentences_of(text, level))


def _sentences_of(text: str, level: int) -> Iterator[Sentence]:
    depends_on, start = "", 0
    for end in sorted({*_ends(text), len(text)}):
        piece, start = _NOTE.sub("", text[start:end].strip(), count=1), end
        if not piece or len(piece) > LONGEST_SENTENCE:
            continue
        sentence = Sentence(marked=piece, level=level, depends_on=depends_on)
        yield sentence
        literal = _LITERAL.search(piece)
        if sentence.conditional and literal:
            depends_on = plain(literal.group())
        elif sentence.exemplary:
            depends_on = ""


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; also after a literal that a new sentence follows at once."""
    yield from (end.end() for end in _RUN_ON.finditer(text))
    inside = _inside(text)
    for end in _END.finditer(text):
        last = _LAST_WORD.search(text[max(0, end.start() - 12) : end.start()])
        word = last.group().lower() if last else ""
        if word not in words.ABBREVIATIONS and not inside[end.start()]:
            yield end.end()


def _inside(text: str) -> bytearray:
    """1 for each character in a literal or a parenthesis; an interval such as (0,1] is
    none."""
    intervals = {match.start() for match in _INTERVAL.finditer(text)}
    inside, opened, literal = bytearray(len(text)), list[int](), -1
    for position, character in enumerate(text):
        low = -1
        if character == OPEN:
            literal = position
        elif character == CLOSE:
            low, literal = literal, -1
        elif literal >= 0 or position in intervals:
            continue
        elif character == "(":
            opened.append(position)
        elif character == ")" and opened:
            low = opened.pop()
        if low >= 0 and (character == CLOSE or not opened):
            inside[low:position] = b"\x01" * (position - low)
    return inside
