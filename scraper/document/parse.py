"""One HTML file as a Document, whatever its bytes."""

from __future__ import annotations

import codecs
import re
import warnings
from collections.abc import Iterable

from bs4 import BeautifulSoup

from scraper.document.excess import of_bytes, of_words
from scraper.document.flow import Flow
from scraper.document.model import Document, Element, Page, Parent, Section
from scraper.document.reading import Heading, Item, Reading
from scraper.issues import Issue
from scraper.limits import LARGEST_PAGE
from scraper.source import Source
from scraper.text import Paragraph, Text

_PARENT = re.compile(r"parent topic\s*:", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)(table|tr|ul|ol|div|pre)\b[^<>]*>", re.IGNORECASE)
_CUT = re.compile(rb"<[a-zA-Z/!][^<>]{0,2000}\Z")
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,40})", re.IGNORECASE)
_MARKUP = re.compile(rb"<[a-zA-Z][^<>]*>")
_ENCODINGS = frozenset(
    "big5 cp866 cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk"
    " iso2022_jp iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13"
    " iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-cyrillic mac-roman shift_jis utf-8".split()
)
"""Those of the Encoding Standard, by Python's names. Python has more: some are none of characters, some fail on any
bytes, some depend on the machine."""


def parse(
    page: Page, chapter: Parent | None = None
) -> tuple[Document, tuple[Issue, ...]]:
    """The page's title and sections, and its chapter: the given one, else that of its footer.

    Every fault of the page is an issue.

    Never raises: bytes that are no HTML give a Document with few or no sections.
    """
    words = _decoded(page.content) if len(page.content) <= LARGEST_PAGE else ""
    excess = tuple(of_bytes(page.name, page.content)) or tuple(
        of_words(page.name, words)
    )
    if excess:
        return _unread(page, chapter), excess
    reading = Reading(page=page.name)
    _judge(page.content, reading)
    items = Flow(reading).read(_soup(words))
    items, parent = _footer(items)
    title, anchor, items = _title(items)
    if not (title or reading.issues):
        reading.report("no-heading", "the page has no heading to take its title from")
    document = Document(
        page=page.name,
        title=title,
        sections=tuple(_sections(items, page.name)),
        parent=chapter or parent,
        source=Source(page=page.name, anchor=anchor),
    )
    return document, tuple(_on_page(reading.issues))


def _unread(page: Page, chapter: Parent | None) -> Document:
    return Document(
        page=page.name,
        title=Text(""),
        sections=(),
        parent=chapter,
        source=Source(page=page.name),
    )


def _soup(words: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # The parser warns about input that looks like a path, an address or XML.
        warnings.simplefilter("ignore")
        return BeautifulSoup(words, "lxml")


def _decoded(content: bytes) -> str:
    """The file's characters; the parser's own guess depends on what is installed."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(_declared(content), errors="replace")


def _declared(content: bytes) -> str:
    """The encoding that a page says it is in, or the usual one."""
    found = _DECLARED.search(content[:2048])
    try:
        name = codecs.lookup(found[1].decode()).name if found else ""
    except (LookupError, UnicodeError):
        name = ""
    return name if name in _ENCODINGS else "cp1252"


def _judge(content: bytes, reading: Reading) -> None:
    """Issues about the file as a whole."""
    if not content.strip():
        reading.report("empty-page", "the file is empty")
    elif b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        reading.report("not-html", "the file is binary")
    elif not _MARKUP.search(content.replace(b"\0", b"")):
        reading.report("not-html", "the file has no markup")
    elif _CUT.search(content[-2048:]):
        reading.report("truncated-page", "the file ends inside a tag")
    elif unclosed := _unclosed(content):
        reading.report("truncated-page", f"never closed: {', '.join(unclosed)}")


def _unclosed(content: bytes) -> list[str]:
    """Elements that begin more often than they end, though their end is no option."""
    balance: dict[str, int] = {}
    for match in _TAG.finditer(content):
        name = match[2].decode().lower()
        balance[name] = balance.get(name, 0) + (-1 if match[1] else 1)
    return sorted(name for name, open_ones in balance.items() if open_ones > 0)


def _title(items: list[Item]) -> tuple[Text, Text, list[Item]]:
    """The title, its anchor and the items without it: the first of the highest headings.

    Without an `h1`, a heading that is higher than all others; else there is no title.
    """
    headings = [item for item in items if isinstance(item, Heading)]
    if not headings:
        return Text(""), Text(""), items
    highest = min(heading.level for heading in headings)
    found = [heading for heading in headings if heading.level == highest]
    if highest > 1 and len(headings) > 1 and len(found) > 1:
        return Text(""), Text(""), items
    at = items.index(found[0])
    untitled = Heading(level=highest, words=Text(""), anchors=found[0].anchors)
    anchor = next(iter(found[0].anchors), Text(""))
    return found[0].words, anchor, [*items[:at], untitled, *items[at + 1 :]]


def _footer(items: list[Item]) -> tuple[list[Item], Parent | None]:
    """The items without the footer, and the chapter that the footer names."""
    for at in range(len(items) - 1, -1, -1):
        item = items[at]
        if isinstance(item, Paragraph) and _PARENT.match(item.text.plain):
            parents = [
                Parent(title=span.text, link=span.link)
                for span in item.spans
                if span.link is not None
            ]
            return items[:at] + items[at + 1 :], parents[0] if parents else None
    return items, None


def _sections(items: Iterable[Item], page: Text) -> Iterable[Section]:
    """Everything up to the next heading, again and again; empty untitled ones not."""
    heading = Heading(level=0, words=Text(""), anchors=())
    elements: list[Element] = []
    above = Text("")
    for item in (*items, None):
        if item is not None and not isinstance(item, Heading):
            elements.append(item)
            continue
        above = heading.anchors[0] if heading.anchors else above
        if heading.words or elements:
            yield Section(
                title=heading.words,
                anchors=heading.anchors,
                elements=tuple(elements),
                source=Source(page=page, anchor=above),
            )
        heading, elements = item or heading, []


def _on_page(issues: Iterable[Issue]) -> dict[Issue, None]:
    """The issues, each once, in the order of their discovery."""
    return dict.fromkeys(issues)
