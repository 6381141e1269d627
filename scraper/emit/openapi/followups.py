"""What can be asked with an answer next: OpenAPI's `links`, where a page says so.

An answer has an id, and its words (or those of the operation) lead to the page or the chapter of one operation that
reads what the id stands for: "the job's ID; see Task Status Management".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scraper.api.model import Api, Operation, Property, Ref, Response, Schema
from scraper.emit.openapi.links import Links
from scraper.emit.sinks import path_template, pointer
from scraper.emit.sinks.tree import Branch
from scraper.text import Prose, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Followups:
    schemas: Mapping[str, Schema]
    readers: Mapping[Text, Sequence[Operation]]
    """The operations that read something, by the variables of their paths."""
    chapters: Mapping[str, Text]
    """The page of each chapter, by the tag."""

    def after(self, operation: Operation, response: Response, links: Links) -> Branch:
        """The links of a response, by the operation that is asked next."""
        schema = (
            self.schemas.get(response.type.name)
            if isinstance(response.type, Ref)
            else None
        )
        if schema is None or response.is_error:
            return {}
        result: Branch = {}
        for found in schema.properties:
            reader = self._reader(found, operation)
            if reader is not None:
                id_ = links.standing[reader.id].id
                place = pointer.of(found.name)
                result[id_] = {
                    "operationId": id_,
                    "parameters": {found.name: f"$response.body{place}"},
                }
        return result

    def _reader(self, found: Property, operation: Operation) -> Operation | None:
        """The only operation for an id to whose page or chapter the words lead."""
        pages = {*_pages(found.description), *_pages(operation.description)}
        readers = [
            each
            for each in self.readers.get(found.name, ())
            if each.id != operation.id
            and pages & {each.source.page, self.chapters.get(each.tag, Text(""))}
        ]
        return readers[0] if len(readers) == 1 else None


def followups(api: Api) -> Followups:
    readers: dict[Text, list[Operation]] = {}
    for operation in api.operations:
        if operation.method == "GET":
            for name in dict.fromkeys(path_template.variables(operation.path)):
                readers.setdefault(name, []).append(operation)
    return Followups(
        schemas={schema.name: schema for schema in api.schemas},
        readers=readers,
        chapters={tag.name: tag.page for tag in api.tags if tag.page},
    )


def _pages(prose: Prose) -> Iterator[Text]:
    for span in prose.spans:
        if span.link is not None and span.link.page and not span.link.elsewhere:
            yield span.link.page
