"""Tables that nothing refers to, and objects that no table describes, brought together by their last words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from scraper.api.linking import (
    FieldKey,
    References,
    TableKey,
    Tables,
    objects,
    referred,
    stem,
)
from scraper.draft.model import Role
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

Member = TypeVar("Member")

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


def guess(
    tables: Tables, references: References
) -> tuple[References, tuple[Issue, ...]]:
    """Give the property `tags` the table `resource_tag`, if on that side of the page no other two may go together.

    Only tables that nothing refers to count, and only objects that neither a link nor a name on their side of the page
    leads further.
    """
    used = referred(references)
    lost = [
        key
        for key, table in tables.by_key.items()
        if table.role is Role.MODEL and table.schema_name and key not in used
    ]
    lost_of = _grouped(lost, lambda key: _group(tables, key, _table_name(tables, key)))
    open_of = _grouped(
        _undescribed(tables, references),
        lambda at: _group(tables, at[0], _name(tables, at)),
    )
    guessed = dict(references)
    issues: list[Issue] = []
    for key in lost:
        group = _group(tables, key, _table_name(tables, key))
        rivals = lost_of.get(group, ())
        if len(rivals) > _MOST_RIVALS:
            continue
        pairs = [
            (at, one) for one in rivals for at in open_of.get(group, ()) if at[0] != one
        ]
        found = [at for at, one in pairs if one == key]
        if len(found) == 1 and sum(at == found[0] for at, _ in pairs) == 1:
            guessed[found[0]] = (key,)
            issues.append(_issue(tables, found[0], key))
    return guessed, tuple(issues)


_MOST_RIVALS = 2
"""Where three tables want a property, that of one of them may still go with two."""


def _grouped(
    members: Iterable[Member], group: Callable[[Member], Hashable]
) -> Mapping[Hashable, Sequence[Member]]:
    groups: dict[Hashable, list[Member]] = defaultdict(list)
    for member in members:
        if (found := group(member)) is not None:
            groups[found].append(member)
    return groups


def _group(tables: Tables, key: TableKey, name: Text) -> Hashable:
    """Page, side and last word: alike in a table and a property that may go together; None without a word."""
    words = _WORDS.findall(name.plain)
    return (key.page, tables.by_key[key].side, stem(Text(words[-1]))) if words else None


def _undescribed(tables: Tables, references: References) -> Iterator[FieldKey]:
    """The properties that hold objects which nothing describes."""
    for key, table in tables.by_key.items():
        for number, field in enumerate(table.fields):
            if _is_open(tables, references, (key, number)) and any(
                not one.name for one in objects(field.type)
            ):
                yield key, number


def _is_open(tables: Tables, references: References, at: FieldKey) -> bool:
    """Whether nothing describes the object, or only a table of its name on the page's other side."""
    targets, field = references.get(at, ()), tables.by_key[at[0]].fields[at[1]]
    linked = field.links or any(one.link for one in objects(field.type))
    side = tables.by_key[at[0]].side
    others = all(
        target.page == at[0].page and tables.by_key[target].side is not side
        for target in targets
    )
    return others and not (targets and linked)


def _name(tables: Tables, at: FieldKey) -> Text:
    return tables.by_key[at[0]].fields[at[1]].name


def _table_name(tables: Tables, key: TableKey) -> Text:
    return tables.by_key[key].schema_name


def _issue(tables: Tables, at: FieldKey, key: TableKey) -> Issue:
    field = tables.by_key[at[0]].fields[at[1]]
    return Issue(
        code="reference-guessed",
        severity=Severity.NOTE,
        source=field.source,
        detail=f"{quoted(field.name)} refers to no table; {quoted(tables.by_key[key].caption)}, "
        "which nothing refers to, is taken by its name",
    )
