"""Ids of operations that people choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scraper.api.correcting import places
from scraper.api.correcting.model import Correction, IdChange
from scraper.api.correcting.notes import note
from scraper.api.reaching import Identified
from scraper.issues import Issue


def renamed(
    operations: Sequence[Identified], corrections: Sequence[Correction]
) -> tuple[tuple[Identified, ...], tuple[Issue, ...]]:
    """The operations with the ids of the corrections, all at once: two may swap theirs.

    Raises ScraperError when a page has no operation, another id than the correction expects, or when an id would
    be given twice.
    """
    ids = {one.draft.page: one.id for one in operations}
    issues: list[Issue] = []
    chosen: dict[str, Correction] = {}
    for correction in corrections:
        change, page = correction.change, correction.place.page
        if not isinstance(change, IdChange):
            continue
        if page not in ids:
            raise places.no_operation(correction)
        if ids[page] != change.was:
            raise correction.stale(change.was, ids[page])
        ids[page] = change.now
        chosen[change.now.lower()] = correction
    made = tuple(replace(one, id=ids[one.draft.page]) for one in operations)
    _refuse_twins(made, chosen)
    for correction in chosen.values():
        source = next(
            one.draft.source for one in made if one.draft.page == correction.place.page
        )
        issues.append(note(correction, source))
    return made, tuple(issues)


def _refuse_twins(
    operations: Sequence[Identified], chosen: dict[str, Correction]
) -> None:
    for one in operations:
        correction = chosen.get(one.id.lower())
        if correction is not None and correction.place.page != one.draft.page:
            page = one.draft.page.plain
            raise correction.refused(
                f"{one.id!r} is the operation of {page!r}", "choose another id"
            )
