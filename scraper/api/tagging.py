"""The chapter that an operation's page belongs to, as its group."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.api.model import Service, Tag
from scraper.api.naming import pascal
from scraper.draft.model import OperationDraft


def tag_of(draft: OperationDraft, service: Service) -> Tag:
    """The footer's "Parent topic"; the service itself for a page without one."""
    title = draft.parent.title if draft.parent is not None else service.title
    return Tag(name=pascal(title) or service.client, title=title)


def tags_of(used: Sequence[Tag]) -> tuple[Tag, ...]:
    """Each tag once, by name."""
    by_name = {tag.name: tag for tag in reversed(used)}
    return tuple(by_name[name] for name in sorted(by_name))
