"""The names that generated Python gives away, by what bears them."""

from __future__ import annotations

from scraper.api.model import Api
from scraper.emit.python.arguments import argument_identity, arguments
from scraper.emit.python.layout import Layout, member_identity, property_identity
from scraper.names import Named, Names


def names_given(api: Api, layout: Layout) -> Names:
    """The identifiers of properties, arguments and members."""
    return Names(
        given={
            Named.PROPERTY: {
                property_identity(schema, each): identifier
                for schema in api.schemas
                for each, identifier in zip(
                    schema.properties, layout.properties[schema.name], strict=True
                )
            },
            Named.ARGUMENT: {
                argument_identity(operation, each.place, each.content): each.identifier
                for operation in api.operations
                for each in arguments(operation, layout).documented
            },
            Named.MEMBER: {
                member_identity(enumeration, member): identifier
                for name, enumeration in layout.enumerations.items()
                for member, identifier in zip(
                    enumeration.members, layout.members[name], strict=True
                )
            },
        }
    )
