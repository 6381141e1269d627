"""Pages beside each other: markup is no change, and names survive. (title, the page that was, the page that is, changes)."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from scraper import pipeline, service, workspace
from scraper.diff.compare import compare
from scraper.diff.model import Change, Kind, Verdict
from scraper.document.model import Page
from scraper.lock import Lock
from scraper.pipeline import Reading, Reference
from scraper.text import Text
from tests.lamps import HEADS, page, section, table

ABOUT = service.from_name("lamps")
DESCRIBED = (
    "State. The options are as follows: - <strong>on</strong>: It shines."
    " - <strong>off</strong>: It is dark."
)
LISTED = (
    "State. The options are as follows:</p><ul><li><strong>on</strong>: It shines.</li>"
    "<li><strong>off</strong>: It is dark.</li></ul><p>"
)
PLAIN = "State of the lamp. <strong>Whatever</strong> it is."


def read(*pages: tuple[str, str], known: Reading | None = None) -> Reading:
    """Pages (name, HTML), read with the names that a former reading gave away."""
    lock = Lock() if known is None else Lock(names=known.names)
    return pipeline.read(
        Reference(
            service=ABOUT,
            lock=lock,
            pages=tuple(
                Page(name=Text(f"{name}.html"), content=html.encode())
                for name, html in pages
            ),
        )
    )


def changes(old: str, new: str) -> list[str]:
    before = read(("SetLamp", old))
    after = read(("SetLamp", new), known=before)
    assert not before.errors
    return [shown(change) for change in compare(before.api, after.api)]


def shown(change: Change) -> str:
    return f"{change.verdict.value} {change.kind.value} {change.place.plain}"


def lamp(
    *,
    uri: str = "<p>PUT /v1/{project_id}/lamps/{lamp_id}</p>",
    state: str = PLAIN,
    color: str = '<a href="#SetLamp__request_Color">Color</a> object',
    query: bool = False,
    anchor: str = "SetLamp__request_Color",
    caption: str = "Color",
    example: str = '{ "state" : "on" }',
    title: str = "Setting a Lamp",
) -> str:
    of_path = table("p", "Path parameters", ("lamp_id", "Yes", "String", "Lamp ID."))
    of_query = table("q", "Query parameters", ("dry", "No", "Boolean", "Only try."))
    return page(
        "SetLamp",
        title,
        section("URI", uri, of_path, "" if query else of_query),
        section(
            "Request Parameters",
            of_query if query else "",
            table(
                "SetLamp__request_Request",
                "Request body parameters",
                ("state", "Yes", "String", state),
                ("color", "No", color, f'Color. See <a href="#{anchor}">Table 1</a>.'),
            ),
            table(anchor, caption, ("red", "No", "Integer", "Share of red.")),
        ),
        section("Example Requests", f'<pre class="screen">{example}</pre>'),
    )


TWO = (
    "<p>PUT /v2.1/{project_id}/lamps/{lamp_id}</p><p>PUT /v2/{project_id}/lamps/{lamp_id}</p>",
    "<p>PUT /v2/{project_id}/lamps/{lamp_id}</p><p>PUT /v2.1/{project_id}/lamps/{lamp_id}</p>",
)
MARKUP = (
    ("a dash list as a list", lamp(state=DESCRIBED), lamp(state=LISTED)),
    ("text in other lines", lamp(state="It is\n  on.<br>Or off."), lamp(state="It <em>is on</em>.\nOr off.")),
    ("text in several paragraphs", lamp(state="One. Two."), lamp(state="One.</p><p>Two.")),
    ("other anchors", lamp(), lamp(anchor="new_1").replace("#SetLamp__request_Color", "#new_1")),
    ("an example in another layout", lamp(), lamp(example='{\n    "state": "on"\n}')),
    ("request lines in another order", lamp(uri=TWO[0]), lamp(uri=TWO[1])),
    ("a table in another section", lamp(), lamp(query=True)),
    ("an object in other words", lamp(color="Color structure"), lamp(color="Object")),
    ("a type in other letters", lamp(color="OBJECT"), lamp(color="Dict")),
    ("a table with another caption", lamp(), lamp(caption="Parameters of the color")),
    ("lost underscores", lamp(state="All: <strong><strong>ALL</strong></strong>."), lamp(state="All: <strong>__ALL__</strong>.")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"), [case[1:] for case in MARKUP], ids=[case[0] for case in MARKUP]
)
def test_markup_is_no_change(old: str, new: str) -> None:
    assert old != new
    assert changes(old, new) == []
    assert changes(new, old) == []


def test_columns_in_another_order() -> None:
    """Cells move with their heads."""
    before = lamp()
    row = ("red", "No", "Integer", "Share of red.")
    cells = "".join(f"<td><p>{cell}</p></td>" for cell in row)
    heads = "".join(f"<th><p>{head}</p></th>" for head in HEADS)
    order = (3, 2, 0, 1)
    mixed = "".join(f"<td><p>{row[at]}</p></td>" for at in order)
    mixed_heads = "".join(f"<th><p>{HEADS[at]}</p></th>" for at in order)
    start = before.rindex(heads)
    after = before[:start] + before[start:].replace(heads, mixed_heads)
    after = after.replace(cells, mixed)
    assert after != before
    assert changes(before, after) == []


WORDS = (
    ("a title", lamp(), lamp(title="Turning a Lamp On"), "documentation title SetLamp"),
    ("a description", lamp(), lamp(state="How it is."), "documentation description Request.state"),
    ("an example", lamp(), lamp(example='{ "state" : "off" }'), "documentation example SetLamp request example"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), [case[1:] for case in WORDS], ids=[c[0] for c in WORDS]
)
def test_words_are_documentation(old: str, new: str, expected: str) -> None:
    assert changes(old, new) == [expected]


def test_a_second_page_with_a_model_of_the_same_name_renames_nothing() -> None:
    first = ("SetLamp", lamp())
    other = lamp().replace("/lamps/", "/bulbs/").replace("Share of red.", "Red.")
    second = ("ASetBulb", other.replace('"Integer"', "").replace("<p>red", "<p>green"))
    before = read(first)
    after = read(second, first, known=before)
    found = compare(before.api, after.api)
    assert {change.verdict for change in found} == {Verdict.COMPATIBLE}
    assert {change.kind for change in found} == {Kind.OPERATION, Kind.SCHEMA}


def test_a_renamed_page_is_the_same_operation() -> None:
    before = read(("SetLamp", lamp()))
    renamed = lamp(title="Turning a Lamp").replace("SetLamp", "en-us_topic_7")
    after = read(("en-us_topic_7", renamed), known=before)
    found = compare(before.api, after.api)
    assert [shown(change) for change in found] == ["documentation title SetLamp"]


NOW, EARLIER = os.environ.get("DOC_EXPORTS"), os.environ.get("DOC_EXPORTS_EARLIER")
needs_exports = pytest.mark.skipif(
    not (NOW and EARLIER),
    reason="DOC_EXPORTS and DOC_EXPORTS_EARLIER name no exports of documents",
)
ROOT = Path(__file__).parents[2]


def folder(root: str | None) -> Path:
    assert root is not None
    return Path(root) / "docs" / "modelarts" / "api-ref"


@cache
def exported() -> tuple[Change, ...]:
    """ModelArts from the earlier export to the later one, as an update would read it."""
    about = service.from_name("modelarts")
    lock, readings = Lock(), list[Reading]()
    for root in (EARLIER, NOW):
        reference = Reference(
            service=about,
            lock=lock,
            pages=workspace.read_pages(folder(root)),
            contents=workspace.read_contents(folder(root)),
        )
        readings.append(pipeline.read(reference))
        lock = Lock(names=readings[-1].names)
    return compare(readings[0].api, readings[1].api)


@needs_exports
def test_a_real_update_has_the_changes_that_its_pages_show() -> None:
    """What was counted on the pages by other means: 27 cells Mandatory (in 19 properties, shared by pages), a row."""
    found = exported()
    required = [one for one in found if one.kind is Kind.REQUIRED]
    assert len(required) == 19
    assert {one.verdict for one in required} == {Verdict.COMPATIBLE}
    assert sum(len(one.used_by) for one in required) == 27
    told = {shown(one) for one in found if one.verdict is Verdict.BREAKING}
    assert {each for each in told if " schema " not in each and " enumeration " not in each} == {
        "breaking property Config.model_id",
        "breaking type ListServiceUpdateLogsConfig.custom_spec",
        "breaking type ListStatsResp.grouped_label_stats",
        "breaking type ListStatsResp.hard_detail_stats",
    }  # fmt: skip
    assert [shown(one) for one in found if one.kind is Kind.OPERATION] == [
        "compatible operation ListDedicatedResourcePools"
    ]
    assert not [one for one in found if one.kind in (Kind.GROUP, Kind.NAME)]


@needs_exports
def test_a_real_page_reworded_is_documentation_only() -> None:
    before = read(("CreateTask", (folder(NOW) / "CreateTask.html").read_text("utf-8")))
    path = ROOT / "spec" / "modelarts" / "CreateTask.html"
    after = read(("CreateTask", path.read_text("utf-8")), known=before)
    found = compare(before.api, after.api)
    assert [shown(change) for change in found] == [
        "documentation description SmartTaskConfig.export_format",
        "documentation description SmartTaskConfig.parameters",
    ]
