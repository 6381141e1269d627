"""The program: its commands, and what becomes of their errors."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import click

from scraper import __version__
from scraper.cli.check import check
from scraper.cli.diff import diff
from scraper.cli.explain import explain
from scraper.cli.generate import generate
from scraper.cli.release import release
from scraper.cli.statuses import (
    BUG,
    DONE,
    INTERRUPTED,
    READER_GONE,
    STATUSES,
    WRONG_CALL,
)
from scraper.cli.stopping import say
from scraper.cli.update import update
from scraper.issues import ScraperError
from scraper.report.terminal import line


def run(arguments: Sequence[str] | None = None) -> int:
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
        say("interrupted")
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
    say(f"error: {line(words)}")
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
      scraper update modelarts                           take the pages anew, and tell what changed
      scraper diff HEAD~5 HEAD                           what changed between two revisions?
      scraper explain CreateTask                         how was this page read?
    """


for command in (generate, check, update, diff, release, explain):
    commands.add_command(command)
