"""The files around the package: what makes a generated folder an installable project."""

from __future__ import annotations

from dataclasses import dataclass

from scraper.api.model import Api, Service
from scraper.emit.sinks import lines, markdown, toml
from scraper.emit.sinks.tree import joined
from scraper.emit.templates import render


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """pyproject.toml: every string is a TOML string."""

    distribution: str
    version: str
    description: str
    package: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmeView:
    """README.md: every string is Markdown, except the names in code, which are words without markup."""

    title: str
    distribution: str
    package: str
    client: str
    usage: str
    """A code block."""
    lists: bool
    """Whether there are lists that come page by page."""
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """NOTICE: every string is one line of plain text."""

    distribution: str
    title: str
    origin: str


def files(api: Api, *, usage: str) -> dict[str, str]:
    """Path in the project -> text. `usage` is Python that makes a first call of the package; README shows it."""
    views = {
        "pyproject.toml": _project(api.service),
        "README.md": _readme(api, usage),
        "NOTICE": _notice(api.service),
    }
    written = {
        name: render(f"packaging/{name}.jinja", view) for name, view in views.items()
    }
    return written | {"LICENSE": render("packaging/LICENSE", view=None)}


def _project(service: Service) -> ProjectView:
    description = lines.line(joined("Typed client for the ", service.title, " API"))
    return ProjectView(
        distribution=toml.string(service.distribution),
        version=toml.string(service.version),
        description=toml.string(description),
        package=toml.string(service.package),
    )


def _readme(api: Api, usage: str) -> ReadmeView:
    service = api.service
    return ReadmeView(
        title=markdown.heading(service.title),
        distribution=lines.line(service.distribution),
        package=lines.line(service.package),
        client=lines.line(service.client),
        usage=markdown.fenced(usage, "python"),
        lists=any(one.pagination for one in api.operations),
        origin=markdown.heading(service.origin),
    )


def _notice(service: Service) -> NoticeView:
    return NoticeView(
        distribution=lines.line(service.distribution),
        title=lines.line(service.title),
        origin=lines.line(service.origin),
    )
