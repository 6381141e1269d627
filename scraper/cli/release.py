"""`scraper release`: what is generated now is released under its version."""

from __future__ import annotations

import click

from scraper import lock, pipeline, workspace
from scraper.cli.inputs import errors, from_spec, run
from scraper.cli.options import OUT, SERVICES, SPEC
from scraper.cli.statuses import DONE, STALE, STATUSES
from scraper.report.terminal import line


@click.command(epilog=STATUSES, short_help="Close the entry of the change log.")
@SERVICES
@SPEC
@OUT
def release(services: tuple[str, ...], spec: str | None, out: str) -> int:
    """Close the entry of the change log that is not released yet.

    After a change of the generator or of what people write in spec/, `generate` prints the package under the version
    that the change asks for. This makes that version the one that later changes are compared with. `update` does it by
    itself.
    """
    spec = spec or "spec"
    with workspace.to_write(spec, out):
        results = {each.service.name: run(each) for each in from_spec(services, spec)}
        if errors(list(results.values())):
            return STALE
        released = {
            name: pipeline.release(result)
            for name, result in results.items()
            if result.pending is not None
        }
        projects = {name: result.files for name, result in released.items()}
        locks = {name: lock.write(result.lock) for name, result in released.items()}
        workspace.replace(out, projects, spec=spec, locks=locks)
    for name, result in results.items():
        if result.pending is None:
            version = result.lock.history.version
            click.echo(f"{line(name)} {version}: nothing to release")
        else:
            click.echo(f"{line(name)} {result.pending.version}: released")
    return DONE
