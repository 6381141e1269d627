"""Words and values for YAML, read alike by YAML 1.1 and 1.2.

A string stands bare only where no version could take it for anything else; it is a literal block where it has lines or
is long, and in quotes otherwise. Lines are never folded. Marks that turn the direction of writing are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from scraper.characters import DIRECTION
from scraper.emit.sinks import tree
from scraper.emit.sinks.tree import Key, Line, Tree
from scraper.text import Text

_BARE = re.compile(r"[A-Za-z_$/](?:[\w$/.,;(){}'\"*%+=<>-]|\ (?=[\w$/(]))*", re.ASCII)
_ENDLESS = 2**31
_LONG = 80
_NOT_STRINGS = frozenset(
    ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf")
)
_LITERAL = re.compile(r"[^\s](?:[^\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ufeff])*")
_BREAKS_BESIDES_LF = re.compile("[\x0b-\r\x1c-\x1e\x85\u2028\u2029]")
_DIRECTION = re.compile(f"[{DIRECTION}]")
_LONGEST_KEY = 1024
"""As many characters may a key have that stands on one line with its colon."""


def value(tree_: Tree) -> str:
    """A value as block YAML: a scalar to stand behind its key, a mapping or list to stand below it.

    The lines after the first can be indented alike, and a line break has to follow.
    """
    if isinstance(tree_, Text | str) or not isinstance(tree_, Mapping | Sequence):
        return _dumped({"k": tree.native(tree_)}).removeprefix("k: ")
    return _dumped(tree.native(tree_))


def line(text: Key) -> str:
    """A string on one line, for an item of a list."""
    return _dumped({"k": _OneLine(tree.characters(text))}).removeprefix("k: ")


def key(text: Key) -> str:
    """A key with its colon: its value stands behind a blank, or deeper in the next line.

    The colon of a long one is on a line of its own, to be indented like the first.
    """
    written = line(text)
    return f"{written}:" if len(written) <= _LONGEST_KEY else f"? {written}\n:"


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

    def check_simple_key(self) -> bool:
        """Whether a key may stand on one line with its colon: the base class counts characters before they are escaped."""
        text = getattr(self.event, "value", "")
        return super().check_simple_key() and len(ascii(text)) <= _LONGEST_KEY

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
    # Only strings in double quotes have them.
    return _DIRECTION.sub(_escaped, text.removesuffix("\n"))


def _escaped(mark: re.Match[str]) -> str:
    return f"\\u{ord(mark[0]):04X}"


def _string(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = _style(text)
    if style == "|" and isinstance(text, _OneLine):
        style = '"'
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def _style(text: str) -> str | None:
    if _BARE.fullmatch(text) and text.lower() not in _NOT_STRINGS:
        return None
    if _BREAKS_BESIDES_LF.search(text) or _DIRECTION.search(text):
        return '"'
    if "\n" in text or (len(text) > _LONG and " " in text):
        return "|" if _LITERAL.fullmatch(text) and not text.endswith("\n\n") else '"'
    return "'" if '"' in text or "\\" in text else '"'


def _line(dumper: yaml.SafeDumper, mapping: Line) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", mapping, flow_style=True)


_Dumper.add_representer(Line, _line)
_Dumper.add_representer(str, _string)
_Dumper.add_representer(_OneLine, _string)
