"""What a change means for the users of the package: one table, by what happened and which way the value goes.

Requests are strict, so that what is not documented any more is refused before it is sent. Answers are lenient, but
their attributes have types that programs rely on. Enumerations are open both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from scraper.diff.model import Direction, Verdict

_BREAKING, _COMPATIBLE, _WORDS = Verdict
REQUEST, RESPONSE = Direction


class Event(Enum):
    """What happened to a parameter, a property, a type or a value."""

    ADDED = auto()
    ADDED_REQUIRED = auto()
    REMOVED = auto()
    NOW_REQUIRED = auto()
    NOW_OPTIONAL = auto()
    NOW_UNSAID = auto()
    """A table of an answer that says nothing of what is mandatory."""
    WIDER = auto()
    """The new type holds all that the old one did, and more."""
    NARROWER = auto()
    OTHER = auto()
    LISTED = auto()
    """Values are documented where there was no list."""
    UNLISTED = auto()
    VALUE_ADDED = auto()
    VALUE_REMOVED = auto()
    DEFAULT_STATED = auto()
    DEFAULT_CHANGED = auto()
    DEFAULT_DROPPED = auto()
    TIGHTER = auto()
    LOOSER = auto()
    FORMAT = auto()
    """A description states another format, or none any more, or one for the first time."""
    DEPRECATED = auto()
    RESTORED = auto()


_RULES: dict[Event, dict[Direction, tuple[Verdict, str]]] = {
    Event.ADDED: {
        REQUEST: (_COMPATIBLE, "it can be sent now"),
        RESPONSE: (_COMPATIBLE, "it can be read now"),
    },
    Event.ADDED_REQUIRED: {
        REQUEST: (_BREAKING, "a request without it is refused"),
        RESPONSE: (_COMPATIBLE, "it can be read now"),
    },
    Event.REMOVED: {
        REQUEST: (_BREAKING, "a request that sends it is refused before it is sent"),
        RESPONSE: (_BREAKING, "the attribute that programs read is gone"),
    },
    Event.NOW_REQUIRED: {
        REQUEST: (_BREAKING, "a request without it is refused"),
        RESPONSE: (_COMPATIBLE, "the answer always holds it"),
    },
    Event.NOW_OPTIONAL: {
        REQUEST: (_COMPATIBLE, "it can be left out"),
        RESPONSE: (_BREAKING, "an answer may lack it: the attribute may be None"),
    },
    Event.NOW_UNSAID: {
        REQUEST: (_COMPATIBLE, "it can be left out"),
        RESPONSE: (_COMPATIBLE, "the attribute's type has no None"),
    },
    Event.WIDER: {
        REQUEST: (_COMPATIBLE, "all that could be sent still can"),
        RESPONSE: (_BREAKING, "an answer may hold values of another type"),
    },
    Event.NARROWER: {
        REQUEST: (_BREAKING, "values that could be sent are refused"),
        RESPONSE: (_COMPATIBLE, "the values fit the type they had"),
    },
    Event.OTHER: {
        REQUEST: (_BREAKING, "values of the old type are refused"),
        RESPONSE: (_BREAKING, "programs read a value of another type"),
    },
    Event.LISTED: {
        REQUEST: (_COMPATIBLE, "other values can be sent as before"),
        RESPONSE: (_COMPATIBLE, "other values are kept as before"),
    },
    Event.UNLISTED: {
        REQUEST: (_BREAKING, "the enumeration's class is no longer the type here"),
        RESPONSE: (_BREAKING, "the enumeration's class is no longer the type here"),
    },
    Event.VALUE_ADDED: {
        REQUEST: (_COMPATIBLE, "it can be sent as a member"),
        RESPONSE: (_COMPATIBLE, "enumerations are open: it was kept before, too"),
    },
    Event.VALUE_REMOVED: {
        REQUEST: (_BREAKING, "the member is gone, and the service may refuse it"),
        RESPONSE: (_BREAKING, "the member that programs compare with is gone"),
    },
    Event.DEFAULT_STATED: {
        REQUEST: (_COMPATIBLE, "what is left out has this value"),
        RESPONSE: (_WORDS, "it is told in the docstring only"),
    },
    Event.DEFAULT_CHANGED: {
        REQUEST: (_BREAKING, "a program that leaves it out gets another value"),
        RESPONSE: (_WORDS, "it is told in the docstring only"),
    },
    Event.DEFAULT_DROPPED: {
        REQUEST: (_COMPATIBLE, "no value is documented for what is left out"),
        RESPONSE: (_WORDS, "it was told in the docstring only"),
    },
    Event.TIGHTER: {
        REQUEST: (_BREAKING, "values beyond it are refused before they are sent"),
        RESPONSE: (_COMPATIBLE, "answers are kept whatever they hold"),
    },
    Event.LOOSER: {
        REQUEST: (_COMPATIBLE, "values beyond the old one can be sent"),
        RESPONSE: (_COMPATIBLE, "answers are kept whatever they hold"),
    },
    Event.FORMAT: {
        REQUEST: (_WORDS, "in Python any string can be sent as before"),
        RESPONSE: (_WORDS, "in Python any string is kept as before"),
    },
    Event.DEPRECATED: {
        REQUEST: (_COMPATIBLE, "using it warns"),
        RESPONSE: (_COMPATIBLE, "using it warns"),
    },
    Event.RESTORED: {
        REQUEST: (_COMPATIBLE, "using it warns no longer"),
        RESPONSE: (_COMPATIBLE, "using it warns no longer"),
    },
}


def of_bound(name: str, old: float | None, new: float | None) -> Event:
    """What became of a limit called as a field of Bounds; None where there is none."""
    if new is None:
        return Event.LOOSER
    least = "min" in name
    return Event.TIGHTER if old is None or (new > old) is least else Event.LOOSER


def of_default(old: object, new: object) -> Event:
    """What became of a documented default; None where there is none."""
    if old is None:
        return Event.DEFAULT_STATED
    return Event.DEFAULT_DROPPED if new is None else Event.DEFAULT_CHANGED


def judge(event: Event, directions: Iterable[Direction]) -> tuple[Verdict, str]:
    """The verdict, and the sentence that says why. What goes both ways is judged by the worse of the two."""
    found = [_RULES[event][each] for each in sorted(directions)]
    return min(found, key=lambda one: one[0].rank)
