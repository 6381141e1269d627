"""What an operation's description holds: its function, and its sections of constraints."""

from __future__ import annotations

import pytest

from scraper.text import Bullets, Code, Paragraph, Prose
from tests.draft.paper import codes, document, operation, reference, table

URI = "<h4>URI</h4><p>POST /v1/lamps</p>"
LIT = "<h4>Function</h4><p>Lights it.</p>"


def outline(prose: Prose) -> list[str]:
    """A line for each block: `**x**` is a paragraph all in bold, `- x` an item, `> x` code."""
    return [line for block in prose.blocks for line in _lines(block)]


def _lines(block: Paragraph | Bullets | Code) -> list[str]:
    match block:
        case Paragraph(spans=spans):
            bold = all(span.strong == 1 for span in spans)
            return [f"**{block.text.plain}**" if bold else block.text.plain]
        case Bullets(items=items):
            return [f"- {line}" for item in items for line in outline(item)]
        case Code():
            return [f"> {block.text.plain}"]


def section(title: str, html: str) -> str:
    return f"<h4>{title}</h4>{html}"


NESTED = "<ul><li>Old lamps:<ul><li>no torch</li></ul></li><li>New lamps</li></ul>"
CASES: list[tuple[str, str, list[str]]] = [
    ("a paragraph", LIT + section("Constraints", "<p>Only at night.</p>") + URI, ["Lights it.", "**Constraints**", "Only at night."]),
    ("bullets", LIT + section("Constraints", "<ul><li>At night.</li><li>Once.</li></ul>") + URI, ["Lights it.", "**Constraints**", "- At night.", "- Once."]),
    ("nested lists", LIT + section("Restrictions", NESTED) + URI, ["Lights it.", "**Restrictions**", "- Old lamps:", "- - no torch", "- New lamps"]),
    ("code", LIT + section("Notes", "<p>As here:</p><pre>lit=True</pre>") + URI, ["Lights it.", "**Notes**", "As here:", "> lit=True"]),
    ("behind the URI", LIT + URI + section("Constraints", "<p>Only at night.</p>"), ["Lights it.", "**Constraints**", "Only at night."]),
    ("before the function", section("Prerequisites", "<p>A lamp.</p>") + LIT + URI, ["Lights it.", "**Prerequisites**", "A lamp."]),
    ("two sections", LIT + section("Prerequisites", "<p>A lamp.</p>") + section("Notes and Constraints:", "<p>None.</p><p>At night.</p>") + URI, ["Lights it.", "**Prerequisites**", "A lamp.", "**Notes and Constraints**", "None.", "At night."]),
    ("no function", "<p>Lights it.</p>" + section("Constraints", "<p>Only at night.</p>") + URI, ["Lights it.", "**Constraints**", "Only at night."]),
    ("no words besides", section("Constraints", "<p>Only at night.</p>") + URI, ["**Constraints**", "Only at night."]),
    ("a heading that is a paragraph", section("Function", "<p>Lights it.</p><p><strong>Constraints:</strong></p><p>Only at night.</p>") + URI, ["Lights it.", "**Constraints**", "Only at night."]),
    ("a table", LIT + section("Constraints", "<p>Only at night.</p>" + table([("Old", "9")], columns=("Lamp", "Hour"))) + URI, ["Lights it.", "**Constraints**", "Only at night."]),
    ("a table alone", LIT + section("Constraints", table([("Old", "9")], columns=("Lamp", "Hour"))) + URI, ["Lights it."]),
    ("none", LIT + section("Constraints", "<p>None</p>") + URI, ["Lights it."]),
    ("none, a sentence", LIT + section("Constraints", "<p>None.</p>") + URI, ["Lights it."]),
    ("none, an item", LIT + section("Constraints", "<ul><li>N/A</li></ul>") + URI, ["Lights it."]),
    ("a dash", LIT + section("Constraints", "<p>-</p>") + URI, ["Lights it."]),
    ("nothing", LIT + section("Constraints", "") + URI, ["Lights it."]),
    ("of a request", LIT + URI + section("Request", "<p>Notes:</p><p>The name is short.</p>"), ["Lights it."]),
    ("of answers", LIT + URI + section("Response", "<p>Constraints</p><p>At most 9.</p>") + section("Status Codes", "<p>Notes</p><p>200 is good.</p>"), ["Lights it."]),
    ("of an example", LIT + URI + section("Example Request", "<p>Notes</p><p>A lamp.</p><pre>{}</pre>"), ["Lights it."]),
    ("another section", LIT + section("Versioning", "<p>Only at night.</p>") + URI, ["Lights it."]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("html", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_describes(html: str, expected: list[str]) -> None:
    draft, issues = operation(document(f"<h1>Lighting a Lamp</h1>{html}"))
    assert outline(draft.description) == expected
    assert codes(issues) == ["table-not-parameters"] * html.count("<table")


def test_lost_underscores_come_back_in_constraints_too() -> None:
    told = "<p>Not <strong><strong>ALL</strong></strong>.</p>"
    draft, issues = operation(document(f"<h1>T</h1>{section('Notes', told)}{URI}"))
    assert draft.description.text.plain == "Notes\nNot __ALL__."
    assert codes(issues) == ["lost-underscores"]


def test_constraints_deprecate_nothing() -> None:
    told = section("Constraints", "<p>The old lamp has been discarded.</p>")
    draft, _ = operation(document(f"<h1>Lighting a Lamp</h1>{LIT}{told}{URI}"))
    assert draft.deprecated is None


def test_constraints_hold_no_request_line() -> None:
    told = section("Constraints", "<pre>GET /v1/torches</pre>")
    draft, _ = operation(document(f"<h1>Lighting a Lamp</h1>{LIT}{told}{URI}"))
    assert [line.path.plain for line in draft.request_lines] == ["/v1/lamps"]


def test_a_page_without_an_operation_has_its_function_only() -> None:
    told = section("Prerequisites", "<p>A lamp.</p>")
    page, _ = reference(document(f"<h1>Lamps</h1>{LIT}{told}"))
    assert outline(page.description) == ["Lights it."]
