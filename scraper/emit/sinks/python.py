"""Words of a document in Python source: string literals, numbers, docstrings, identifiers."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scraper.text import Bullets, Code, Paragraph, Prose, Span, Text

_WORD = re.compile(
    r"[A-Z]{2,}[a-z]?(?![a-z])[0-9]*"  # SSL, VMs, IPv4
    r"|[A-Z]?[a-z]+[0-9]*"  # task, Task, md5
    r"|[A-Z][0-9]*"  # B, S3
    r"|[0-9]+"
)


def literal(value: Text | int | float | bool) -> str:
    """A value as a Python expression; a text as a string literal, whatever characters it has."""
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value!r}")'
    return repr(value.plain) if isinstance(value, Text) else repr(value)


def value_literal(value: object) -> str:
    """A JSON value as a Python expression."""
    return repr(value)


def is_identifier(text: Text) -> bool:
    """Whether the words can stand in Python as they are (keywords are the caller's business)."""
    return text.plain.isascii() and text.plain.isidentifier()


def words_in(text: Text) -> tuple[str, ...]:
    """The ASCII words, split at other characters and at the humps of camel case; none for a text without any."""
    plain = unicodedata.normalize("NFKD", text.plain)
    return tuple(_WORD.findall(plain.encode("ascii", "ignore").decode()))


def snake(text: Text) -> str:
    """ASCII words in lower case joined by underscores: `OS-EXT-SRV-ATTR:host` → `os_ext_srv_attr_host`.

    A text without any such word is named by its characters' numbers, so that two such texts stay apart.
    """
    return "_".join(word.lower() for word in words_in(text)) or numbers(text)


def numbers(text: Text) -> str:
    """The first characters' numbers, for a text that has no ASCII word: `中` → `u4e2d`."""
    return "_".join(f"u{ord(c):04x}" for c in text.plain[:8]) or "empty"


def spelling(text: Text) -> str:
    """A text that is an identifier, as it is.

    Raises ValueError for any other, so that no other can get into the source.
    """
    if not is_identifier(text):
        raise ValueError("not an identifier")
    return text.plain


def first_sentence(text: Text) -> Text:
    """The words up to the first full stop that ends a sentence, without it and without asides in brackets."""
    first = re.split(r"[.;](?:\s|$)", text.plain.strip(), maxsplit=1)[0]
    return Text(re.sub(r"(?:(?<!\s)\s++)?\([^()]*\)", "", first))


def inline(text: Text) -> str:
    """Words in one line of a docstring."""
    return _escaped(" ".join(text.plain.split()))


def _escaped(line: str) -> str:
    shown = "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode() for c in line
    )
    return shown.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def verbatim(text: Text) -> str:
    """A line of code as a line of a docstring, its blanks kept."""
    return _escaped(re.sub(r"\s", " ", text.plain.expandtabs(4)).rstrip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraphed:
    """A paragraph, or a line of code."""

    depth: int
    """Of nesting in lists."""
    words: str
    begins_item: bool = False
    is_code: bool = False


def paragraphs(prose: Prose) -> tuple[Paragraphed, ...]:
    """A description as docstring paragraphs, code blocks line by line."""
    return tuple(_paragraphs(prose, 0))


def _paragraphs(prose: Prose, depth: int) -> list[Paragraphed]:
    found: list[Paragraphed] = []
    for block in prose.blocks:
        match block:
            case Paragraph(spans=spans):
                found.append(Paragraphed(depth=depth, words=_styled(spans)))
            case Bullets(items=items):
                for item in items:
                    inner = _paragraphs(item, depth + 1)
                    found.extend(
                        replace(one, begins_item=True) if n == 0 else one
                        for n, one in enumerate(inner)
                    )
            case Code(text=text):
                found.extend(
                    Paragraphed(
                        depth=depth + 1, words=verbatim(Text(line)), is_code=True
                    )
                    for line in text.plain.splitlines()
                    if line.strip()
                )
    return [one for one in found if one.words]


def _styled(spans: tuple[Span, ...]) -> str:
    """The words of a paragraph; literals, which the documents print in bold and without blanks, in backticks."""
    pieces: list[str] = []
    for number, span in enumerate(spans):
        plain = span.text.plain
        core = plain.strip()
        literal_ = (span.strong or span.code) and core and not re.search(r"[\s`]", core)
        if literal_ and _stands_alone(spans, number):
            before = plain[: len(plain) - len(plain.lstrip())]
            after = plain[len(plain.rstrip()) :]
            pieces.append(f"{before}`{core}`{after}")
        else:
            pieces.append(plain)
    return inline(Text("".join(pieces)))


def lists(bullets: Bullets, values: Sequence[Text | int | float | bool]) -> bool:
    """Whether most items of a list begin with one of the values (whose outer underscores a page may have lost)."""
    plain = (v.plain if isinstance(v, Text) else repr(v) for v in values)
    told = "|".join(re.escape(v.strip("_")) for v in plain if v.strip("_"))
    begins = re.compile(rf"[\s_\"'`(\[]*(?:{told or '(?!)'})_*(?!\w)", re.IGNORECASE)
    hits = [item for item in bullets.items if begins.match(item.text.plain)]
    return len(hits) * 2 > len(bullets.items)


def _stands_alone(spans: Sequence[Span], number: int) -> bool:
    """Whether neither side of a run goes on with the same word."""
    told = (span.text.plain for span in reversed(spans[:number]))
    before = next((words for words in told if words), "")
    after = next((one.text.plain for one in spans[number + 1 :] if one.text), "")
    plain = spans[number].text.plain
    joins_left = re.search(r"[\w}>]$", before) and not plain[:1].isspace()
    joins_right = re.match(r"[\w{<]", after) and not plain[-1:].isspace()
    return not joins_left and not joins_right


def without_last_sentence(paragraph: Paragraph) -> Paragraph:
    """The paragraph without a last sentence that ends in a colon, which announces what is printed elsewhere."""
    plain = paragraph.text.plain
    if not plain.rstrip().endswith(":"):
        return paragraph
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s)", plain)]
    return Paragraph(spans=tuple(_upto(paragraph.spans, ends[-1] if ends else 0)))


def _upto(spans: tuple[Span, ...], length: int) -> Iterator[Span]:
    for span in spans:
        kept = span.text.plain[: max(length, 0)]
        if kept:
            yield replace(span, text=Text(kept))
        length -= len(span.text.plain)
