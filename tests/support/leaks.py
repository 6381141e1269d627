"""Looks for secrets in all that a failed call leaves behind."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

import httpx2

from templates import runtime

RUNTIME = str(Path(runtime.__file__).parent)


class _Lines(logging.Handler):
    """Keeps each line that is logged anywhere."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name} {record.getMessage()} {record.__dict__}")


@contextmanager
def logged() -> Generator[list[str]]:
    """The lines of all loggers, down to DEBUG."""
    root = logging.getLogger()
    handler, level = _Lines(), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


@dataclass(slots=True)
class Search:
    """Where secrets were looked for, and where they were."""

    secrets: tuple[str, ...]
    greps: int = 0
    found: list[str] = field(default_factory=list[str])

    def look(self, case: str, texts: Iterable[tuple[str, str]]) -> None:
        """Look for each of the secrets in each of the named texts."""
        for place, text in texts:
            for secret in self.secrets:
                self.greps += 1
                if secret in text:
                    at = text.index(secret)
                    self.found.append(
                        f"{case}: {place}: …{text[max(at - 60, 0) : at + 60]}…"
                    )


def texts_of(error: BaseException) -> Iterator[tuple[str, str]]:
    """All that people and their tools may show of an error."""
    yield "format_exception", "".join(traceback.format_exception(error))
    pickled = pickle.dumps(error)
    yield "pickle", pickled.decode("latin-1")
    restored: object = pickle.loads(pickled)  # noqa: S301 - made here
    yield "pickle of pickle", repr(vars(restored))
    for each in _chain(error):
        name = type(each).__name__
        yield f"repr of {name}", repr(each)
        yield f"str of {name}", str(each)
        yield f"vars of {name}", repr(vars(each))
        yield f"notes of {name}", repr(getattr(each, "__notes__", ()))
        yield f"frames of {name}", "".join(_frames(each.__traceback__))
        for message in (_member(each, "request"), _member(each, "response")):
            yield from _message_texts(name, message)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    errors: list[BaseException | None] = [error]
    while errors:
        each = errors.pop()
        if each is not None and all(each is not one for one in seen):
            seen.append(each)
            yield each
            errors += [each.__cause__, each.__context__]


def _frames(trace: TracebackType | None) -> Iterator[str]:
    """The variables of the frames that are the runtime's or of what it calls."""
    is_ours = False
    for frame, _ in traceback.walk_tb(trace):
        is_ours = is_ours or frame.f_code.co_filename.startswith(RUNTIME)
        if is_ours:
            yield "".join(
                f"{name}={value!r}\n" for name, value in frame.f_locals.items()
            )


def _member(error: BaseException, name: str) -> Any:
    try:
        return getattr(error, name, None)
    except RuntimeError:  # as httpx2 has it, where there is none
        return None


def _message_texts(name: str, message: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(message, httpx2.Request | httpx2.Response):
        return
    kind = f"{type(message).__name__} of {name}"
    yield kind, repr(message)
    yield f"headers of the {kind}", repr(message.headers.raw)
    yield f"content of the {kind}", message.content.decode("latin-1")
    yield f"extensions of the {kind}", repr(message.extensions)
    if isinstance(message, httpx2.Request):
        yield f"address of the {kind}", str(message.url)
    else:
        yield f"text of the {kind}", message.text
        yield f"history of the {kind}", repr([vars(one) for one in message.history])
        yield from _message_texts(f"the {kind}", message.request)
