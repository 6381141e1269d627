"""Types, schemas and enumerations as JSON Schema."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from scraper.api.model import (
    AnyType,
    Array,
    Enumeration,
    Kind,
    Map,
    Member,
    Primitive,
    Property,
    Ref,
    Schema,
    Type,
    Union,
)
from scraper.emit.openapi import discriminators, fitting
from scraper.emit.openapi.components import Components
from scraper.emit.sinks import json, markdown, words
from scraper.emit.sinks.markdown import Lead
from scraper.emit.sinks.tree import Branch, Line, Tree
from scraper.source import Source
from scraper.text import Bullets, Link, Paragraph, Prose, Span, Text


def of_type(type_: Type, components: Components) -> Branch:
    """The schema of a type expression."""
    match type_:
        case Primitive(kind=Kind.NULL):
            return {"const": None}  # generators stumble over a type of its own
        case Primitive(kind=kind, format=format_):
            return {"type": kind.value, **of_format(format_)}
        case Array(items=items):
            return {"type": "array", "items": of_type(items, components)}
        case Map(values=values):
            of_values = of_type(values, components)
            return {"type": "object", "additionalProperties": of_values}
        case Ref(name=name):
            return {"$ref": components.reference(name)}
        case Union(options=options):
            return _of_union(options, components)
        case AnyType():
            return {}
        case _:
            assert_never(type_)


def of_format(name: str) -> Branch:
    """The keywords for a format. JSON Schema says of base64 what OpenAPI 3.0 had the format byte for: both are told,
    for tools still ask for that."""
    encoding: Branch = {"contentEncoding": "base64"} if name == "byte" else {}
    return {"format": name, **encoding} if name else {}


def _of_union(options: Sequence[Type], components: Components) -> Branch:
    """`oneOf` where no documented value fits two of them; else `anyOf`, for objects are lenient, and one may fit several."""
    alternatives: list[Tree] = [of_type(each, components) for each in options]
    if told := discriminators.within(options, components):
        return {"oneOf": alternatives, "discriminator": told}
    apart = _apart(options, components)
    return {"oneOf" if apart else "anyOf": alternatives}


def of_value(found: Property, components: Components) -> Branch:
    """The schema of what a property or parameter may hold, without what describes it."""
    stated = of_format(found.format.value if found.format else "")
    limits = fitting.bounds(found, components)
    schema = of_type(found.type, components) | stated | limits
    default = fitting.default(found, components)
    return schema if default is None else schema | {"default": default}


def of_property(found: Property, holder: Schema, components: Components) -> Branch:
    """The schema of a schema's property: what it may hold and what the documents say of it."""
    schema = of_value(found, components)
    words = described(found.description, found.source, components)
    if words != _told(found.type, components):
        schema |= words
    if found.deprecated:
        schema["deprecated"] = True
    if told := discriminators.beside(found, holder, components):
        schema["x-discriminator"] = told
    return schema


def of_schema(schema: Schema, components: Components) -> Branch:
    """An object. Further properties are allowed: the documents do not know all that the service sends."""
    properties = {found.name: found for found in reversed(schema.properties)}
    names = list(dict.fromkeys(found.name for found in schema.properties))
    result: Branch = {"type": "object", **_described(schema, components)}
    if required := [name for name in names if properties[name].required]:
        result["required"] = required
    if names:
        result["properties"] = {
            name: of_property(properties[name], schema, components) for name in names
        }
    return result | {"x-source": place(schema.source)}


def _described(found: Schema | Enumeration, components: Components) -> Branch:
    """What a component says of itself. Words about a list of it are told where the list is."""
    if found.name in components.listed:
        return {}
    return described(found.description, found.source, components)


def _told(type_: Type, components: Components) -> Branch:
    """What the component says that a type refers to: the same words need not stand beside it again."""
    if not isinstance(type_, Ref):
        return {}
    name = type_.name
    enumeration = components.enumerations.get(name)
    return _described(enumeration or components.schemas[name], components)


def of_enumeration(enumeration: Enumeration, components: Components) -> Branch:
    """A primitive with its documented values; what each means stands in the description and beside `enum`."""
    members = enumeration.members
    values: list[Tree] = [member.value for member in members]
    meanings: list[Tree] = [markdown.text(member.meaning) for member in members]
    result = of_type(enumeration.base, components)
    result |= described(_explained(enumeration), enumeration.source, components)
    if values:
        result["enum"] = values
    if names := components.members.get(enumeration.name):
        result["x-enum-varnames"] = list(names)
    if any(meanings):
        result["x-enum-descriptions"] = meanings
    return result | {"x-source": place(enumeration.source)}


def described(prose: Prose, read_from: Source, components: Components) -> Branch:
    """`description` in CommonMark, where there is one."""
    words = words_of(prose, read_from, components)
    return {"description": words} if words else {}


def words_of(prose: Prose, read_from: Source, components: Components) -> str:
    """Prose of a page as CommonMark, its links leading on."""

    def lead(link: Link) -> Lead | None:
        return components.links.lead(link, read_from.page)

    return markdown.prose(prose, lead)


def place(read_from: Source) -> Line:
    """The page and the anchor that something was read from.

    The row is left out: one more row in a table would change what is said of all below it.
    """
    found = Line({"page": read_from.page})
    if read_from.anchor:
        found["anchor"] = words.without_number(read_from.anchor)
    return found


def _apart(options: Sequence[Type], components: Components) -> bool:
    """Whether each option is an object that requires a property which no other option knows."""
    schemas = components.objects(options)
    known = [{each.name for each in schema.properties} for schema in schemas]
    return bool(schemas) and all(
        any(each.required and each.name not in names for each in schema.properties)
        for at, schema in enumerate(schemas)
        for names in (*known[:at], *known[at + 1 :])
    )


def _explained(enumeration: Enumeration) -> Prose:
    """The description; with a list of the values and their meanings unless it shows each of them already."""
    shown = {span.text for span in enumeration.description.spans}
    if all(json.literal(member.value) in shown for member in enumeration.members):
        return enumeration.description
    listed = Bullets(items=tuple(_listed(member) for member in enumeration.members))
    return Prose(blocks=(*enumeration.description.blocks, listed))


def _listed(member: Member) -> Prose:
    value = Span(text=json.literal(member.value), code=True)
    meaning = (Span(text=Text(": ")), Span(text=member.meaning))
    spans = (value, *meaning) if member.meaning else (value,)
    return Prose(blocks=(Paragraph(spans=spans),))
