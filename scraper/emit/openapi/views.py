"""What the templates of openapi.yaml print: values, which the filters `yaml` and `yaml_key` write."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.emit.sinks.tree import Branch, Line
from scraper.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterView:
    name: Text
    location: str
    required: bool
    deprecated: bool
    description: str
    """CommonMark; empty where there is none."""
    schema: Branch
    source: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    required: bool
    content: Branch


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    status: str
    description: str
    headers: Branch
    """Empty where there are none."""
    content: Branch
    """Empty for a response without a body."""
    links: Branch
    """What can be asked with it next; empty where no page tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    method: str
    id: str
    tag: str
    summary: Text
    description: str
    """CommonMark; empty where there is none."""
    documentation: str
    """The address of the page; empty where pages have none."""
    deprecated: bool
    parameters: tuple[ParameterView, ...]
    body: BodyView | None
    responses: tuple[ResponseView, ...]
    failures: tuple[str, ...]
    """The ranges of statuses for which the shared response stands: `4XX`."""
    failure: str
    """The address of that response."""
    members: Branch
    """The operations of the reference that this one stands for; empty for one that stands for itself."""
    pagination: Branch
    """How pages are turned; empty where there are none."""
    waiting: Branch
    """How the end of what it starts is waited for; empty where nobody says so."""
    source: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView:
    path: Text
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    name: str
    title: Text
    description: str
    documentation: str
    """The address of the chapter's page; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagGroupView:
    """Tags below one chapter."""

    name: Text
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    title: Text
    version: str
    description: str
    contact: Branch
    documentation: str
    """The address of the reference; empty where nobody says it."""
    server: Branch
    tags: tuple[TagView, ...]
    tag_groups: tuple[TagGroupView, ...]
    """Each tag in one of them; empty where no chapter has another above it."""
    paths: tuple[PathView, ...]
    security_schemes: Branch
    responses: Branch
    schemas: Branch
