"""From the pages that were to the pages that are: the next release, and what its change log tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scraper import pipeline
from scraper.diff.compare import compare
from scraper.diff.model import Change, Kind, worst
from scraper.diff.surface import compare as compare_surfaces
from scraper.document.model import Page
from scraper.emit.python.surface import FORMER
from scraper.emit.sinks import tree
from scraper.pipeline import Progress, Reference, Result, silent
from scraper.releases.deciding import Printed, since
from scraper.text import Text
from scraper.upstream import Taken

_SHOWN_BY_PYTHON = (Kind.TYPE, Kind.REQUIRED, Kind.ENUMERATION)


def is_same(reference: Reference, documents: Taken) -> bool:
    """Whether these are the pages that the service has already, byte for byte."""
    return _bytes(reference.pages, reference.contents) == _bytes(
        documents.pages, documents.contents
    )


def _bytes(pages: Sequence[Page], contents: Page | None) -> Mapping[object, bytes]:
    every = (*pages, *([contents] if contents else []))
    return {page.name: page.content for page in every}


def updated(
    reference: Reference, documents: Taken, progress: Progress = silent
) -> Result:
    """The release that follows from new documents; `files` is empty where an issue stops it.

    Its entry tells what a change of the generator means for Python, since the last release, and what the documents
    changed in the Api. Raises ScraperError for a correction that does not apply to the new pages.
    """
    if is_same(reference, documents):
        return pipeline.run(_with(reference, documents), progress)
    if not reference.pages:
        return _closed(pipeline.run(_with(reference, documents), progress))
    # What the pages that were give today: what differs from the release is the generator's doing.
    before, _ = pipeline.run_applicable(reference, progress)
    known = replace(reference, lock=before.lock if before.files else reference.lock)
    after = _with(known, documents)
    reading = pipeline.read(after, progress)
    if reading.errors:
        return Result(reading=reading, files={}, lock=reference.lock)
    history = known.lock.history
    changes = compare(before.reading.api, reading.api)
    of_generator = since(history, before.printed)

    def told(now: Printed) -> Sequence[Change]:
        of_documents = compare_surfaces(before.printed.surface, now.surface)
        undone = _undone(of_generator, history.surface, now.surface)
        return (
            *(one for one in of_generator if one.place not in undone),
            *(
                one
                for one in changes
                if one.kind not in _SHOWN_BY_PYTHON
                or tree.joined("models.", one.place) not in undone
            ),
            *_worse(of_documents, changes),
        )

    return _closed(pipeline.publish(after, reading, told))


def _undone(
    changes: Sequence[Change], released: Mapping[str, str], now: Mapping[str, str]
) -> frozenset[Text]:
    """Where the documents now say what was released: a correction ended, because its page was mended."""
    places = {tree.joined(name): name for name in released.keys() & now.keys()}
    return frozenset(
        one.place
        for one in changes
        if (name := places.get(one.place)) and released[name] == now[name]
    )


def _with(reference: Reference, documents: Taken) -> Reference:
    history = replace(reference.lock.history, commit=documents.commit)
    return replace(
        reference,
        pages=documents.pages,
        contents=documents.contents,
        lock=replace(reference.lock, history=history),
    )


def _closed(result: Result) -> Result:
    return pipeline.release(result) if result.files else result


def _worse(of_python: Sequence[Change], changes: Sequence[Change]) -> Sequence[Change]:
    """Changes of Python that no change of the Api tells: those that weigh more than all of these."""
    told = worst(change.verdict for change in changes)
    return [
        one
        for one in of_python
        if told is None or one.verdict.rank < told.rank or _is_end_of_an_alias(one)
    ]


def _is_end_of_an_alias(change: Change) -> bool:
    was = "" if change.old is None else tree.characters(change.old)
    return change.new is None and was.startswith(FORMER)
