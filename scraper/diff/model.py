"""A change of an Api: what kind, where, from what to what, and whom it breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from scraper.text import Text


class Verdict(StrEnum):
    """What a change means for programs that use the package, the worst first."""

    BREAKING = "breaking"
    """A program that works today may fail, or no longer passes its type checker."""
    COMPATIBLE = "compatible"
    """Programs go on as they are; there is something new to use."""
    DOCUMENTATION = "documentation"
    """Only words changed."""

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Verdict).index(self)


class Kind(StrEnum):
    """What changed."""

    OPERATION = "operation"
    GROUP = "group"
    PATH = "path"
    PARAMETER = "parameter"
    LOCATION = "location"
    BODY = "request body"
    RESPONSE = "response"
    SCHEMA = "schema"
    ENUMERATION = "enumeration"
    PROPERTY = "property"
    NAME = "name"
    TYPE = "type"
    REQUIRED = "required"
    VALUE = "enum value"
    DEFAULT = "default"
    BOUND = "bound"
    FORMAT = "format"
    DEPRECATION = "deprecation"
    MEDIA_TYPE = "media type"
    PAGINATION = "pagination"
    WAITER = "waiter"
    SERVER = "server"
    PYTHON = "python"
    """A name or a signature of the generated package."""
    TITLE = "title"
    DESCRIPTION = "description"
    EXAMPLE = "example"


class Direction(StrEnum):
    """Which way a value goes."""

    REQUEST = "request"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change at one place."""

    kind: Kind
    verdict: Verdict
    place: Text
    """`CreateTask query limit`, `SmartTaskConfig.stop_time`; in Python `models.TaskType.PRE_LABEL`."""
    old: Text | None = None
    """None: there was nothing."""
    new: Text | None = None
    """None: there is nothing now."""
    effect: str = ""
    """What it means for users, in one sentence of our own words."""
    used_by: tuple[str, ...] = ()
    """The operations that are concerned, with the direction: `CreateTask request`."""
    source: Text = Text("")
    """The place in the documents: page, anchor, row."""


def worst(verdicts: Iterable[Verdict]) -> Verdict | None:
    """The verdict on several changes; None on none."""
    return min(verdicts, key=lambda verdict: verdict.rank, default=None)
