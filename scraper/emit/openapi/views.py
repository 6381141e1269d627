"""What the templates of openapi.yaml print. Every string is YAML already: a scalar, or lines to indent (descriptions, schemas, contents, sources)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterView:
    name: str
    location: str
    required: str
    deprecated: bool
    description: str
    """Empty where there is none."""
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    required: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    status: str
    description: str
    headers: str
    """Empty where there are none."""
    content: str
    """Empty for a response without a body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationView:
    method: str
    id: str
    tag: str
    summary: str
    description: str
    """Empty where there is none."""
    deprecated: bool
    pagination: str
    """How pages are turned; empty where there are none."""
    source: str
    parameters: tuple[ParameterView, ...]
    body: BodyView | None
    responses: tuple[ResponseView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PathView:
    path: str
    operations: tuple[OperationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagView:
    name: str
    title: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TagGroupView:
    """Tags below one chapter."""

    name: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    title: str
    version: str
    description: str
    server: str
    tags: tuple[TagView, ...]
    tag_groups: tuple[TagGroupView, ...]
    """Each tag in one of them; empty where no chapter has another above it."""
    paths: tuple[PathView, ...]
    schemas: str
