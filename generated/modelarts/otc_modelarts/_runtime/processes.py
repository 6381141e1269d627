"""What a forked process must not share with its parent."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Generic, TypeVar

_T = TypeVar("_T")


class PerProcess(Generic[_T]):
    """A value of which each process makes its own: connections, locks.

    The parent's is kept beside it, unused: closing it would disturb the parent.
    """

    def __init__(self, make: Callable[[], _T]) -> None:
        self._make = make
        self._made: dict[int, _T] = {os.getpid(): make()}

    def get(self) -> _T:
        """The value of this process."""
        process = os.getpid()
        if process not in self._made:
            # setdefault, should two threads come here first.
            self._made.setdefault(process, self._make())
        return self._made[process]
