"""References that hold much of one thing: how many is the only thing that varies."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from scraper import corrections, service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text
from tests.lamps import SERVICE, page, section, table

Shape: TypeAlias = Callable[[int], Reference]

LAMPS = service.read(SERVICE, name="lamps", file="service.toml")

CODES = "<thead><tr><th>Status Code</th><th>Description</th></tr></thead>"


def reference(
    pages: Mapping[str, str], contents: object = None, corrected: str = ""
) -> Reference:
    listed = None
    if contents is not None:
        words = contents if isinstance(contents, str) else json.dumps(contents)
        listed = Page(name=Text("CLASS.TXT.json"), content=words.encode())
    return Reference(
        service=LAMPS,
        pages=tuple(
            Page(name=Text(f"{name}.html"), content=text.encode())
            for name, text in pages.items()
        ),
        contents=listed,
        corrections=corrections.read(corrected, file="corrections.toml"),
    )


def operation(
    *rows: tuple[str, str, str, str],
    name: str = "ChangeLamp",
    more: Iterable[str] = (),
    line: str = "PUT /v1/lamps",
    title: str = "Changing Lamps",
) -> str:
    """A page with a request's body of these rows, and further sections."""
    body = table(f"{name}__request_Change{name}", "Request body", *rows)
    return page(
        name,
        title,
        section("URI", f"<p>{line}</p>"),
        section("Request Parameters", body if rows else ""),
        *more,
    )


def one(text: str) -> Reference:
    return reference({"ChangeLamp": text})


def row(
    name: str, type: str = "String", words: str = "A part."
) -> tuple[str, str, str, str]:
    return name, "No", type, words


def rows(n: int) -> Reference:
    return one(operation(*(row(f"part_{i}") for i in range(n))))


def same_rows(n: int) -> Reference:
    return one(operation(*(row("part") for _ in range(n))))


def like_rows(n: int) -> Reference:
    """Names that are one identifier in Python."""
    return one(
        operation(
            *(
                (row("-" * (i + 1) + "part") for i in range(n))
                if n < 500
                else (row(f"part{'-' if i % 2 else '.'}{i // 2}") for i in range(n))
            )
        )
    )


def tables(n: int) -> Reference:
    found = (table(f"T{i}", f"Part{i}", row("x")) for i in range(n))
    return one(operation(row("a"), more=[section("Tables", *found)]))


def chain(n: int) -> Reference:
    """Each table refers to the next."""
    return _linked(n, lambda i: i + 1)


def ring(n: int) -> Reference:
    """The same, and the last one refers to the first."""
    return _linked(n, lambda i: (i + 1) % n)


def _linked(n: int, following: Callable[[int], int]) -> Reference:
    found = (
        table(f"T{i}", f"Part{i}", row(f"x{i}"), _to(following(i))) for i in range(n)
    )
    return one(operation(_to(0), more=[section("Request Parameters", *found)]))


def _to(i: int) -> tuple[str, str, str, str]:
    return row("next", f'<a href="#T{i}">Part{i}</a> object')


def star(n: int) -> Reference:
    """One table with a reference to each of many."""
    found = (table(f"T{i}", f"Part{i}", row(f"x{i}")) for i in range(n))
    links = (row(f"to{i}", f'<a href="#T{i}">Part{i}</a> object') for i in range(n))
    return one(operation(*links, more=[section("Request Parameters", *found)]))


def by_name(n: int) -> Reference:
    """References by name only."""
    found = (table(f"T{i}", f"Part{i}", row(f"x{i}")) for i in range(n))
    links = (row(f"to{i}", f"Part{i} object") for i in range(n))
    return one(operation(*links, more=[section("Request Parameters", *found)]))


def same_tables(n: int) -> Reference:
    """Tables of one name and as many shapes."""
    found = (table(f"T{i}", "Part", row(f"x{i}")) for i in range(n))
    links = (row(f"to{i}", f'<a href="#T{i}">Part</a> object') for i in range(n))
    return one(operation(*links, more=[section("Request Parameters", *found)]))


def same_chain(n: int) -> Reference:
    """Tables of one name, of which each but the last looks like the one before it; the body refers to all."""
    found = [table(f"T{i}", "Part", _to(i + 1)) for i in range(n - 1)]
    found.append(table(f"T{n - 1}", "Part", row("end")))
    links = (row(f"to{i}", f'<a href="#T{i}">Part</a> object') for i in range(n))
    return one(operation(*links, more=[section("Request Parameters", *found)]))


