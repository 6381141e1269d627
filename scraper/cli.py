"""The command line: the one place that prints, reads arguments and sets the exit status."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import click

from scraper import __version__, corrections, lock, pipeline, service, workspace
from scraper.api.model import Service
from scraper.issues import ScraperError
from scraper.pipeline import Reference
from scraper.report.explain import explain as explain_page
from scraper.report.summary import entry, summary
from scraper.report.terminal import issue as issue_line
from scraper.report.terminal import line

DONE, STALE, WRONG_CALL, BUG, INTERRUPTED, READER_GONE = 0, 1, 2, 70, 130, 141

STATUSES = """
\b
Exit status:
  0    done; for `check`: generated/ is up to date
  1    the pages hold an error (nothing was written), or `check` found stale files
  2    wrong call, a correction that does not apply, or a file or folder that
       cannot be read or written
  70   a bug in this program; --debug shows where
  130  interrupted
  141  whoever read the output went away
"""

_SPEC = click.option(
    "--spec",
    metavar="DIR",
    help="Folder with one folder of pages and a service.toml per service.  [default: spec]",
)
_OUT = click.option(
    "--out",
    metavar="DIR",
    default="generated",
    show_default=True,
    help="Folder with one generated project per service.",
)
_SERVICES = click.argument("services", nargs=-1, metavar="[SERVICE]...")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; nothing but the terminal sees what went wrong."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    debug = "--debug" in arguments
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(errors="backslashreplace")
    try:
        status = commands.main(
            args=list(arguments), prog_name="scraper", standalone_mode=False
        )
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_CALL
    except click.ClickException as error:
        return _failed(f"{error.format_message()} (`scraper --help` says more)", debug)
    except (ScraperError, OSError) as error:
        return _failed(str(error), debug)
    except (click.Abort, KeyboardInterrupt):
        click.echo("scraper: interrupted", err=True)
        return INTERRUPTED
    except SystemExit:  # click ends like this when standard output is a closed pipe
        return READER_GONE
    except Exception as error:  # noqa: BLE001 - the last resort: a bug has a status too
        words = f"{type(error).__name__}: {error} (a bug; --debug shows where)"
        return _failed(words, debug, BUG)
    return status if isinstance(status, int) else DONE


def _failed(words: str, debug: bool, status: int = WRONG_CALL) -> int:
    if debug:
        traceback.print_exc()
    click.echo(f"scraper: error: {line(words)}", err=True)
    return status


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=STATUSES)
@click.version_option(__version__, prog_name="scraper", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
def commands(debug: bool) -> None:
    """Turn the HTML API reference of a cloud service into a typed Python SDK.

    The pages of a service lie in spec/SERVICE/, beside a service.toml that names it and, where they are wrong, a
    corrections.toml. From them `generate` writes an installable project with client, models and OpenAPI document to
    generated/SERVICE/.

    \b
      scraper generate                                   every service of spec/
      scraper generate --pages DIR --service NAME        any folder of pages
      scraper check                                      is generated/ up to date?
      scraper explain CreateTask                         how was this page read?
    """


@commands.command(epilog=STATUSES)
@_SERVICES
@_SPEC
@click.option("--pages", metavar="DIR", help="A folder of pages, instead of --spec.")
@click.option("--service", "name", metavar="NAME", help="The service of --pages.")
@_OUT
def generate(
    services: tuple[str, ...],
    spec: str | None,
    pages: str | None,
    name: str | None,
    out: str,
) -> int:
    """Read pages and write a project per service.

    Without SERVICE every service of the spec folder is taken. All are read before the first is written, and a project
    is replaced as a whole or not at all. Every page, table, row and example is accounted for in the summary.
    """
    if (pages is None) != (name is None):
        raise click.UsageError("--pages and --service go together.")
    if pages is not None and name is not None:
        if services or spec is not None:
            raise click.UsageError("--pages stands instead of SERVICE and --spec.")
        about = service.from_name(name)
        taken = [_from_folder(about, pages)]
    else:
        taken = _from_spec(services, spec or "spec")
    results = [(each.service, _run(each)) for each in taken]
    if _errors([result for _, result in results]):
        return STALE
    workspace.replace(out, {each.name: result.files for each, result in results})
    for each, result in results:
        if pages is None:
            workspace.write_lock(spec or "spec", each.name, lock.write(result.names))
        click.echo(f"{line(each.name)}: {workspace.shown(out)}/{line(each.name)}")
        for words in summary(result.reading.counts):
            click.echo(words)
        click.echo(entry("files", len(result.files), "written"))
    return DONE


@commands.command(epilog=STATUSES)
@_SERVICES
@_SPEC
@_OUT
def check(services: tuple[str, ...], spec: str | None, out: str) -> int:
    """Compare generated/ with what the pages give now.

    Lists the files that are missing, extra or changed; nothing is written.
    """
    taken = _from_spec(services, spec or "spec")
    results = [(each.service, _run(each)) for each in taken]
    if _errors([result for _, result in results]):
        return STALE
    differences = [
        difference
        for each, result in results
        for difference in workspace.compare(out, each.name, result.files)
    ]
    stale = [
        file
        for each, result in results
        for text, file in [workspace.read_lock(spec or "spec", each.name)]
        if text != lock.write(result.names)
    ]
    if not services:
        differences += workspace.left_over(out, [each.name for each, _ in results])
    for difference in differences:
        path = workspace.shown(difference.path)
        click.echo(f"{difference.change.value}: {workspace.shown(out)}/{path}")
    for file in stale:
        click.echo(f"changed: {file}")
    if differences or stale:
        click.echo("stale: `scraper generate` sets it right", err=True)
        return STALE
    for each, _ in results:
        click.echo(f"{workspace.shown(out)}/{line(each.name)}: up to date")
    return DONE


@commands.command(epilog=STATUSES, short_help="Show how one page was read.")
@click.argument("page")
@_SPEC
@click.option("--pages", metavar="DIR", help="A folder of pages, instead of --spec.")
def explain(page: str, spec: str | None, pages: str | None) -> int:
    """Show how one page was read: what each stage made of it, and from which words.

    PAGE is the name of a page's file, with or without .html.
    """
    if pages is not None and spec is not None:
        raise click.UsageError("--pages stands instead of --spec.")
    if pages is None:
        name = workspace.find_page(spec or "spec", page)
        (taken,) = _from_spec((name,), spec or "spec")
    else:
        about = service.from_name("pages")
        taken = _from_folder(about, pages)
    wanted = workspace.page_named(page, taken.pages)
    with _progress(taken.service) as progress:
        reading = pipeline.read(taken, progress)
    number = taken.pages.index(wanted)
    document, draft = reading.documents[number], reading.drafts[number]
    click.echo(explain_page(document, draft, reading.api, reading.issues))
    return DONE


def _from_folder(about: Service, folder: str) -> Reference:
    return Reference(
        service=about,
        pages=workspace.read_pages(folder),
        contents=workspace.read_contents(folder),
    )


def _from_spec(names: Sequence[str], spec: str) -> list[Reference]:
    """The services of a spec folder, each with its pages and with all that lies beside them."""
    taken: list[Reference] = []
    for name in dict.fromkeys(names or workspace.read_services(spec)):
        text, file = workspace.read_service(spec, name)
        about = service.read(text, name=name, file=file)
        text, file = workspace.read_corrections(spec, name)
        made = corrections.read(text, file=file)
        text, file = workspace.read_lock(spec, name)
        given = lock.read(text, file=file)
        found = _from_folder(about, f"{spec}/{name}")
        taken.append(replace(found, corrections=made, given=given))
    return taken


def _run(reference: Reference) -> pipeline.Result:
    with _progress(reference.service) as progress:
        return pipeline.run(reference, progress)


def _errors(results: Sequence[pipeline.Result]) -> bool:
    """Print the issues that stop everything, if there are any."""
    errors = [error for result in results for error in result.reading.errors]
    for error in errors:
        click.echo(f"scraper: {issue_line(error)}", err=True)
    if errors:
        click.echo("scraper: the pages hold errors; nothing was written", err=True)
    return bool(errors)


@contextmanager
def _progress(about: Service) -> Generator[pipeline.Progress]:
    """A line on standard error that counts along, when that is a terminal."""
    if not sys.stderr.isatty():
        yield pipeline.silent
        return

    def show(task: str, done: int, total: int) -> None:
        click.echo(
            f"\r\x1b[K{line(about.name)}: {task} {done}/{total}", err=True, nl=False
        )

    try:
        yield show
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)
