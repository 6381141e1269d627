"""Whole references as vendors export them: a few pages that refer to each other, and a table of contents."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from tests.storm import words

T = TypeVar("T")
Draw: TypeAlias = Callable[[int, int], int]
"""An integer from the one to the other: all that chance, hypothesis or a fuzzer's bytes decide."""
Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
STEMS = (
    "LightLamp", "ListLamps", "en-us_topic_0123", "lamps", "permissions", "errors", "LIGHTLAMP", "Lámpara ☀ 1.2", "class", "..", "ﬁ",
)  # fmt: skip
DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an author hands in: file name → HTML; the table of contents is JSON text, empty where there is none."""

    pages: dict[str, str]
    contents: str


def pick(draw: Draw, options: Sequence[T]) -> T:
    return options[draw(0, len(options) - 1)]


def chance(draw: Draw, one_in: int) -> bool:
    return draw(1, one_in) == one_in


def shuffle(draw: Draw, parts: Sequence[T]) -> list[T]:
    left = list(parts)
    return [left.pop(draw(0, len(left) - 1)) for _ in parts]


def section(title: str, *contents: str) -> str:
    return f'<div class="section"><h4 class="sectiontitle">{title}</h4>{"".join(contents)}</div>\n'


def link(draw: Draw) -> str:
    """An object's name, a link to its table or to one on another page."""
    name = pick(draw, words.SCHEMAS)
    page = pick(draw, ("", "", *(f"{stem}.html" for stem in STEMS)))
    return pick(draw, (f'<a href="{page}#{name}">{name}</a>', name))


def type_cell(draw: Draw, depth: int = 0) -> str:
    """A type, nested a few times."""
    if depth >= DEEPEST or not chance(draw, 3):
        return pick(draw, words.PRIMITIVES)
    form = pick(
        draw,
        (
            "Array of {} objects", "Array<{}>", "Array &lt;{}&gt;", "Map&lt;String,{}&gt;", "{} object", "{} structure", "List({})", "{} array",
            "{}/{}", "{} or {}", "{}[]", "Array of {}", "Map<String, Array<{}>>", "{} type", "{}. For details, see {}.", "Dict[{}]",
        ),
    )  # fmt: skip
    inner = [
        link(draw) if chance(draw, 2) else type_cell(draw, depth + 1)
        for _ in range(form.count("{}"))
    ]
    return form.format(*inner)


def description(draw: Draw) -> str:
    """Sentences, some of which have a list behind them."""
    told = [_sentence(draw) for _ in range(draw(0, 3))]
    if chance(draw, 4):
        values = [pick(draw, words.VALUES) for _ in range(draw(1, 4))]
        told.append(pick(draw, (_bullets, _breaks, _dashes))(values))
    return pick(draw, ("<p>{}</p>", "{}")).format(" ".join(told))


def _sentence(draw: Draw) -> str:
    form = pick(draw, words.SENTENCES)
    known = words.NUMBERS if chance(draw, 2) else words.VALUES
    return form.format(*(pick(draw, known) for _ in range(form.count("{}"))))


def _bullets(values: Sequence[str]) -> str:
    items = (f"<li><strong>{value}</strong>: so</li>" for value in values)
    return f"<ul>{''.join(items)}</ul>"


def _breaks(values: Sequence[str]) -> str:
    return "<br>".join(f"{value}: so" for value in values)


def _dashes(values: Sequence[str]) -> str:
    return " ".join(f"- <strong>{value}</strong>: so" for value in values)


def cell(draw: Draw, head: str) -> str:
    """What stands below a head."""
    match head:
        case "Type" | "Data Type":
            return type_cell(draw)
        case "Mandatory" | "Required" | "Optional" | "Mandatory or Not":
            return pick(draw, words.ANSWERS)
        case "Description" | "Remarks" | "Meaning" | "Constraint" | "Message":
            return description(draw)
        case "Value Range" | "Default Value" | "Example Value" | "CRUD":
            return pick(draw, words.VALUES)
        case "Status Code" | "Returned Value" | "No.":
            return pick(draw, words.CODES)
        case "Method":
            return pick(draw, words.METHODS)
        case "URI" | "API":
            return pick(draw, words.PATHS)
        case _:
            return pick(draw, words.NAMES)


def table(draw: Draw, heads: Sequence[str] = ()) -> str:
    """A table of parameters, codes or other things."""
    heads = heads or pick(draw, words.HEADS)
    rows = [
        "<tr>"
        + "".join(
            f'<td class="cellrowborder" headers="mcps1.{at}"><p>{cell(draw, head)}</p></td>'
            for at, head in enumerate(heads)
        )
        + "</tr>\n"
        for _ in range(draw(0, 4))
    ]
    head = "".join(f"<th><p>{each}</p></th>" for each in heads)
    head = pick(draw, ("<thead><tr>{}</tr></thead>", "<tr>{}</tr>")).format(head)
    name = pick(draw, (*words.SCHEMAS, "LightLamp__request_Lamp", ""))
    named = f' id="{name}"' if name else ""
    label = pick(draw, (f"<b>Table {draw(1, 9)} </b>", ""))
    caption = pick(draw, words.CAPTIONS)
    above = f"<caption>{label}{caption}</caption>" if caption or label else ""
    return (
        f'<div class="tablenoborder"><a name="{name}"></a><table{named} border="1">'
        f"{above}{head}<tbody>{''.join(rows)}</tbody></table></div>\n"
    )