def alternatives(n: int) -> Reference:
    """Properties that may be any of five tables."""
    found = (table(f"T{i}", "Part", row(f"x{i}")) for i in range(n))
    cases = [f'<a href="#T{i}">Table {i}</a>' for i in range(n)]
    parts = (
        row(f"part{i}", "Part object", f"See {' '.join(cases[i : i + 5])}.")
        for i in range(0, n, 5)
    )
    return one(operation(*parts, more=[section("Request Parameters", *found)]))


def operations(n: int) -> Reference:
    return reference(
        {
            f"ChangeLamp{i}": operation(
                row("a"), name=f"ChangeLamp{i}", line=f"PUT /v1/lamps/l{i}"
            )
            for i in range(n)
        }
    )


def same_titles(n: int) -> Reference:
    return reference(
        {
            f"lamp_{i}": operation(
                row("a"), name=f"lamp_{i}", line=f"PUT /v1/lamps/l{i}"
            )
            for i in range(n)
        }
    )


def same_paths(n: int) -> Reference:
    """Operations under one path, told apart by their bodies."""
    return reference(
        {
            f"lamp_{i}": operation(row(f"a{i}"), name=f"lamp_{i}", title=f"Doing {i}")
            for i in range(n)
        }
    )


def request_lines(n: int) -> Reference:
    lines = "".join(f"<p>PUT /v{i + 1}/lamps</p>" for i in range(n))
    return one(
        page(
            "ChangeLamp",
            "Changing",
            section("URI", lines),
            section("Request Parameters", table("T", "Request body", row("a"))),
        )
    )


def enumeration(n: int) -> Reference:
    values = "".join(f"<li><strong>v{i}</strong>: Kind {i}.</li>" for i in range(n))
    words = f"The options are as follows:<ul>{values}</ul>"
    return one(operation(row("kind", words=words)))


def same_values(n: int) -> Reference:
    """Values that are one identifier in Python."""
    values = "".join(
        f"<li><strong>v{'-+/*'[i % 4] * (i // 4 % 50 + 1)}{i // 200}</strong>: Kind.</li>"
        for i in range(n)
    )
    words = f"The options are as follows:<ul>{values}</ul>"
    return one(operation(row("kind", words=words)))


def enumerations(n: int) -> Reference:
    words = "The options are as follows:<ul><li><strong>a{0}</strong>: A.</li><li><strong>b{0}</strong>: B.</li></ul>"
    return one(
        operation(*(row(f"kind_of_{i}", words=words.format(i)) for i in range(n)))
    )


def prose_values(n: int) -> Reference:
    words = (
        "The value can be "
        + ", ".join(f"<b>v{i}</b>" for i in range(n))
        + " or <b>x</b>."
    )
    return one(operation(row("kind", words=words)))


def items(n: int) -> Reference:
    listed = "".join(f"<li>Item {i} of it.</li>" for i in range(n))
    return one(operation(row("a"), more=[section("Constraints", f"<ul>{listed}</ul>")]))


def nested_items(n: int) -> Reference:
    return one(operation(row("a", words="<ul><li>Words." * n + "</li></ul>" * n)))


def sentences(n: int) -> Reference:
    words = (
        "This is mandatory if <b>x</b> is set. The default value is 5. Range: 1 to 10. "
        * n
    )
    return one(operation(row("a", words=words)))


def paragraphs(n: int) -> Reference:
    words = "<p>A paragraph of words.</p>" * n
    return one(operation(row("a", words=words), more=[section("Function", words)]))


def words(n: int) -> Reference:
    text = "word " * n
    return one(
        operation(row("a", words=text), more=[section("Function", f"<p>{text}</p>")])
    )


def word(n: int) -> Reference:
    text = "w" * (n * 10)
    return one(
        operation(row("a", words=text), more=[section("Function", f"<p>{text}</p>")])
    )


def named_word(n: int) -> Reference:
    return one(operation(row("w" * n, "W" * n)))


def spans(n: int) -> Reference:
    text = "<b>a</b> <i>b</i> <code>c</code> " * n
    return one(
        operation(row("a", words=text), more=[section("Function", f"<p>{text}</p>")])
    )


def examples(n: int) -> Reference:
    blocks = (f'<pre>{{"part": "{i}"}}</pre>' for i in range(n))
    return one(operation(row("part"), more=[section("Example Requests", *blocks)]))


def wide_example(n: int) -> Reference:
    block = json.dumps({f"key{i}": i for i in range(n)})
    return one(
        operation(
            row("part"), more=[section("Example Requests", f"<pre>{block}</pre>")]
        )
    )


