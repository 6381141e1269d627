"""Ways in which a page breaks, each under its name: in its markup, in its words, and in its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from hypothesis import strategies as st

from tests.storm import words
from tests.storm.pages import Draw, Written, pick, shuffle, table, written

_TOKENS = re.compile(r"<[^<>]*>|[^<]+|<")
_ATTRIBUTES = re.compile(r"\s[\w-]+=(?:\"[^\"]*\"|'[^']*')")
_NAME = re.compile(r"</?([\w-]+)")

Tokens: TypeAlias = list[str]
"""A page in pieces: its tags, and the words between them."""


def _any(draw: Draw, tokens: Sequence[str], fits: Callable[[str], bool]) -> int:
    """The place of a token of a kind; 0 where there is none."""
    places = [at for at, each in enumerate(tokens) if fits(each)]
    return places[draw(0, len(places) - 1)] if places else 0


def _is_tag(token: str) -> bool:
    return token.startswith("<")


def _is_text(token: str) -> bool:
    return not _is_tag(token) and not token.isspace()


def _is_cell(token: str) -> bool:
    return token.startswith(("<td", "<th"))


def dropped(draw: Draw, tokens: Tokens) -> Tokens:
    at = _any(draw, tokens, _is_tag)
    return tokens[:at] + tokens[at + 1 :]


def doubled(draw: Draw, tokens: Tokens) -> Tokens:
    at = _any(draw, tokens, _is_tag)
    return tokens[: at + 1] + tokens[at:]


def swapped(draw: Draw, tokens: Tokens) -> Tokens:
    """Two tokens of any kind change places: cells, headings, ends and beginnings."""
    one, other = (draw(0, len(tokens) - 1) for _ in range(2))
    made = list(tokens)
    made[one], made[other] = made[other], made[one]
    return made


def renamed(draw: Draw, tokens: Tokens) -> Tokens:
    """A tag is another one: a cell a heading, a table a list."""
    at = _any(draw, tokens, _is_tag)
    name = pick(draw, "td th tr table caption thead tfoot h1 h4 ul li p pre a svg select form br x".split())  # fmt: skip
    return [*tokens[:at], _renamed(tokens[at], name), *tokens[at + 1 :]]


def _renamed(tag: str, name: str) -> str:
    return _NAME.sub(lambda found: found[0].replace(found[1], name), tag, count=1)


def spanned(draw: Draw, tokens: Tokens) -> Tokens:
    at = _any(draw, tokens, _is_cell)
    kind = pick(draw, ("rowspan", "colspan"))
    size = pick(draw, ("2", "3", "0", "-1", "65", "9999999999", "x", "²", "٣", "1.5", ""))  # fmt: skip
    return [*tokens[: at + 1], *_tokens(f'<td {kind}="{size}">'), *tokens[at + 1 :]]


def nested(draw: Draw, tokens: Tokens) -> Tokens:
    """A table inside anything: a cell, a caption, a list, a heading."""
    at = _any(draw, tokens, _is_tag)
    return [*tokens[: at + 1], *_tokens(table(draw)), *tokens[at + 1 :]]


def shuffled(draw: Draw, tokens: Tokens) -> Tokens:
    """The sections in another order, cut where they begin."""
    parts = "".join(tokens).split('<div class="section">')
    return _tokens('<div class="section">'.join(shuffle(draw, parts)))


def repeated(draw: Draw, tokens: Tokens) -> Tokens:
    """A stretch of the page twice, its ids with it."""
    start = draw(0, len(tokens) - 1)
    end = min(len(tokens), start + draw(1, 200))
    return [*tokens[:end], *tokens[start:]]


def bare(draw: Draw, tokens: Tokens) -> Tokens:
    """A tag, or all of them, without attributes."""
    at = _any(draw, tokens, lambda each: bool(_ATTRIBUTES.search(each)))
    every = pick(draw, (False, True))
    return [
        _ATTRIBUTES.sub("", each) if _is_tag(each) and (every or here == at) else each
        for here, each in enumerate(tokens)
    ]


def anchored(draw: Draw, tokens: Tokens) -> Tokens:
    """An id or an address that fits nothing, or that is there already."""
    at = _any(draw, tokens, _is_tag)
    address = pick(draw, words.ADDRESSES + words.SCHEMAS)
    form = pick(draw, ('<a href="{0}">{0}</a>', '<a name="{0}"></a>', '<p id="{0}">', '<table id="{0}">', "<h4 id='{0}'>"))  # fmt: skip
    return [*tokens[: at + 1], *_tokens(form.format(address)), *tokens[at + 1 :]]


def enclosed(draw: Draw, tokens: Tokens) -> Tokens:
    """A stretch of the page inside an element that browsers read in a way of its own."""
    start = draw(0, len(tokens) - 1)
    end = min(len(tokens), start + draw(0, 60))
    before, after = pick(draw, words.ISLANDS).split("{}")
    return [*tokens[:start], before, *tokens[start:end], after, *tokens[end:]]


def outside(draw: Draw, tokens: Tokens) -> Tokens:
    """Words before the page begins or after it ends."""
    told = pick(draw, words.VOCABULARY)
    before = pick(draw, ("", told, "<html><body></body></html>"))
    return [before, *tokens, told]


def _inserted(draw: Draw, tokens: Tokens, told: str) -> Tokens:
    """The words within or in place of a text."""
    at = _any(draw, tokens, _is_text)
    text = tokens[at] if at < len(tokens) else ""
    start = pick(draw, (0, len(text) // 2, len(text)))
    made = pick(draw, (text[:start] + told + text[start:], told))
    return [*tokens[:at], made, *tokens[at + 1 :]]


def entities(draw: Draw, tokens: Tokens) -> Tokens:
    return _inserted(draw, tokens, pick(draw, words.ENTITIES))


def strange(draw: Draw, tokens: Tokens) -> Tokens:
    """Characters of all planes, in a text or within a tag."""
    told = pick(draw, words.STRANGE) if pick(draw, (True, False)) else _characters(draw)
    if pick(draw, (True, False)):
        return _inserted(draw, tokens, told)
    at = _any(draw, tokens, _is_tag)
    return [*tokens[:at], tokens[at].replace('="', '="' + told), *tokens[at + 1 :]]


def _characters(draw: Draw) -> str:
    return "".join(chr(draw(0, 0x10FFFF)) for _ in range(draw(1, 8)))


def numbers(draw: Draw, tokens: Tokens) -> Tokens:
    return _inserted(draw, tokens, f" {pick(draw, words.NUMBERS)} ")


def misplaced(draw: Draw, tokens: Tokens) -> Tokens:
    """Words that mean something elsewhere."""
    return _inserted(draw, tokens, pick(draw, words.VOCABULARY))


def emptied(draw: Draw, tokens: Tokens) -> Tokens:
    at = _any(draw, tokens, _is_text)
    return [*tokens[:at], *tokens[at + 1 :]]


def truncated(draw: Draw, content: bytes) -> bytes:
    return content[: draw(0, len(content))]


def beheaded(draw: Draw, content: bytes) -> bytes:
    return content[draw(0, len(content)) :]


def filled(draw: Draw, content: bytes) -> bytes:
    """Bytes of any kind in any place."""
    at = draw(0, len(content))
    return content[:at] + bytes(draw(0, 255) for _ in range(draw(1, 12))) + content[at:]


def marked(draw: Draw, content: bytes) -> bytes:
    """A mark of byte order, or NUL, before the page or within it."""
    mark = pick(draw, (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0", b"\0" * 9))  # fmt: skip
    at = pick(draw, (0, 0, len(content) // 2, len(content)))
    return content[:at] + mark + content[at:]


def recoded(draw: Draw, content: bytes) -> bytes:
    """In another encoding, wholly or from some byte on; what it is said to be may be a third one."""
    text = content.decode("utf-8", errors="replace")
    other = text.encode(pick(draw, words.CHARSETS), errors="replace")
    at = pick(draw, (0, 0, draw(0, len(other))))
    return _declared(draw) + content[:at] + other[at:]


def declared(draw: Draw, content: bytes) -> bytes:
    """Said to be in some encoding, and not in UTF-8 for one byte."""
    return _declared(draw) + content + pick(draw, (b"\xe9", b"\x80\xff", b""))


def _declared(draw: Draw) -> bytes:
    return f'<meta charset="{pick(draw, words.DECLARED)}">'.encode()


MARKUP: Final = (
    dropped, doubled, swapped, renamed, spanned, nested, shuffled, repeated, bare, anchored, enclosed, outside, entities, strange, numbers, misplaced,
    emptied,
)  # fmt: skip
BYTES: Final = (truncated, beheaded, filled, marked, recoded, declared)
KINDS: Final = tuple(each.__name__ for each in (*MARKUP, *BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A reference as it was meant, as it came, and in which ways it broke in between."""

    meant: Written
    pages: dict[str, bytes]
    contents: bytes
    kinds: tuple[str, ...] = ()


