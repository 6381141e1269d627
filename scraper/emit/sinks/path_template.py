"""Path templates of a document: their variables, and their shape."""

from __future__ import annotations

import re

from scraper.emit.sinks import keys, tree
from scraper.text import Text

_VARIABLE = re.compile(r"\{([^{}/]+)\}")
_NO_URL = re.compile(r"[^A-Za-z0-9/:@!$&'()*+,;=._~%-]")
_VERSIONED = re.compile(r"v\d+(?:\.\d+)*", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z0-9]+")
_VERSION = re.compile(r"/v(\d+(?:\.\d+)*)(?=/|$)", re.IGNORECASE)


def variables(template: Text) -> tuple[Text, ...]:
    """The names in braces, in order; one that stands twice comes twice."""
    return tuple(Text(name) for name in _VARIABLE.findall(template.plain))


def shape(template: Text) -> Text:
    """The template with nameless variables: templates of one shape address the same resources."""
    return Text(_VARIABLE.sub("{}", template.plain))


def overlap(one: Text, other: Text) -> bool:
    """Whether one path can be the same for both templates, and neither has fewer variables: then nothing says which is meant."""
    here, there = one.plain.split("/"), other.plain.split("/")
    if len(here) != len(there) or len(variables(one)) != len(variables(other)):
        return False
    return all(
        a == b or _VARIABLE.fullmatch(a) or _VARIABLE.fullmatch(b)
        for a, b in zip(here, there, strict=True)
    )


def portable(template: Text) -> Text:
    """The template as OpenAPI wants it: a slash first, nothing that a URL cannot hold, simple and distinct names.

    A variable that stands twice is `{project_id}` and `{project_id_2}`. The names of variables are not sent, so that
    another name changes nothing.
    """
    literals_and_names = _VARIABLE.split("/" + template.plain.lstrip("/"))
    simple = keys.distinct(map(keys.component, literals_and_names[1::2]), "_")
    literals_and_names[1::2] = [f"{{{name}}}" for name in simple]
    literals_and_names[::2] = [
        _NO_URL.sub(_encoded, s) for s in literals_and_names[::2]
    ]
    return Text("".join(literals_and_names))


def version(template: Text) -> str:
    """The version that the path begins with or holds: `2`, `2.1`; empty where it has none."""
    found = _VERSION.search(template.plain)
    return found[1] if found else ""


def words(template: Text) -> tuple[str, ...]:
    """The words of the fixed segments, without versions: `servers`, `action` of /v2.1/{project_id}/servers/{id}/action."""
    literals = _VARIABLE.sub("", tree.characters(template)).split("/")
    return tuple(
        word
        for literal in literals
        if not _VERSIONED.fullmatch(literal)
        for word in _WORDS.findall(literal)
    )


def _encoded(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in tree.characters(match[0]).encode())
