"""How operations turn pages: as their pages say, or as people know better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.api.correcting import places
from scraper.api.correcting.model import (
    Correction,
    PaginationChange,
    cut,
    shown_pagination,
)
from scraper.api.correcting.notes import note
from scraper.api.model import Array, Operation, Pagination, Schema
from scraper.api.paginating import inputs, paginated, properties, reached
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
            raise places.no_operation(correction)
        made[page] = _corrected(made[page], correction, by_name)
        issues.append(note(correction, made[page].source))
    return tuple(made.values()), tuple(issues)


def _corrected(
    operation: Operation, correction: Correction, schemas: Mapping[str, Schema]
) -> Operation:
    change = correction.change
    assert isinstance(change, PaginationChange)
    was = operation.pagination
    if _told(was) != _told(change.was):
        raise correction.stale(shown_pagination(change.was), shown_pagination(was))
    if change.now is None:
        return replace(operation, pagination=None)
    name = change.now.parameter.plain
    of_query, of_body = (
        inputs(operation, schemas, in_body=in_body) for in_body in (False, True)
    )
    in_body = name not in of_query and name in of_body
    now = replace(change.now, in_body=in_body, source=correction.source)
    _check(operation, now, correction, schemas)
    return replace(operation, pagination=now)


def _check(
    operation: Operation,
    pagination: Pagination,
    correction: Correction,
    schemas: Mapping[str, Schema],
) -> None:
    """Raises ScraperError for a parameter that the operation lacks, or a path that its answer lacks."""
    given = inputs(operation, schemas, in_body=pagination.in_body)
    for name in (pagination.parameter, pagination.size):
        if name.plain not in given:
            where = "property of the body" if pagination.in_body else "query parameter"
            raise correction.refused(
                f"the operation has no {where} {name.plain!r}", places.LOOK
            )
    answer = operation.answer.type if operation.answer else None
    items = reached(answer, pagination.items, schemas)
    if not isinstance(items, Array):
        raise correction.refused(
            f"the answer has no list at {_path(pagination.items)}", places.LOOK
        )
    item = (pagination.item,) if pagination.item else ()
    documented = bool(properties(items.items, schemas))
    if documented and reached(items.items, item, schemas) is None:
        raise correction.refused(f"the items have no {_path(item)}", places.LOOK)
    if reached(answer, pagination.next, schemas) is None:
        raise correction.refused(
            f"the answer has nothing at {_path(pagination.next)}", places.LOOK
        )


def _path(names: tuple[Text, ...]) -> str:
    return cut(".".join(one.plain for one in names)) or "its root"


def _told(pagination: Pagination | None) -> Pagination | None:
    """What was read, wherever it was."""
    return pagination and replace(
        pagination, in_body=False, source=Source(page=Text(""))
    )
