"""What several commands have in common: options, progress."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager

import click

from scraper import pipeline
from scraper.api.model import Service
from scraper.report.terminal import line

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
    if sys.stderr is None or not sys.stderr.isatty():
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
