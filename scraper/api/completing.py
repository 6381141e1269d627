"""Properties that have a table of their own and no row: their place is what an example shows.

A page may describe `pond` in a table called "pond" and forget the row `pond` in the table of the body. Where an example
has that key at its root, and no row of the page bears the name, the body has such a property.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper.api.bodies import usual_status
from scraper.api.json_values import Json, parsed
from scraper.api.linking import stem
from scraper.draft.model import (
    ArrayExpression,
    Draft,
    FieldDraft,
    ObjectExpression,
    OperationDraft,
    Role,
    Side,
    TableDraft,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import EMPTY, Text

_ROOTS = {Side.REQUEST: Role.BODY, Side.RESPONSE: Role.RESPONSE}


def completed(
    drafts: Sequence[Draft],
) -> tuple[tuple[Draft, ...], tuple[Issue, ...]]:
    """The drafts with such properties as rows at the end of their bodies' tables, each with a note."""
    made: list[Draft] = []
    issues: list[Issue] = []
    for draft in drafts:
        found = _missing(draft)
        tables = tuple(
            replace(table, fields=(*table.fields, *found.get(at, ())))
            for at, table in enumerate(draft.tables)
        )
        made.append(replace(draft, tables=tables))
        issues += (_note(field) for fields in found.values() for field in fields)
    return tuple(made), tuple(issues)


def _missing(draft: Draft) -> Mapping[int, Sequence[FieldDraft]]:
    """The properties to add, by the place of the body's table; a page without an operation has none."""
    if not isinstance(draft, OperationDraft):
        return {}
    rows = {stem(field.name) for table in draft.tables for field in table.fields}
    models = [
        table
        for table in draft.tables
        if table.role is Role.MODEL
        and table.schema_name
        and stem(table.schema_name) not in rows
    ]
    usual = usual_status(draft)
    if not models:
        return {}
    shown_at = _shown(draft, usual)
    found: dict[int, list[FieldDraft]] = {}
    for table in models:
        at = _root(draft, table)
        place = (table.side, table.status or usual)
        shown = shown_at.get(place, {}).get(table.schema_name.plain)
        if at is not None and isinstance(shown, dict | list):
            found.setdefault(at, []).append(_field(table, shown))
    return found


def _root(draft: OperationDraft, model: TableDraft) -> int | None:
    """The place of the first table of the body on the side of a model's table."""
    return next(
        (
            at
            for at, table in enumerate(draft.tables)
            if table.role is _ROOTS.get(model.side)
            and (table.status or model.status) == model.status
        ),
        None,
    )


def _shown(
    draft: OperationDraft, usual: str
) -> Mapping[tuple[Side, str], Mapping[str, Json]]:
    """What examples hold at their roots, by side and status; the first of a key counts."""
    found: dict[tuple[Side, str], dict[str, Json]] = defaultdict(dict)
    for example in draft.examples:
        value = parsed(example.body) if example.body is not None else None
        if isinstance(value, dict):
            known = found[example.side, example.status or usual]
            known.update((key, value[key]) for key in value.keys() - known.keys())
    return found


def _field(table: TableDraft, shown: Json) -> FieldDraft:
    item = ObjectExpression(name=table.schema_name)
    return FieldDraft(
        name=table.schema_name,
        type=ArrayExpression(items=item) if isinstance(shown, list) else item,
        type_words=Text(""),
        required=None,
        description=EMPTY,
        source=table.source,
    )


def _note(field: FieldDraft) -> Issue:
    return Issue(
        code="property-without-row",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"{quoted(field.name)} has a table and no row; an example shows that it is a property of the body",
    )
