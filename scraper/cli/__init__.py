"""The command line: the one place that prints, reads arguments and sets the exit status."""

from scraper.cli.main import main

__all__ = ["main"]
