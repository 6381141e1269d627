"""Operation ids from titles: "Querying Details About an ECS Flavor" → `ShowEcsFlavor`, as a person would call it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from scraper.api.naming import pascal, plural, singular
from scraper.api.vocabulary import (
    ARTICLES,
    BATCH,
    CASES,
    DETAILS,
    INFINITIVES,
    PAGING,
    POSSESSIVE,
    PRECISE,
    READING,
    UNCOUNTED,
    VERBS_OF_METHODS,
)
from scraper.text import Text

_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LOST_E = re.compile(
    r"([cuvz]|[^aeiou]g|[^e]at|[^aeiou]i[dnst]|[^a][iu]r|[aeiou]s|[bdpt]l|dul|let|(ec|mp|tit)ut|rib)$"
)
"""How the stems of reducing, moving, changing, updating, providing, acquiring, releasing, deleting end, which lost an e."""
_SHORTEST_GERUND = len("using")


class Reads(Enum):
    """What a path leads to."""

    ONE = auto()
    """It ends in a parameter."""
    MANY = auto()
    """It ends in a plural."""
    EITHER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A title, taken apart."""

    verb: str
    """PascalCase infinitive, with what goes before it: `Create`, `BatchDelete`, `ColdMigrate`."""
    objects: tuple[str, ...]
    """The words of what the verb is done to, without filling."""
    details: bool
    """Whether the title promises details of it."""

    def name(self, *, otherwise: str) -> str:
        """The id; `otherwise` is the object where the title names none."""
        return self.verb + (
            "".join(_joined(word) for word in self.objects) or otherwise
        )


def wording(title: Text, method: str, reads: Reads) -> Wording:
    """Read a title.

    `reads` is what the path leads to: of one thing the verb is Show, of a collection List, and the noun follows in
    number; where the path does not tell, the noun decides.
    """
    words = _WORD.findall(_PARENTHESES.sub(" ", title.plain.replace("'s ", " ")))
    verbs, objects = _split(words)
    batch, objects = _without(BATCH, objects)
    _, objects = _without(PAGING, objects)
    listed, objects = _without_list(_inverted(objects))
    objects, details = _without_details(objects)
    objects = [word for word in objects if word.lower() not in ARTICLES]
    verb = "".join(_joined(word) for word in verbs) or VERBS_OF_METHODS.get(method, "")
    if verb in READING:
        several = reads is not Reads.ONE and (
            listed or reads is Reads.MANY or _plural(_noun(objects))
        )
        verb = "List" if several else "Show"
        objects = _numbered(objects, several=several, one=reads is Reads.ONE)
    return Wording(
        verb=f"Batch{verb}" if batch else verb, objects=tuple(objects), details=details
    )


def infinitive(word: str) -> str | None:
    """`Creating` → `Create`, `Query` → `Query`; None for what is no verb at the beginning of a title."""
    lower = word.lower()
    if lower in INFINITIVES:
        return INFINITIVES[lower]
    if not lower.endswith("ing") or len(lower) < _SHORTEST_GERUND:
        return None
    stem = lower.removesuffix("ing")
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1].capitalize()
    return (f"{stem}e" if _LOST_E.search(stem) else stem).capitalize()


def _split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The verb's words, in the infinitive, and the rest: also `Cold Migrating` and `Creating and Importing`."""
    for position, word in enumerate(words[:2]):
        verb = infinitive(word)
        if verb is None:
            continue
        rest = list(words[position + 1 :])
        verbs = [*words[:position], verb]
        if len(rest) > 1 and rest[0].lower() in ("and", "or"):
            second = infinitive(rest[1])
            if second is not None:
                return [*verbs, rest[0], second], rest[2:]
        return verbs, rest
    return [], list(words)


def _without(
    phrases: Sequence[tuple[str, ...]], words: Sequence[str]
) -> tuple[bool, list[str]]:
    """Whether one of the phrases is among the words, and the words without it."""
    lower = [word.lower() for word in words]
    for phrase in phrases:
        for at in range(len(lower) - len(phrase) + 1):
            if tuple(lower[at : at + len(phrase)]) == phrase:
                return True, [*words[:at], *words[at + len(phrase) :]]
    return False, list(words)


def _without_list(words: Sequence[str]) -> tuple[bool, list[str]]:
    """Whether it is a list of things, and the things: `the list of X`, `an X list`."""
    told = [word for word in words if word.lower() not in ARTICLES]
    lower = [word.lower() for word in told]
    if lower[:2] == ["list", "of"]:
        return True, told[2:]
    at = _end_of_noun(told)
    if at > 1 and lower[at - 1] in ("list", "lists"):
        return True, [*told[: at - 1], *told[at:]]
    return False, list(words)


def _numbered(words: Sequence[str], *, several: bool, one: bool) -> list[str]:
    """The noun in the singular for one thing, in the plural for several."""
    at = _end_of_noun(words) - 1
    if at < 0 or words[at].lower() in UNCOUNTED:
        return list(words)
    noun = words[at]
    if several and not _plural(noun):
        noun = plural(noun)
    elif one and _plural(noun):
        noun = singular(noun)
    return [*words[:at], noun, *words[at + 1 :]]


def _inverted(words: Sequence[str]) -> list[str]:
    """`Tags of an ECS` → `ECS Tags`: the owner goes before what it owns."""
    for at, word in enumerate(words):
        if word.lower() not in POSSESSIVE or not 0 < at < len(words) - 1:
            continue
        owned, owner = list(words[:at]), list(words[at + 1 :])
        if any(one.lower() in CASES for one in owned) or infinitive(owner[0]):
            continue
        if [one.lower() for one in owned if one.lower() not in ARTICLES] == ["list"]:
            return list(words)
        end = next(
            (n for n, one in enumerate(owner) if one.lower() in CASES), len(owner)
        )
        if _is_details(owned):
            return [*owned, word, *owner]
        return [*owner[:end], *owned, *owner[end:]]
    return list(words)


def _without_details(words: Sequence[str]) -> tuple[list[str], bool]:
    """`details about X`, `brief information about X` → X."""
    for at, word in enumerate(words):
        if word.lower() in ("about", "of", "on") and _is_details(words[:at]):
            precise = any(one.lower() in PRECISE for one in words[:at])
            return list(words[at + 1 :]), precise
    if len(words) > 1 and words[-1].lower() == "details":
        return list(words[:-1]), True
    return list(words), False


def _is_details(words: Sequence[str]) -> bool:
    told = [word.lower() for word in words if word.lower() not in ARTICLES]
    return bool(told) and all(word in DETAILS for word in told)


def _noun(words: Sequence[str]) -> str:
    """The noun that the others describe: the last before a preposition."""
    end = _end_of_noun(words)
    return words[end - 1] if end else ""


def _end_of_noun(words: Sequence[str]) -> int:
    ends = (at for at, word in enumerate(words) if at > 0 and word.lower() in CASES)
    return next(ends, len(words))


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _joined(word: str) -> str:
    return pascal(Text(word))
