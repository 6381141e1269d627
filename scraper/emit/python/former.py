"""Former names: what users know goes on working beside the name it has now, and warns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from scraper.emit.python.docstrings import docstring
from scraper.emit.python.flavours import Flavour
from scraper.emit.python.signatures import ArgumentView, PassedView
from scraper.emit.sinks.python import literal
from scraper.text import Text


def identifiers(
    former: Mapping[str, str],
    present: Mapping[str, str],
    called: Callable[[str], str],
    taken: Collection[str],
) -> dict[str, str]:
    """Former identifiers, sorted, each with the present one.

    `former` has names of the Api, `present` what those that exist are in Python, `called` tells what a former one was.
    What has been `taken` by something new is left to it.
    """
    found: dict[str, str] = {}
    for old, new in sorted(former.items()):
        if new in present and (name := called(old)) not in taken:
            found.setdefault(name, present[new])
    return found


def about(now: str, indent: int) -> str:
    """The docstring of a former name."""
    return docstring([f"Former name of `{now}`."], indent)


def warning(name: str, now: str) -> str:
    """What the use of a former name warns of, as a string literal."""
    return literal(Text(f"{name} is now {now}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerView:
    """A method under a former name: it hands everything on to the method under its present one."""

    name: str
    deprecated: str
    """A string literal: what the warning says."""
    prefix: str
    wait: str
    arguments: tuple[ArgumentView, ...]
    answer: str
    docstring: str
    method: str
    ignored: str
    passed: tuple[PassedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A printed method of an operation, and what a call of it needs."""

    called: Callable[[str], str]
    """What it is called by the id of the operation."""
    name: str
    arguments: tuple[ArgumentView, ...]
    answer: str
    flavour: Flavour
    """Plain where a call gives its answer without `await`."""
    ignored: str = ""


def former_methods(
    presents: Mapping[str, Sequence[Present]], renamed: Mapping[str, str]
) -> dict[str, tuple[FormerView, ...]]:
    """By the ids of a group's operations: their methods under the former ids in `renamed`."""
    taken = {one.name for each in presents.values() for one in each}
    views: dict[str, tuple[FormerView, ...]] = dict.fromkeys(presents, ())
    for old, new in sorted(renamed.items()):
        for one in presents.get(new, ()):
            name = one.called(old)
            if name not in taken:
                taken.add(name)
                views[new] += (_view(name, one),)
    return views


def _view(name: str, present: Present) -> FormerView:
    passed = (one.identifier for one in present.arguments)
    return FormerView(
        name=name,
        deprecated=warning(name, present.name),
        prefix=present.flavour.prefix,
        wait=present.flavour.wait,
        arguments=present.arguments,
        answer=present.answer,
        docstring=about(present.name, 8),
        method=present.name,
        ignored=present.ignored,
        passed=tuple(PassedView(identifier=one, expression=one) for one in passed),
    )
