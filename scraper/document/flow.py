"""The page's elements in reading order: headings, paragraphs, lists, code and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bs4 import Tag
from bs4.element import NavigableString

from scraper.document import dashes, tables, text
from scraper.document.model import Table
from scraper.document.reading import Heading, Item, Reading
from scraper.document.text import PLAIN, Runs, Style
from scraper.issues import Severity
from scraper.limits import DEEPEST_ELEMENTS, MOST_COLUMNS
from scraper.text import Block, Bullets, Paragraph, Prose, Span, Text

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt"
    " fieldset figcaption figure footer form header hr html legend main nav p"
    " section summary tbody td tfoot th thead tr".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_STRONG = frozenset({"b", "strong"})
_EMPHASIS = frozenset({"i", "em", "cite", "dfn"})
_CODE = frozenset({"code", "tt", "kbd", "samp", "var"})
_BREAKING = _BLOCKS | _HEADINGS | _LISTS | {"table", "pre", "br"}
_SILENT = frozenset("head link meta noscript script style template title".split())


@dataclass(slots=True)
class Flow:
    """Collects the items below one element; `depth` counts from the page's root."""

    reading: Reading
    depth: int = 0
    items: list[Item] = field(default_factory=list[Item])
    _runs: Runs = field(default_factory=Runs)
    _anchors: list[str] = field(default_factory=list[str])
    _of_entry: list[str] = field(default_factory=list[str])
    """Anchors of the list item around, which the first table in it answers to."""
    _dashed: bool = False

    def read(self, tag: Tag) -> list[Item]:
        self._children(tag, PLAIN)
        self._close()
        return self.items

    def _children(self, tag: Tag, style: Style) -> None:
        self.depth += 1
        for child in tag.children:
            if isinstance(child, Tag):
                self._element(child, style)
            elif type(child) is NavigableString:
                self._words(str(child), style)
        self.depth -= 1

    def _element(self, tag: Tag, style: Style) -> None:
        name = tag.name
        if name in _SILENT:
            return
        if self.depth > DEEPEST_ELEMENTS:
            self.reading.report("nested-too-deep", "elements nested too deep are text")
            self._words(tag.get_text(" "), style)
            return
        if name in _BREAKING:
            self._close()
        self._note_anchor(tag)
        if name in _HEADINGS:
            self._heading(tag)
        elif name == "table":
            self._table(tag)
        elif name == "pre":
            self._add(text.code(_preformatted(tag)))
        elif name in _LISTS:
            self._list(tag)
        elif name == "li":
            self._entry(tag, style)
        elif name in _BLOCKS:
            self._children(tag, style)
            self._close()
        else:
            self._children(tag, self._styled(tag, style))

    def _words(self, words: str, style: Style) -> None:
        if not words.isspace():
            self._anchors.clear()
        self._runs.add(words, style)

    def _note_anchor(self, tag: Tag) -> None:
        """Anchors wait for the heading or table that follows; the innermost id first."""
        if name := tables.attribute(tag, "id"):
            self._anchors.insert(0, name)
        if tag.name == "a" and (name := tables.attribute(tag, "name")):
            self._anchors.append(name)

    def _take_anchors(self, tag: Tag | None) -> tuple[Text, ...]:
        """The waiting anchors and those inside `tag`."""
        inside = tag.find_all("a") if tag else ()
        names = [tables.attribute(anchor, "name") for anchor in inside]
        return self.reading.names(name for name in self._anchors + names if name)

    def _styled(self, tag: Tag, style: Style) -> Style:
        name = tag.name
        if name in _STRONG:
            return replace(style, strong=style.strong + 1)
        if name in _EMPHASIS:
            return replace(style, emphasis=True)
        if name in _CODE:
            return replace(style, code=True)
        if name == "a":
            address = tables.attribute(tag, "href")
            return replace(style, link=text.link(address, self.reading.page))
        return style

    def _close(self) -> None:
        """Ends the open paragraph."""
        paragraph = self._runs.close()
        if paragraph is None:
            return
        blocks = dashes.split(paragraph)
        only = blocks[0] if len(blocks) == 1 else None
        last = self.items[-1] if self.items else None
        if self._dashed and isinstance(only, Bullets) and isinstance(last, Bullets):
            self.items[-1] = Bullets(items=last.items + only.items)
        else:
            self.items += blocks
        self._dashed = isinstance(blocks[-1], Bullets)

    def _add(self, item: Item | None) -> None:
        if item is not None:
            self.items.append(item)
            self._dashed = False
            self._anchors.clear()

    def _heading(self, tag: Tag) -> None:
        anchors = self._take_anchors(tag)
        words = text.clean(self._inner(tag).text.plain)
        if not words:
            return
        self.reading.above = anchors[0] if anchors else self.reading.above
        self._add(Heading(level=int(tag.name[1]), words=words, anchors=anchors))

    def _entry(self, tag: Tag, style: Style) -> None:
        """A list item that is read in the open; links to it lead to its first table."""
        outer, self._of_entry = self._of_entry, list(_marks(tag))
        self._children(tag, style)
        self._close()
        self._of_entry = outer

    def _table(self, tag: Tag) -> None:
        self._anchors += self._of_entry
        self._of_entry = []
        anchors = self._take_anchors(tag.find("caption", recursive=False))
        source = self.reading.place(anchors)
        if tables.is_too_wide(tag):
            detail = f"a row has more than {MOST_COLUMNS} cells: split the table, or leave the page out"
            self.reading.report("table-too-wide", detail, Severity.ERROR)
        self._add(tables.read(tag, anchors, source, self._inner))
        if anchors:
            self.reading.above = anchors[0]

    def _list(self, tag: Tag) -> None:
        """A list; one that holds tables, headings or loose words is read in the open."""
        loose = any(type(c) is NavigableString and c.strip() for c in tag.children)
        if loose or tag.find([*_HEADINGS, "table"]) is not None:
            self._children(tag, PLAIN)
            self._close()
            return
        entries = [self._inner(item) for item in _entries(tag)]
        filled = tuple(entry for entry in entries if entry)
        if filled:
            self._add(Bullets(items=filled, ordered=tag.name == "ol"))

    def _inner(self, tag: Tag) -> Prose:
        return Flow(self.reading, self.depth + 1).prose(tag)

    def prose(self, tag: Tag) -> Prose:
        """The words below `tag`, where neither headings nor tables belong."""
        blocks: list[Block] = []
        for item in self.read(tag):
            if isinstance(item, Heading):
                span = Span(text=item.words, strong=1)
                blocks.append(Paragraph(spans=(span,)))
            elif isinstance(item, Table):
                self.reading.report("nested-table", "a table in a cell is read as text")
                blocks += _flat(item)
            else:
                blocks.append(item)
        return Prose(blocks=tuple(blocks))


def _entries(tag: Tag) -> list[Tag]:
    """The items of a list; a list directly in a list stands for an item."""
    return [child for child in tables.children(tag) if child.name not in _SILENT]


def _marks(tag: Tag) -> Iterable[str]:
    """The id of an element, and the names in front of its words."""
    if name := tables.attribute(tag, "id"):
        yield name
    for child in tag.children:
        if not isinstance(child, Tag):
            if str(child).strip():
                return
        elif child.name == "a" and (name := tables.attribute(child, "name")):
            yield name
        else:
            return


def _preformatted(tag: Tag) -> str:
    """The characters of a `pre`; its `br` are line breaks."""
    return "".join(
        (
            str(node)
            if type(node) is NavigableString
            else "\n" if isinstance(node, Tag) and node.name == "br" else ""
        )
        for node in tag.descendants
    )


def _flat(table: Table) -> Iterable[Paragraph]:
    """A table as paragraphs, one per row."""
    heads = [column.plain for column in table.columns]
    for row in [heads, *([c.text.plain for c in row.cells] for row in table.rows)]:
        words = text.clean(" | ".join(row))
        yield Paragraph(spans=(Span(text=words),))
