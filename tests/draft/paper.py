"""Small pages of an invented service, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Sequence

from scraper.document import Document, Page, parse
from scraper.draft import read
from scraper.draft.model import Draft, OperationDraft, ReferencePage
from scraper.issues import Issue
from scraper.text import Text

FULL = ("Parameter", "Mandatory", "Type", "Description")
RESPONSE = ("Parameter", "Type", "Description")


def table(
    rows: Sequence[Sequence[str]],
    *,
    columns: Sequence[str] = FULL,
    caption: str = "",
    anchor: str = "",
) -> str:
    head = "".join(f"<th>{column}</th>" for column in columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows
    )
    named = f' id="{anchor}"' if anchor else ""
    captioned = f"<caption>{caption}</caption>" if caption else ""
    return f"<table{named}>{captioned}<thead><tr>{head}</tr></thead>{body}</table>"


def field(name: str, type: str = "String", description: str = "") -> Sequence[str]:
    return (name, "Yes", type, description)


def answer(name: str, type: str = "String", description: str = "") -> Sequence[str]:
    return (name, type, description)


def page(
    *,
    uri: str = "<p>POST /v1/{project_id}/lamps</p>",
    title: str = "Lighting a Lamp",
    **sections: str,
) -> Document:
    """A page with a section URI and those given; `_` in a title stands for a blank."""
    html = [f"<h1>{title}</h1>", f"<h4>URI</h4>{uri}" if uri else ""]
    html += [
        f"<h4>{name.replace('_', ' ')}</h4>{body}" for name, body in sections.items()
    ]
    return document("".join(html))


def document(html: str | bytes) -> Document:
    content = html.encode() if isinstance(html, str) else html
    return parse(Page(name=Text("Lamp.html"), content=content))[0]


def operation(document: Document) -> tuple[OperationDraft, tuple[Issue, ...]]:
    draft, issues = read(document)
    assert isinstance(draft, OperationDraft)
    return draft, issues


def reference(document: Document) -> tuple[ReferencePage, tuple[Issue, ...]]:
    draft, issues = read(document)
    assert isinstance(draft, ReferencePage)
    return draft, issues


def codes(issues: Sequence[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def fields_of(draft: Draft) -> list[str]:
    return [field.name.plain for table in draft.tables for field in table.fields]
