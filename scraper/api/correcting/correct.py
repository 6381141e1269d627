"""Corrections of drafts, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from scraper.api.correcting import examples, fields, places, properties
from scraper.api.correcting.model import (
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
)
from scraper.api.correcting.notes import note
from scraper.draft.model import Draft, Role
from scraper.draft.recasting import REASON
from scraper.issues import Issue
from scraper.source import Source

_WITHOUT_PARAMETERS = frozenset({Role.STATUS, Role.OTHER})


@dataclass(slots=True, kw_only=True)
class _Work:
    """The issues while corrections are applied."""

    issues: list[Issue]
    notes: list[Issue] = field(default_factory=list[Issue])

    def answer(self, source: Source, codes: tuple[str, ...]) -> None:
        """Take out what has an answer now."""
        self.issues = [
            one
            for one in self.issues
            if one.source != source or not one.code.startswith(codes)
        ]


def correct(
    drafts: Sequence[Draft], issues: Sequence[Issue], corrections: Sequence[Correction]
) -> tuple[tuple[Draft, ...], tuple[Issue, ...]]:
    """The drafts with every correction applied, in their order; and their issues, without those that a correction
    answers, with a note for each correction.

    Roles are already changed (`draft.read` does it) and only looked at here; ids of operations are changed by
    `renamed`, and how pages are turned and what is waited for by `turned` and `waited`. Raises ScraperError for the
    first correction whose place or old value is not there, or that changes nothing.
    """
    by_page = {draft.page: draft for draft in drafts}
    work = _Work(issues=list(issues))
    for correction in sorted(corrections, key=_order):
        page = correction.place.page
        if page not in by_page:
            raise places.no_page(correction)
        by_page[page] = _corrected(by_page[page], correction, work)
    return tuple(by_page[draft.page] for draft in drafts), (*work.issues, *work.notes)


def _order(correction: Correction) -> int:
    """Types first, as they decide how a description is read; names last, as they are what the others call rows by."""
    match correction.change:
        case TypeChange():
            return 0
        case PropertyRemoved():
            return 2
        case NameChange():
            return 3
        case _:
            return 1


def _corrected(draft: Draft, correction: Correction, work: _Work) -> Draft:
    change: Change = correction.change
    match change:
        case (
            TypeChange()
            | RequiredChange()
            | EnumChange()
            | DefaultChange()
            | BoundChange()
            | NameChange()
        ):
            at = places.field(draft, correction)
            old = draft.tables[at[0]].fields[at[1]]
            new, found = fields.corrected(old, change, correction)
            work.answer(old.source, fields.ANSWERED[type(change)])
            work.issues += found
            draft, source = places.with_field(draft, at, new), old.source
        case PropertyAdded():
            draft, source = properties.added(draft, change, correction)
        case PropertyRemoved():
            draft, removed = properties.removed(draft, change, correction)
            work.answer(removed.source, ("",))
            source = removed.source
        case ExampleChange():
            operation = places.operation(draft, correction)
            draft, source = examples.changed(operation, change, correction)
        case ExampleAdded():
            operation = places.operation(draft, correction)
            draft = examples.added(operation, change, correction)
            source = draft.source
        case RoleChange():
            source = _recast(draft, change, correction)
            work.answer(source, ("table-",))
        case IdChange() | PaginationChange() | WaiterChange():
            places.operation(draft, correction)
            return draft
        case _:
            assert_never(change)
    work.notes.append(note(correction, source))
    return draft


def _recast(draft: Draft, change: RoleChange, correction: Correction) -> Source:
    """The place of the table whose role was changed. Raises ScraperError when none was, or it cannot have that role."""
    found = [draft.tables[at] for at in places.tables(draft, correction)]
    recast = [one for one in found if one.role is change.now and one.reason == REASON]
    if not recast:
        roles = ", ".join(one.role.value for one in found)
        raise correction.stale(change.was.value, roles)
    if len(recast) > 1:
        raise correction.refused(
            f"{len(recast)} tables are meant", "name it by its label"
        )
    if change.now not in _WITHOUT_PARAMETERS and not any(one.fields for one in recast):
        raise correction.refused(
            "the table has no column of names, so that its rows cannot be read",
            "add its properties one by one",
        )
    return recast[0].source
