"""Where something is in the data that is read, and what is wrong there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

MOST: Final = 1000
"""Problems that are noted: a hostile answer may have millions."""
_LONGEST: Final = 60
"""Characters of a key that are shown."""


class Purpose(Enum):
    """What data is read for, which decides what is a problem."""

    MODEL = "model"
    """Somebody builds a model."""
    REQUEST = "request"
    """The arguments of an operation: must fit what is documented; None is not sent."""
    RESPONSE = "response"
    """What a service answered: only wire names count."""


class Kind(Enum):
    """The ways in which data deviates from what is documented."""

    TYPE = "type"
    MISSING = "missing"
    NULL = "null"
    UNKNOWN = "unknown"
    BOUND = "bound"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Problem:
    """One deviation. The text never holds the value, which may be a secret."""

    kind: Kind
    place: Place
    text: str

    def __str__(self) -> str:
        path = self.place.path
        return f"{path}: {self.text}" if path else self.text


class Place:
    """A place in data, reached by property names and array indices from a named root.

    `problems` is shared by all places below one root.
    """

    __slots__ = ("keys", "problems", "purpose", "root")

    def __init__(
        self,
        purpose: Purpose,
        root: str = "",
        *,
        keys: tuple[str | int, ...] = (),
        problems: list[Problem] | None = None,
    ) -> None:
        self.purpose = purpose
        self.root = root
        self.keys = keys
        self.problems: list[Problem] = [] if problems is None else problems

    def at(self, key: str | int) -> Place:
        """The place of a property or an item of what is here."""
        keys = (*self.keys, key)
        return Place(self.purpose, self.root, keys=keys, problems=self.problems)

    def trial(self) -> Place:
        """The same place with problems of its own, to try one of several types."""
        return Place(self.purpose, self.root, keys=self.keys)

    def report(self, kind: Kind, text: str) -> None:
        """Note a problem here, unless there are very many."""
        if len(self.problems) < MOST:
            self.problems.append(Problem(kind, self, text))

    def adopt(self, trial: Place) -> None:
        """Take over the problems of a trial, as many as are noted."""
        self.problems.extend(trial.problems[: MOST - len(self.problems)])

    @property
    def path(self) -> str:
        """As Python would write it: `config.inf_config_list[0].count`."""
        return path_of(self.root, self.keys)


def path_of(root: str, keys: Sequence[str | int]) -> str:
    """The path of keys below a root; keys that are no identifiers stand in brackets."""
    path = root if root.isprintable() else ascii(root)
    for key in keys:
        if isinstance(key, str) and key.isidentifier() and len(key) <= _LONGEST:
            path = f"{path}.{key}" if path else key
        else:
            path = f"{path}[{_short(key)}]"
    return path


def _short(key: str | int) -> str:
    return str(key) if isinstance(key, int) or key == "*" else ascii(key[:_LONGEST])
