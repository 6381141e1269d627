"""The whole document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from scraper.api.model import Api, Service, Tag
from scraper.emit.openapi import exemptions, failures, operations, schemas, security
from scraper.emit.openapi.components import Components, components, joined
from scraper.emit.openapi.printing import printed
from scraper.emit.openapi.routes import PathItem, path_items
from scraper.emit.openapi.views import DocumentView, PathView, TagGroupView, TagView
from scraper.emit.sinks import markdown, path_template, tree, url
from scraper.emit.sinks.tree import Branch, Key, Tree
from scraper.source import Source
from scraper.text import Prose, Text

FILE: Final = "openapi.yaml"
_LISTED: Final = (
    "The values of an enumeration are those that the reference lists; the service may know more."
)


def files(made: DocumentView, version: str) -> dict[str, str]:
    """openapi.yaml under a version, and the list of what linters must leave alone in it."""
    found = exemptions.exemptions(made)
    return {
        FILE: printed(FILE, replace(made, version=version)),
        exemptions.FILE: printed(exemptions.FILE, found),
    }


def view(api: Api, members: Mapping[str, tuple[str, ...]]) -> DocumentView:
    """What the document says, before it is printed.

    `members` are the names of an enumeration's members in programs, by its name. Raises KeyError when a type refers to
    a name that the Api does not have.
    """
    items = path_items(api)
    known, printed = _schemas(api, components(api, items, members))
    service = api.service
    return DocumentView(
        title=_title(service),
        version=service.version,
        description=_description(api),
        contact={
            "name": service.contact.name,
            "url": url.elsewhere(service.contact.url),
        },
        documentation=url.elsewhere(service.documentation),
        server=_server(service),
        tags=tuple(_tag(tag, known) for tag in api.tags),
        tag_groups=tuple(_tag_groups(api.tags)),
        paths=tuple(_path(item, known) for item in items),
        security_schemes=security.schemes(),
        responses=_responses(known) if items else {},
        schemas=printed | (_failures(known) if items else {}),
    )


def _path(item: PathItem, known: Components) -> PathView:
    views = tuple(operations.view(each, known) for each in item.operations)
    return PathView(path=item.path, operations=views)


def _tag(tag: Tag, known: Components) -> TagView:
    """A chapter that says nothing of itself is described by its title, and by the chapter above it.

    Not every reader of the document knows `x-displayName` and `x-tagGroups`.
    """
    page = Source(page=tag.page)
    title = tree.joined(tag.title, ", part of ", tag.above) if tag.above else tag.title
    words = schemas.words_of(tag.description, page, known)
    return TagView(
        name=tag.name,
        title=tag.title,
        description=words or markdown.text(title),
        documentation=known.links.page(tag.page),
    )


def _tag_groups(tags: Sequence[Tag]) -> Iterator[TagGroupView]:
    """Tags by the chapter above, in the order of the first of each; a tag without one is its own group.

    Each tag is in exactly one, since Redoc hides the others.
    """
    if not any(tag.above for tag in tags):
        return
    groups: dict[Text, list[Tag]] = {}
    for tag in tags:
        groups.setdefault(tag.above or tag.title, []).append(tag)
    for title, members in groups.items():
        yield TagGroupView(name=title, tags=tuple(tag.name for tag in members))


def _title(service: Service) -> Text:
    return tree.joined(service.title, " API")


def _description(api: Api) -> str:
    service = api.service
    told = [
        markdown.paragraph("The ", _title(service), ", as its reference describes it."),
        markdown.paragraph("Source of the documents: ", service.origin),
    ]
    if api.enumerations:
        told.append(markdown.paragraph(_LISTED))
    return markdown.prose(Prose(blocks=tuple(told)))


def _server(service: Service) -> Branch:
    """The server with a default for each variable of its address."""
    server = service.server
    variables: Branch = {}
    for name in path_template.variables(server.url):
        variables[name] = {"default": name}
    if server.regions:
        variables[Text("region")] = {
            "description": "Where the service runs.",
            "default": server.regions[0],
            "enum": server.regions,
        }
    result: Branch = {"url": server.url, "description": service.title}
    return result | {"variables": variables} if variables else result


def _schemas(api: Api, known: Components) -> tuple[Components, Branch]:
    """Schemas and enumerations in the order of the Api, each once whatever names it has there."""
    while True:
        printed = _printed(api, known)
        told = {name: _without_source(each) for name, each in printed.items()}
        again = joined(known, told)
        if again.names == known.names:
            return known, dict[Key, Tree](printed.items())
        known = again


def _without_source(schema: Branch) -> Branch:
    return {key: value for key, value in schema.items() if key != "x-source"}


def _printed(api: Api, known: Components) -> dict[str, Branch]:
    result: dict[str, Branch] = {}
    for schema in api.schemas:
        name = known.names[schema.name]
        result.setdefault(name, schemas.of_schema(schema, known))
    for enumeration in api.enumerations:
        name = known.names[enumeration.name]
        result.setdefault(name, schemas.of_enumeration(enumeration, known))
    return result


def _responses(known: Components) -> Branch:
    return {failures.RESPONSE: failures.response(known.failure)}


def _failures(known: Components) -> Branch:
    """The schemas of answers that no page describes."""
    made = failures.schemas(known.failure)
    return {known.failures[name]: schema for name, schema in made.items()}
