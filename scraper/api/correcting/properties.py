"""Properties that no row documents, and rows that document none."""

from __future__ import annotations

from dataclasses import replace

from scraper.api.correcting import fields, places
from scraper.api.correcting.model import Correction, PropertyAdded, PropertyRemoved
from scraper.draft import types
from scraper.draft.model import Draft, FieldDraft, Role, TableDraft
from scraper.draft.recasting import SIDES
from scraper.source import Source
from scraper.text import EMPTY, Paragraph, Prose, Span, Text


def added(
    draft: Draft, change: PropertyAdded, correction: Correction
) -> tuple[Draft, Source]:
    """The draft with a property more, after the others of its table; and the table's place.

    With a role it stands among the table's parameters of that role, or in a table draft of its own. Raises
    ScraperError when the property is documented, or the table is not exactly one.
    """
    found = places.tables(draft, correction)
    name = correction.place.property
    if any(field.name == name for at in found for field in draft.tables[at].fields):
        raise correction.refused(
            "expected no such property, found it: the page documents it by itself",
            "take the correction out",
        )
    field = _made(change, correction)
    at = [n for n in found if change.role in (None, draft.tables[n].role)]
    if not at and change.role is not None:
        table = _table(draft.tables[found[0]], change.role)
        table = replace(table, fields=(field,))
        return replace(draft, tables=(*draft.tables, table)), table.source
    if len(at) != 1:
        roles = ", ".join(draft.tables[n].role.value for n in at)
        raise correction.refused(
            f"several tables are meant ({roles})", "say `table`, or `in` beside `type`"
        )
    table = draft.tables[at[0]]
    table = replace(table, fields=(*table.fields, field))
    return places.with_table(draft, at[0], table), table.source


def removed(
    draft: Draft, change: PropertyRemoved, correction: Correction
) -> tuple[Draft, FieldDraft]:
    """The draft without a row, and the row."""
    at = places.field(draft, correction)
    field = draft.tables[at[0]].fields[at[1]]
    expected, found = (
        " ".join(t.plain.split()) for t in (change.was, field.type_words)
    )
    if expected != found:
        raise correction.stale(f'"{expected}"', f'"{found}"')
    return places.with_field(draft, at, None), field


def _made(change: PropertyAdded, correction: Correction) -> FieldDraft:
    type, unread = types.parse(change.type, correction.source)
    if unread:
        words = change.type.text.plain
        raise correction.refused(
            f"{words!r} is no type that can be read", "set `type` right"
        )
    field = FieldDraft(
        name=correction.place.property,
        type=type,
        type_words=change.type.text,
        required=None,
        description=_prose(change.description),
        source=correction.source,
    )
    for one in change.changes:
        field, _ = fields.corrected(field, one, correction)
    return field


def _prose(words: Text) -> Prose:
    if not words:
        return EMPTY
    return Prose(blocks=(Paragraph(spans=(Span(text=words),)),))


def _table(beside: TableDraft, role: Role) -> TableDraft:
    """A table draft for a role that the table does not have."""
    return replace(
        beside,
        role=role,
        side=SIDES[role],
        reason="corrections.toml adds to it",
        anchors=(),
        label=Text(""),
        caption=Text(""),
        schema_name=Text(""),
        status="",
        has_required=True,
    )
