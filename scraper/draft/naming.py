"""What a table describes by its own words: the schema's name, and hints of its role."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scraper.draft.vocabulary import headings as words
from scraper.text import Text

_GENERATED = re.compile(r"(?:.{1,200}__)?(?:request|response)_([A-Za-z]\w*)")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_NAME = re.compile(r"[A-Za-z_@$][\w.:@$-]*")
_WORDS = re.compile(r"[\w.:@-]+")


def schema_name(anchors: Iterable[Text], *captions: Text) -> Text:
    """The schema's name by a generated anchor, else by the first caption that names one.

    Empty where nothing names it.
    """
    for anchor in anchors:
        if match := _GENERATED.fullmatch(anchor.plain):
            return Text(match[1])
    for caption in captions:
        if name := _named(caption):
            return Text(name)
    return Text("")


def hints(caption: Text) -> frozenset[str]:
    """The words "header", "query", "path" and "body" if a caption is about one."""
    found = tokens(caption)
    names = {
        "header": words.HEADER,
        "query": words.QUERY,
        "path": words.PATH,
        "body": words.BODY,
    }
    return frozenset(hint for hint, known in names.items() if found & known)


def tokens(caption: Text) -> frozenset[str]:
    """The words of a caption in lower case, each once."""
    return frozenset(_WORDS.findall(caption.plain.lower()))


def _named(caption: Text) -> str:
    tokens = _ASIDE.sub(" ", caption.plain).replace('"', " ").split()
    if tokens and tokens[0].lower() in words.ARTICLES:
        tokens = tokens[1:]
    if len(tokens) > 2 and (after := _after_preposition(tokens)):
        return after
    if len(tokens) > 1 and tokens[1].lower() == f"{tokens[0].lower()}s":
        return tokens[0]  # "parameter parameters" describes the property parameter
    if not tokens or not _is_name(tokens[0]):
        return ""
    rest = [token.lower() for token in tokens[1:] if token.lower() not in {"and", "or"}]
    rest = rest[1:] if len(rest) < len(tokens) - 1 else rest
    return tokens[0] if not rest or rest[0] in words.NAMING else ""


def _after_preposition(tokens: list[str]) -> str:
    """The name in "Data structure of the **x** field", "Objects of parameter **x**"."""
    lower = [token.lower() for token in tokens]
    at = next((n for n, token in enumerate(lower) if token in words.PREPOSITIONS), 0)
    if not at or not all(token in words.NAMING for token in lower[:at]):
        return ""
    rest = tokens[at + 1 :]
    while rest and rest[0].lower() in words.ARTICLES | words.NAMING:
        rest = rest[1:]
    if not rest:
        return ""
    name = rest[0].rpartition("/")[2]
    follows = rest[1].lower() if len(rest) > 1 else "field"
    said = len(rest) > 1 and follows in words.MEMBER and name.lower() in words.AMBIGUOUS
    if not (said or _is_name(name)):
        return ""
    return name if follows in words.NAMING else ""


def _is_name(token: str) -> bool:
    return bool(_NAME.fullmatch(token)) and token.lower() not in words.UNNAMED
