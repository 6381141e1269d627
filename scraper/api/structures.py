"""What each table and field of the drafts became: schemas and enumerations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.api.building import issues_of, property_of
from scraper.api.formats import shared, stated
from scraper.api.lifting import lift, listings
from scraper.api.linking import (
    DESCRIBING_OBJECTS,
    FieldKey,
    References,
    TableKey,
    Tables,
    referred,
)
from scraper.api.model import Enumeration, Property, Schema
from scraper.api.reaching import Identified
from scraper.draft.model import FieldDraft
from scraper.issues import Issue, Severity, quoted
from scraper.limits import LONGEST_DESCRIPTION
from scraper.text import EMPTY, Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Structures:
    """The final names of schemas and enumerations.

    Of the tables that share a schema one represents it, and what the output says is taken from there.
    """

    tables: Tables
    references: References
    referred: frozenset[TableKey]
    """The tables that some field refers to."""
    names: Mapping[TableKey, str]
    enumerations: tuple[Enumeration, ...] = ()
    enumerated: Mapping[FieldKey, str]
    given: Mapping[str, str]
    """The names of enumerations, by the identities of their fields."""

    def property_at(self, key: FieldKey, field: FieldDraft) -> Property:
        """The property or the content of a parameter that a field documents."""
        enumeration = self.enumerated.get(key)
        return property_of(field, schemas=self.schemas_at(key), enumeration=enumeration)

    def schemas_at(self, key: FieldKey) -> tuple[str, ...]:
        """The name of the schema in the field's type, if a table describes it; several are alternatives."""
        targets = self.references.get(key, ())
        return tuple(self.names[target] for target in targets if target in self.names)


def structure(
    tables: Tables,
    references: References,
    names: Mapping[TableKey, str],
    operations: Sequence[Identified],
    given: Mapping[str, str],
) -> tuple[Structures, tuple[Schema, ...], tuple[Issue, ...]]:
    """Lift the enumerations out of schemas and parameters, and build the schemas.

    `given` are the names that enumerations had before.
    """
    represented = _representatives(names)
    of_schemas = {
        (key, number): (name, field)
        for name, key in represented.items()
        for number, field in enumerate(tables.by_key[key].fields)
    }
    fields = of_schemas | _of_parameters(operations)
    found = listings(fields)
    enumerations, enumerated = lift(found, sorted(represented), given)
    structures = Structures(
        given={one.identity: enumerated[one.key] for one in found},
        tables=tables,
        references=references,
        referred=referred(references),
        names=names,
        enumerations=enumerations,
        enumerated=enumerated,
    )
    described = _described(structures)
    formatted = stated(tables, names)
    schemas = tuple(
        shared(
            _schema(name, key, structures, described.get(name, EMPTY)),
            formatted.get(name, {}),
        )
        for name, key in sorted(represented.items())
    )
    issues = [
        issue
        for key, (_, field) in fields.items()
        for issue in issues_of(field, schemas=structures.schemas_at(key))
    ]
    for key in represented.values():
        issues.extend(_repeated(tables.by_key[key].fields))
    return structures, schemas, tuple(issues)


def _representatives(names: Mapping[TableKey, str]) -> dict[str, TableKey]:
    return {names[key]: key for key in sorted(names, reverse=True)}


def _of_parameters(
    operations: Sequence[Identified],
) -> dict[FieldKey, tuple[str, FieldDraft]]:
    return {
        (key, number): (operation.id, field)
        for operation in operations
        for key, table in operation.tables
        if table.role not in DESCRIBING_OBJECTS
        for number, field in enumerate(table.fields)
    }


def _repeated(fields: Sequence[FieldDraft]) -> Iterator[Issue]:
    seen: set[Text] = set()
    for field in fields:
        if field.name in seen:
            yield Issue(
                code="repeated-property",
                severity=Severity.WARNING,
                source=field.source,
                detail=f"{quoted(field.name)} has a row already; the first one counts",
            )
        seen.add(field.name)


def _described(structures: Structures) -> dict[str, Prose]:
    """What a schema is, in the words of the first property that holds one."""
    found: dict[str, Prose] = {}
    for key, number in sorted(structures.references):
        for name in structures.schemas_at((key, number)):
            if key in structures.names:
                field = structures.tables.by_key[key].fields[number]
                found.setdefault(name, _once(field.description))
    return found


def _once(description: Prose) -> Prose:
    """A book is not repeated with each schema that its property may hold."""
    short = len(description.text.plain) <= LONGEST_DESCRIPTION
    return description if short else EMPTY


def _schema(
    name: str, key: TableKey, structures: Structures, description: Prose
) -> Schema:
    table = structures.tables.by_key[key]
    properties: dict[object, Property] = {}
    for number, field in enumerate(table.fields):
        properties.setdefault(field.name, structures.property_at((key, number), field))
    return Schema(
        name=name,
        properties=tuple(properties.values()),
        description=description,
        source=table.source,
    )
