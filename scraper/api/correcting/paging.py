"""How operations turn pages: as their pages say, or as people know better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.api.correcting import places
from scraper.api.correcting.model import (
    Correction,
    PaginationChange,
    shown_pagination,
)
from scraper.api.correcting.notes import note
from scraper.api.model import Location, Operation, Pagination, Schema
from scraper.api.paginating import paginated
from scraper.issues import Issue
from scraper.source import Source
from scraper.text import Text


def turned(
    operations: Sequence[Operation],
    schemas: Sequence[Schema],
    corrections: Sequence[Correction],
) -> tuple[tuple[Operation, ...], tuple[Issue, ...]]:
    """The operations with their pagination.

    Raises ScraperError when a correction finds no operation, another pagination than it expects, or names a parameter
    that the operation lacks.
    """
    by_name = {schema.name: schema for schema in schemas}
    made: dict[Text, Operation] = {}
    issues: list[Issue] = []
    mine = [one for one in corrections if isinstance(one.change, PaginationChange)]
    for operation in operations:
        page = operation.source.page
        made[page], found = paginated(operation, by_name)
        if not any(one.place.page == page for one in mine):
            issues.extend(found)
    for correction in mine:
        page = correction.place.page
        if page not in made:
            raise correction.refused(
                "the page gives no operation", f"take the correction out; {places.LOOK}"
            )
        made[page] = _corrected(made[page], correction)
        issues.append(note(correction, made[page].source))
    return tuple(made.values()), tuple(issues)


def _corrected(operation: Operation, correction: Correction) -> Operation:
    change = correction.change
    assert isinstance(change, PaginationChange)
    was = operation.pagination
    if _told(was) != _told(change.was):
        raise correction.stale(shown_pagination(change.was), shown_pagination(was))
    if change.now is None:
        return replace(operation, pagination=None)
    query = {
        one.property.name
        for one in operation.parameters
        if one.location is Location.QUERY
    }
    for name in (change.now.parameter, change.now.size):
        if name not in query:
            raise correction.refused(
                f"the operation has no query parameter {name.plain!r}", places.LOOK
            )
    return replace(operation, pagination=replace(change.now, source=correction.source))


def _told(pagination: Pagination | None) -> Pagination | None:
    """What was read, wherever it was."""
    return pagination and replace(pagination, source=Source(page=Text("")))
