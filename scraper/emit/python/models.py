"""Views of the modules of models: one class a schema or enumeration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from scraper.api.model import (
    Api,
    Array,
    Enumeration,
    Kind,
    Member,
    Primitive,
    Property,
    Ref,
    Schema,
    Type,
)
from scraper.emit.python import former
from scraper.emit.python.annotations import Annotations, from_sibling, optional
from scraper.emit.python.docstrings import (
    WIDTH,
    brief,
    docstring,
    facts,
    joined,
    prose_lines,
    source_line,
    wrapped,
)
from scraper.emit.python.layout import Layout
from scraper.emit.python.symbols import Import, ImportBlock, Symbol, block
from scraper.emit.sinks.python import inline, is_identifier, literal, spelling
from scraper.names import Named
from scraper.source import Fact
from scraper.text import Prose

_RUNTIME = ".._runtime"
_FIELD = Import(module="pydantic", name="Field")
Limits: TypeAlias = tuple[tuple[str, Fact[int | float] | Fact[int] | None], ...]
_UNSET = Import(module=_RUNTIME, name="UNSET")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    identifier: str
    value: str
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumerationView:
    name: str
    base: str
    docstring: str
    members: tuple[MemberView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyView:
    identifier: str
    annotation: str
    assignment: str
    """` = None`, ` = Field(…)` or nothing."""
    docstring: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaView:
    name: str
    docstring: str
    properties: tuple[PropertyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleView:
    docstring: str
    imports: ImportBlock
    enumerations: tuple[EnumerationView, ...]
    schemas: tuple[SchemaView, ...]


def modules(api: Api, layout: Layout) -> Iterator[tuple[str, ModuleView]]:
    """Each module's name and view."""
    uses = uses_of(api)
    for module in sorted(set(layout.modules.values())):
        yield module, _module(module, layout, uses)


def uses_of(api: Api) -> Mapping[str, str]:
    """What the schemas of bodies are for, in our words: the body of which operation."""
    uses: dict[str, str] = {}
    for operation in api.operations:
        if operation.body is not None and isinstance(operation.body.type, Ref):
            uses.setdefault(
                operation.body.type.name, f"The request body of `{operation.id}`."
            )
        for response in operation.responses:
            if isinstance(response.type, Ref):
                uses.setdefault(response.type.name, f"What `{operation.id}` answers.")
    return uses


def _module(module: str, layout: Layout, uses: Mapping[str, str]) -> ModuleView:
    annotations = Annotations(layout=layout, named=from_sibling)
    names = layout.in_module(module)
    imports: set[Import] = set()
    enumerations: list[EnumerationView] = []
    schemas: list[SchemaView] = []
    for name in names:
        if name in layout.enumerations:
            view = _enumeration(layout.enumerations[name], layout)
            enumerations.append(view)
            imports.add(Import(module=_RUNTIME, name=view.base))
        else:
            schema, needed = _schema(layout.schemas[name], annotations, uses)
            schemas.append(schema)
            imports |= needed
    own = f".{module}"
    listed = ", ".join(f"`{layout.classes[name]}`" for name in names)
    return ModuleView(
        docstring=docstring(wrapped(f"{listed}.", WIDTH - 6), 0),
        imports=block(one for one in imports if one.module != own),
        enumerations=tuple(enumerations),
        schemas=tuple(schemas),
    )


def _enumeration(enumeration: Enumeration, layout: Layout) -> EnumerationView:
    text = enumeration.base.kind is Kind.STRING
    identifiers = layout.members[enumeration.name]
    about = prose_lines(brief(enumeration.description, enumeration), WIDTH - 4)
    return EnumerationView(
        name=layout.classes[enumeration.name],
        base="OpenStrEnum" if text else "OpenIntEnum",
        docstring=docstring(
            joined(
                [about or ["Documented values."], [source_line(enumeration.source)]]
            ),
            4,
        ),
        members=(
            *map(_member, identifiers, enumeration.members),
            *_former_members(enumeration, layout),
        ),
    )


def _member(identifier: str, member: Member) -> MemberView:
    about = wrapped(inline(member.meaning), WIDTH - 4)
    return MemberView(
        identifier=identifier,
        value=literal(member.value),
        docstring=docstring(about, 4) if member.meaning else "",
    )


