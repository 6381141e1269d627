"""Which table describes which object: references by link, by the description's links, by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from scraper.draft.model import (
    AnyExpression,
    ArrayExpression,
    Draft,
    FieldDraft,
    MapExpression,
    ObjectExpression,
    OperationDraft,
    Primitive,
    ReferencePage,
    Role,
    Side,
    TableDraft,
    TypeExpression,
    UnionExpression,
)
from scraper.issues import Issue, Severity, quoted
from scraper.text import Link, Text

DESCRIBING_OBJECTS = frozenset({Role.MODEL, Role.BODY, Role.RESPONSE})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TableKey:
    """A table's identity while schemas have no names yet: its page and its place among the page's table drafts."""

    page: Text
    index: int


FieldKey: TypeAlias = tuple[TableKey, int]
"""A field's identity: its table and its place there."""

References: TypeAlias = Mapping[FieldKey, TableKey]
"""A field → the table that describes the object in its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Every table draft of the reference, and the ways to find one."""

    by_key: Mapping[TableKey, TableDraft]
    by_anchor: Mapping[tuple[Text, Text], TableKey]
    """(page, anchor) of a table or of the section that holds it."""


def index(drafts: Sequence[Draft]) -> Tables:
    """All tables that describe objects, by key and by every anchor that leads to them."""
    by_key: dict[TableKey, TableDraft] = {}
    by_anchor: dict[tuple[Text, Text], TableKey] = {}
    for draft in drafts:
        for key, table in keyed(draft):
            if table.role not in DESCRIBING_OBJECTS:
                continue
            by_key[key] = table
            for anchor in table.anchors:
                by_anchor.setdefault((draft.page, anchor), key)
        if isinstance(draft, ReferencePage):
            _add_sections(draft, by_anchor)
    return Tables(by_key=by_key, by_anchor=by_anchor)


def _add_sections(
    page: ReferencePage, by_anchor: dict[tuple[Text, Text], TableKey]
) -> None:
    for section, tables in page.section_anchors:
        keys = [key for anchor in tables if (key := by_anchor.get((page.page, anchor)))]
        if keys:
            by_anchor.setdefault((page.page, section), keys[0])


def link(
    tables: Tables, drafts: Sequence[Draft]
) -> tuple[References, tuple[Issue, ...]]:
    """Find, for each field whose type holds an object, the table that describes it."""
    references: dict[FieldKey, TableKey] = {}
    issues: list[Issue] = []
    for draft in drafts:
        for key, table in keyed(draft):
            for number, field in enumerate(table.fields):
                found, more = _target(tables, key, table, field)
                issues.extend(more if isinstance(draft, OperationDraft) else ())
                if found is not None:
                    references[key, number] = found
    return references, tuple(issues)


def keyed(draft: Draft) -> tuple[tuple[TableKey, TableDraft], ...]:
    """A page's tables with their keys."""
    return tuple(
        (TableKey(page=draft.page, index=position), table)
        for position, table in enumerate(draft.tables)
    )


def objects(expression: TypeExpression) -> Iterator[ObjectExpression]:
    """The objects in a type expression, outermost first; an array of nobody says what may be one of objects."""
    match expression:
        case ObjectExpression():
            yield expression
        case ArrayExpression(items=AnyExpression()):
            yield ObjectExpression()
        case ArrayExpression(items=inner) | MapExpression(values=inner):
            yield from objects(inner)
        case UnionExpression(options=options):
            for option in options:
                yield from objects(option)
        case Primitive() | AnyExpression():
            return
        case _:
            assert_never(expression)


def _target(
    tables: Tables, key: TableKey, table: TableDraft, field: FieldDraft
) -> tuple[TableKey | None, tuple[Issue, ...]]:
    wanted = next(objects(field.type), None)
    if wanted is None:
        return None, ()
    issues: tuple[Issue, ...] = ()
    if wanted.link is not None:
        found = _follow(tables, key.page, wanted.link)
        if found is not None:
            return found, ()
        issues = (_dangling(field, wanted.link),)
    for described in field.links:
        found = _follow(tables, key.page, described)
        if found is not None and found != key:
            return found, issues
    return _by_name(tables, key, table, field, wanted), issues


def _follow(tables: Tables, page: Text, link: Link) -> TableKey | None:
    if link.elsewhere:
        return None
    return tables.by_anchor.get((link.page or page, link.anchor))


def _by_name(
    tables: Tables,
    key: TableKey,
    table: TableDraft,
    field: FieldDraft,
    wanted: ObjectExpression,
) -> TableKey | None:
    """A table of the same page that bears the type's name, else the property's name, in singular or plural."""
    for name in (wanted.name, field.name):
        candidates = [
            other
            for other, draft in tables.by_key.items()
            if other.page == key.page
            and other != key
            and draft.schema_name
            and _same_name(draft.schema_name, name)
        ]
        if candidates:
            return min(candidates, key=lambda other: _distance(tables, other, table))
    return None


def _distance(
    tables: Tables, candidate: TableKey, table: TableDraft
) -> tuple[bool, int]:
    """The table on the same side (request or response) comes first, then the first on the page."""
    side: Side = tables.by_key[candidate].side
    return side != table.side, candidate.index


def _same_name(left: Text, right: Text) -> bool:
    return bool(right) and _stem(left.plain) == _stem(right.plain)


def _stem(name: str) -> str:
    """A name without case, separators and plural: `Security_Groups` and `securityGroup` are one."""
    letters = "".join(c for c in name.lower() if c.isalnum())
    return letters.removesuffix("s")


def _dangling(field: FieldDraft, link: Link) -> Issue:
    return Issue(
        code="dangling-reference",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"the type of {quoted(field.name)} refers to a table that is not there: "
        f"{quoted(Text(f'{link.page.plain}#{link.anchor.plain}'))}",
    )
