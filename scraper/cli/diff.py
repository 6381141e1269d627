"""`scraper diff`: what changed between two Apis, and whom it breaks."""

from __future__ import annotations

from contextlib import ExitStack

import click

from scraper import workspace
from scraper.cli.sides import Side, both_sides
from scraper.cli.statuses import DONE, STALE, STATUSES
from scraper.diff.compare import compare
from scraper.diff.model import Change, Verdict, worst
from scraper.diff.printing import as_json, as_markdown
from scraper.report.terminal import line


@click.command(epilog=STATUSES, short_help="Show what changed between two APIs.")
@click.argument("old")
@click.argument("new")
@click.option("--service", metavar="NAME", help="Only this one of several services.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    show_default=True,
)
@click.option(
    "--fail-on",
    type=click.Choice([verdict.value for verdict in Verdict]),
    help="Exit with 1 where a change weighs as much as this, or more.",
)
def diff(
    old: str, new: str, service: str | None, form: str, fail_on: str | None
) -> int:
    """Show what changed from OLD to NEW, and what it means for the users of the package.

    Each is a folder of pages, a folder of spec/ or of generated/ (or one of these whole), a model.json, or a revision
    of this git repository: HEAD~1 stands for spec/ at that revision, HEAD~1:generated/modelarts for a folder there.

    Markup is no change: tables that moved, types in other words, anchors, examples in another layout.
    """
    around = (*workspace.around(old), *workspace.around(new))
    with workspace.to_read(*around), ExitStack() as stack:
        sides = both_sides(old, new, service, stack)
    changes = {name: _changes(*pair) for name, pair in sides.items()}
    if form == "json":
        click.echo(as_json(changes), nl=False)
    else:
        several = len(changes) > 1
        parts = [
            (f"# {line(name)}\n\n" if several else "") + as_markdown(found)
            for name, found in changes.items()
        ]
        click.echo("\n".join(parts), nl=False)
    every = [change.verdict for found in changes.values() for change in found]
    return STALE if fail_on and _weighs(worst(every), Verdict(fail_on)) else DONE


def _changes(old: Side, new: Side) -> tuple[Change, ...]:
    return compare(old.api, new.api)


def _weighs(found: Verdict | None, limit: Verdict) -> bool:
    return found is not None and found.rank <= limit.rank
