"""The whole document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scraper.api.model import Api, Response, Server, Service, Tag
from scraper.emit.openapi import operations, schemas
from scraper.emit.openapi.components import Components, components
from scraper.emit.openapi.routes import PathItem, path_items
from scraper.emit.openapi.views import DocumentView, PathView, TagGroupView, TagView
from scraper.emit.sinks import markdown, path_template, yaml
from scraper.emit.sinks.tree import Branch, joined
from scraper.emit.templates import render
from scraper.text import Prose, Text


def document(api: Api) -> str:
    """openapi.yaml for the Api. Raises KeyError when a type refers to a name that the Api does not have."""
    known = components(api)
    items = path_items(api)
    view = DocumentView(
        title=yaml.scalar(_title(api.service)),
        version=yaml.scalar(api.service.version),
        description=yaml.lines(_description(api.service)),
        server=yaml.block(_server(api.service.server)),
        tags=tuple(map(_tag, api.tags)),
        tag_groups=tuple(_tag_groups(api.tags)),
        paths=tuple(_path(item, known) for item in items),
        schemas=yaml.block({"schemas": _schemas(api, items, known)}),
    )
    return render("openapi/openapi.yaml.jinja", view)


def _path(item: PathItem, known: Components) -> PathView:
    views = tuple(operations.view(each, known) for each in item.operations)
    return PathView(path=yaml.scalar(item.path), operations=views)


def _tag(tag: Tag) -> TagView:
    """A chapter that says nothing of itself is described by its title, for readers that do not know `x-displayName`."""
    words = markdown.prose(tag.description) or markdown.text(tag.title)
    return TagView(
        name=yaml.scalar(tag.name),
        title=yaml.scalar(tag.title),
        description=yaml.lines(words),
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
        names = tuple(yaml.scalar(tag.name) for tag in members)
        yield TagGroupView(name=yaml.scalar(title), tags=names)


def _title(service: Service) -> Text:
    return joined(service.title, " API")


def _description(service: Service) -> str:
    about = markdown.paragraph(
        "The ", _title(service), ", as its reference describes it."
    )
    origin = markdown.paragraph("Source of the documents: ", service.origin)
    return markdown.prose(Prose(blocks=(about, origin)))


def _server(server: Server) -> Branch:
    """The server with a default for each variable of its address."""
    variables: Branch = {}
    for name in path_template.variables(server.url):
        variables[name] = {"default": name}
    if server.regions:
        variables[Text("region")] = {
            "default": server.regions[0],
            "enum": server.regions,
        }
    result: Branch = {"url": server.url}
    return result | {"variables": variables} if variables else result


def _schemas(api: Api, items: Sequence[PathItem], known: Components) -> Branch:
    """Schemas and enumerations in the order of the Api, then the shared error object when it is used."""
    result: Branch = {}
    for schema in api.schemas:
        result[known.names[schema.name]] = schemas.of_schema(schema, known)
    for enumeration in api.enumerations:
        name = known.names[enumeration.name]
        result[name] = schemas.of_enumeration(enumeration, known)
    if any(operations.lacks_schema(response) for response in _responses(items)):
        result[known.error] = schemas.of_error()
    return result


def _responses(items: Sequence[PathItem]) -> Iterable[Response]:
    for item in items:
        for operation in item.operations:
            yield from operation.responses
