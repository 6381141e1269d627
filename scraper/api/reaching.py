"""The tables that operations reach, and the name that the documents give each."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.api.bodies import Bodies, bodies
from scraper.api.linking import (
    DESCRIBING_OBJECTS,
    References,
    TableKey,
    Tables,
    keyed,
    objects,
    referred,
)
from scraper.api.naming import pascal, singular
from scraper.draft.model import (
    ArrayExpression,
    FieldDraft,
    OperationDraft,
    Role,
    Side,
    TableDraft,
)
from scraper.issues import Issue, Severity, quoted
from scraper.limits import DEEPEST_REFERENCE, LONGEST_PLACE
from scraper.names import Named, Names, Taken, kept
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Identified:
    """An operation's draft and its final id."""

    id: str
    draft: OperationDraft

    @property
    def tables(self) -> tuple[tuple[TableKey, TableDraft], ...]:
        return keyed(self.draft)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A table that describes a schema: the name it asks for, and the operations that use it."""

    wanted: str
    users: tuple[str, ...]
    asked: bool
    """Whether a request needs it, so that people write its name."""
    places: tuple[str, ...]
    """Where operations use it, as the identities of its name: `CreateTask request/config`."""


def reach(
    tables: Tables, references: References, operations: Sequence[Identified]
) -> Mapping[TableKey, Reached]:
    """Follow the references from every operation's bodies and parameters."""
    wanted: dict[TableKey, str] = {}
    users: dict[TableKey, set[str]] = defaultdict(set)
    places: dict[TableKey, list[str]] = defaultdict(list)
    requests: list[TableKey] = []
    used = referred(references)
    for operation in operations:
        seen: set[TableKey] = set()
        described = bodies(operation.draft, tables, used)
        todo = deque(
            _Use(
                key=key,
                name=_name_of_body(tables, key, operation, described),
                place=place,
            )
            for key, place in _bodies(described, operation.id, tables)
        )
        asked = list(described.requests)
        for key, table in operation.tables:
            if table.role not in DESCRIBING_OBJECTS:
                place = f"{operation.id} {table.role.value}"
                use = _Use(key=key, name="", place=place)
                found = _referred(references, tables, use, table.fields)
                todo.extend(found)
                asked.extend(use.key for use in found)
        requests.extend(asked)
        while todo:
            use = todo.popleft()
            places[use.key].append(use.place)
            if use.key in seen:
                continue
            seen.add(use.key)
            wanted.setdefault(use.key, use.name)
            users[use.key].add(operation.id)
            fields = tables.by_key[use.key].fields
            if use.level < DEEPEST_REFERENCE and len(use.place) < LONGEST_PLACE:
                todo.extend(_referred(references, tables, use, fields))
    asked_for = _within(requests, tables, references)
    return {
        key: Reached(
            wanted=name,
            users=tuple(sorted(users[key])),
            asked=key in asked_for,
            places=tuple(places[key]),
        )
        for key, name in wanted.items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A table, the name that it asks for where it is used, and that place."""

    key: TableKey
    name: str
    place: str
    level: int = 0
    """How many tables lie between it and the operation."""


def _bodies(
    described: Bodies, operation_id: str, tables: Tables
) -> Iterator[tuple[TableKey, str]]:
    for number, key in enumerate(described.requests):
        of_several = f"|{tables.by_key[key].caption.plain}" if number else ""
        yield key, f"{operation_id} request{of_several}"
    for status, key in described.responses.items():
        yield key, f"{operation_id} response {status}"


def _within(
    roots: Iterable[TableKey], tables: Tables, references: References
) -> set[TableKey]:
    """The tables and all that they refer to."""
    found: set[TableKey] = set()
    todo = list(roots)
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            for number, _ in enumerate(tables.by_key[key].fields):
                todo.extend(references.get((key, number), ()))
    return found


def final_names(
    reached: Mapping[TableKey, Reached],
    classes: Mapping[TableKey, int],
    given: Names,
) -> Mapping[TableKey, str]:
    """One name a class: the one `given` to its places before, else the one that it asks for.

    Of several classes that ask for one name the most used by requests has it, unless it is given away. The others get the id of their first operation in front; what is still taken, Request or Response behind, and at
    last a number.
    """
    members: dict[int, list[TableKey]] = defaultdict(list)
    for key in sorted(reached):
        members[classes[key]].append(key)
    keeping = kept(
        {
            n: [p for k in keys for p in reached[k].places]
            for n, keys in members.items()
        },
        given.of(Named.SCHEMA),
    )
    names = {key: name for n, name in keeping.items() for key in members[n]}
    holders = {name.lower(): -1 for name in _elsewhere(given)}
    holders |= {name.lower(): n for n, name in keeping.items()}
    taken = Taken(holders, cased=False)
    order = [
        number
        for number in sorted(members, key=lambda n: _precedence(members[n], reached))
        if number not in keeping
    ]
    for number in order:
        holders.setdefault(reached[members[number][0]].wanted.lower(), number)
    first = frozenset(holders.values())
    for number in sorted(order, key=lambda one: one not in first):
        name = reached[members[number][0]].wanted
        if holders[name.lower()] != number:
            user = min(user for key in members[number] for user in reached[key].users)
            name = name if name.startswith(user) else f"{user}{name}"
        if name in taken:
            asked = any(reached[key].asked for key in members[number])
            name = f"{name}{'Request' if asked else 'Response'}"
        name = taken.free(name)
        names.update(dict.fromkeys(members[number], name))
    return names


def _elsewhere(given: Names) -> Iterator[str]:
    """Names like those of schemas that something else has already."""
    yield from given.of(Named.ENUMERATION).values()
    for name in given.of(Named.PROPERTY, Named.ARGUMENT).values():
        if name[:1].isupper():
            yield name


def orphans(
    operations: Iterable[Identified],
    references: References,
    reached: Mapping[TableKey, Reached],
) -> tuple[Issue, ...]:
    """Tables of operation pages that describe a nested object which nothing refers to, or nothing near enough."""
    beyond = referred({at: to for at, to in references.items() if at[0] in reached})
    return tuple(
        Issue(
            code="orphan-table",
            severity=Severity.WARNING,
            source=table.source,
            detail=(
                f"{quoted(table.caption)} lies behind more than {DEEPEST_REFERENCE} tables, or a long way; "
                if key in beyond
                else f"nothing refers to the table {quoted(table.caption)}; "
            )
            + f"its rows ({len(table.fields)}) are not in the output",
        )
        for operation in operations
        for key, table in operation.tables
        if table.role is Role.MODEL and key not in reached
    )


def _precedence(
    keys: Sequence[TableKey], reached: Mapping[TableKey, Reached]
) -> tuple[str, bool, int, str]:
    users = {user for key in keys for user in reached[key].users}
    asked = any(reached[key].asked for key in keys)
    return reached[keys[0]].wanted.lower(), not asked, -len(users), min(users)


def _name_of_body(
    tables: Tables, key: TableKey, operation: Identified, described: Bodies
) -> str:
    """The table's own name; one that operations share is called as its page, others as their operation."""
    table = tables.by_key[key]
    own = pascal(table.schema_name)
    if not own and key.page != operation.draft.page:
        own = pascal(tables.titles.get(key.page, Text("")))
    if own:
        return own
    if table.side is Side.REQUEST:
        several = described.requests.index(key) + 1 if key in described.requests else 1
        return f"{operation.id}Request{several if several > 1 else ''}"
    success = not table.status or table.status.startswith("2")
    return f"{operation.id}Response{'' if success else table.status}"


def _referred(
    references: References,
    tables: Tables,
    use: _Use,
    fields: Sequence[FieldDraft],
) -> list[_Use]:
    """What the fields of a table refer to; of alternatives the name is a part of the place."""
    found: list[_Use] = []
    for number, field in enumerate(fields):
        targets = references.get((use.key, number), ())
        for target in targets:
            name = _name_of_model(tables, target, targets, field)
            here = f"{use.place}/{field.name.plain}"
            if len(targets) > 1:
                here += f"|{name}"
            found.append(_Use(key=target, name=name, place=here, level=use.level + 1))
    return found


def _name_of_model(
    tables: Tables, key: TableKey, rivals: Sequence[TableKey], field: FieldDraft
) -> str:
    """The table's name, else the type's, else the field's; one of several alternatives of a name adds what
    its caption alone says."""
    table = tables.by_key[key]
    named = next(objects(field.type)).name
    name = pascal(table.schema_name or named) or pascal(field.name)
    if isinstance(field.type, ArrayExpression) and name == pascal(field.name):
        name = singular(name)
    others = [tables.by_key[rival] for rival in rivals if rival != key]
    if any(other.schema_name == table.schema_name for other in others):
        name += pascal(_only_in(table, others))
    return name or pascal(Text(f"Table {table.label.plain}"))


def _only_in(table: TableDraft, others: Iterable[TableDraft]) -> Text:
    """The words of a caption that no other caption has."""
    known = {word for other in others for word in other.caption.plain.split()}
    own = (word for word in table.caption.plain.split() if word not in known)
    return Text(" ".join(own))
