"""`scraper generate`: pages become projects."""

from __future__ import annotations

from collections.abc import Sequence

import click

from scraper import lock, service, workspace
from scraper.cli.inputs import errors, from_folder, from_spec, run
from scraper.cli.options import DONE, OUT, SERVICES, SPEC, STALE, STATUSES
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
    workspace.recover(*([] if pages is not None else [spec or "spec"]), out)
    if pages is not None and name is not None:
        if services or spec is not None:
            raise click.UsageError("--pages stands instead of SERVICE and --spec.")
        taken = [from_folder(service.from_name(name), pages)]
    else:
        taken = from_spec(services, spec or "spec")
    results = [(each, run(each)) for each in taken]
    if errors([result for _, result in results]):
        return STALE
    stale = {
        each.service.name: result.files
        for each, result in results
        if workspace.compare(out, each.service.name, result.files)
    }
    if stale:
        workspace.replace(out, stale)
    for each, result in results:
        if pages is None:
            text = lock.write(result.lock)
            workspace.write_lock(spec or "spec", each.service.name, text)
        told(each, result, out, written=each.service.name in stale)
    return DONE


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
