"""Keeping a token: when it is time for another one, and who fetches it."""

from __future__ import annotations

import asyncio
import copy
import os
import threading
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any, Final

import httpx2

from .errors import APIError
from .iam import IssuedToken
from .logs import Outcome, logged
from .processes import PerProcess

_PATIENCE: Final = 30.0
"""Seconds until a renewal that failed is tried again, while the old token is valid."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The token in use, and until when; seconds of `time.monotonic()`."""

    token: IssuedToken
    due: float
    ends: float


@dataclass(slots=True)
class _Shared:
    """A lock of the tasks of one event loop, and how many are at it."""

    lock: asyncio.Lock
    users: int = 0


class Renewal:
    """The token that is in use, and the turns of threads and tasks in fetching it."""

    def __init__(self, operation: str) -> None:
        """`operation` is what a fetch is called in the log."""
        self._operation = operation
        self._held: _Held | None = None
        self._fetches: int = 0
        """How many are over."""
        self._fetching_in = 0
        """The process in which a token is being fetched."""
        self._failure: APIError | None = None
        self._patient_until = 0.0
        self._lock = PerProcess(threading.Lock)
        self._locks = PerProcess(_locks_of_loops)

    @property
    def token(self) -> IssuedToken:
        """The token, after a turn."""
        held = self._held
        assert held is not None, "a token was fetched before"
        return held.token

    def is_early(self, refused: IssuedToken | None) -> bool:
        """Whether the next fetch could still wait, for the token can be used."""
        return self._valid(refused) is not None

    def take(self, token: IssuedToken) -> None:
        """Use another token from now on."""
        now = time.monotonic()
        ends = now + token.lifetime
        self._held = _Held(token, ends - token.margin, ends)

    def _is_needed(self, refused: IssuedToken | None) -> bool:
        """Whether a token is to be fetched before the next request."""
        held = self._valid(refused)
        if held is None:
            return True
        # While it is valid nobody waits for its renewal, or for IAM to work again.
        now = time.monotonic()
        is_busy = self._fetching_in == os.getpid() or now < self._patient_until
        return now >= held.due and not is_busy

    def _valid(self, refused: IssuedToken | None) -> _Held | None:
        """The token that is held, if it can be used."""
        held = self._held
        if held is None or held.token is refused or time.monotonic() >= held.ends:
            return None
        return held

    @contextmanager
    def turn(
        self, refused: IssuedToken | None, extensions: dict[str, Any]
    ) -> Generator[Outcome | None]:
        """Wait for other threads; the fetch, if it is up to this one to fetch a token."""
        if not self._is_needed(refused):
            yield None
            return
        seen = self._fetches
        lock = self._lock.get()
        patience = extensions.get("timeout", {}).get("pool")
        if not lock.acquire(timeout=-1 if patience is None else patience):
            raise httpx2.PoolTimeout("another thread still waits for IAM")
        try:
            with self._fetching(refused, seen) as fetch:
                yield fetch
        finally:
            lock.release()

    @asynccontextmanager
    async def async_turn(
        self, refused: IssuedToken | None
    ) -> AsyncGenerator[Outcome | None]:
        """Wait for other tasks; the fetch, if it is up to this one to fetch a token."""
        if not self._is_needed(refused):
            yield None
            return
        seen = self._fetches
        locks, loop = self._locks.get(), asyncio.get_running_loop()
        shared = locks.setdefault(loop, _Shared(asyncio.Lock()))
        shared.users += 1
        try:
            async with shared.lock:
                with self._fetching(refused, seen) as fetch:
                    yield fetch
        finally:
            shared.users -= 1
            if not shared.users:
                locks.pop(loop, None)  # it would keep the loop alive

    @contextmanager
    def _fetching(
        self, refused: IssuedToken | None, seen: int
    ) -> Generator[Outcome | None]:
        """What came of the fetches since `seen`, while this one waited; else its own."""
        if not self._is_needed(refused):
            yield None
            return
        if seen != self._fetches and self._failure is not None:
            # Asking again with a password that was just refused locks the account.
            raise copy.copy(self._failure)
        self._fetching_in, self._failure = os.getpid(), None
        try:
            with logged(self._operation) as fetch:
                yield fetch
        except BaseException as error:
            self._failure = error if isinstance(error, APIError) else None
            if self._failure is not None:
                # The operation itself was not sent.
                self._failure.may_have_been_processed = False
            self._patient_until = time.monotonic() + _PATIENCE
            if self._failure is None or self._valid(refused) is None:
                raise
        finally:
            self._fetching_in = 0
            self._fetches += 1


def _locks_of_loops() -> dict[asyncio.AbstractEventLoop, _Shared]:
    return {}
