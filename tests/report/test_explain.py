"""`explain` shows what each stage made of a page, whatever the page holds."""

from __future__ import annotations

from scraper import pipeline, service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.report.explain import explain
from scraper.text import Text
from tests.lamps import SERVICE, SWITCH

LAMPS = service.read(SERVICE, name="lamps", file="service.toml")


def explained(content: str) -> list[str]:
    page = Page(name=Text("SwitchLamp.html"), content=content.encode())
    reading = pipeline.read(Reference(pages=(page,), service=LAMPS))
    text = explain(reading.documents[0], reading.drafts[0], reading.api, reading.issues)
    return [line.strip() for line in text.splitlines()]


def test_every_row_is_shown_with_what_was_read_from_which_words() -> None:
    lines = explained(SWITCH)
    expected = [
        'row 2: dim: integer from "Integer"; required: no from "No"',
        'minimum 1 from "The value ranges from 1 to 100."',
        'maximum 100 from "The value ranges from 1 to 100."',
    ]
    start = lines.index(expected[0])
    assert lines[start : start + 3] == expected


def test_a_format_is_shown_with_the_words_that_state_it() -> None:
    lines = explained(SWITCH.replace("Lamp ID.", "Key, in UUID format."))
    assert 'format uuid from "Key, in UUID format."' in lines


def test_every_part_has_its_place() -> None:
    lines = explained(SWITCH)
    titles = ["Page", "Sections", "Tables", "Examples", "Statuses", "Result", "Issues"]
    assert [line for line in lines if line in titles] == titles
    assert 'parent topic: "Lamp Management"' in lines
    assert '1: request, body: {"state": "on", "dim": 40}' in lines
    assert "200: OK" in lines
    assert 'enumeration SwitchRequestState: "on", "off"' in lines


def test_a_row_that_is_no_field_is_shown_with_its_issue() -> None:
    nameless = SWITCH.replace("<td><p>red</p></td>", "<td><p></p></td>")
    lines = explained(nameless)
    start = lines.index("Rows that are no fields")
    assert "row 1" in lines[start + 1]
    assert "no issue says why" not in lines[start + 2]


def test_an_empty_page_is_explained() -> None:
    lines = explained("")
    assert lines[0] == 'SwitchLamp.html: ""'
    assert lines.count("(none)") >= 4
