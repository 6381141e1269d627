"""Two Apis beside each other: the order of the steps, and the order of the changes."""

from __future__ import annotations

from collections.abc import Iterator

from scraper.api.model import Api
from scraper.diff import operations, schemas, service
from scraper.diff.model import Change, Kind
from scraper.diff.pairing import pair
from scraper.diff.pairs import Pairs
from scraper.diff.types import Sides, named


def compare(old: Api, new: Api) -> tuple[Change, ...]:
    """Every change from the old Api to the new one, the worst first, then by what it is and where.

    Markup, anchors, the order of rows and tables, and names of the package do not count: an operation is known by its
    page and its path, a schema by the places where operations use it.
    """
    sides = Sides(old=named(old), new=named(new))
    pairs = Pairs(sides=sides)
    found = list(_changes(old, new, sides, pairs))
    kinds = list(Kind)
    return tuple(
        sorted(
            found,
            key=lambda one: (
                one.verdict.rank,
                kinds.index(one.kind),
                one.place,
            ),
        )
    )


def _changes(old: Api, new: Api, sides: Sides, pairs: Pairs) -> Iterator[Change]:
    yield from service.changes(old, new)
    pairing = pair(old, new)
    for operation in pairing.removed:
        yield operations.removed(operation)
    for operation in pairing.added:
        yield operations.added(operation)
    for before, after in pairing.both:
        yield from operations.changes(before, after, sides, pairs)
    # The walk over the operations has filled the pairs.
    yield from schemas.changes(pairs)
