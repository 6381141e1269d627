"""`scraper generate`: pages become projects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import click

from scraper import lock, service, workspace
from scraper.cli.inputs import errors, from_folder, from_spec, run
from scraper.cli.options import OUT, SERVICES, SPEC
from scraper.cli.statuses import DONE, STALE, STATUSES
from scraper.pipeline import Reference, Result
from scraper.report.summary import entry, summary
from scraper.report.terminal import line


@click.command(epilog=STATUSES)
@SERVICES
@SPEC
@click.option("--pages", metavar="DIR", help="A folder of pages, instead of --spec.")
@click.option("--service", "name", metavar="NAME", help="The service of --pages.")
@OUT
def generate(
    services: tuple[str, ...],
    spec: str | None,
    pages: str | None,
    name: str | None,
    out: str,
) -> int:
    """Read pages and write a project per service.

    Without SERVICE every service of the spec folder is taken. All are read before the first is written, and a project
    is replaced as a whole or not at all; what is up to date already is left alone. Every page, table, row and example
    is accounted for in the summary.
    """
    if (pages is None) != (name is None):
        raise click.UsageError("--pages and --service go together.")
    if pages is not None and name is not None:
        if services or spec is not None:
            raise click.UsageError("--pages stands instead of SERVICE and --spec.")
        with workspace.to_write(out):
            results = _run([from_folder(service.from_name(name), pages)])
            written = _write(results, out)
    else:
        spec = spec or "spec"
        with workspace.to_write(spec, out):
            results = _run(from_spec(services, spec))
            written = _write(results, out, spec)
    if written is None:
        return STALE
    for each, result in results:
        told(each, result, out, written=each.service.name in written)
    return DONE


_Results: TypeAlias = Sequence[tuple[Reference, Result]]


def _run(references: Sequence[Reference]) -> _Results:
    return [(each, run(each)) for each in references]


def _write(results: _Results, out: str, spec: str | None = None) -> set[str] | None:
    """Write what is not as it should be, and the names of the projects that were; None where there are errors."""
    if errors([result for _, result in results]):
        return None
    named = {each.service.name: result for each, result in results}
    stale = {
        name: result.files
        for name, result in named.items()
        if workspace.compare(out, name, result.files)
    }
    if spec is None:
        workspace.replace(out, stale)
    else:
        locks = {name: lock.write(result.lock) for name, result in named.items()}
        workspace.replace(out, stale, spec=spec, locks=locks)
    return set(stale)


def told(reference: Reference, result: Result, out: str, *, written: bool) -> None:
    """Print what was read and what became of it."""
    name = line(reference.service.name)
    click.echo(f"{name}: {workspace.shown(out)}/{name}")
    for words in summary(result.reading.counts):
        click.echo(words)
    what = "written" if written else "unchanged, nothing written"
    click.echo(entry("files", len(result.files), what))
    if result.pending is not None:
        click.echo(pending(reference, result))


def pending(reference: Reference, result: Result) -> str:
    """What the next release will be."""
    assert result.pending is not None
    return f"  version   {result.pending.version}, not released ({_why(reference, result)})"


def _why(reference: Reference, result: Result) -> str:
    changes: Sequence[object] = result.pending.changes if result.pending else ()
    return f"{len(changes)} changes since {reference.lock.history.version}"
