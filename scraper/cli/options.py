"""What several commands have in common: options, exit statuses, progress."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

import click

from scraper import pipeline
from scraper.api.model import Service
from scraper.report.terminal import line

DONE, STALE, WRONG_CALL, BUG, INTERRUPTED, READER_GONE = 0, 1, 2, 70, 130, 141

STATUSES = """
\b
Exit status:
  0    done; for `check`: generated/ is up to date
  1    the pages hold an error (nothing was written), `check` found something
       stale, or `diff` found what --fail-on names
  2    wrong call, a correction that does not apply, or a file, a folder or an
       upstream that cannot be read or written
  70   a bug in this program; --debug shows where
  130  interrupted
  141  whoever read the output went away
"""

SPEC = click.option(
    "--spec",
    metavar="DIR",
    help="Folder with one folder of pages and a service.toml per service.  [default: spec]",
)
OUT = click.option(
    "--out",
    metavar="DIR",
    default="generated",
    show_default=True,
    help="Folder with one generated project per service.",
)
SERVICES = click.argument("services", nargs=-1, metavar="[SERVICE]...")


@contextmanager
def progress(about: Service) -> Generator[pipeline.Progress]:
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
