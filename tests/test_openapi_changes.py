"""A change of one row of a page changes openapi.yaml in one place, and nothing but the pages changes it at all."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import pytest

from scraper import pipeline, service
from scraper.document.model import Page
from scraper.pipeline import Reference
from scraper.text import Text
from tests.support.references import ROOT

NAME = "CreateTask.html"
PAGE = (ROOT / "spec" / "modelarts" / NAME).read_text(encoding="utf-8")


def row(name: str) -> str:
    """The first row of a property, as it stands on the page."""
    found = re.search(rf"<tr(?:(?!</tr>).)*>{name}</p>.*?</tr>\n?", PAGE, re.DOTALL)
    assert found is not None
    return found[0]


MODEL = row("model_id")
CLUSTERS = row("n_clusters")
SECOND = MODEL.replace(">model_id<", ">lamp_id<")
CHANGES = [
    ("a description", PAGE.replace(MODEL, MODEL.replace("Model ID.", "Which model."))),
    ("a type", PAGE.replace(CLUSTERS, CLUSTERS.replace("Integer", "Long"))),
    ("a default", PAGE.replace(CLUSTERS, CLUSTERS.replace("clusters.", "clusters. The default value is 3."))),
    ("a range", PAGE.replace(CLUSTERS, CLUSTERS.replace("clusters.", "clusters. The value ranges from 1 to 9."))),
    ("mandatory", PAGE.replace(MODEL, MODEL.replace(">No<", ">Yes<"))),
    ("one row more", PAGE.replace(MODEL, MODEL + SECOND)),
    ("one row more at the top", PAGE.replace(MODEL, SECOND + MODEL)),
    ("one row less", PAGE.replace(MODEL, "")),
    ("another order", PAGE.replace(MODEL, "").replace(row("config"), MODEL + row("config"))),
    ("the title", PAGE.replace("Starting Intelligent Tasks", "Starting Tasks", 1)),
]  # fmt: skip
IN_TWO = {"mandatory", "another order"}
"""A mandatory body and its mandatory property are two things; what is put elsewhere is taken from one place."""


def document(page: str) -> list[str]:
    result = pipeline.run(
        Reference(
            pages=(Page(name=Text(NAME), content=page.encode()),),
            service=service.from_name("lamps"),
        )
    )
    return result.files["openapi.yaml"].splitlines()


@pytest.fixture(scope="module")
def before() -> list[str]:
    return document(PAGE)


@pytest.mark.parametrize(
    ("title", "page"), CHANGES, ids=[change[0] for change in CHANGES]
)
def test_one_change_is_one_place(before: list[str], title: str, page: str) -> None:
    assert page != PAGE
    matcher = SequenceMatcher(None, before, document(page), autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    assert len(changed) == (2 if title in IN_TWO else 1), changed
