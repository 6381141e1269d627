"""Words of a document do not get into output by accident."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scraper.emit import templates
from scraper.emit.templates import render
from scraper.text import Text

WORDS: Any = Text("canary")
ACCIDENTS: tuple[Callable[[], object], ...] = (
    lambda: str(WORDS),
    lambda: f"{WORDS}",
    lambda: f"{WORDS:>9}",
    lambda: f"{WORDS!s}",
    lambda: format(WORDS),
    lambda: "{}".format(WORDS),  # noqa: UP032 - it is what is tried
    lambda: "%s" % WORDS,  # noqa: UP031
    lambda: "a" + WORDS,
    lambda: str.join(",", [WORDS]),
    lambda: json.dumps(WORDS),
    lambda: bytes(WORDS),
    lambda: Path(WORDS),
)


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_words_cannot_be_printed_by_accident(accident: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        accident()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    name: object


@pytest.mark.parametrize("name", [WORDS, [WORDS], (WORDS,), {WORDS: 1}, None, b"x"])
def test_templates_refuse_words(
    name: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bare.jinja").write_text("{{ view.name }}", encoding="utf-8")
    monkeypatch.setattr(templates, "folder", lambda: tmp_path)
    assert render("bare.jinja", View(name="words")) == "words"
    with pytest.raises(TypeError):
        render("bare.jinja", View(name=name))


def test_templates_cannot_join_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "joined.jinja").write_text("{{ view.name ~ 'x' }}", encoding="utf-8")
    monkeypatch.setattr(templates, "folder", lambda: tmp_path)
    assert render("joined.jinja", View(name="words")) == "wordsx"
    with pytest.raises(TypeError):
        render("joined.jinja", View(name=WORDS))