def long_example(n: int) -> Reference:
    block = json.dumps({"part": list(range(n))})
    return one(
        operation(
            row("part", "Array of integers"),
            more=[section("Example Requests", f"<pre>{block}</pre>")],
        )
    )


def deep_example(n: int) -> Reference:
    block = '{"a":' * n + "1" + "}" * n
    return one(
        operation(
            row("part"), more=[section("Example Requests", f"<pre>{block}</pre>")]
        )
    )


def broken_example(n: int) -> Reference:
    block = '{"a": [1,}, ' * n
    return one(
        operation(
            row("part"), more=[section("Example Requests", f"<pre>{block}</pre>")]
        )
    )


def request_examples(n: int) -> Reference:
    block = "GET https://example.com/v1/lamps\n" * n
    return one(
        operation(
            row("part"), more=[section("Example Requests", f"<pre>{block}</pre>")]
        )
    )


def path_variables(n: int) -> Reference:
    variables = "".join(f"/{{p{i}}}" for i in range(n))
    rows = (row(f"p{i}") for i in range(n))
    return one(
        page(
            "ShowLamp",
            "Showing",
            section("URI", f"<p>GET /v1{variables}</p>", table("P", "Path", *rows)),
        )
    )


def query_parameters(n: int) -> Reference:
    rows = (row(f"q{i}") for i in range(n))
    return one(
        page(
            "ListLamps",
            "Listing",
            section("URI", "<p>GET /v1/lamps</p>", table("P", "Query", *rows)),
        )
    )


def statuses(n: int) -> Reference:
    codes = "".join(
        f"<tr><td>{100 + i % 500}</td><td>Words {i}.</td></tr>" for i in range(n)
    )
    return one(
        operation(
            row("a"),
            more=[section("Status Codes", f'<table id="C">{CODES}{codes}</table>')],
        )
    )


def response_tables(n: int) -> Reference:
    found = (
        f"<p>Status code: {100 + i % 500}</p>"
        + table(f"R{i}", "Response body", row(f"x{i}"))
        for i in range(n)
    )
    return one(operation(row("a"), more=[section("Response Parameters", *found)]))


def links(n: int) -> Reference:
    text = "".join(f'<a href="other{i}.html#x">See {i}</a> ' for i in range(n))
    return one(
        operation(row("a", words=text), more=[section("Function", f"<p>{text}</p>")])
    )


def anchors(n: int) -> Reference:
    names = "".join(f'<a name="x{i}"></a>' for i in range(n))
    return one(
        operation(
            row("a"), more=[section("More", names, table("T", "Other", row("b")))]
        )
    )


def sections(n: int) -> Reference:
    return one(
        operation(row("a"), more=(section(f"Part {i}", "<p>x</p>") for i in range(n)))
    )


def attributes(n: int) -> Reference:
    many = " ".join(f'a{i}="x"' for i in range(n))
    return one(operation(row("a"), more=[section("More", f"<p {many}>x</p>")]))


def columns(n: int) -> Reference:
    heads = "".join(f"<th>h{i}</th>" for i in range(n))
    cells = "<td>x</td>" * n
    return one(
        operation(
            row("a"),
            more=[
                section(
                    "Request Parameters",
                    f"<table><thead><tr>{heads}</tr></thead><tr>{cells}</tr></table>",
                )
            ],
        )
    )


def spanning(n: int) -> Reference:
    """As many rows, and cells that span them all."""
    first = f'<tr><td rowspan="{n}" colspan="60">x</td><td>y</td></tr>'
    others = "<tr><td>z</td></tr>" * (n - 1)
    return one(
        operation(
            row("a"),
            more=[
                section(
                    "Request Parameters",
                    f"<table><tr><th>Parameter</th></tr>{first}{others}</table>",
                )
            ],
        )
    )


def tags(n: int) -> Reference:
    return one(operation(row("a"), more=["<div>" * n, "x", "</div>" * n]))


def unclosed(n: int) -> Reference:
    return one(operation(row("a"), more=["<b>x" * n]))


def deep_type(n: int) -> Reference:
    return one(operation(row("a", "Array&lt;" * n + "String" + "&gt;" * n)))


def array_words(n: int) -> Reference:
    return one(operation(row("a", "String" + " array" * n)))


def union_type(n: int) -> Reference:
    return one(operation(row("a", " or ".join(f"Part{i} object" for i in range(n)))))


def entities(n: int) -> Reference:
    lines = '<!ENTITY a0 "lol">' + "".join(
        f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(n)
    )
    text = operation(row("a", words=f"&a{n};"))
    return one(f'<?xml version="1.0"?><!DOCTYPE x [{lines}]>{text}')


