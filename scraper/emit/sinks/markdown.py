"""Words and prose for CommonMark (descriptions of OpenAPI, README): the author's structure, and no markup but ours.

Bold, code, lists and code blocks are kept, and so are links to where the caller lets them lead; others become their words.
Every character of a document that could be markup is escaped, so that no page can bring in a link, an image or HTML.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import TypeAlias, assert_never

from scraper.characters import DIRECTION, UNPRINTABLE, WIDTHLESS
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key
from scraper.text import Block, Bullets, Code, Link, Paragraph, Prose, Span, Text

# A name such as pre_label needs no escape; `<` and `&` are markup before some characters only (the run after this one
# may bring them).
_MARKUP = re.compile(
    r"[\\`*\[\]~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])"
    r"|<(?=[A-Za-z/!?]|\Z)|&(?=[A-Za-z#]|\Z)"
)
# Numbered and bulleted items, headings, quotations, rules, and the second line of a table.
_AT_LINE_START = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\ |$))|(?=[-=|:\ ]+$|[+-](?:\ |$)|[#>]))", re.MULTILINE
)
_CONTROL = re.compile(f"[{UNPRINTABLE}{WIDTHLESS}{DIRECTION}]")
_END_OF_COMMENT = "*/"
"""Generators put descriptions into comments of other languages, and do not all escape this."""
_BACKTICKS = re.compile("`+")
_BLANKS = re.compile(r"[^\S\n]+")
_BLANKS_AT_BREAK = re.compile(r" ?\n[ \n]*")
_SIGNS = frozenset(string.punctuation)


class _Style(Enum):
    PLAIN = auto()
    STRONG = auto()
    CODE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Where a link leads: an address that `sinks.url` made, and what readers show beside the words (a name of ours)."""

    address: str
    title: str = ""


Leads: TypeAlias = Callable[[Link], Lead | None]
"""Where a link leads; None where its words are all that is left of it."""


def _nowhere(_: Link) -> None:
    return None


def prose(written: Prose, leads: Leads = _nowhere) -> str:
    """Markdown for a whole description, without a line break at the end; empty for empty prose."""
    blocks = (_block(block, leads) for block in written.blocks)
    return "\n\n".join(filter(None, blocks))


def paragraph(*parts: Key) -> Paragraph:
    """A paragraph of our own words and a document's; both are escaped."""
    return Paragraph(
        spans=tuple(
            Span(text=part if isinstance(part, Text) else Text(part)) for part in parts
        )
    )


def text(words: Key) -> str:
    """Markdown for words without structure; line breaks are kept."""
    return prose(Prose(blocks=(paragraph(words),)))


def heading(words: Key) -> str:
    """Words for one line of Markdown."""
    return " ".join(text(words).replace("\\\n", " ").split())


def linked(words: Key, lead: Lead | None) -> str:
    """Words for one line, as a link where they lead anywhere."""
    return f"[{heading(words)}]{_target(lead)}" if lead else heading(words)


def bullets(items: Iterable[str]) -> str:
    """A list of what is Markdown already."""
    return _list(items, ordered=False)


def code(words: Key) -> str:
    """Words for one line of Markdown, as code."""
    line = " ".join(tree.characters(words).split())
    return _code(_CONTROL.sub("\ufffd", line)) if line else ""


def fenced(code: Key, language: str = "") -> str:
    """A code block; its fence is longer than any run of backticks inside."""
    lines = [line.rstrip() for line in tree.characters(code).expandtabs(4).splitlines()]
    inside = _CONTROL.sub("\ufffd", "\n".join(lines)).strip("\n")
    fence = "`" * max(3, _longest_run(inside) + 1)
    return f"{fence}{language}\n{inside}\n{fence}"


def _block(block: Block, leads: Leads) -> str:
    match block:
        case Paragraph(spans=spans):
            return _paragraph(spans, leads)
        case Bullets(items=items, ordered=ordered):
            return _list([_item(item, leads) for item in items], ordered)
        case Code(text=code):
            return fenced(code) if code else ""
        case _:
            assert_never(block)


