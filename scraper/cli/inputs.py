"""References as commands take them, and what they give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from scraper import corrections, lock, pipeline, service, workspace
from scraper.api.model import Service
from scraper.cli.options import progress
from scraper.pipeline import Reference
from scraper.report.terminal import issue as issue_line


def from_folder(about: Service, folder: str) -> Reference:
    """The pages of a folder, without anything that people say of them."""
    return Reference(
        service=about,
        pages=workspace.read_pages(folder),
        contents=workspace.read_contents(folder),
    )


def from_spec(names: Sequence[str], spec: str) -> list[Reference]:
    """The services of a spec folder, each with its pages and with all that lies beside them."""
    taken: list[Reference] = []
    for name in dict.fromkeys(names or workspace.read_services(spec)):
        about = _without_pages(name, spec)
        found = from_folder(about.service, f"{spec}/{name}")
        taken.append(replace(about, pages=found.pages, contents=found.contents))
    return taken


def with_pages(name: str, spec: str) -> Reference:
    """A service of a spec folder, which may have no pages yet."""
    about = _without_pages(name, spec)
    folder = f"{spec}/{name}"
    if workspace.has_pages(folder):
        found = from_folder(about.service, folder)
        return replace(about, pages=found.pages, contents=found.contents)
    return replace(about, contents=workspace.read_contents(folder))


def _without_pages(name: str, spec: str) -> Reference:
    """What lies beside the pages of a service."""
    text, file = workspace.read_service(spec, name)
    about = service.read(text, name=name, file=file)
    text, file = workspace.read_corrections(spec, name)
    made = corrections.read(text, file=file)
    text, file = workspace.read_lock(spec, name)
    known = lock.read(text, file=file)
    return Reference(service=about, pages=(), corrections=made, lock=known)


def run(reference: Reference) -> pipeline.Result:
    with progress(reference.service) as shown:
        return pipeline.run(reference, shown)


def errors(results: Sequence[pipeline.Result]) -> bool:
    """Print the issues that stop everything, if there are any."""
    found = [error for result in results for error in result.reading.errors]
    for error in found:
        click.echo(f"scraper: {issue_line(error)}", err=True)
    if found:
        click.echo("scraper: the pages hold errors; nothing was written", err=True)
    return bool(found)
