"""Names of schemas, enumerations, operations and tags: PascalCase, ASCII, unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from scraper.limits import LONGEST_NAME
from scraper.text import Text

_WORDS = re.compile(r"[A-Za-z]+|[0-9]+")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_ACRONYM = re.compile(r"[A-Z]+s?")
"""`ECS`, and several `NICs`."""
_IDENTIFIER = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def pascal(text: Text) -> str:
    """`task_type` → `TaskType`, `Intelligent Task` → `IntelligentTask`, `SmartTaskConfig` stays; may be empty."""
    plain = unicodedata.normalize("NFKD", text.plain).encode("ascii", "ignore").decode()
    if _IDENTIFIER.fullmatch(plain) and not _ACRONYM.fullmatch(plain):
        return plain[0].upper() + plain[1:LONGEST_NAME]
    words = [
        _acronym(word) if _ACRONYM.fullmatch(word) else word[0].upper() + word[1:]
        for word in _WORDS.findall(plain)
    ]
    name = _shortened(words)
    return f"N{name}" if name[:1].isdigit() else name


def _shortened(words: Sequence[str]) -> str:
    """As many of the words as a name may have letters."""
    ends = accumulate(map(len, words))
    fitting = sum(1 for end in ends if end <= LONGEST_NAME)
    return "".join(words[: max(fitting, 1)])[:LONGEST_NAME]


def _acronym(word: str) -> str:
    """`ECS` → `Ecs`, several `NICs` → `Nics`, several `ECSs` → `Ecses`."""
    return f"{word[:-1].capitalize()}es" if word.endswith("Ss") else word.capitalize()


def enumeration_name(owner: str, property_name: Text, *, of_items: bool) -> str:
    """`task_type` names `TaskType` by itself; one word, or one with a vendor's prefix, needs its owner first.

    `type` of SearchLabel gives `SearchLabelType`, `@modelarts:hard` of SampleMetadata gives `SampleMetadataHard`;
    the values of an array's items are named in the singular.
    """
    _, _, name = property_name.plain.rpartition(":")
    own = pascal(Text(name)) or "Value"
    if of_items:
        own = singular(own)
    return own if tells(property_name) else f"{owner}{own}"


def tells(property_name: Text) -> bool:
    """Whether a wire name means something without its owner: it has several words, and no vendor's prefix."""
    prefix, _, name = property_name.plain.rpartition(":")
    return not prefix and len(_PARTS.findall(pascal(Text(name)))) > 1


def singular(name: str) -> str:
    """An English plural's singular, by its ending; what is no plural stays."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch")):
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending) + instead
    if name.endswith("s") and not name.endswith(("ss", "us", "is")):
        return name.removesuffix("s")
    return name


def plural(name: str) -> str:
    """An English noun's plural, by its ending."""
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh", "S")) else f"{name}s"
