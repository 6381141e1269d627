"""Commands of curl, as which some pages write their example requests."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass

_CONTINUED = re.compile(r"\\\s*\n")
_METHOD = frozenset({"-X", "--request"})
_DATA = frozenset({"-d", "--data", "--data-raw", "--data-binary", "--data-ascii"})
_OTHERS = frozenset("-H --header -u --user -o --output -A -e -b -T -F -m".split())
"""Options whose argument does not matter here."""
_URL = re.compile(r"(?:https?://|/|\{)\S*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a command sends: `data` is the body's text, empty where it sends none."""

    method: str
    url: str
    data: str


def read(text: str) -> Command | None:
    """The command in a text that is one; None for anything else."""
    if not text.lstrip().startswith("curl "):
        return None
    try:
        words = shlex.split(_CONTINUED.sub(" ", text))[1:]
    except ValueError:
        return None
    method = data = url = ""
    while words:
        word = words.pop(0)
        if word in _METHOD and words:
            method = words.pop(0).upper()
        elif word in _DATA and words:
            data = words.pop(0)
        elif word in _OTHERS and words:
            words.pop(0)
        elif not url and _URL.fullmatch(word):
            url = word
    if not url:
        return None
    return Command(method=method or ("POST" if data else "GET"), url=url, data=data)
