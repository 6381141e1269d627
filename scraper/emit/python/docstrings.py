"""Docstrings: documented words, wrapped, as string literals."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from scraper.api.model import Bounds, Enumeration, Property
from scraper.emit.sinks.python import (
    inline,
    lists,
    literal,
    paragraphs,
    without_last_sentence,
)
from scraper.source import Fact, Source
from scraper.text import Block, Bullets, Paragraph, Prose

WIDTH = 88
"""Columns of a line, as the formatter of the rest has it."""

_BOUNDS = (
    ("minimum", "at least {}"),
    ("exclusive_minimum", "more than {}"),
    ("maximum", "at most {}"),
    ("exclusive_maximum", "less than {}"),
    ("min_length", "at least {} characters"),
    ("max_length", "at most {} characters"),
    ("min_items", "at least {} items"),
    ("max_items", "at most {} items"),
)


def docstring(lines: Sequence[str], indent: int) -> str:
    """Lines as a string literal for a place `indent` columns in; the template indents the lines after the first."""
    body = "\n".join(lines).strip()
    if "\n" in body:
        return f'"""{body}\n"""'
    if body.endswith('"') or len(body) > WIDTH - indent - 6:
        return f'"""{body}\n"""'
    return f'"""{body}"""'


def prose_lines(prose: Prose, width: int) -> list[str]:
    """A description in lines of at most `width` columns (a longer word stays whole)."""
    lines: list[str] = []
    listed = coded = False
    for one in paragraphs(prose):
        if lines and not (one.begins_item and listed) and not (one.is_code and coded):
            lines.append("")
        margin = "  " * max(one.depth - 1, 0)
        rest = margin + ("  " if one.depth else "")
        first = f"{margin}- " if one.begins_item else rest
        if one.is_code:
            lines.append(f"{first}{one.words}")
        else:
            lines.extend(wrapped(one.words, width, first, rest))
        listed, coded = one.begins_item or one.depth > 0, one.is_code
    return lines


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """One paragraph in lines."""
    return textwrap.wrap(
        words,
        width=max(width, 24),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def brief(prose: Prose, enumeration: Enumeration | None) -> Prose:
    """A description without the list of values that the enumeration documents, and without what announces it."""
    if enumeration is None:
        return prose
    values = [member.value for member in enumeration.members]
    kept: list[Block] = []
    for block in prose.blocks:
        if isinstance(block, Bullets) and lists(block, values):
            if kept and isinstance(kept[-1], Paragraph):
                kept[-1] = without_last_sentence(kept[-1])
        else:
            kept.append(block)
    return Prose(blocks=tuple(kept))


def facts(property: Property) -> list[str]:
    """What the documents state about the value, in one line each."""
    lines: list[str] = []
    if property.default is not None:
        lines.append(f"Default: `{escaped(literal(property.default.value))}`.")
    limits = limits_of(property.bounds)
    if limits:
        lines.append(f"Bounds: {limits}.")
    return lines


def limits_of(bounds: Bounds) -> str:
    """`at least 1, at most 64 characters`; empty for no bounds."""
    told: list[str] = []
    for name, words in _BOUNDS:
        fact: Fact[int | float] | None = getattr(bounds, name)
        if fact is not None:
            line = words.format(fact.value)
            told.append(line.removesuffix("s") if fact.value == 1 else line)
    return ", ".join(told)


def source_line(source: Source) -> str:
    """Where it is documented."""
    anchor = inline(source.anchor)
    return f"Source: {inline(source.page)}{'#' if anchor else ''}{anchor}"


def joined(parts: Iterable[Sequence[str]]) -> list[str]:
    """Parts with a blank line between them; empty ones are left out."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines.extend(["", *part] if lines else part)
    return lines


def escaped(expression: str) -> str:
    """Source text inside a docstring."""
    return expression.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
