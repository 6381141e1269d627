"""Names in the generated Python, from the names on the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scraper.api.model import Member
from scraper.emit.python.reserved import (
    BUILTINS_IN_ANNOTATIONS,
    DECORATORS,
    FILE_NAMES,
    KEYWORDS,
    MODEL_ATTRIBUTES,
)
from scraper.emit.sinks.python import (
    first_sentence,
    is_identifier,
    snake,
    spelling,
    words_in,
)
from scraper.limits import LONGEST_NAME
from scraper.names import Taken, kept, settled
from scraper.text import Text

NOT_FOR_PROPERTIES = KEYWORDS | MODEL_ATTRIBUTES | BUILTINS_IN_ANNOTATIONS
_NOT_FOR_METHODS = KEYWORDS | BUILTINS_IN_ANNOTATIONS | DECORATORS
_LONGEST_MEANING = 4
"""An integer value is named by its meaning if that has no more words."""


def property_identifiers(
    names: Sequence[Text], hidden: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """One identifier a wire name, unique in their class.

    A name that can stand as it is does. `hidden` are names that the class body must not hide, such as the classes in
    its annotations.
    """
    reserved = NOT_FOR_PROPERTIES | hidden
    wanted = [property_identifier(name, reserved) for name in names]
    natural = [Text(one) == name for one, name in zip(wanted, names, strict=True)]
    return distinct(wanted, natural)


def property_identifier(
    name: Text, reserved: frozenset[str] = NOT_FOR_PROPERTIES
) -> str:
    """A wire name as an identifier: itself where it is a public one, else its words in lower case."""
    if is_identifier(name) and not spelling(name).startswith("_"):
        return _allowed(spelling(name), reserved)
    return _allowed(_begun_with_letter(snake(name)), reserved)


def method_identifier(operation_id: str) -> str:
    """`CreateTask` → `create_task`."""
    return _allowed(_begun_with_letter(snake(Text(operation_id))), _NOT_FOR_METHODS)


def module_name(name: str) -> str:
    """`SmartTaskConfig` → `smart_task_config`."""
    short = snake(Text(name))[:LONGEST_NAME].rstrip("_")
    return _allowed(_begun_with_letter(short), KEYWORDS | FILE_NAMES)


def member_identifiers(members: Sequence[Member]) -> tuple[str, ...]:
    """Upper-case names of an enumeration's members.

    A text is named by its letters; a number (and a text that is one) by its meaning where that is short and no other
    member's, else `VALUE_12`.
    """
    named = [_by_letters(member) or _by_meaning(member) for member in members]
    times = Counter(named)
    told = [
        name if name and times[name] == 1 else _by_letters(m) or _by_number(m)
        for name, m in zip(named, members, strict=True)
    ]
    return distinct(told, [True] * len(told))


def distinct(wanted: Sequence[str], natural: Sequence[bool]) -> tuple[str, ...]:
    """Make names unique by a number behind; the first of each natural one is served first, then each in turn."""
    taken = Taken(cased=True, between="_")
    first = {name: n for n, name in reversed([*enumerate(wanted)]) if natural[n]}
    order = sorted(range(len(wanted)), key=lambda n: (first.get(wanted[n]) != n, n))
    given = {n: taken.free(wanted[n]) for n in order}
    return tuple(given[n] for n in range(len(wanted)))


def remembered(
    identities: Sequence[str],
    wanted: Sequence[str],
    given: Mapping[str, str],
    reserved: frozenset[str],
) -> tuple[str, ...]:
    """The identifiers that these had before, as far as they may still be used; the wanted ones for the others."""
    keeping = {
        n: name
        for n, name in kept({n: [o] for n, o in enumerate(identities)}, given).items()
        if name not in reserved
    }
    names = settled(dict(enumerate(wanted)), keeping, Taken(cased=True, between="_"))
    return tuple(names[n] for n in range(len(wanted)))


def _by_letters(member: Member) -> str | None:
    if not isinstance(member.value, Text):
        return None
    words = words_in(member.value)
    if not words or not words[0][0].isalpha():
        return None
    return "_".join(words).upper()


def _by_meaning(member: Member) -> str | None:
    words = words_in(first_sentence(member.meaning))
    if not 0 < len(words) <= _LONGEST_MEANING or not words[0][0].isalpha():
        return None
    return "_".join(words).upper()


def _by_number(member: Member) -> str:
    if isinstance(member.value, Text):
        return f"VALUE_{snake(member.value).upper()}"
    minus = "MINUS_" if member.value < 0 else ""
    return f"VALUE_{minus}{snake(Text(repr(abs(member.value)))).upper()}"


def _begun_with_letter(name: str) -> str:
    return name if name[0].isalpha() else f"n{name}"


def _allowed(name: str, reserved: frozenset[str]) -> str:
    while name in reserved:
        name = f"{name}_"
    return name