def _list(items: Iterable[str], ordered: bool) -> str:
    lines: list[str] = []
    for number, item in enumerate(filter(None, items), 1):
        mark = f"{number}. " if ordered else "- "
        margin = " " * len(mark)
        first, *rest = item.split("\n")
        lines.append(mark + first)
        lines += [margin + line if line else "" for line in rest]
    return "\n".join(lines)


def _item(item: Prose, leads: Leads) -> str:
    """Blocks of an item: a list may follow its paragraph at once, anything else needs an empty line."""
    result = ""
    for block in item.blocks:
        if written := _block(block, leads):
            gap = "\n" if isinstance(block, Bullets) else "\n\n"
            result = f"{result}{gap}{written}" if result else written
    return result


def _paragraph(spans: Iterable[Span], leads: Leads) -> str:
    runs = list(_runs(spans, leads))
    starts = [*("[" if lead else words[0] for _, lead, words in runs), ""][1:]
    result = ""
    for (style, lead, words), after in zip(runs, starts, strict=True):
        if lead is None or not words.strip():
            result += _styled(style, words, result[-1:], after)
        else:
            head, core, tail = _trimmed(words)
            if result.endswith("!") and not head:
                result = f"{result[:-1]}\\!"  # else it were an image
            result += f"{head}[{_styled(style, core, '[', ']')}]{_target(lead)}{tail}"
    result = _BLANKS_AT_BREAK.sub("\n", result.strip())
    result = result.replace(_END_OF_COMMENT, "*\\/")
    return _AT_LINE_START.sub(r"\1\\", result).replace("\n", "\\\n")


def _runs(
    spans: Iterable[Span], leads: Leads
) -> Iterator[tuple[_Style, Lead | None, str]]:
    """Words of one style and target; blanks of any kind become one blank, and what is no character U+FFFD."""

    def kind(span: Span) -> tuple[_Style, Lead | None]:
        return _style(span), leads(span.link) if span.link else None

    written = (span for span in spans if span.text)
    for (style, lead), group in groupby(written, key=kind):
        words = "".join(tree.characters(span.text) for span in group)
        yield style, lead, _CONTROL.sub("\ufffd", _BLANKS.sub(" ", words))


def _target(lead: Lead) -> str:
    return f'({lead.address} "{lead.title}")' if lead.title else f"({lead.address})"


def _trimmed(words: str) -> tuple[str, str, str]:
    """The blanks before, the words, the blanks behind."""
    core = words.strip()
    return (
        words[: len(words) - len(words.lstrip())],
        core,
        words[len(words.rstrip()) :],
    )


def _style(span: Span) -> _Style:
    if span.code:
        return _Style.CODE
    return _Style.STRONG if span.strong else _Style.PLAIN


def _styled(style: _Style, words: str, before: str, after: str) -> str:
    """The words in their style; blanks at the ends stay outside of it."""
    head, core, tail = _trimmed(words)
    match style:
        case _ if not core:
            return words
        case _Style.PLAIN:
            return _escaped(words)
        case _Style.CODE if _END_OF_COMMENT not in core:
            return head + _code(core) + tail
        case _Style.CODE:
            return _escaped(words)
        case _Style.STRONG:
            bold = _escaped(core)
            opens = _touches(bold[0], head or before)
            closes = _touches(bold[-1], tail or after)
            return head + (f"**{bold}**" if opens and closes else bold) + tail
        case _:
            assert_never(style)


def _touches(inside: str, outside: str) -> bool:
    """Whether `**` between the two characters is read as bold."""
    return _is_plain(inside) or not outside or outside.isspace() or outside in _SIGNS


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words)


def _code(words: str) -> str:
    line = words.replace("\n", " ")
    fence = "`" * (_longest_run(line) + 1)
    gap = " " if "`" in (line[0], line[-1]) else ""
    return f"{fence}{gap}{line}{gap}{fence}"


def _longest_run(words: str) -> int:
    return max(map(len, _BACKTICKS.findall(words)), default=0)
