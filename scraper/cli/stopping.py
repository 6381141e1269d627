"""Ctrl-C and SIGTERM end the program in order, with a line and a status; it imports nothing that takes long."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Final

from scraper.cli.statuses import INTERRUPTED, TERMINATED

_SAID: Final = {
    signal.SIGINT: ("interrupted", INTERRUPTED),
    signal.SIGTERM: ("terminated", TERMINATED),
}


class Stopped(BaseException):
    """A signal came; like KeyboardInterrupt no Exception, so that nobody takes it for a mistake."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = signal.Signals(number)


def stoppable(run: Callable[[], int]) -> int:
    """Run the program's work for its exit status, and give in to the first signal: what is begun is undone.

    A second signal ends the process where it stands, which the next run puts right. What comes after the work does
    so too, and says nothing: there is no more to undo, and the interpreter is about to end.
    """
    try:
        _on_signals(_stop)
        status = run()
        _on_signals(signal.SIG_DFL)
    except Stopped as stopped:
        words, status = _SAID[stopped.number]
        say(words)
    return status


def say(words: str) -> None:
    """A line on standard error, if anybody listens."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stderr.write(f"scraper: {words}\n")
        sys.stderr.flush()


def _stop(number: int, _: FrameType | None) -> None:
    _on_signals(signal.SIG_DFL)
    raise Stopped(number)


def _on_signals(
    handler: Callable[[int, FrameType | None], None] | signal.Handlers,
) -> None:
    for number in _SAID:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup wants it
            signal.signal(number, handler)
