"""`scraper check`: is all up to date, and what does a change mean for users? On one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from scraper import lock, pipeline, workspace
from scraper.cli.inputs import errors, from_spec
from scraper.cli.options import OUT, SERVICES, SPEC, progress
from scraper.cli.statuses import DONE, STALE, STATUSES, WRONG_CALL
from scraper.diff.compare import compare
from scraper.diff.model import Change, Verdict
from scraper.diff.printing import one_line, summary
from scraper.diff.restoring import restore
from scraper.emit.issue_list import new_issues
from scraper.issues import ScraperError
from scraper.pipeline import Reference, Result
from scraper.report.terminal import line

LONGEST_LIST = 8
"""Lines of one kind; how many more there are is told."""


@click.command(epilog=STATUSES)
@SERVICES
@SPEC
@OUT
def check(services: tuple[str, ...], spec: str | None, out: str) -> int:
    """Compare generated/ with what the pages give now.

    Tells on one screen which files are missing, extra or changed, which corrections no longer apply, what new issues
    the documents have, and what the change means for the users of the package; nothing is written.
    """
    spec = spec or "spec"
    with workspace.to_read(spec, out):
        return _check(services, spec, out)


def _check(services: tuple[str, ...], spec: str, out: str) -> int:
    checked = [(each, *_run(each)) for each in from_spec(services, spec)]
    refused = [error for _, _, stale in checked for error in stale]
    for error in refused:
        click.echo(f"scraper: error: {line(str(error))}", err=True)
    if refused:
        return WRONG_CALL
    if errors([result for _, result, _ in checked]):
        return STALE
    stale: list[str] = []
    for each, result, _ in checked:
        stale += _stale(each, result, spec, out)
    if not services:
        names = [each.service.name for each, _, _ in checked]
        stale += _shown(out, workspace.left_over(out, names))
    _listed(stale)
    for each, result, _ in checked:
        if stale:
            _listed(_meaning(each, result, out))
    if stale:
        click.echo("stale: `scraper generate` sets it right", err=True)
        return STALE
    for each, result, _ in checked:
        click.echo(f"{workspace.shown(out)}/{line(each.service.name)}: up to date")
        if result.pending is not None:
            _listed(_pending(each, result))
    return DONE


def _run(reference: Reference) -> tuple[Result, tuple[ScraperError, ...]]:
    """The result without the corrections that no longer apply, and what is wrong with these."""
    with progress(reference.service) as shown:
        return pipeline.run_applicable(reference, shown)


def _stale(reference: Reference, result: Result, spec: str, out: str) -> list[str]:
    """The files that are not as they would be generated."""
    name = reference.service.name
    text, file = workspace.read_lock(spec, name)
    of_lock = [f"changed: {file}"] if text != lock.write(result.lock) else []
    return of_lock + list(_shown(out, workspace.compare(out, name, result.files)))


def _shown(out: str, found: Sequence[workspace.Difference]) -> Iterator[str]:
    for one in found:
        path = workspace.shown(one.path)
        yield f"{one.change.value}: {workspace.shown(out)}/{path}"


def _meaning(reference: Reference, result: Result, out: str) -> Iterator[str]:
    """What differs in the Api and in the list of issues from the project on disk."""
    name = reference.service.name
    known = workspace.read_generated(out, name, "issues.txt")
    if new := new_issues(known, result.files["issues.txt"]):
        yield f"new issues of the documents: {len(new)}"
        yield from _some([f"  {issue}" for issue in new])
    model = workspace.read_generated(out, name, "model.json")
    if not model:
        return
    try:
        before = restore(model, file=f"{out}/{name}/model.json")
    except ScraperError:
        yield f"{line(name)}: the project on disk is of another generator; the APIs are not compared"
        return
    changes = compare(before, result.reading.api)
    yield f"changes of the API: {summary(changes) or 'none'}"
    yield from _some(_breaking(changes))
    if result.pending is not None:
        yield from _pending(reference, result)


def _pending(reference: Reference, result: Result) -> Iterator[str]:
    """The version that is not released, and what it breaks."""
    assert result.pending is not None
    changes = result.pending.changes
    told = summary(changes) or "printed in another form"
    since = reference.lock.history.version
    yield f"version {result.pending.version}, not released; since {since}: {told}"
    yield from _some(_breaking(changes))


def _breaking(changes: Sequence[Change]) -> list[str]:
    broken = [one for one in changes if one.verdict is Verdict.BREAKING]
    return [f"  breaking: {line(one_line(one))}" for one in broken]


def _listed(words: Sequence[str] | Iterator[str]) -> None:
    for each in _some(list(words)):
        click.echo(each)


def _some(words: Sequence[str]) -> Iterator[str]:
    yield from words[:LONGEST_LIST]
    if len(words) > LONGEST_LIST:
        yield f"  … and {len(words) - LONGEST_LIST} more"
