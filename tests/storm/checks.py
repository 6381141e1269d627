"""What must hold for a broken document, stage by stage; anything else is a find."""

from __future__ import annotations

import ast
import json
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

import yaml

from scraper import lock, pipeline, service, updating
from scraper.diff.compare import compare
from scraper.diff.printing import as_json, as_markdown, one_line
from scraper.document.model import Page
from scraper.draft.model import OperationDraft
from scraper.emit import issue_list, openapi, python
from scraper.emit.snapshot import snapshot
from scraper.issues import Issue
from scraper.pipeline import Reading, Reference
from scraper.report.explain import explain
from scraper.report.summary import summary
from scraper.report.terminal import line
from scraper.text import Text
from scraper.upstream.model import Taken
from tests.storm.breaks import Broken
from tests.support import checkers

LAMPS: Final = service.from_name("lamps")
CONTENTS: Final = "CLASS.TXT.json"
LONGEST_DETAIL: Final = 2_000
_HIDDEN: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})


def reference(pages: Mapping[str, bytes], contents: bytes) -> Reference:
    return Reference(
        service=LAMPS,
        pages=tuple(
            Page(name=Text(name), content=content) for name, content in pages.items()
        ),
        contents=Page(name=Text(CONTENTS), content=contents) if contents else None,
    )


@dataclass(frozen=True, kw_only=True)
class Case:
    """A broken reference, which is read once."""

    broken: Broken

    @property
    def came(self) -> Reference:
        return reference(self.broken.pages, self.broken.contents)

    @property
    def meant(self) -> Reference:
        meant = self.broken.meant
        pages = {name: text.encode() for name, text in meant.pages.items()}
        return reference(pages, meant.contents.encode())

    @cached_property
    def reading(self) -> Reading:
        return pipeline.read(self.came)


def read(case: Case) -> None:
    """Up to the intermediate model: nothing is lost, and what is wrong is told in a line."""
    _reconciled(case.reading)
    for issue in case.reading.issues:
        assert issue.source.page.plain in {*case.broken.pages, CONTENTS}, issue
        _one_line(issue)


def _reconciled(reading: Reading) -> None:
    """Every row and every example has its end."""
    counts = reading.counts
    assert (counts.rows.lost, counts.examples.lost) == (0, 0), counts
    rows = sum(
        len(table.rows)
        for document, draft in zip(reading.documents, reading.drafts, strict=True)
        if isinstance(draft, OperationDraft)
        for section in document.sections
        for table in section.tables
    )
    assert counts.rows.total == rows, counts
    assert len(reading.api.operations) == counts.operations


def _one_line(issue: Issue) -> None:
    assert issue.detail, issue
    assert len(issue.detail) <= LONGEST_DETAIL, issue
    printable(issue.detail)


def printable(words: str, *, lines: bool = False) -> None:
    """Words on one line, or on several, without characters that a terminal obeys."""
    hidden = [
        each
        for each in words
        if unicodedata.category(each) in _HIDDEN and not (lines and each == "\n")
    ]
    assert not hidden, (hidden, words[:200])


def report(case: Case) -> None:
    """What people see of it."""
    reading = case.reading
    for words in summary(reading.counts):
        printable(words)
    for document, draft in zip(reading.documents, reading.drafts, strict=True):
        told = explain(document, draft, reading.api, reading.issues)
        printable(told, lines=True)
    listed = issue_list.lines(reading.issues)
    printable(listed, lines=True)
    assert len(listed.splitlines()) == len(reading.issues) + 1


def data(case: Case) -> None:
    """The files of data, which are read back."""
    api = case.reading.api
    view = openapi.view(api, python.lay_out(api).member_names)
    parsed({**openapi.files(view, "1.0.0"), "model.json": snapshot(api)})


def parsed(files: Mapping[str, str]) -> None:
    """Every file is one of its kind, in UTF-8."""
    for name, text in files.items():
        text.encode()
        assert "\r" not in text, name
        match name.rpartition(".")[2]:
            case "py":
                compile(ast.parse(text), name, "exec")
            case "yaml":
                yaml.load(text, yaml.CSafeLoader)
            case "toml":
                tomllib.loads(text)
            case "json":
                json.loads(text, parse_constant=_refuse)
            case _:
                printable(text.replace("\t", " "), lines=True)


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def difference(case: Case) -> None:
    """From what was meant to what came, and back."""
    old, new = pipeline.read(case.meant).api, case.reading.api
    for one, other in ((old, new), (new, old)):
        changes = compare(one, other)
        printable(as_markdown(changes), lines=True)
        json.loads(as_json({"lamps": changes}))
        for change in changes:
            printable(line(one_line(change)))
    assert not compare(new, new)


def project(case: Case) -> None:
    """The whole project, read back and printed again, and what it gave away."""
    result = pipeline.run(case.came)
    assert result.files
    assert not result.reading.errors
    _reconciled(result.reading)
    parsed(result.files)
    checkers.openapi_is_valid(result.files["openapi.yaml"])
    assert pipeline.run(case.came).files == result.files
    written = lock.write(result.lock)
    assert lock.write(lock.read(written, file="lock.toml")) == written


def update(case: Case) -> None:
    """A release of what was meant, and what came as its update."""
    came = case.came
    known = replace(case.meant, lock=pipeline.run(case.meant).lock)
    documents = Taken(pages=came.pages, contents=came.contents, commit="0" * 40)
    result = updating.updated(known, documents)
    parsed(result.files)
    written = lock.write(result.lock)
    assert lock.write(lock.read(written, file="lock.toml")) == written


Check: TypeAlias = Callable[[Case], None]
CHECKS: Final[Mapping[Check, int]] = {
    read: 1,
    report: 2,
    data: 4,
    difference: 5,
    project: 100,
    update: 400,
}
"""One document of so many goes through it; the first ones are the cheap ones."""
