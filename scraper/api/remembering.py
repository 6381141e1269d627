"""Names that operations had before, and all names that an Api gives away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.api.identifying import identity
from scraper.api.linking import TableKey
from scraper.api.model import Api
from scraper.api.reaching import Identified, Reached
from scraper.names import Named, Names, Taken, kept, settled

_IDENTITY = re.compile(r"(?P<page>.*) (?P<route>\S+ \S+)")


def remembered(
    ruled: Sequence[Identified], chosen: Sequence[Identified], given: Mapping[str, str]
) -> tuple[Identified, ...]:
    """The operations with the ids that they had before.

    `ruled` are those with the ids of the rules, `chosen` with those of the corrections, which stay as they are. An
    operation is known again by page, method and path, else by method and path, else by its page.
    """
    fixed = {
        now.draft.page: now.id
        for was, now in zip(ruled, chosen, strict=True)
        if was.id != now.id
    }
    free = {one.draft.page: [identity(one.draft)] for one in chosen}
    keeping = kept(
        {page: known for page, known in free.items() if page not in fixed},
        _known_again([known[0] for known in free.values()], given),
    )
    chosen_ids = frozenset(fixed.values())
    keeping = {p: name for p, name in keeping.items() if name not in chosen_ids}
    ids = settled(
        {one.draft.page: one.id for one in chosen}, fixed | keeping, Taken(cased=False)
    )
    return tuple(replace(one, id=ids[one.draft.page]) for one in chosen)


def renamed_now(
    operations: Sequence[Identified], given: Mapping[str, str]
) -> Mapping[str, str]:
    """The operations that people call by another id than before: former id → id."""
    known = _known_again([identity(one.draft) for one in operations], given)
    ids = frozenset(one.id for one in operations)
    return {
        known[identity(one.draft)]: one.id
        for one in operations
        if known.get(identity(one.draft), one.id) not in ids
    }


def names_given(
    operations: Sequence[Identified],
    api: Api,
    reached: Mapping[TableKey, Reached],
    schemas: Mapping[TableKey, str],
    enumerations: Mapping[str, str],
) -> Names:
    """Every name that stands in the Api, by what bears it."""
    return Names(
        given={
            Named.OPERATION: {identity(one.draft): one.id for one in operations},
            Named.GROUP: {
                tag.page.plain: tag.name
                for tag in sorted(api.tags, key=lambda tag: tag.name)
            },
            Named.HOME: {one.id: one.tag for one in api.operations},
            Named.SCHEMA: {
                place: schemas[key]
                for key, one in reached.items()
                for place in one.places
            },
            Named.ENUMERATION: enumerations,
        }
    )


def _known_again(identities: Sequence[str], given: Mapping[str, str]) -> dict[str, str]:
    """The names given by the identities of today: a page may have another file, or an operation another path."""
    found = {one: given[one] for one in identities if one in given}
    for part in ("route", "page"):
        held = frozenset(found.values())
        lost = _by(part, [one for one in given if given[one] not in held])
        new = _by(part, [one for one in identities if one not in found])
        for shared in sorted(lost.keys() & new.keys()):
            found[new[shared]] = given[lost[shared]]
    return found


def _by(part: str, identities: Sequence[str]) -> dict[str, str]:
    """Identities by one of their parts, where only one has it."""
    parts = {one: m[part] for one in identities if (m := _IDENTITY.fullmatch(one))}
    times = Counter(parts.values())
    return {shared: one for one, shared in parts.items() if times[shared] == 1}