def _tokens(text: str) -> Tokens:
    return _TOKENS.findall(text)


def _encoded(text: str) -> bytes:
    """Lone surrogates as bytes that are no UTF-8."""
    return text.encode("utf-8", errors="surrogatepass")


def _page(draw: Draw, text: str) -> tuple[bytes, list[str]]:
    """A page, broken a few times."""
    markup = [pick(draw, MARKUP) for _ in range(draw(0, 4))]
    tokens = _tokens(text)
    for each in markup:
        tokens = each(draw, tokens) or [""]
    content = _encoded("".join(tokens))
    least = 0 if markup else 1
    of_bytes = [pick(draw, BYTES) for _ in range(pick(draw, (least, least, 1)))]
    for one in of_bytes:
        content = one(draw, content)
    return content, [each.__name__ for each in (*markup, *of_bytes)]


def break_one(draw: Draw) -> Broken:
    """A reference with every page broken, its table of contents now and then."""
    meant = written(draw)
    made = Broken(meant=meant, pages={}, contents=_encoded(meant.contents))
    for name, text in meant.pages.items():
        content, kinds = _page(draw, text)
        made = replace(
            made,
            pages={**made.pages, name: content},
            kinds=(*made.kinds, *kinds),
        )
    if made.contents and pick(draw, (False, False, True)):
        one = pick(draw, BYTES)
        made = replace(made, contents=one(draw, made.contents))
    return made


@st.composite
def broken(draw: st.DrawFn) -> Broken:
    """The same as a strategy of hypothesis."""
    return break_one(lambda least, most: draw(st.integers(least, most)))
