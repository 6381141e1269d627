"""A small invented service, written in the form of the real pages; several tests read it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

SERVICE = """
title = "Lamps"
client = "Lamps"
package = "otc_lamps"
distribution = "otc-lamps"
version = "0.1.0"

[server]
url = "https://lamps.{region}.example.com"
regions = ["north-1"]

[upstream]
repository = "https://example.com/documents"
folder = "docs/lamps"
pages = ["*.html"]
"""

HEADS = ("Parameter", "Mandatory", "Type", "Description")


def table(anchor: str, caption: str, *rows: Sequence[str]) -> str:
    """A table of parameters: four cells a row."""
    head = "".join(f"<th><p>{word}</p></th>" for word in HEADS)
    body = "".join(
        "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="tablenoborder"><table id="{anchor}" border="1">'
        f"<caption><b>Table 1 </b>{caption}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def section(title: str, *contents: str) -> str:
    heading = f'<h4 class="sectiontitle">{title}</h4>'
    return f'<div class="section">{heading}{"".join(contents)}</div>'


def page(name: str, title: str, *sections: str) -> str:
    """A whole page; `name` is its file name without `.html`."""
    return (
        f'<a name="{name}"></a><a name="{name}"></a>\n'
        f'<h1 class="topictitle1">{title}</h1>\n'
        f'<div id="body1">{"".join(sections)}</div>\n'
        '<div class="familylinks"><div class="parentlink"><strong>Parent topic:</strong>'
        ' <a href="chapter_1.html">Lamp Management</a></div></div>\n'
    )


STATES = (
    "State of the lamp. The options are as follows:"
    "<ul><li><strong>on</strong>: The lamp shines.</li>"
    "<li><strong>off</strong>: The lamp is dark. (Default value)</li></ul>"
)

SWITCH = page(
    "SwitchLamp",
    "Switching a Lamp",
    section("Function", "<p>This API is used to switch a lamp on or off.</p>"),
    section(
        "URI",
        "<p>PUT /v1/{project_id}/lamps/{lamp_id}</p>",
        table(
            "SwitchLamp__path",
            "Path parameters",
            ("project_id", "Yes", "String", "Project ID."),
            ("lamp_id", "Yes", "String", "Lamp ID."),
        ),
    ),
    section(
        "Request Parameters",
        table(
            "SwitchLamp__request_SwitchRequest",
            "Request body parameters",
            (
                "state",
                "Yes",
                "String",
                STATES,
            ),
            ("dim", "No", "Integer", "Brightness. The value ranges from 1 to 100."),
            (
                "color",
                "No",
                '<a href="#SwitchLamp__request_Color">Color</a> object',
                "Color of the light.",
            ),
        ),
        table(
            "SwitchLamp__request_Color",
            "Color",
            ("red", "No", "Integer", "Share of red."),
            ("blue", "No", "Glow", "Share of blue."),
        ),
    ),
    section(
        "Response Parameters",
        "<p><strong>Status code: 200</strong></p>",
        table(
            "SwitchLamp__response_SwitchResponse",
            "Response body parameters",
            ("lamp_id", "Yes", "String", "Lamp ID."),
        ),
    ),
    section(
        "Example Requests",
        '<pre class="screen">{ "state" : "on", "dim" : 40 }</pre>',
        '<pre class="screen">{ "state" : "on", }</pre>',
    ),
    section(
        "Example Responses",
        "<p><strong>Status code: 200</strong></p>",
        '<pre class="screen">{ "lamp_id" : "l1" }</pre>',
    ),
    section(
        "Status Codes",
        '<table id="SwitchLamp__codes"><thead><tr><th>Status Code</th>'
        "<th>Description</th></tr></thead>"
        "<tbody><tr><td>200</td><td>OK</td></tr></tbody></table>",
    ),
)

LINKS = (
    '<ul class="ullinks"><li class="ulchildlink"><strong>'
    '<a href="SwitchLamp.html">Switching a Lamp</a></strong><br></li></ul>'
)

CHAPTER = page("chapter_1", "Lamp Management", LINKS)


def write_service(spec: Path, name: str = "lamps", toml: str = SERVICE) -> Path:
    """A spec folder with one service and its two pages; returns the service's folder."""
    folder = spec / name
    folder.mkdir(parents=True)
    (folder / "service.toml").write_text(toml, encoding="utf-8")
    (folder / "SwitchLamp.html").write_text(SWITCH, encoding="utf-8")
    (folder / "chapter_1.html").write_text(CHAPTER, encoding="utf-8")
    return folder
