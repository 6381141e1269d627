"""`scraper explain`: how one page was read."""

from __future__ import annotations

import click

from scraper import pipeline, service, workspace
from scraper.cli.inputs import from_folder, from_spec
from scraper.cli.options import SPEC, progress
from scraper.cli.statuses import DONE, STATUSES
from scraper.report.explain import explain as explain_page


@click.command(epilog=STATUSES, short_help="Show how one page was read.")
@click.argument("page")
@SPEC
@click.option("--pages", metavar="DIR", help="A folder of pages, instead of --spec.")
def explain(page: str, spec: str | None, pages: str | None) -> int:
    """Show how one page was read: what each stage made of it, and from which words.

    PAGE is the name of a page's file, with or without .html.
    """
    if pages is not None and spec is not None:
        raise click.UsageError("--pages stands instead of --spec.")
    if pages is None:
        spec = spec or "spec"
        with workspace.to_read(spec):
            name = workspace.find_page(spec, page)
            (taken,) = from_spec((name,), spec)
    else:
        taken = from_folder(service.from_name("pages"), pages)
    wanted = workspace.page_named(page, taken.pages)
    with progress(taken.service) as shown:
        reading = pipeline.read(taken, shown)
    number = taken.pages.index(wanted)
    document, draft = reading.documents[number], reading.drafts[number]
    click.echo(explain_page(document, draft, reading.api, reading.issues))
    return DONE