def corrected(n: int) -> Reference:
    about = "".join(
        '[[correction]]\npage = "ChangeLamp.html"\nreason = "So."\n'
        f'property = "part_{i}"\nfact = "required"\nwas = false\nnow = true\n'
        for i in range(n)
    )
    found = operation(*(row(f"part_{i}") for i in range(n)))
    return reference({"ChangeLamp": found}, corrected=about)


def contents(n: int) -> Reference:
    listed = [
        {
            "code": str(i),
            "p_code": "" if i < 2 else str(i - 1),
            "title": f"T{i}",
            "uri": f"u{i}.html",
        }
        for i in range(n)
    ]
    return reference({"ChangeLamp": operation(row("a"))}, contents=listed)


def contents_in_a_circle(n: int) -> Reference:
    listed = [
        {
            "code": str(i),
            "p_code": str((i + 1) % n),
            "title": f"T{i}",
            "uri": "ChangeLamp.html" if not i else f"u{i}.html",
        }
        for i in range(n)
    ]
    return reference({"ChangeLamp": operation(row("a"))}, contents=listed)


def chapters(n: int) -> Reference:
    """A chapter for each operation, below each other."""
    listed = [
        {"code": f"c{i}", "p_code": f"c{i - 1}", "title": f"T{i}", "uri": f"u{i}.html"}
        for i in range(n)
    ] + [
        {"code": f"o{i}", "p_code": f"c{i}", "title": f"O{i}", "uri": f"lamp_{i}.html"}
        for i in range(n)
    ]
    return replace(same_titles(n), contents=reference({}, contents=listed).contents)


def broken_contents(n: int) -> Reference:
    return reference({"ChangeLamp": operation(row("a"))}, contents="[" * n)


def long_number(n: int) -> Reference:
    number = "9" * n
    words = (
        f"The default value is {number}. The value ranges from {number} to 1{number}."
        f" The value can be <b>{number}</b> or <b>1{number}</b>. Minimum length: {number}."
    )
    example = f'<pre>{{"part": {number}, "b": 1e{number}}}</pre>'
    return one(
        operation(
            *(
                row(f"part{kind}", kind, words)
                for kind in ("Integer", "Float", "String")
            ),
            line=f"PUT /v{number}/lamps/{{p{number}}}",
            more=[
                section("Example Requests", example),
                section(
                    "Status Codes",
                    f"<p>Status code: {number}</p>",
                    f'<table colspan="{number}"><tr><th>Status Code<th>Description<tr><td>{number}<td>x</table>',
                ),
            ],
        )
    )


def chapter_links(n: int) -> Reference:
    listed = "".join(
        f'<li class="ulchildlink"><strong><a href="lamp_{i}.html">L{i}</a></strong></li>'
        for i in range(n)
    )
    pages = {
        f"lamp_{i}": operation(row("a"), name=f"lamp_{i}", line=f"PUT /v1/lamps/l{i}")
        for i in range(n)
    }
    return reference(
        {**pages, "chapter_1": page("chapter_1", "Lamps", f"<ul>{listed}</ul>")}
    )


def _named(few: int, many: int, *shapes: Shape) -> dict[str, Case]:
    return {
        shape.__name__.replace("_", " "): Case(shape=shape, few=few, many=many)
        for shape in shapes
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A shape, a number for which it is read in no time, and one from which its growth is seen."""

    shape: Shape
    few: int
    many: int


SHAPES: Mapping[str, Case] = {
    **_named(10, 100, rows, same_rows, like_rows, tables, chain, ring, star, by_name),
    **_named(10, 100, same_chain, same_tables, alternatives, enumerations),
    **_named(4, 50, operations, same_titles, same_paths, chapters, chapter_links),
    **_named(5, 50, request_lines, entities),
    **_named(8, 500, enumeration, same_values, prose_values, examples, corrected),
    **_named(8, 500, path_variables, query_parameters),
    **_named(60, 250, nested_items),
    **_named(10, 250, items, sentences, paragraphs, statuses, sections),
    **_named(8, 100, response_tables),
    **_named(10, 1000, spanning, links, words, word, named_word, spans, wide_example),
    **_named(10, 1000, long_example, deep_example, broken_example, request_examples),
    **_named(10, 1000, anchors, attributes, columns, tags, unclosed, deep_type),
    **_named(10, 1000, array_words, union_type, contents, contents_in_a_circle),
    **_named(10, 1000, broken_contents, long_number),
}
"""By title."""
