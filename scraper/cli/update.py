"""`scraper update`: the pages as they are upstream now, and what that changes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import click

from scraper import lock, service, updating, upstream, workspace
from scraper.cli.inputs import errors, with_pages
from scraper.cli.options import OUT, SERVICES, SPEC, progress
from scraper.cli.statuses import DONE, STALE, STATUSES
from scraper.emit.issue_list import new_issues
from scraper.emit.sinks import markdown
from scraper.issues import ScraperError
from scraper.pipeline import Reference, Result
from scraper.releases.changelog import told
from scraper.report.terminal import line, words
from scraper.text import Text
from scraper.upstream import Taken

ISSUES = "issues.txt"
SAME = "the pages are the same as before"
LONGEST_LIST = 20
"""New issues that are listed; how many more there are is told."""


@click.command(
    epilog=STATUSES, short_help="Take the pages anew, and tell what changed."
)
@SERVICES
@click.option(
    "--ref",
    metavar="REF",
    default="",
    help="A branch, a tag or a commit, instead of the newest one.",
)
@click.option(
    "--from",
    "place",
    metavar="PLACE",
    help="A repository, folder or archive, instead of the one in service.toml.",
)
@click.option(
    "--allow-removal",
    is_flag=True,
    help="Go on where a page that is here has vanished upstream.",
)
@SPEC
@OUT
def update(
    services: tuple[str, ...],
    ref: str,
    place: str | None,
    allow_removal: bool,
    spec: str | None,
    out: str,
) -> int:
    """Take the pages of services from their upstream, and release what follows from them.

    The pages that [upstream] of service.toml selects replace those in spec/SERVICE/; lock.toml records the commit;
    generated/SERVICE/ is written anew, under the version that the changes ask for, with its CHANGELOG.md. The entry of
    this change log is printed, as Markdown. All of it happens, or nothing does. Where the pages are the same as
    before, nothing is written.
    """
    spec = spec or "spec"
    with workspace.to_write(spec, out):
        names = tuple(dict.fromkeys(services or workspace.read_services(spec)))
        taken = [_take(name, spec, ref, place, allow_removal) for name in names]
        results = [(one, _updated(one)) for one in taken if one.is_news]
        if errors([result for _, result in results]):
            return STALE
        known = {
            one.name: workspace.read_generated(out, one.name, ISSUES)
            for one, _ in results
        }
        if results:
            updates = {one.name: _update(one, result) for one, result in results}
            workspace.update(out, spec, updates)
    for one in taken:
        if not one.is_news:
            click.echo(
                f"{line(one.name)}: the pages are the same as before; nothing was written"
            )
    logs = [_log(one, result, known[one.name]) for one, result in results]
    click.echo("\n".join(logs), nl=False)
    return DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taking:
    """A service, and its pages as they are upstream."""

    reference: Reference
    documents: Taken
    removed: tuple[Text, ...]

    @property
    def name(self) -> str:
        return self.reference.service.name

    @property
    def is_same(self) -> bool:
        return updating.is_same(self.reference, self.documents)

    @property
    def is_news(self) -> bool:
        """Whether there is something to write: other pages, or the commit of those that are here, which nobody knew."""
        known = self.reference.lock.history.commit
        return not self.is_same or (not known and bool(self.documents.commit))


def _take(
    name: str, spec: str, ref: str, place: str | None, allow_removal: bool
) -> _Taking:
    reference = with_pages(name, spec)
    text, file = workspace.read_service(spec, name)
    wanted = service.upstream_of(text, file=file)
    base = f"{spec}/{name}"
    if place is not None:
        wanted, base = replace(wanted, repository=place), "."
    documents = upstream.take(wanted, ref=ref, base=base)
    here = [page.name for page in reference.pages]
    gone = upstream.vanished(here, documents, wanted)
    if gone and not allow_removal:
        listed = ", ".join(words(page) for page in gone)
        raise ScraperError(
            f"{line(name)}: no longer upstream: {listed}; --allow-removal goes on without"
        )
    there = {page.name for page in documents.pages}
    removed = tuple(page for page in here if page not in there)
    if reference.contents is not None and documents.contents is None:
        removed += (reference.contents.name,)
    return _Taking(reference=reference, documents=documents, removed=removed)


def _updated(one: _Taking) -> Result:
    with progress(one.reference.service) as shown:
        return updating.updated(one.reference, one.documents, shown)


def _update(one: _Taking, result: Result) -> workspace.Update:
    contents = one.documents.contents
    return workspace.Update(
        documents=(*one.documents.pages, *([contents] if contents else [])),
        removed=one.removed,
        lock=lock.write(result.lock),
        project=result.files,
    )


def _log(one: _Taking, result: Result, known: str) -> str:
    """The entry of the change log, and the issues that the new pages have and the old ones had not."""
    before, history = one.reference.lock.history.version, result.lock.history
    name = line(one.name)
    if history.version == before:
        same = (
            SAME if one.is_same else "the pages changed, but not what follows from them"
        )
        return (
            f"{name}: {same}; they are those of {history.commit or 'no known commit'}\n"
        )
    entry = history.entries[0]
    arrow = f"{before} → {entry.version}" if before else entry.version
    parts = [f"# {name} {arrow}\n", *told(entry, first=not before, level=2)]
    new = new_issues(known, result.files[ISSUES])
    if new:
        parts.append(f"## New issues of the documents ({len(new)})\n")
        items = [f"- {markdown.code(issue)}\n" for issue in new[:LONGEST_LIST]]
        if len(new) > LONGEST_LIST:
            items.append(f"- and {len(new) - LONGEST_LIST} more, in issues.txt\n")
        parts.append("".join(items))
    return "\n".join(parts)
