"""Which table describes which object: references by link, by the description's links, by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from scraper.api.alternatives import chosen, in_cases
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
from scraper.limits import MOST_ALTERNATIVES
from scraper.text import Link, Text

DESCRIBING_OBJECTS = frozenset({Role.MODEL, Role.BODY, Role.RESPONSE})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TableKey:
    """A table's identity while schemas have no names yet: its page and its place among the page's table drafts."""

    page: Text
    index: int


FieldKey: TypeAlias = tuple[TableKey, int]
"""A field's identity: its table and its place there."""

References: TypeAlias = Mapping[FieldKey, tuple[TableKey, ...]]
"""A field → the tables that describe the object in its type; several are alternatives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Every table draft of the reference, and the ways to find one."""

    by_key: Mapping[TableKey, TableDraft]
    by_anchor: Mapping[tuple[Text, Text], TableKey]
    """(page, anchor) of a table or of the section that holds it."""
    on_page: Mapping[Text, tuple[TableKey, ...]]
    """The tables of a page in its order."""
    named: Mapping[tuple[Text, str], tuple[TableKey, ...]]
    """The tables of a page that bear a name, by its stem, likewise."""
    neutral: Mapping[Text, tuple[TableKey, ...]]
    """Those of neither the request nor the response, likewise."""
    titles: Mapping[Text, Text]
    """The titles of the pages that are no operation's."""


def index(drafts: Sequence[Draft]) -> Tables:
    """All tables that describe objects, by key and by every anchor that leads to them."""
    by_key: dict[TableKey, TableDraft] = {}
    by_anchor: dict[tuple[Text, Text], TableKey] = {}
    on_page: dict[Text, list[TableKey]] = defaultdict(list)
    named: dict[tuple[Text, str], list[TableKey]] = defaultdict(list)
    neutral: dict[Text, list[TableKey]] = defaultdict(list)
    for draft in drafts:
        for key, table in keyed(draft):
            if table.role not in DESCRIBING_OBJECTS:
                continue
            by_key[key] = table
            on_page[draft.page].append(key)
            if table.schema_name:
                named[draft.page, stem(table.schema_name)].append(key)
            if table.side is Side.NEITHER:
                neutral[draft.page].append(key)
            for anchor in table.anchors:
                by_anchor.setdefault((draft.page, anchor), key)
        if isinstance(draft, ReferencePage):
            _add_sections(draft, by_anchor)
    titles = {one.page: one.title for one in drafts if isinstance(one, ReferencePage)}
    return Tables(
        by_key=by_key,
        by_anchor=by_anchor,
        on_page={page: tuple(keys) for page, keys in on_page.items()},
        named={place: tuple(keys) for place, keys in named.items()},
        neutral={page: tuple(keys) for page, keys in neutral.items()},
        titles=titles,
    )


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
    """Find, for each field whose type holds an object, the tables that describe it."""
    references: dict[FieldKey, tuple[TableKey, ...]] = {}
    issues: list[Issue] = []
    for draft in drafts:
        for key, table in keyed(draft):
            for number, field in enumerate(table.fields):
                found, more = _targets(tables, key, table.side, field)
                issues.extend(more if isinstance(draft, OperationDraft) else ())
                if found:
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


def referred(references: References) -> frozenset[TableKey]:
    """The tables that some field refers to."""
    return frozenset(key for targets in references.values() for key in targets)


def names_of(field: FieldDraft) -> tuple[Text, ...]:
    """What the table that describes a field's object may be called, the best name first."""
    wanted = next(objects(field.type), None)
    return () if wanted is None else (wanted.name, field.name)


def follow(
    tables: Tables, page: Text, link: Link, names: Sequence[Text] = ()
) -> TableKey | None:
    """The table that a link on a page leads to.

    A link to a whole page that is no operation's leads to its only table, or the only one that bears one of the names.
    """
    if link.elsewhere:
        return None
    if link.anchor or not link.page:
        return tables.by_anchor.get((link.page or page, link.anchor))
    if link.page == page:
        return None
    there = tables.neutral.get(link.page, ())
    stems = {stem(name) for name in names if name}
    bearing = (tables.named.get((link.page, one), ()) for one in stems)
    named = [
        one
        for found in bearing
        for one in found
        if tables.by_key[one].side is Side.NEITHER
    ]
    for candidates in (there, named):
        if len(candidates) == 1:
            return candidates[0]
    return None