def _former_members(enumeration: Enumeration, layout: Layout) -> Iterator[MemberView]:
    """The members again whose names have changed: `OLD = NEW`."""
    prefix = f"{enumeration.name}/"
    renamed = {
        old.removeprefix(prefix): new
        for old, new in layout.former.get(Named.MEMBER, {}).items()
        if old.startswith(prefix)
    }
    names = layout.members[enumeration.name]
    present = dict(zip(names, names, strict=True))
    for old, new in former.identifiers(renamed, present, str, names).items():
        yield MemberView(identifier=old, value=new, docstring=former.about(new, 4))


def _schema(
    schema: Schema, annotations: Annotations, uses: Mapping[str, str]
) -> tuple[SchemaView, set[Import]]:
    layout = annotations.layout
    imports = {Import(module=_RUNTIME, name="Model")}
    properties: list[PropertyView] = []
    identifiers = layout.properties[schema.name]
    for identifier, property in zip(identifiers, schema.properties, strict=True):
        view, needed = _property(identifier, property, annotations)
        properties.append(view)
        imports |= needed
    about = prose_lines(schema.description, WIDTH - 4)
    use = uses.get(schema.name, "")
    return (
        SchemaView(
            name=layout.classes[schema.name],
            docstring=docstring(
                joined(
                    [
                        about or [use or f"The object `{schema.name}`."],
                        [source_line(schema.source)],
                    ]
                ),
                4,
            ),
            properties=tuple(properties),
        ),
        imports,
    )


def _property(
    identifier: str, property: Property, annotations: Annotations
) -> tuple[PropertyView, frozenset[Import]]:
    annotation = annotations.attribute(property.type)
    if property.required is False:
        annotation = optional(annotation)
    assignment = _assignment(identifier, property)
    enumeration = enumeration_in(property.type, annotations.layout)
    about = brief(property.description, enumeration)
    values = annotations.layout.classes[enumeration.name] if enumeration else ""
    return (
        PropertyView(
            identifier=identifier,
            annotation=annotation.expression,
            assignment=assignment.expression,
            docstring=_property_docstring(about, values, property),
        ),
        annotation.imports | assignment.imports,
    )


def _property_docstring(about: Prose, values: str, property: Property) -> str:
    """Description and facts; nothing for a property without either."""
    told = [f"Values: see `{values}`."] if values else []
    lines = joined([prose_lines(about, WIDTH - 4), [*told, *facts(property)]])
    return docstring(lines, 4) if lines else ""


def enumeration_in(type: Type, layout: Layout) -> Enumeration | None:
    """The enumeration of a property or of its items."""
    match type:
        case Ref(name=name) | Array(items=Ref(name=name)):
            return layout.enumerations.get(name)
        case _:
            return None


def _assignment(identifier: str, property: Property) -> Symbol:
    default, needed = _default(property)
    keywords: list[str] = []
    name = property.name
    if not is_identifier(name) or spelling(name) != identifier:
        keywords.append(f"validation_alias={literal(name)}")
        keywords.append(f"serialization_alias={literal(name)}")
    keywords.extend(limits(property))
    if property.deprecated:
        keywords.append("deprecated=True")
    if not keywords:
        return Symbol(expression=f" = {default}" if default else "", imports=needed)
    if default:
        keywords.insert(0, f"default={default}")
    return Symbol(
        expression=f" = Field({', '.join(keywords)})", imports=needed | {_FIELD}
    )


def _default(property: Property) -> tuple[str, frozenset[Import]]:
    """None for what need not be given; UNSET, which every annotation admits, where the documents say nothing."""
    if property.required is None:
        return "UNSET", frozenset({_UNSET})
    return ("" if property.required else "None"), frozenset()


def limits(property: Property) -> list[str]:
    """The documented bounds that the type can have, as keywords of pydantic's Field."""
    bounds = property.bounds
    chosen: Limits
    number: Limits = (
        ("ge", bounds.minimum),
        ("gt", bounds.exclusive_minimum),
        ("le", bounds.maximum),
        ("lt", bounds.exclusive_maximum),
    )
    length: Limits = (
        ("min_length", bounds.min_length),
        ("max_length", bounds.max_length),
    )
    items: Limits = (("min_length", bounds.min_items), ("max_length", bounds.max_items))
    match property.type:
        case Primitive(kind=Kind.INTEGER | Kind.NUMBER):
            chosen = number
        case Primitive(kind=Kind.STRING):
            chosen = length
        case Array():
            chosen = items
        case _:
            return []
    return [f"{k}={literal(fact.value)}" for k, fact in chosen if fact is not None]
