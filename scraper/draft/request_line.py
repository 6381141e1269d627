"""METHOD /path: the lines that make a page an operation's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scraper.draft import addresses
from scraper.draft.addresses import METHODS
from scraper.draft.model import RequestLine
from scraper.draft.sections import Part, Topic
from scraper.draft.vocabulary.headings import ALTERNATIVES, URI
from scraper.issues import Issue, Severity, quoted
from scraper.source import Source
from scraper.text import Text

_METHOD = re.compile(rf"\b({METHODS})\b(?=\s*[/{{<]|\s+\S)")
_HOST = re.compile(
    r"(?:https?://)?(?:\{[^{}/]*\}|<[^<>/]*>|(?<![\w.-])[\w.-]++)?(?::\d+)?(?=/)", re.I
)
_TEMPLATE = re.compile(r"\{[?&]((?:[^{}]|\{[^{}]*\})*)\}")
_ANGLES = re.compile(r"<([^<>/\s]+)>")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PATH = re.compile(r"/[\w\-.~{}:$@!*'(),;=%+/]*")
_PROTOCOL = re.compile(r"HTTP/\d\S*")
_JOINTS = ("/", "?", "&", "=", "{", "[")
"""An address goes on behind a blank if one of these stands beside it."""
_ENDS = ".,;:。；，"


def read(parts: Sequence[Part]) -> tuple[tuple[RequestLine, ...], tuple[Issue, ...]]:
    """The page's request lines in order, each once; none on a page that is no operation's.

    They stand in the section URI. On a page without one, a paragraph that is nothing
    but a request line counts too, if the page describes a request or a response.
    """
    issues: list[Issue] = []
    uris = [part for part in parts if part.topic is Topic.URI]
    found = list(_lines(uris, issues, whole=True))
    found = found or list(_lines(uris, issues, whole=False))
    if not found and any(p.topic in {Topic.REQUEST, Topic.RESPONSE} for p in parts):
        others = [p for p in parts if p.topic is Topic.FUNCTION or not p.title]
        asked = [p for p in parts if p.topic in {Topic.REQUEST, Topic.OTHER}]
        found = list(_lines(others, issues, whole=True))
        found = found or list(_lines(asked, issues, whole=True, hosts=False))
    once = {(line.method, line.path): line for line in reversed(found)}
    lines = tuple(line for line in found if once[line.method, line.path] is line)
    return lines, tuple(issues)


def placeholders(line: RequestLine) -> tuple[str, ...]:
    """The names in braces of a path, in order, each once."""
    return tuple(dict.fromkeys(_PLACEHOLDER.findall(line.path.plain)))


def target(address: str) -> tuple[Text, tuple[Text, ...]] | None:
    """The path and the query's names of an address; None if it has no path."""
    names = [
        pair.partition("=")[0]
        for group in _TEMPLATE.findall(address)
        for pair in re.split(r"[&;,]", group)
    ]
    path, _, query = _TEMPLATE.sub("", address).partition("?")
    path = _ANGLES.sub(r"{\1}", _HOST.sub("", path.rstrip("[&"), count=1))
    path = re.sub(r"//+", "/", path)
    if not _PATH.fullmatch(path):
        return None
    names += [pair.partition("=")[0] for pair in re.split(r"[&;,]", query)]
    cleaned = (name.strip("[]{}<>*. ") for name in names)
    return Text(path), tuple(Text(name) for name in dict.fromkeys(cleaned) if name)


def _lines(
    parts: Iterable[Part], issues: list[Issue], *, whole: bool, hosts: bool = True
) -> Iterator[RequestLine]:
    for words, source in addresses.blocks(parts):
        if not hosts and "//" in words:
            continue
        for line in _read(words, source, whole=whole):
            issues.extend(_judge(line))
            yield line


def _read(words: str, source: Source, *, whole: bool) -> Iterator[RequestLine]:
    """Request lines in a block; with `whole`, only if it consists of them."""
    matches = list(_METHOD.finditer(words))
    if not matches or (whole and not _introduces(words[: matches[0].start()])):
        return
    ends = [match.start() for match in matches[1:]] + [len(words)]
    found: list[RequestLine] = []
    for match, end in zip(matches, ends, strict=True):
        address = _address(words[match.end() : end].split(), whole=whole)
        read = target(address) if address else None
        if read is not None:
            path, query = read
            found.append(
                RequestLine(method=match[1], path=path, query=query, source=source)
            )
        elif whole:
            return
    yield from found


def _introduces(words: str) -> bool:
    """Whether words before a request line only announce it: "URI:", "URI format"."""
    plain = words.strip(" :：").lower().split()
    return not plain or (len(plain) < 3 and plain[0] in URI)


def _address(tokens: list[str], *, whole: bool) -> str:
    """The address at the beginning of the tokens, blanks inside it dropped.

    Empty if there is none, or with `whole` if other words follow it.
    """
    address = ""
    for token in tokens:
        if token.lower() in ALTERNATIVES:
            continue
        if address and _PROTOCOL.fullmatch(token):
            break  # what follows are header lines
        open_brace = address.count("{") > address.count("}")
        joined = token.startswith(_JOINTS) or address.endswith(_JOINTS) or open_brace
        if address and not joined:
            return "" if whole else address.rstrip(_ENDS)
        address += token
    return address.rstrip(_ENDS)


def _judge(line: RequestLine) -> Iterator[Issue]:
    path = line.path.plain
    rest = _PLACEHOLDER.sub("", path)
    if "{" in rest or "}" in rest:
        yield Issue(
            code="path-malformed",
            severity=Severity.WARNING,
            source=line.source,
            detail=f"the braces of the path {quoted(line.path)} do not match",
        )
