"""What tells which of several objects is meant: a property that each of them has, or one that stands beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scraper.api.model import Array, Enumeration, Property, Ref, Schema, Type, Union
from scraper.emit.openapi.components import Components
from scraper.emit.sinks import words
from scraper.emit.sinks.tree import Branch
from scraper.text import Text


def within(options: Sequence[Type], components: Components) -> Branch:
    """`discriminator` of OpenAPI: every option requires a property whose documented values no other option has.

    Empty where there is none.
    """
    named = components.objects(options)
    if len(named) < 2:
        return {}
    for candidate in named[0].properties:
        values = [_required_values(each, candidate.name, components) for each in named]
        meant = {
            value: schema
            for schema, own in zip(named, values, strict=True)
            for value in own
        }
        if all(values) and len(meant) == sum(map(len, values)):
            mapping = _mapping(meant, components)
            return {"propertyName": candidate.name, "mapping": mapping}
    return {}


def beside(found: Property, holder: Schema, components: Components) -> Branch:
    """The same by a property beside it, for which OpenAPI has no room: "if **kind** is **lamp**, see Table 3".

    The description names that property, and each option is called after one of its documented values. Empty where
    there is none.
    """
    type_ = found.type.items if isinstance(found.type, Array) else found.type
    if not isinstance(type_, Union):
        return {}
    named = components.objects(type_.options)
    if not named:
        return {}
    for sibling in holder.properties:
        enumeration = _enumeration(sibling, components)
        if enumeration and words.mentions(found.description, sibling.name):
            called = _called(enumeration, named)
            if {each.name for each in called.values()} == {x.name for x in named}:
                mapping = _mapping(called, components)
                return {"propertyName": sibling.name, "mapping": mapping}
    return {}


def _required_values(
    schema: Schema, name: Text, components: Components
) -> Sequence[Text]:
    for each in schema.properties:
        enumeration = _enumeration(each, components)
        if each.name == name and each.required and enumeration:
            return _texts(enumeration)
    return ()


def _enumeration(found: Property, components: Components) -> Enumeration | None:
    if isinstance(found.type, Ref):
        return components.enumerations.get(found.type.name)
    return None


def _called(enumeration: Enumeration, named: Sequence[Schema]) -> Mapping[Text, Schema]:
    """Value → the only schema whose name ends with it."""
    result: dict[Text, Schema] = {}
    for value in _texts(enumeration):
        ending = words.letters(value)
        fitting = [
            schema
            for schema in named
            if ending and words.letters(schema.name).endswith(ending)
        ]
        if len(fitting) == 1:
            result[value] = fitting[0]
    return result


def _texts(enumeration: Enumeration) -> list[Text]:
    values = (member.value for member in enumeration.members)
    return [value for value in values if isinstance(value, Text)]


def _mapping(meant: Mapping[Text, Schema], components: Components) -> Branch:
    return {value: components.reference(schema.name) for value, schema in meant.items()}
