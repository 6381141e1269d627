"""What changed of an operation: its line, its parameters, its bodies, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.model import Operation
from scraper.diff.both import Both
from scraper.diff.facts import told
from scraper.diff.messages import body_changes, response_changes
from scraper.diff.model import Change, Kind, Verdict
from scraper.diff.pairs import Pairs
from scraper.diff.parameters import parameter_changes
from scraper.diff.types import Sides
from scraper.diff.verdicts import Event
from scraper.emit.sinks import lines, tree
from scraper.emit.sinks.path_template import shape
from scraper.text import Text

_BREAKING, _COMPATIBLE, _WORDS = Verdict


def removed(operation: Operation) -> Change:
    return _whole(operation, old=_line(operation))


def added(operation: Operation) -> Change:
    return _whole(operation, new=_line(operation))


def _whole(
    operation: Operation, *, old: Text | None = None, new: Text | None = None
) -> Change:
    return Change(
        kind=Kind.OPERATION,
        verdict=_COMPATIBLE if new else _BREAKING,
        place=Text(operation.id),
        old=old,
        new=new,
        effect="the method is new" if new else "the method is gone",
        source=Text(lines.place(operation.source)),
    )


def _line(operation: Operation) -> Text:
    return tree.joined(operation.method, " ", operation.path)


def changes(
    old: Operation, new: Operation, sides: Sides, pairs: Pairs
) -> Iterator[Change]:
    """All that changed of an operation; the schemas it uses are noted in the pairs, to be compared once."""
    both = Both(old=old, new=new, sides=sides, pairs=pairs)
    yield from _line_changes(both)
    yield from parameter_changes(both)
    yield from body_changes(both)
    yield from response_changes(both)
    yield from _helpers(both)
    yield from _told(both)


def _line_changes(both: Both) -> Iterator[Change]:
    """The name, the group, the method and the path."""
    old, new = both.old, both.new
    if old.id != new.id:
        effect = "the former name stays as a deprecated alias"
        yield both.change(
            Kind.NAME, _COMPATIBLE, "", Text(old.id), Text(new.id), effect
        )
    if old.tag != new.tag:
        effect = "programs find the method in another group of the client"
        yield both.change(
            Kind.GROUP, _BREAKING, "", Text(old.tag), Text(new.tag), effect
        )
    if (old.method, shape(old.path)) != (new.method, shape(new.path)):
        effect = "the method calls another path; its name stays"
        yield both.change(Kind.PATH, _COMPATIBLE, "", _line(old), _line(new), effect)
    if old.deprecated is not new.deprecated:
        event = Event.DEPRECATED if new.deprecated else Event.RESTORED
        yield both.place().change(
            Kind.DEPRECATION,
            event,
            old=Text("in use" if new.deprecated else "deprecated"),
            new=Text("deprecated" if new.deprecated else "in use"),
        )


def _helpers(both: Both) -> Iterator[Change]:
    """What gives the items of all pages, and what waits."""
    old, new = both.old, both.new
    for kind, was, now, there in (
        (Kind.PAGINATION, old.pagination, new.pagination, "pages have an iterator"),
        (Kind.WAITER, old.waiter, new.waiter, "the end can be waited for"),
    ):
        if was and now and (before := told(was)) != (after := told(now)):
            effect = "the method beside it asks in another way"
            yield both.change(kind, _COMPATIBLE, "", Text(before), Text(after), effect)
        if bool(was) is not bool(now):
            yield both.change(
                kind,
                _COMPATIBLE if now else _BREAKING,
                "",
                Text("yes" if was else "no"),
                Text("yes" if now else "no"),
                there if now else "the method beside it is gone",
            )


def _told(both: Both) -> Iterator[Change]:
    """Title and description."""
    place = both.place()
    yield from place.reworded(Kind.TITLE, both.old.title, both.new.title)
    yield from place.reworded(
        Kind.DESCRIPTION, both.old.description, both.new.description
    )
