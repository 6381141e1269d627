"""A change log in words: Markdown for people, JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scraper.diff import words
from scraper.diff.model import Change, Kind, Verdict, worst
from scraper.emit.sinks import json, markdown, tree
from scraper.emit.sinks.tree import Branch, Tree
from scraper.text import Bullets, Paragraph, Prose, Span, Text

TITLES = {
    Verdict.BREAKING: "Breaking",
    Verdict.COMPATIBLE: "New, and compatible",
    Verdict.DOCUMENTATION: "Documentation only",
}
NOTHING = "No change of the API."
LONGEST = 160
"""Characters of an old or new text that are shown, around what differs."""


def clipped(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes with what is shown of their old and new texts."""
    return tuple(_clipped(change) for change in changes)


def _clipped(change: Change) -> Change:
    if change.old is None or change.new is None:
        only = change.old or change.new or Text("")
        shown, _ = words.excerpt(only, only, LONGEST)
        return replace(
            change,
            old=None if change.old is None else shown,
            new=None if change.new is None else shown,
        )
    old, new = words.excerpt(change.old, change.new, LONGEST)
    return replace(change, old=old, new=new)


def summary(changes: Sequence[Change]) -> str:
    """`2 breaking, 1 compatible, 5 documentation`; empty where nothing changed."""
    times = Counter(change.verdict for change in changes)
    return ", ".join(
        f"{times[verdict]} {verdict.value}" for verdict in Verdict if times[verdict]
    )


def as_markdown(changes: Sequence[Change], level: int = 2) -> str:
    """One list a verdict, under headings of the level."""
    if not changes:
        return f"{NOTHING}\n"
    parts: list[str] = []
    shown = clipped(changes)
    for verdict, title in TITLES.items():
        of_it = [change for change in shown if change.verdict is verdict]
        if of_it:
            items = tuple(Prose(blocks=(_line(change),)) for change in of_it)
            parts.append(f"{'#' * level} {title} ({len(of_it)})")
            parts.append(markdown.prose(Prose(blocks=(Bullets(items=items),))))
    return "\n\n".join(parts) + "\n"


def as_json(services: Mapping[str, Sequence[Change]]) -> str:
    """The changes of one service with their whole texts, their number by verdict, and the worst verdict.

    Those of several services by the services' names.
    """
    trees: Branch = {name: _told(changes) for name, changes in services.items()}
    match list(trees.values()):
        case [only]:
            return json.block(only)
        case _:
            return json.block(trees)


def _told(changes: Sequence[Change]) -> Branch:
    times = Counter(change.verdict.value for change in changes)
    verdict = worst(change.verdict for change in changes)
    return {
        "verdict": verdict.value if verdict else None,
        "counts": {each.value: times[each.value] for each in Verdict},
        "changes": [_tree(change) for change in changes],
    }


def _tree(change: Change) -> Tree:
    return {
        "kind": change.kind.value,
        "verdict": change.verdict.value,
        "place": change.place,
        "old": change.old,
        "new": change.new,
        "effect": change.effect,
        "used_by": list(change.used_by),
        "source": change.source,
    }


def one_line(change: Change) -> str:
    """A change in plain words, for a terminal."""
    (shown,) = clipped([change])
    return "".join(tree.characters(span.text) for span in _spans(shown))


def _line(change: Change) -> Paragraph:
    return Paragraph(spans=tuple(_spans(change)))


def _spans(change: Change) -> Iterator[Span]:
    yield Span(text=change.place, code=True)
    yield _plain(f": {_called(change)}")
    yield from _values(change)
    if change.effect:
        yield _plain(f": {change.effect}")
    if change.used_by:
        first, *rest = change.used_by
        more = f" and {len(rest)} more" if rest else ""
        yield _plain(f" ({first}{more})")
    if change.source:
        yield _plain(", ")
        yield Span(text=change.source, code=True)


def _called(change: Change) -> str:
    kind = change.kind.value
    if change.old is None:
        return f"new {kind}"
    return f"{kind} gone" if change.new is None else kind


_TOLD_BY_THEIR_PLACE = (Kind.PROPERTY, Kind.PARAMETER, Kind.SCHEMA)


def _values(change: Change) -> Iterator[Span]:
    """What was and what is, where the place does not tell it already."""
    old, new = change.old, change.new
    if old is not None and new is not None:
        yield _plain(" ")
        yield _value(old)
        yield _plain(" → ")
        yield _value(new)
    elif change.kind not in _TOLD_BY_THEIR_PLACE:
        yield _plain(" ")
        yield _value(old if old is not None else new or Text(""))


def _value(value: Text) -> Span:
    """As code, in which nothing is a link, a mention or a keyword for those who show a change log."""
    return Span(text=value or Text('""'), code=True)


def _plain(text: str) -> Span:
    return Span(text=Text(text))
