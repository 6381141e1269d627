"""Tables that nothing refers to, and objects that no table describes, brought together by their last words."""

from __future__ import annotations

import re

from scraper.api.linking import (
    FieldKey,
    References,
    TableKey,
    Tables,
    objects,
    same_name,
)
from scraper.draft.model import Role
from scraper.issues import Issue, Severity, quoted
from scraper.text import Text

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")


def guess(
    tables: Tables, references: References
) -> tuple[References, tuple[Issue, ...]]:
    """Give the property `tags` the table `resource_tag`, if on that side of the page no other two may go together.

    Only tables that nothing refers to count, and only objects that neither a link nor a name on their side of the page
    leads further.
    """
    used = {target for targets in references.values() for target in targets}
    lost = [
        key
        for key, table in tables.by_key.items()
        if table.role is Role.MODEL and table.schema_name and key not in used
    ]
    pairs = [
        (at, key)
        for key in lost
        for at in _undescribed(tables, references, key)
        if _alike(_name(tables, at), tables.by_key[key].schema_name)
    ]
    guessed = dict(references)
    issues: list[Issue] = []
    for at, key in pairs:
        if sum(at == one or key == other for one, other in pairs) == 1:
            guessed[at] = (key,)
            issues.append(_issue(tables, at, key))
    return guessed, tuple(issues)


def _undescribed(
    tables: Tables, references: References, lost: TableKey
) -> tuple[FieldKey, ...]:
    """The properties on the table's side of its page that hold objects which nothing describes."""
    return tuple(
        (key, number)
        for key in tables.on_page[lost.page]
        if key != lost and tables.by_key[key].side is tables.by_key[lost].side
        for number, field in enumerate(tables.by_key[key].fields)
        if _is_open(tables, references, (key, number))
        and any(not one.name for one in objects(field.type))
    )


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


def _alike(left: Text, right: Text) -> bool:
    """Whether the last words of two names are equal."""
    last = [_WORDS.findall(name.plain)[-1:] for name in (left, right)]
    return all(last) and same_name(Text(last[0][0]), Text(last[1][0]))


def _issue(tables: Tables, at: FieldKey, key: TableKey) -> Issue:
    field = tables.by_key[at[0]].fields[at[1]]
    return Issue(
        code="reference-guessed",
        severity=Severity.NOTE,
        source=field.source,
        detail=f"{quoted(field.name)} refers to no table; {quoted(tables.by_key[key].caption)}, "
        "which nothing refers to, is taken by its name",
    )
