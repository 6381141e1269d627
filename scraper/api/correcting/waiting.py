"""What is waited for after an operation: only people know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.api.correcting import places
from scraper.api.correcting.model import Correction, WaiterChange, cut
from scraper.api.correcting.notes import note
from scraper.api.model import Array, Map, Operation, Schema, Waiter
from scraper.api.paginating import reached
from scraper.issues import Issue
from scraper.text import Text


def waited(
    operations: Sequence[Operation],
    schemas: Sequence[Schema],
    corrections: Sequence[Correction],
) -> tuple[tuple[Operation, ...], tuple[Issue, ...]]:
    """The operations with their waiters.

    Raises ScraperError when a correction finds no operation, names none that can be asked, or a status that its answer
    lacks.
    """
    made: dict[Text, Operation] = {one.source.page: one for one in operations}
    issues: list[Issue] = []
    for correction in corrections:
        change, page = correction.change, correction.place.page
        if not isinstance(change, WaiterChange):
            continue
        if page not in made:
            raise places.no_operation(correction)
        if made[page].waiter is not None:
            raise correction.refused(
                "the page has a waiter already", "keep one of them"
            )
        _check(change.now, operations, schemas, correction)
        waiter = replace(change.now, source=correction.source)
        made[page] = replace(made[page], waiter=waiter)
        issues.append(note(correction, made[page].source))
    return tuple(made.values()), tuple(issues)


def _check(
    waiter: Waiter,
    operations: Sequence[Operation],
    schemas: Sequence[Schema],
    correction: Correction,
) -> None:
    polled = next((one for one in operations if one.id == waiter.poll), None)
    if polled is None:
        raise correction.refused(f"there is no operation {waiter.poll}", places.LOOK)
    answer = polled.answer.type if polled.answer else None
    status = reached(answer, waiter.status, {one.name: one for one in schemas})
    path = cut(".".join(one.plain for one in waiter.status))
    if status is None:
        raise correction.refused(
            f"the answer of {waiter.poll} has nothing at {path}", places.LOOK
        )
    if isinstance(status, Array | Map):
        raise correction.refused(
            f"{path} in the answer of {waiter.poll} is no single value", places.LOOK
        )
