"""Every correction that applies is told in issues.txt, and by `explain` at its place."""

from __future__ import annotations

from typing import assert_never

from scraper.api.correcting.model import (
    NOTHING,
    BoundChange,
    Change,
    Correction,
    DefaultChange,
    EnumChange,
    ExampleAdded,
    ExampleChange,
    IdChange,
    NameChange,
    PaginationChange,
    PropertyAdded,
    PropertyRemoved,
    RequiredChange,
    RoleChange,
    TypeChange,
    WaiterChange,
    cut,
    shown,
    shown_pagination,
)
from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Text

CODE = "corrected"


def note(correction: Correction, source: Source) -> Issue:
    """The note about one correction, at the place in the documents that it changes."""
    place = correction.place
    name = f" of {quoted(place.property)}" if place.property else ""
    return Issue(
        code=CODE,
        severity=Severity.NOTE,
        source=source,
        detail=f"correction {correction.number}: {correction.fact}{name}:"
        f" {cut(_told(correction.change))}: {cut(correction.reason)}",
    )


def _told(change: Change) -> str:
    match change:
        case TypeChange():
            return f"{shown(change.was)} is now {shown(change.now.text)}"
        case RequiredChange() | DefaultChange() | BoundChange():
            return f"{shown(change.was)} is now {shown(change.now)}"
        case EnumChange():
            values = ", ".join(shown(one.value) for one in change.now)
            return f"now {values}" if values else "no longer"
        case NameChange():
            return f"now {shown(change.now)}"
        case PropertyAdded():
            return f"added, {shown(change.type.text)}"
        case PropertyRemoved():
            return "removed"
        case ExampleChange():
            was, now = (_json(one) for one in (change.was, change.now))
            return f"{was} is now {now}"
        case ExampleAdded():
            return "added"
        case RoleChange() | IdChange():
            return f"{change.was} is now {change.now}"
        case PaginationChange():
            return (
                f"{shown_pagination(change.was)} is now {shown_pagination(change.now)}"
            )
        case WaiterChange():
            values = ", ".join(shown(one) for one in change.now.success)
            return f"waits until {change.now.poll} tells {values}"
        case _:
            assert_never(change)


def _json(text: Text | None) -> str:
    return NOTHING if text is None else text.plain
