"""Other roles for tables than the page suggests, by corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from scraper.document.model import Table
from scraper.draft.finding import Assigned
from scraper.draft.model import Role, Side, TableDraft
from scraper.text import Text

REASON: Final = "corrections.toml says so"

SIDES = {
    Role.PATH: Side.REQUEST,
    Role.QUERY: Side.REQUEST,
    Role.HEADER: Side.REQUEST,
    Role.BODY: Side.REQUEST,
    Role.RESPONSE: Side.RESPONSE,
    Role.RESPONSE_HEADER: Side.RESPONSE,
    Role.STATUS: Side.RESPONSE,
    Role.OTHER: Side.NEITHER,
}
"""A model keeps its side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recast:
    """The role `now` for the rows of a table that would have the role `was`."""

    table: Text
    was: Role
    now: Role


def recast(
    assigned: Iterable[Assigned], wanted: Sequence[Recast]
) -> tuple[Assigned, ...]:
    """The tables with the wanted roles; one that is not there is left for the caller to miss."""
    return tuple(_recast(each, wanted) for each in assigned)


def is_called(name: Text, table: Table | TableDraft) -> bool:
    """Whether a table bears the name: an anchor of it, the nearest anchor above, or its label ("Table 3")."""
    return name in (*table.anchors, table.source.anchor) or (
        name == table.label and bool(name)
    )


def _recast(each: Assigned, wanted: Sequence[Recast]) -> Assigned:
    for one in wanted:
        if is_called(one.table, each.table) and each.role is one.was:
            side = SIDES.get(one.now, each.side)
            return replace(each, role=one.now, side=side, reason=REASON)
    return each