def value(draw: Draw, depth: int = 0) -> Json:
    """What an example holds."""
    if depth >= DEEPEST or not chance(draw, 2):
        return pick(
            draw, ("on", "", 1, -0.0, 1e30, 10**20, True, None, "2022-03-01T00:00:00Z")
        )
    members = [value(draw, depth + 1) for _ in range(draw(0, 3))]
    if chance(draw, 3):
        return members
    return {pick(draw, words.NAMES): member for member in members}


def example(draw: Draw) -> str:
    """A block of example text: a request line, headers, a body, a curl command."""
    body = json.dumps(
        {pick(draw, words.NAMES): value(draw)}, indent=pick(draw, (None, 1))
    )
    line = f"{pick(draw, words.METHODS)} https://lamps.example.com{pick(draw, words.PATHS)}"
    form = pick(
        draw,
        (
            "{body}", "{line}\n{body}", "{line}\n\n{body}\nOr\n{body}", "HTTP/1.1 200 OK\nX-Lamp: on\n\n{body}", "{line}", "{body}\n// a comment",
            "curl -X POST -H 'X-Auth-Token: x' {line} -d '{body}'", "status code: 200\n{body}......", "[{body},{body},]", "{body}{line}",
        ),
    )  # fmt: skip
    return f'<pre class="screen">{form.format(body=body, line=line)}</pre>\n'


def request_line(draw: Draw) -> str:
    method, path = pick(draw, words.METHODS), pick(draw, words.PATHS)
    form = pick(
        draw,
        (
            "<p>{} {}</p>", "<pre>{} {}</pre>", "{} {}", "<p>Method: {}</p><p>Path: {}</p>", "<ul><li>{} {}</li></ul>", "<p><b>{}</b> {} (v2)</p>",
            "<table><tr><th>Method</th><th>URI</th></tr><tr><td>{}</td><td>{}</td></tr></table>",
        ),
    )  # fmt: skip
    return form.format(method, path)


def operation(draw: Draw) -> list[str]:
    """The sections of a page of an operation, in one of the dialects."""
    code = f"<p><strong>Status code: {pick(draw, words.CODES)}</strong></p>"
    asked, told, shown, answered = pick(
        draw,
        (
            ("Request Parameters", "Response Parameters", "Example Requests", "Example Responses"),
            ("Request Body", "Response Body", "Samples", "Samples"),
            ("Request", "Response", "Example Request", "Example Response"),
        ),
    )  # fmt: skip
    return [
        section("Function", description(draw)),
        section("URI", request_line(draw), *(table(draw) for _ in range(draw(0, 2)))),
        section(asked, *(table(draw) for _ in range(draw(0, 3)))),
        section(told, code, *(table(draw) for _ in range(draw(0, 3)))),
        section(shown, *(example(draw) for _ in range(draw(0, 2)))),
        section(answered, code, *(example(draw) for _ in range(draw(0, 2)))),
        section("Status Codes", table(draw, ("Status Code", "Description"))),
    ]


def anything(draw: Draw) -> list[str]:
    """The sections of a page that others refer to: tables and lists below any heading."""
    part = (table, description, example, request_line)
    return [
        section(
            pick(draw, words.HEADINGS),
            *(pick(draw, part)(draw) for _ in range(draw(0, 3))),
        )
        for _ in range(draw(0, 4))
    ]


def page(draw: Draw, stem: str) -> str:
    usual = "<li class='ulchildlink'><a href='{0}.html'>{0}</a></li>".format
    parts = pick(draw, (operation, operation, anything))(draw)
    if chance(draw, 6):
        parts.append(f"<ul class='ullinks'>{''.join(map(usual, STEMS))}</ul>")
    title = pick(draw, ("Lighting a Lamp", "Querying Lamps (Discarded)", "Lamp", stem))
    return (
        f'<a name="{stem}"></a><a name="{stem}"></a>\n\n<h1 class="topictitle1">{title}</h1>\n'
        f'<div id="body1">{"".join(parts)}</div>\n<div>\n<div class="familylinks">\n'
        '<div class="parentlink"><strong>Parent topic:</strong>'
        f' <a href="{pick(draw, STEMS)}.html">Lamp Management</a></div>\n</div>\n</div>\n'
    )


def written(draw: Draw) -> Written:
    """A reference as its author meant it: one to three pages, and often a table of contents."""
    stems = shuffle(draw, STEMS)[: draw(1, 3)]
    pages = {f"{stem}.html": page(draw, stem) for stem in stems}
    entries = [
        {"code": str(at), "p_code": pick(draw, ("", "1", "2")), "title": stem, "uri": f"{stem}.html"}
        for at, stem in enumerate(stems, 1)
    ]  # fmt: skip
    return Written(pages=pages, contents=json.dumps(entries) if chance(draw, 2) else "")
