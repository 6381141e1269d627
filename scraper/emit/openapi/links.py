"""Where a link of the pages leads in the OpenAPI document: to an operation, else to the published page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scraper.api.model import Api, Operation
from scraper.emit.openapi.routes import PathItem
from scraper.emit.sinks import url
from scraper.emit.sinks.markdown import Lead
from scraper.text import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    documentation: Text
    """The address that file names of pages are put behind; empty where the pages are not published."""
    operations: Mapping[Text, Operation]
    """The only operation of a page, by the page."""
    standing: Mapping[str, Operation]
    """Operation of the reference → what stands for it in the document."""
    schemas: Mapping[tuple[Text, Text], str]
    """Schemas by the page and the anchor of their table."""

    def page(self, page: Text, anchor: Text = Text("")) -> str:
        """The address of a published page; empty where there is none."""
        return url.below(self.documentation, page, anchor) if page else ""

    def lead(self, link: Link, page: Text) -> Lead | None:
        """Where a link on a page leads; None where only its words are left.

        Readers show the title: an operation's id, or the schema that a table describes.
        """
        if link.elsewhere:
            address = url.elsewhere(link.page)
            return Lead(address=address) if address else None
        target = link.page or page
        schema = self.schemas.get((target, link.anchor), "")
        if target != page and not schema and (one := self.operations.get(target)):
            known = self.standing[one.id]
            return Lead(address=url.operation(known.tag, known.id), title=known.id)
        address = self.page(target, link.anchor)
        return Lead(address=address, title=schema) if address else None


def links(api: Api, items: Iterable[PathItem], names: Mapping[str, str]) -> Links:
    """The links of an Api whose operations stand under these paths, and whose schemas have these names of components."""
    standing = {
        one.id: each.operation
        for item in items
        for each in item.operations
        for one in (each.operation, *each.merged)
    }
    return Links(
        documentation=api.service.documentation,
        operations=_alone(api.operations),
        standing=standing,
        schemas={
            (each.source.page, each.source.anchor): names[each.name]
            for each in reversed(api.schemas)
            if each.source.anchor
        },
    )


def _alone(operations: Iterable[Operation]) -> dict[Text, Operation]:
    """Page → its operation, where the page describes no other."""
    found: dict[Text, list[Operation]] = {}
    for operation in operations:
        found.setdefault(operation.source.page, []).append(operation)
    return {page: same[0] for page, same in found.items() if len(same) == 1}
