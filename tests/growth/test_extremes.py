"""What is far beyond any reference, through every stage up to what people are told: no stage goes down by calling itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from scraper import lock, pipeline
from scraper.diff.compare import compare
from scraper.diff.restoring import restore
from scraper.pipeline import Reference
from scraper.report.explain import explain
from scraper.report.summary import summary
from tests.growth import shapes
from tests.growth.shapes import one, operation, row
from tests.lamps import section, table


def _alternatives() -> Reference:
    found = (table(f"T{i}", "Part", row(f"x{i}")) for i in range(51))
    links = " ".join(f'<a href="#T{i}">Table {i}</a>' for i in range(51))
    part = row("part", "Part object", f"See {links}.")
    return one(operation(part, more=[section("Request Parameters", *found)]))


# (title, reference, the kind of issue that tells it)
EXTREMES: tuple[tuple[str, Callable[[], Reference], str], ...] = (
    ("100,000 of Array<", partial(shapes.deep_type, 100_000), "type-unknown"),
    ("17 of Array<", partial(shapes.deep_type, 17), "type-unknown"),
    ("100,000 of array", partial(shapes.array_words, 100_000), "type-unknown"),
    ("10,000 types in one", partial(shapes.union_type, 10_000), "type-unknown"),
    ("10,000 nested tags", partial(shapes.tags, 10_000), "nested-too-deep"),
    ("1,000 lists in lists", partial(shapes.nested_items, 1_000), "nested-too-deep"),
    ("a name of 100,000 letters", partial(shapes.named_word, 100_000), "name-too-long"),
    ("a name of 1,000 letters", partial(shapes.named_word, 1_000), ""),
    ("a page of one word", partial(shapes.word, 5_000), "description-too-long"),
    ("a description of values", partial(shapes.enumeration, 5_000), "description-too-long"),
    ("many alternatives", _alternatives, "too-many-alternatives"),
    ("a long chain", partial(shapes.chain, 130), "orphan-table"),
    ("a ring", partial(shapes.ring, 130), "orphan-table"),
    ("a chain of one name", partial(shapes.same_chain, 130), ""),
    ("21 request lines", partial(shapes.request_lines, 21), "too-many-request-lines"),
    ("JSON 100,000 deep", partial(shapes.deep_example, 100_000), "example-unparsable"),
    ("JSON 51 deep", partial(shapes.deep_example, 51), "example-unparsable"),
    ("JSON 50 deep", partial(shapes.deep_example, 50), ""),
    ("JSON of 5,000 keys", partial(shapes.wide_example, 5_000), ""),
    ("JSON that breaks off", partial(shapes.broken_example, 100_000), "example-unparsable"),
    ("numbers of 300 digits", partial(shapes.long_number, 300), ""),
    ("numbers of 1,000 digits", partial(shapes.long_number, 1_000), ""),
    ("numbers of 5,000 digits", partial(shapes.long_number, 5_000), "path-too-long"),
    ("numbers of 300,000 digits", partial(shapes.long_number, 300_000), "path-too-long"),
    ("entities of entities", partial(shapes.entities, 30), ""),
    ("a circle of chapters", partial(shapes.contents_in_a_circle, 10_000), ""),
    ("contents 100,000 deep", partial(shapes.broken_contents, 100_000), "contents-unread"),
    ("too many columns", partial(shapes.columns, 100), "table-too-wide"),
    ("too many rows", partial(one, "<tr>" * 5_001), "page-too-large"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("make", "code"), [c[1:] for c in EXTREMES], ids=[c[0] for c in EXTREMES]
)
def test_every_stage_ends(make: Callable[[], Reference], code: str) -> None:
    reference = make()
    result = pipeline.run(reference)
    reading = result.reading
    told = {issue.code for issue in reading.issues}
    assert code in told if code else "page-too-large" not in told
    assert bool(result.files) is not bool(reading.errors)
    assert summary(reading.counts)
    for document, draft in zip(reading.documents, reading.drafts, strict=True):
        assert explain(document, draft, reading.api, reading.issues)
    if result.files:
        again = restore(result.files["model.json"], file="model.json")
        assert compare(reading.api, again) == ()
        text = lock.write(result.lock)
        assert lock.write(lock.read(text, file="lock.toml")) == text
