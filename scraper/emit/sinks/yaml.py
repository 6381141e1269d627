"""Words and values for YAML, read alike by YAML 1.1 and 1.2.

A string stands bare only where no version could take it for anything else; it is a literal block where it has lines,
and in quotes otherwise. Lines are never folded.
"""

from __future__ import annotations

import re

import yaml

from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key, Tree

_BARE = re.compile(r"[A-Za-z_$/](?:[\w$/.,;(){}'\"*%+=<>-]|\ (?=[\w$/(]))*", re.ASCII)
_ENDLESS = 2**31
_NOT_STRINGS = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf")
)
_LITERAL = re.compile(r"[^\s](?:[^\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff])*")
_BREAKS_BESIDES_LF = re.compile("[\x0b-\r\x1c-\x1e\x85\u2028\u2029]")


def block(value: Tree) -> str:
    """The value as block YAML; each line can be indented alike, and a line break has to follow."""
    return _dumped(tree.native(value))


def scalar(text: Key) -> str:
    """A string on one line, for keys and short values."""
    return _dumped({"k": _OneLine(tree.characters(text))}).removeprefix("k: ")


def lines(text: Key) -> str:
    """A string as it stands after a key and a blank; the lines after its first can be indented as the key is."""
    return block({"k": text}).removeprefix("k: ")


class _OneLine(str):
    """A string that is no literal block."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Lists indented below their key, no anchors."""

    def increase_indent(
        self,
        flow: bool = False,
        indentless: bool = False,  # noqa: ARG002 - the base class's signature
    ) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - as above
        return True


def _dumped(value: object) -> str:
    text = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=_ENDLESS,
    )
    return text.removesuffix("\n")


def _string(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if isinstance(text, _OneLine) and "\n" in text else _style(text)
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def _style(text: str) -> str | None:
    if _BARE.fullmatch(text) and text.lower() not in _NOT_STRINGS:
        return None
    if _BREAKS_BESIDES_LF.search(text):
        return '"'
    if "\n" in text:
        return "|" if _LITERAL.fullmatch(text) and not text.endswith("\n\n") else '"'
    return "'" if '"' in text or "\\" in text else '"'


_Dumper.add_representer(str, _string)
_Dumper.add_representer(_OneLine, _string)