def by_name(
    tables: Tables, key: TableKey, side: Side, names: Sequence[Text]
) -> tuple[TableKey, ...]:
    """The tables of the same page that bear the first name that any bears, in singular or plural, the best one first."""
    for name in filter(None, names):
        candidates = [
            other
            for other in tables.named.get((key.page, stem(name)), ())
            if other != key
        ]
        if candidates:
            return tuple(
                sorted(candidates, key=lambda other: _distance(tables, other, side))
            )
    return ()


def bears(tables: Tables, key: TableKey, names: Sequence[Text]) -> bool:
    """Whether a table is called by one of the names."""
    own = tables.by_key[key].schema_name
    return bool(own) and any(same_name(own, name) for name in names)


def _targets(
    tables: Tables, key: TableKey, side: Side, field: FieldDraft
) -> tuple[tuple[TableKey, ...], tuple[Issue, ...]]:
    """The link of the type decides, then those of the description, then the name."""
    wanted = next(objects(field.type), None)
    if wanted is None:
        return (), ()
    issues: tuple[Issue, ...] = ()
    if wanted.link is not None:
        found = follow(tables, key.page, wanted.link, names_of(field))
        if found is not None:
            return (found,), ()
        issues = (_dangling(field, wanted.link),)
    described = _followed(tables, key, field, field.links)
    cases = _followed(tables, key, field, in_cases(field.description))
    if max(len(cases), len(described)) > MOST_ALTERNATIVES:
        return (), (*issues, _too_many(field))
    if len(cases) > 1:
        return cases, issues
    if described:
        alike = _one_name(tables, described)
        return (described if alike else described[:1]), issues
    named = by_name(tables, key, side, names_of(field))
    if not named and wanted.name and not (issues or wanted.guessed):
        issues = (_undescribed(field, wanted.name),)
    if chosen(field.type_words):
        own_side = tuple(one for one in named if tables.by_key[one].side is side)
        return own_side or named[:1], issues
    return named[:1], issues


def _followed(
    tables: Tables, key: TableKey, field: FieldDraft, links: Sequence[Link]
) -> tuple[TableKey, ...]:
    """The tables that the links lead to, each once, the field's own left out."""
    found = (follow(tables, key.page, link, names_of(field)) for link in links)
    return tuple(dict.fromkeys(one for one in found if one is not None and one != key))


def _one_name(tables: Tables, keys: Sequence[TableKey]) -> bool:
    """Whether all the tables are called the same: then they are alternatives."""
    names = {tables.by_key[key].schema_name for key in keys}
    return len(keys) > 1 and len(names) == 1 and Text("") not in names


def _distance(tables: Tables, candidate: TableKey, side: Side) -> tuple[bool, int]:
    """The table on the same side (request or response) comes first, then the first on the page."""
    return tables.by_key[candidate].side != side, candidate.index


def same_name(left: Text, right: Text) -> bool:
    """Whether two names are one, but for case, separators and plural."""
    return bool(right) and stem(left) == stem(right)


def stem(name: Text) -> str:
    """A name without case, separators and plural: `Security_Groups` and `securityGroup` are one."""
    letters = "".join(c for c in name.plain.lower() if c.isalnum())
    single = letters.removesuffix("s").removesuffix("e")
    return f"{single[:-1]}i" if single.endswith("y") else single


def _undescribed(field: FieldDraft, name: Text) -> Issue:
    return Issue(
        code="object-undescribed",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"no table describes the object {quoted(name)} in the type of {quoted(field.name)}: any is accepted",
    )


def _too_many(field: FieldDraft) -> Issue:
    return Issue(
        code="too-many-alternatives",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"{quoted(field.name)} refers to more than {MOST_ALTERNATIVES} tables: any object is accepted",
    )


def _dangling(field: FieldDraft, link: Link) -> Issue:
    return Issue(
        code="dangling-reference",
        severity=Severity.WARNING,
        source=field.source,
        detail=f"the type of {quoted(field.name)} refers to a table that is not there: "
        f"{quoted(Text(f'{link.page.plain}#{link.anchor.plain}'))}",
    )
