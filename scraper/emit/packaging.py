"""The files around the package: what makes a generated folder an installable project."""

from __future__ import annotations

from dataclasses import dataclass, fields

from scraper.api.model import Api, Service
from scraper.emit.proving import values
from scraper.emit.python.usage import Usage
from scraper.emit.sinks import lines, markdown, toml
from scraper.emit.sinks.tree import joined
from scraper.emit.templates import fixed, render


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
    usage: Usage
    """Code blocks; empty where there is nothing to show."""
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """NOTICE: every string is one line of plain text."""

    distribution: str
    title: str
    origin: str


def files(api: Api, *, usage: Usage) -> dict[str, str]:
    """Path in the project -> text. `usage` is Python that README shows."""
    views = {
        "pyproject.toml": _project(api.service),
        "README.md": _readme(api.service, usage),
        "NOTICE": _notice(api.service),
    }
    written = {
        name: render(f"packaging/{name}.jinja", view) for name, view in views.items()
    }
    _prove(written["pyproject.toml"], api.service)
    return written | {"LICENSE": render("packaging/LICENSE", view=None)}


def _prove(project: str, service: Service) -> None:
    told = (
        service.distribution,
        service.version,
        _description(service),
        service.package,
    )
    printed = [leaf for one in told for leaf in values.leaves(one)]
    values.of_toml(project, "pyproject.toml", printed, fixed("packaging"))


def _project(service: Service) -> ProjectView:
    return ProjectView(
        distribution=toml.string(service.distribution),
        version=toml.string(service.version),
        description=toml.string(_description(service)),
        package=toml.string(service.package),
    )


def _description(service: Service) -> str:
    return lines.line(joined("Typed client for the ", service.title, " API"))


def _readme(service: Service, usage: Usage) -> ReadmeView:
    return ReadmeView(
        title=markdown.heading(service.title),
        distribution=lines.line(service.distribution),
        package=lines.line(service.package),
        client=lines.line(service.client),
        usage=Usage(
            **{
                field.name: markdown.fenced(code, "python") if code else ""
                for field in fields(Usage)
                for code in [getattr(usage, field.name)]
            }
        ),
        origin=markdown.heading(service.origin),
    )


def _notice(service: Service) -> NoticeView:
    return NoticeView(
        distribution=lines.line(service.distribution),
        title=lines.line(service.title),
        origin=lines.line(service.origin),
    )
